"""What is undone after reports came in, or were corrected, since it was decided."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User

from articles.models import Article, Story
from claims import services
from claims.matching import linking
from claims.models import Attribution, Decision, Speaker
from tests.claims.linked import link_equal_words, say
from tests.claims.test_editing import told
from tests.claims.test_who_is_who import COAST, TANKER, tell
from tests.factories import make_editor, make_record, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def equal_words(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(linking, "link", link_equal_words)
    yield


@pytest.fixture
def editor() -> User:
    return make_editor()


def undo(editor: User, decision: Decision | None = None) -> None:
    services.undo(decision=decision or Decision.objects.order_by("-pk")[0], editor=editor)


def correct(article: Article, *words: str) -> None:
    """Put a line before an article's text, and read it again."""
    article.refresh_from_db()
    article.text = "A line that came in later.\n\n" + article.text
    article.save()
    found = [make_record(article.text, one) for one in words]
    services.record_attributions(article=article, version="later", attributions=found)


def standing(article: Article) -> Attribution:
    return article.attributions.get(state="current")


def test_a_wording_that_was_linked_only_with_the_decision_outlives_its_undoing(
    equal_words: None, editor: User
) -> None:
    story = make_story()
    one, other = told(story, "The quay is flooded", "Water on the quay")
    waiting = say(story, "The quay is flooded")  # recorded, but not linked yet
    services.merge_claims(claim=other, into=one, editor=editor)
    undo(editor)
    assert waiting.attributions.get().claim == one


def test_a_wording_that_was_linked_only_with_a_new_name_outlives_its_undoing(editor: User) -> None:
    story = make_story()
    tell(story, "nordlinie", TANKER)
    services.link_story(story=story)
    firm = Speaker.objects.get(slug="nordlinie")
    waiting = tell(story, "nordlinie", COAST)
    services.rename_speaker(speaker=firm, name="The Shipping Line", editor=editor)
    undo(editor)
    waiting.refresh_from_db()
    assert waiting.speaker == firm
