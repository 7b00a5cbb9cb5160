"""The words that leave a saying open, and those that only look so."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extraction.hedges import hedging_words
from claims.extraction.pipeline import extract

PIECES = ["allegedly", "May", "aurait", "si", "soll", "haben", "n’", "’", ". ", " ", "\n", "ırait", "🙂", "é"]


def told(text: str, language: str) -> list[str]:
    return [text[start:end] for start, end in hedging_words(text, language)]


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("en", "it could not verify this", []),
        ("en", "it might not have seen this", ["might"]),
        ("en", "he said he would come", []),
        ("en", "the talks of May 2024 failed", []),
        ("en", "the ship sank in May", []),
        ("en", "Perhaps the ship sank", ["Perhaps"]),
        ("en", "it is likely to fail", ["likely"]),
        ("de", "er habe das nie getan", []),
        ("de", "er soll das getan haben", ["soll"]),
        ("de", "weil er das getan haben soll", ["soll"]),
        ("de", "das Museum soll im Mai öffnen", []),
        ("de", "zum Wohl aller, sowohl hier als dort", []),
        ("de", "ein möglicher Grund und eine Möglichkeit", ["möglicher"]),
        ("fr", "elle préparait une note et montrait les chiffres", []),
        ("fr", "il fournirait des données", ["fournirait"]),
        ("fr", "elle n’aurait rien vu, il n’en vendrait pas", ["aurait", "vendrait"]),
        ("fr", "Pékin n’exigerait jamais de données", []),
        ("fr", "s’il pleuvait, il resterait", []),
        ("fr", "il faudrait partir, il voudrait rester", []),
    ],
)
def test_only_what_leaves_a_saying_open_is_a_hedge(language: str, words: str, expected: list[str]) -> None:
    assert told(words, language) == expected


def test_a_condition_outside_the_content_counts_too() -> None:
    text = "S’il pleuvait, dit-elle, le port fermerait. Le pont tomberait, lui."
    start = text.index("le port")
    found = hedging_words(text, "fr", (start, len(text)))
    assert [text[first:last] for first, last in found] == ["tomberait"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "text", "hedges"),
    [
        ("en", "Ann Lee said that the ship had allegedly sunk.", ["allegedly"]),
        ("en", "Ann Lee reportedly said that the ship had sunk.", ["reportedly"]),
        ("fr", "Le maire affirme que le pont aurait cédé.", ["aurait"]),
        ("fr", "Selon le maire, la société livrerait des armes.", ["livrerait"]),
        ("fr", "Le maire a dit que la société livrerait des armes lundi.", []),
        ("de", "Die Polizei teilte mit, dass der mutmaßliche Täter floh.", ["mutmaßliche"]),
        ("de", "Der Bürgermeister hat angeblich gesagt, dass der Hafen schließt.", ["angeblich"]),
    ],
)
def test_hedging_words_are_kept(language: str, text: str, hedges: list[str]) -> None:
    assert [
        text[start:end] for one in extract(text, language=language) for start, end in one.hedges
    ] == hedges


@pytest.mark.slow
def test_the_second_half_of_a_quotation_keeps_its_hedges() -> None:
    text = "“The ship has sunk,” said Ann Lee. “Perhaps all of the crew are safe on land.”"
    assert [text[start:end] for one in extract(text, language="en") for start, end in one.hedges] == [
        "Perhaps"
    ]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=12).map("".join), st.data())
@settings(max_examples=200, deadline=None)
def test_hedges_lie_in_the_stretch_that_was_asked_for_and_never_overlap(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for language in ("de", "en", "fr"):
        found = hedging_words(text, language, (start, end))
        flat = [point for span in found for point in span]
        assert flat == sorted(flat)
        assert all(start <= first < last <= end for first, last in found)
