"""Tokens, compounds, inflected forms and names."""

from __future__ import annotations

import pytest

from claims.matching.names import likeness
from claims.matching.words import concepts_of, split, tokens, without_denial


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("l’armée n'a qu'un but", "fr", ["l'", "armée", "n'", "a", "qu'", "un", "but"]),
        ("China's don't can't we'll", "en", ["China", "do", "not", "cannot", "we", "will"]),
        ("Nutzer:innen, 2.500 Euro", "de", ["Nutzerinnen", "2.500", "Euro"]),
        ("GTG-1002", "en", ["GTG", "1002"]),
    ],
)
def test_tokens_come_apart_where_a_language_joins_them(text, language, words):
    assert [token.text for token in tokens(text, language)] == words


def test_the_first_word_of_a_sentence_or_quotation_opens_it():
    assert [token.text for token in tokens("He said: “Never.” Then he left.", "en") if token.opens] == [
        "He",
        "Never",
        "Then",
    ]


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Handelsabkommen", ("handel", "abkommen")),
        ("Bundesinnenminister", ("bundes", "innen", "minister")),
        ("Wirtschaftszeitung", ()),  # the lexicon has it whole
        ("Xylophon", ()),
    ],
)
def test_compounds_are_split_into_parts_that_the_lexicon_knows(word, parts):
    assert (() if concepts_of(word, "de") else split(word, "de")) == parts


@pytest.mark.parametrize(
    ("word", "language", "concept"),
    [
        ("condamnées", "fr", "condemn"),
        ("geplante", "de", "plan"),
        ("Häuser", "de", "house"),
        ("thwarting", "en", "thwart"),
        ("fournirait", "fr", "supply"),
        ("ETATS", "fr", "state"),
    ],
)
def test_inflected_forms_find_their_concept(word, language, concept):
    assert concept in concepts_of(word, language)


@pytest.mark.parametrize(
    ("word", "language", "rest"), [("unsafe", "en", "safe"), ("unter", "de", ""), ("under", "en", "")]
)
def test_a_negative_prefix_comes_off_only_before_a_known_word(word, language, rest):
    assert without_denial(word, language) == rest


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Poutine", "Putin"),
        ("Schewardnadse", "Shevardnadze"),
        ("Tchernenko", "Chernenko"),
        ("Selenskyj", "Zelensky"),
    ],
)
def test_names_are_alike_in_other_spellings(a, b):
    assert likeness(a, b) >= 0.6


@pytest.mark.parametrize(("a", "b"), [("Merkel", "Macron"), ("Lin", "Liu"), ("Schmidt", "Schulz")])
def test_other_names_are_not(a, b):
    assert likeness(a, b) < 0.6
