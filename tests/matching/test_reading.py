"""What a wording is read as."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.matching.reading import read


def units(text: str, language: str) -> list[tuple[str, str]]:
    return [(unit.kind, unit.text) for unit in read(text, language).units]


def test_concepts_names_and_numbers_are_told_apart():
    kinds = [kind for kind, _ in units("Merkel paid 20 euros to the bank", "en")]
    assert kinds == ["name", "concept", "number", "concept", "concept"]


def test_phrases_are_one_unit():
    assert ("concept", "intelligence artificielle") in units("une intelligence artificielle", "fr")


@pytest.mark.parametrize(
    ("text", "language"), [("the Financial Times", "en"), ("le FT", "fr"), ("der Financial Times", "de")]
)
def test_a_paper_is_one_unit_whatever_it_is_called(text, language):
    assert units(text, language) == [("name", "financial-times")]


@pytest.mark.parametrize(
    ("text", "language", "negations"),
    [
        ("He never paid.", "en", 1),
        ("Er hat nie bezahlt.", "de", 1),
        ("Il n'a jamais payé.", "fr", 1),
        ("la bonne personne", "fr", 0),
        ("Personne n'a payé.", "fr", 1),
        ("Why not pay?", "en", 0),
        ("It is unsafe.", "en", 1),
    ],
)
def test_negations_are_counted_and_kept_from_the_topic(text, language, negations):
    assert len(read(text, language).negations) == negations


def test_an_article_in_capitals_is_no_institution():
    assert units("UN HOMME", "fr") == [("concept", "homme")]
    assert units("the UN", "en") == [("name", "un")]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["de", "en", "fr", "nl"]))
def test_any_text_can_be_read(text, language):
    reading = read(text, language)
    assert [unit.place for unit in reading.units] == list(range(len(reading.units)))
    assert reading.weight >= 0


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Vorwürfe sind ohne jede Grundlage.", "de"),
        ("The claims are without foundation.", "en"),
        ("Ces accusations sont sans fondement.", "fr"),
        ("Das stimmt nicht.", "de"),
        ("That is not true.", "en"),
    ],
)
def test_a_negation_that_is_part_of_a_phrase_turns_nothing_else(text, language):
    assert read(text, language).negations == ()


@pytest.mark.parametrize("text", ["das soziale Netzwerk", "in sozialen Netzwerken", "sozialer Netzwerke"])
def test_a_phrase_is_known_in_all_its_cases(text):
    assert "social network" in read(text, "de").concepts
