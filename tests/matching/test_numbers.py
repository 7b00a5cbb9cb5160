"""Numbers in figures and words of three languages."""

from __future__ import annotations

import pytest

from claims.matching.numbers import read_number, value_of


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("2,5", "de", 2.5),
        ("2.5", "en", 2.5),
        ("2.500", "de", 2500),
        ("2,500", "en", 2500),
        ("1 200", "fr", 1200),
        ("1\u202f200\u202f000", "fr", 1_200_000),
        ("17,7", "fr", 17.7),
        ("zweiundzwanzig", "de", 22),
        ("dreihundertfünf", "de", 305),
        ("tausend", "de", 1000),
        ("seventeen", "en", 17),
        ("vingt", "fr", 20),
        ("house", "en", None),
        ("12:30", "en", None),
    ],
)
def test_value_of_reads_one_token(text, language, value):
    assert value_of(text, language) == value


@pytest.mark.parametrize(
    ("words", "language", "value", "taken"),
    [
        ("2,5 Millionen Euro", "de", 2_500_000, 2),
        ("two hundred and five people", "en", 205, 4),
        ("three million customers", "en", 3_000_000, 2),
        ("trois milliards de dollars", "fr", 3e9, 2),
        ("quatre vingt dix", "fr", 90, 3),
        ("soixante dix", "fr", 70, 2),
        ("a million reasons", "en", 1_000_000, 2),
        ("une maison", "fr", None, 0),
        ("one house", "en", None, 0),
    ],
)
def test_read_number_joins_what_belongs_together(words, language, value, taken):
    found = read_number(words.split(), 0, language)
    assert found == (None if value is None else (value, taken))


def test_two_figures_side_by_side_stay_two_numbers():
    assert read_number(["3", "5"], 0, "en") == (3.0, 1)
