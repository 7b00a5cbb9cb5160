"""Marks of all kinds, in pairs, out of pairs and across paragraphs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.quotations import MARKS, find_quotations


def inner(text: str) -> list[str]:
    return [text[quotation.inner_start : quotation.inner_end] for quotation in find_quotations(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Sie sagte: „Es regnet.“",
        "Sie sagte: „Es regnet.”",
        "Sie sagte: »Es regnet.«",
        "Elle dit : « Es regnet. »",
        "Elle dit : «\u00a0Es regnet.\u00a0»",
        "Elle dit : «\u202fEs regnet.\u202f»",
        "She said, “Es regnet.”",
        'She said, "Es regnet."',
        "She said, ''Es regnet.''",
        "She said, ``Es regnet.''",
        "Hon sade ”Es regnet.”",
        "Sie sagte: ‚Es regnet.‘",
        "Sie sagte: ›Es regnet.‹",
    ],
)
def test_a_pair_of_marks_holds_its_words(text: str) -> None:
    assert inner(text) == ["Es regnet."]


def test_a_curly_pair_inside_straight_marks_closes_nothing() -> None:
    assert inner('"The word “so” is new," he said.') == ["The word “so” is new,"]


def test_guillemets_inside_guillemets_belong_to_the_outer_quotation() -> None:
    assert inner("« Il a dit « oui » hier », dit-elle.") == ["Il a dit « oui » hier"]


def test_an_apostrophe_closes_nothing() -> None:
    assert inner("Sie sagte: ‚Das war's dann.‘") == ["Das war's dann."]


def test_a_bullet_opens_nothing() -> None:
    assert inner("» Mehr zum Thema\n„Es regnet.“") == ["Es regnet."]


def test_a_mark_without_a_partner_does_not_stop_the_rest() -> None:
    assert inner("A 6” pipe broke.\nShe said, “It rains.”") == ["It rains."]


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = "He said: “It rains.\n“It pours.”"
    found = find_quotations(text)
    assert inner(text) == ["It rains.", "It pours."]
    assert [quotation.is_closed for quotation in found] == [False, True]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "“”", "««»»", '"', "“", "'" * 7])
def test_nothing_between_marks_is_no_quotation(text: str) -> None:
    assert all(found.inner_start < found.inner_end for found in find_quotations(text))


@given(st.text(alphabet=st.one_of(st.sampled_from(sorted(MARKS) + list(" \n.,aÉ\u00a0")), st.characters())))
def test_spans_lie_in_the_text_in_order_whatever_it_holds(text: str) -> None:
    at = 0
    for found in find_quotations(text):
        assert at <= found.start <= found.inner_start < found.inner_end <= found.end <= len(text)
        at = found.end
