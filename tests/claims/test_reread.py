"""`manage.py reread`."""

import pytest
from django.core.management import CommandError, call_command

from claims.models import Attribution
from tests.factories import make_article, make_story

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_reread_reads_what_is_stored_and_a_second_time_changes_nothing(capsys):
    story = make_story()
    make_article(story=story, text="The harbour office said the oil came from a tanker.", language="en")
    call_command("reread", story=story.slug)
    first = list(Attribution.objects.values())
    call_command("reread", story=story.slug)
    assert list(Attribution.objects.values()) == first != []
    assert capsys.readouterr().out.splitlines()[1].startswith("unchanged: /articles/")


def test_reread_names_a_story_that_is_not_there():
    with pytest.raises(CommandError, match="no story 'nowhere'"):
        call_command("reread", story="nowhere")
