"""What editors settled about who is who reaches the speakers and the claims, whatever the order of the sayings."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.records import Speaker
from claims.matching.linking import Saying, link
from claims.matching.reported import are_apart, marks_of
from claims.matching.settled import NOTHING, Settled
from claims.matching.speakers import directory

LINE = Speaker("nordlinie", "Nordlinie", "organisation")
OWNER = Speaker("ostkontor", "Ostkontor", "organisation")
MERGED = Settled(speakers={"ostkontor": LINE, "nordlinie": LINE})
HOLDING = Speaker("holding", "Holding", "organisation", parted_from=("nordlinie",))
PARTED = Speaker("nordlinie", "Nordlinie", "organisation", parted_from=("holding",))
SPLIT = Settled(speakers={"nordlinie": PARTED}, split={("nordlinie", "Nordlinie", "de"): HOLDING})
# Alike enough for one speaker to say both and mean one thing, and not for two.
TANKER = "the oil came from an old tanker of the navy"
COAST = "a tanker of the navy lost oil near the coast"


def saying(key: str, content: str, speaker: Speaker, language: str = "en") -> Saying:
    return Saying(key, f"a-{key}", language, content, "asserts", "indirect", speaker)


def parts(sayings, settled=NOTHING) -> list[tuple[tuple[str, ...], str]]:
    return sorted(
        (group.sayings, group.speaker.slug if group.speaker else "") for group in link(sayings, settled)
    )


def test_sayings_of_speakers_that_an_editor_merged_may_be_one_claim():
    both = [saying("1", TANKER, LINE), saying("2", COAST, OWNER)]
    assert parts(both) == [(("1",), "nordlinie"), (("2",), "ostkontor")]
    assert parts(both, MERGED) == [(("1", "2"), "nordlinie")]


def test_sayings_under_a_name_that_an_editor_split_off_are_anothers():
    both = [saying("1", TANKER, LINE), saying("2", COAST, LINE), saying("3", "Schiffe warten", LINE, "de")]
    assert parts(both)[0] == (("1", "2"), "nordlinie")
    both[1] = saying("2", "ein Tanker der Marine hat vor der Küste Öl verloren", LINE, "de")
    assert parts(both, SPLIT) == [(("1",), "nordlinie"), (("2",), "holding"), (("3",), "holding")]


def test_who_was_split_is_certainly_not_one_however_alike_the_names_are():
    people = directory([(LINE, "en"), (LINE, "de")], SPLIT)
    one, other = people.of(LINE, "en"), people.of(LINE, "de")
    assert (one, other, people.nearness(one, other)) == (PARTED, HOLDING, "apart")
    assert are_apart(one, other)


def test_who_stands_for_a_body_is_near_to_it_by_an_editors_word():
    captain = Speaker("tug", "Tug Hanne", "organisation", speaks_for=("nordlinie",))
    people = directory([(captain, "en"), (LINE, "en")], Settled(speakers={"tug": captain}))
    assert people.nearness(captain, LINE) == people.nearness(LINE, captain) == "near"
    assert not are_apart(captain, LINE)


@pytest.mark.parametrize(("local", "slug"), [({"petersen"}, "nordlinie"), (set(), "jan-petersen")])
def test_a_fuller_name_in_a_later_report_undoes_no_decision_of_this_story(local, slug):
    surname, full = (
        Speaker("petersen", "Petersen", "person"),
        Speaker("jan-petersen", "Jan Petersen", "person"),
    )
    settled = Settled(speakers={"petersen": LINE}, local=local)
    people = directory([(surname, "de"), (full, "de")], settled)
    assert {people.of(who, "de").slug for who in (surname, full)} == {slug}


def test_other_names_of_a_speaker_are_names_by_which_wordings_know_it():
    merged = Speaker("nordlinie", "Nordlinie", "organisation", other_names=("Ostkontor",))
    assert marks_of(merged) == marks_of(LINE) | marks_of(OWNER)


def test_no_order_of_the_sayings_changes_what_editors_settled():
    told = [
        saying("1", TANKER, LINE),
        saying("2", COAST, OWNER),
        saying("3", "Ein Tanker der Marine verlor Öl", LINE, "de"),
        saying("4", "ships wait outside the port", OWNER),
    ]
    settled = Settled(speakers=dict(MERGED.speakers), split=SPLIT.split)
    assert len({tuple(parts(order, settled)) for order in permutations(told)}) == 1


@given(
    st.permutations([(who, language) for who in (LINE, OWNER, HOLDING) for language in ("de", "en", "fr")])
)
def test_no_order_of_the_mentions_changes_who_is_who(mentions):
    settled = Settled(speakers={**MERGED.speakers, "holding": HOLDING}, split=SPLIT.split)
    assert directory(mentions, settled).speakers == directory(sorted(mentions, key=str), settled).speakers
