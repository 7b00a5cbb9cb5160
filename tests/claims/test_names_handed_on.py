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


def test_names_are_given_to_a_speaker_whom_there_is_already_and_come_back_when_undone(editor: User) -> None:
    story = make_story()
    reports = [
        tell(story, slug, words, name=name)
        for slug, words, name in (
            ("nordlinie", TANKER, "Nordlinie"),
            ("nordlinie", COAST, "Hafenkontor"),
            ("ostkontor", WAITING, "Ostkontor"),
        )
    ]
    services.link_story(story=story)
    line, office = Speaker.objects.get(slug="nordlinie"), Speaker.objects.get(slug="ostkontor")
    before = names()
    services.hand_over_names(speaker=line, names=[("Hafenkontor", "en")], into=office, editor=editor)
    later = tell(story, "nordlinie", WAITING, name="Hafenkontor")
    services.link_story(story=story)
    for row in (*reports, later):
        row.refresh_from_db()
    assert [row.speaker for row in (*reports, later)] == [line, office, office, office]
    undo(editor)
    for row in (*reports, later):
        row.refresh_from_db()
    assert [row.speaker for row in (*reports, later)] == [line, line, office, line]
    assert names() == before
    office.refresh_from_db()
    assert office.merged_into is None


def test_what_was_split_off_somebody_is_theirs_again_when_it_is_given_back(editor: User) -> None:
    story = make_story()
    reports = [
        tell(story, "nordlinie", TANKER, name="Nordlinie"),
        tell(story, "nordlinie", COAST, name="Nordlinie AG"),
        tell(story, "nordlinie", WAITING, name="Nordlinie Bank"),
    ]
    services.link_story(story=story)
    line = Speaker.objects.get(slug="nordlinie")
    taken = [("Nordlinie AG", "en"), ("Nordlinie Bank", "en")]
    firm = services.split_speaker(speaker=line, names=taken, name="Firm", editor=editor)
    services.hand_over_names(speaker=firm, names=taken[:1], into=line, editor=editor)
    for row in reports:
        row.refresh_from_db()
    assert [row.speaker for row in reports] == [line, line, firm]


@pytest.mark.parametrize("verb", ["rename", "split"])
def test_a_name_that_another_speaker_bears_takes_insisting(editor: User, verb: str) -> None:
    line = make_speaker("Nordlinie")
    make_speaker("Ostkontor")
    for name in ("Nordlinie", "Kontor"):
        Alias.objects.create(speaker=line, name=name, language="en")

    def decide(insists: bool = False) -> Speaker:
        if verb == "rename":
            return services.rename_speaker(speaker=line, name=" ostKontor", editor=editor, insists=insists)
        names = [("Kontor", "en")]
        return services.split_speaker(
            speaker=line, names=names, name="OSTKONTOR ", editor=editor, insists=insists
        )

    with pytest.raises(services.NameTaken, match="one and the same"):
        decide()
    assert not Decision.objects.exists()
    assert decide(insists=True).name.casefold() == "ostkontor"


def test_names_are_not_given_to_their_own_speaker(editor: User) -> None:
    line = make_speaker("Nordlinie")
    for name in ("Nordlinie", "Kontor"):
        Alias.objects.create(speaker=line, name=name, language="en")
    with pytest.raises(services.InvalidDecision):
        services.hand_over_names(speaker=line, names=[("Kontor", "en")], into=line, editor=editor)
