"""Which stories a report may belong to; the measurement of the threshold is held here as a floor."""

from __future__ import annotations

import random
from datetime import date

import pytest

from benchmarks.suggesting import AFFAIR, SAMPLE, events, left_out, reports
from claims.matching.suggesting import (
    FOUND,
    MOST,
    MOST_SUGGESTED,
    RAREST,
    SUGGESTED,
    Other,
    Rarity,
    rarest,
    suggest,
    traits_of,
)

DAY = date(2025, 3, 4)
TOLD = {
    "de": "Die Nordlinie hat im Hafen von Valmora Altöl abgelassen, sagt Bürgermeisterin Ines Kolb.",
    "en": "The Nordlinie let out waste oil in the port of Valmora, mayor Ines Kolb says.",
    "fr": "La Nordlinie a rejeté de l'huile usée dans le port de Valmora, affirme la maire Ines Kolb.",
}
CONCERT = "The singer cancelled all concerts after her voice failed on the stage in Brennstadt."


def other(story: str, text: str, language: str = "en", published: date | None = None) -> Other[str]:
    return Other(story, published, {one.mark: one.weight for one in traits_of("", text, language)})


def rarity(*others: Other[str]) -> Rarity:
    marks = [mark for one in others for mark in one.marks]
    return Rarity(len({one.story for one in others}), {mark: marks.count(mark) for mark in marks})


def test_reports_in_three_languages_share_their_traits():
    marks = [{one.mark for one in traits_of("", text, language)} for language, text in TOLD.items()]
    assert {"~valmora", "~kolb", "port"} <= set.intersection(*marks)


def test_the_words_of_speech_and_time_are_no_traits():
    assert traits_of("", "He said on Monday that she had said it yesterday.", "en") == ()


def test_a_long_text_has_no_more_traits_than_are_kept():
    text = " ".join(f"Valmor{one}{other}a" for one in "aeiou" for other in "bdfgklmnprstv")
    assert len(traits_of("", text, "de")) == MOST


@pytest.mark.parametrize("language", TOLD)
def test_a_report_is_suggested_the_story_that_tells_of_the_same_in_any_language(language):
    others = [other("oil", text, code) for code, text in TOLD.items() if code != language]
    others.append(other("concert", CONCERT))
    (found,) = suggest(traits_of("", TOLD[language], language), None, others, rarity(*others))
    assert (found.story, found.score > SUGGESTED) == ("oil", True)


def test_the_reason_names_what_is_shared_in_the_words_of_the_new_report():
    others = [other("oil", TOLD["de"], "de", DAY), other("concert", CONCERT)]
    (found,) = suggest(traits_of("", TOLD["en"], "en"), DAY, others, rarity(*others))
    shared, day = [reason.in_english for reason in found.reasons]
    assert shared.startswith("Both tell of: ")
    assert {"Valmora", "Kolb"} <= set(shared.removeprefix("Both tell of: ").split(", "))
    assert day == "It appeared on the day of one of its reports"


@pytest.mark.parametrize(
    ("published", "words"),
    [
        (date(2025, 3, 5), "a day before or after"),
        (date(2025, 3, 24), "20 days before or after"),
        (None, ""),
    ],
)
def test_the_reason_tells_how_far_apart_they_appeared(published, words):
    others = [other("oil", TOLD["de"], "de", DAY)]
    (found,) = suggest(traits_of("", TOLD["en"], "en"), published, others, rarity(*others))
    assert len(found.reasons) == (2 if words else 1)
    assert words in found.reasons[-1].in_english


def test_of_two_stories_that_tell_of_the_same_the_nearer_in_time_comes_first():
    others = [other("old", TOLD["de"], "de", date(2023, 3, 4)), other("new", TOLD["fr"], "fr", DAY)]
    found = suggest(traits_of("", TOLD["en"], "en"), DAY, others, rarity(*others))
    assert [one.story for one in found] == ["new", "old"]


def test_nothing_is_suggested_when_nothing_fits():
    others = [other("concert", CONCERT)]
    assert suggest(traits_of("", TOLD["en"], "en"), None, others, rarity(*others)) == ()
    assert suggest((), None, others, rarity(*others)) == ()


def test_the_order_of_the_others_changes_nothing_and_no_more_than_a_few_are_suggested():
    others = [other(f"oil-{number}", TOLD["de"], "de") for number in range(MOST_SUGGESTED + 2)]
    traits, found = traits_of("", TOLD["en"], "en"), rarity(*others)
    shuffled = random.Random(1).sample(others, len(others))
    assert suggest(traits, None, others, found) == suggest(traits, None, shuffled, found)
    assert len(suggest(traits, None, others, found)) == MOST_SUGGESTED


def test_others_are_looked_for_by_what_few_stories_have():
    traits = traits_of("", " ".join(TOLD["en"] for _ in range(3)) + CONCERT, "en")
    common = Rarity(100, {one.mark: 90 for one in traits if one.mark != "~valmora"})
    assert rarest(traits, common, {})[0] == "~valmora"
    assert len(rarest(traits, common, {})) <= RAREST
    everywhere = {one.mark: FOUND for one in traits}
    assert rarest(traits, common, everywhere) == ["~valmora"], "more would find too many"


def test_every_own_report_is_suggested_its_story_first_and_no_other():
    outcomes = left_out([*events(), *reports(SAMPLE, AFFAIR)])
    assert len(outcomes) == 51
    assert [one.name for one in outcomes if one.place != 0 or one.own < SUGGESTED] == []
    assert [one.name for one in outcomes if one.other >= SUGGESTED] == []
