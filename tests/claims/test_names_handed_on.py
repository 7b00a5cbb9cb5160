"""Names that editors split off, split again and merged: machines go by all of it."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims import services
from claims.models import Alias, Decision, Speaker
from claims.services.speakers import editors_word, speaker_records
from tests.claims.test_who_is_who import COAST, TANKER, WAITING, tell
from tests.factories import make_editor, make_speaker, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    return make_editor()


def names() -> set[tuple[str, str, str | None]]:
    return set(Alias.objects.values_list("speaker__name", "name", "split_from__name"))


def undo(editor: User) -> None:
    services.undo(decision=Decision.objects.order_by("-pk")[0], editor=editor)


def test_what_was_split_off_can_be_split_again_and_machines_keep_all_three_apart(editor: User) -> None:
    story = make_story()
    reports = [
        tell(story, "nordlinie", words, name=name)
        for words, name in ((TANKER, "Nordlinie"), (COAST, "Nordlinie AG"), (WAITING, "Nordlinie Bank"))
    ]
    services.link_story(story=story)
    line = Speaker.objects.get(slug="nordlinie")
    taken = [("Nordlinie AG", "en"), ("Nordlinie Bank", "en")]
    firm = services.split_speaker(speaker=line, names=taken, name="Firm", editor=editor)
    bank = services.split_speaker(speaker=firm, names=taken[1:], name="Bank", editor=editor)
    later = tell(story, "nordlinie", WAITING, name="Nordlinie Bank")
    services.link_story(story=story)
    for row in (*reports, later):
        row.refresh_from_db()
    assert [row.speaker for row in (*reports, later)] == [line, firm, bank, bank]
    known = speaker_records([line, firm, bank])
    assert all(
        set(known[one.pk].parted_from) == {other.slug for other in (line, firm, bank) if other != one}
        for one in (line, firm, bank)
    )
    undo(editor)
    reports[2].refresh_from_db()
    assert reports[2].speaker == firm
    assert names() == {
        (line.name, "Nordlinie", None),
        ("Firm", "Nordlinie AG", line.name),
        ("Firm", "Nordlinie Bank", line.name),
    }


def test_a_merged_speaker_brings_along_from_whom_a_shared_name_was_split(editor: User) -> None:
    line, firm, bank = make_speaker("Line"), make_speaker("Firm"), make_speaker("Bank")
    Alias.objects.create(speaker=firm, name="Nord", language="en", split_from=line)
    Alias.objects.create(speaker=bank, name="Nord", language="en")
    before = names()
    services.merge_speakers(speaker=firm, into=bank, editor=editor)
    assert names() == {("Bank", "Nord", "Line")}
    undo(editor)
    assert names() == before


def test_a_name_that_was_split_twice_is_still_split_off_the_first_when_the_others_merge(editor: User) -> None:
    line, firm, bank = make_speaker("Line"), make_speaker("Firm"), make_speaker("Bank")
    Alias.objects.create(speaker=firm, name="Nord", language="en", split_from=line)
    Alias.objects.create(speaker=bank, name="Nord", language="en", split_from=firm)
    before = names()
    services.merge_speakers(speaker=firm, into=bank, editor=editor)
    assert names() == {("Bank", "Nord", "Line")}
    undo(editor)
    assert names() == before


def test_linking_reads_of_decisions_only_whom_and_what_stories_they_are_about(editor: User) -> None:
    story = make_story()
    tell(story, "nordlinie", TANKER)
    services.link_story(story=story)
    firm = Speaker.objects.get(slug="nordlinie")
    services.rename_speaker(speaker=firm, name="The Shipping Line", editor=editor)
    with CaptureQueriesContext(connection) as queries:
        word = editors_word(story)
    of_decisions = [one["sql"] for one in queries if 'FROM "claims_decision"' in one["sql"]]
    assert of_decisions
    assert not any('"details",' in sql or '"details" FROM' in sql for sql in of_decisions)
    assert (word.local, word.speakers["nordlinie"].name) == ({"nordlinie"}, "The Shipping Line")
