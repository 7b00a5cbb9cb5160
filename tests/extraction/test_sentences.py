"""Sentences of the three languages: abbreviations, ordinals, quotations that stay whole, and any text at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.quotations import find_quotations
from claims.extraction.sentences import split_sentences


def sentences(text: str) -> list[str]:
    return [text[span.start : span.end] for span in split_sentences(text, find_quotations(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Er wurde am 26. Oktober gewählt.",
        "Die 7. Berliner Messe begann am 3. Spieltag.",
        "Das ist sein 21. Titel.",
        "Dr. Weber und Prof. Klein gaben rd. 3 Mio. Euro aus.",
        "Er kam z.B. mit dem Zug bzw. dem Bus.",
        "Mr. Smith met Sen. Jones in the U.S. on Friday.",
        "In Miller v. Baker the court ruled for the F.B.I. agents.",
        "M. Dupont a rencontré Mme. Durand.",
        "Sie verlangte 3.500 Euro, z. B. für Reisen.",
        "„Das war gut. Sehr gut sogar.“, sagte er.",
        "« C'est fini. Nous partons. », a-t-il dit.",
        "He said: “It works. We tried it twice.”",
        "Das Amt (zuständig ist Ref. 3. Es schweigt) will prüfen.",
    ],
)
def test_it_keeps_one_sentence_whole(text):
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er kam auf Platz 3. Sie wurde Erste.", ["Er kam auf Platz 3.", "Sie wurde Erste."]),
        ("Das war 2007. Danach kam er.", ["Das war 2007.", "Danach kam er."]),
        ("Gut! Wirklich? Ja.", ["Gut!", "Wirklich?", "Ja."]),
        ("„Wir gehen.“ Sie ging.", ["„Wir gehen.“", "Sie ging."]),
        ("“We go.” She went.", ["“We go.”", "She went."]),
        ("Il part. Elle reste.", ["Il part.", "Elle reste."]),
        ("Überschrift\nEs regnet. Es schneit.", ["Überschrift", "Es regnet.", "Es schneit."]),
        ("Er wartet … Sie kommt.", ["Er wartet …", "Sie kommt."]),
        ("", []),
        ("  \n \n", []),
    ],
)
def test_it_cuts_between_sentences(text, expected):
    assert sentences(text) == expected


def test_it_numbers_paragraphs():
    text = "Eins. Zwei.\n\nDrei."
    assert [span.paragraph for span in split_sentences(text, ())] == [0, 0, 1]


MARKS = st.lists(st.sampled_from(list('aB .!?„“”«»"\n3…’')), max_size=60).map("".join)


@given(st.one_of(st.text(), MARKS))
def test_spans_are_in_order_and_hold_every_word(text):
    spans = split_sentences(text, find_quotations(text))
    at = 0
    for span in spans:
        assert at <= span.start < span.end <= len(text)
        assert not text[at : span.start].strip()
        assert text[span.start : span.end].strip() == text[span.start : span.end]
        at = span.end
    assert not text[at:].strip()
