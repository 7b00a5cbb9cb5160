"""Quotations that a colon presents without a verb of saying: *Die Ministerin blieb hart: „…“*, *Weber wörtlich: „…“*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.extraction.dependents import subject_by_parse
from claims.extraction.found import Found, span_of
from claims.extraction.lexicon import Language
from claims.extraction.phrases import phrase_end
from claims.extraction.quotations import Quotation
from claims.extraction.reading import Sentence, Unit, is_finite
from claims.extraction.records import Span

LEAST_WORDS = 4


def presented(sentence: Sentence, language: Language) -> Iterator[Found]:
    """A quotation behind a colon is said by the subject of the words before it."""
    units = sentence.units
    for at in range(1, len(units) - 1):
        quote = units[at + 1]
        if units[at].text != ":" or quote.kind != "quote" or quote.quotation is None:
            continue
        if not (quote.has_verb or quote.words >= LEAST_WORDS):
            continue
        source = _subject(units, at, language)
        yield Found("presented", (quote.quotation.inner,), (), (source,) if source else ())


# Units between *Parolen* or *den Worten* and the marks: *Sprüche wie zum Beispiel „…“*.
LONGEST_GAP = 5


def chanted(sentence: Sentence, language: Language) -> Iterator[Found]:
    """German *riefen Parolen wie „…“*, *mit den Worten „…“*: words in marks whose noun says that somebody uttered them."""
    units = sentence.units
    slogans = language.words.get("slogans", frozenset())
    if not slogans or not any(unit.kind == "quote" for unit in units):
        return
    for at, unit in enumerate(units):
        if unit.lower not in slogans or unit.lower == "worten" and (not at or units[at - 1].lower != "den"):
            continue
        for index in range(at + 1, min(len(units), at + LONGEST_GAP + 1)):
            quotation = units[index].quotation
            if quotation and units[index].text[1:2].isupper():
                source = _subject(units, len(units), language)
                for further in _listed(units, index, language):
                    yield Found(
                        "presented", (further.inner,), ((unit.start, unit.end),), (source,) if source else ()
                    )
                break
            if is_finite(units[index], language) or units[index].text in (",", ";", ":"):
                break


def _listed(units: Sequence[Unit], at: int, language: Language) -> Iterator[Quotation]:
    """The quotation at ``at`` and those that a comma or an *und* adds to it."""
    while at < len(units) and (quotation := units[at].quotation):
        yield quotation
        joins = at + 1 < len(units) and (
            units[at + 1].text == "," or language.has("coordinators", units[at + 1].lower)
        )
        at += 2 if joins else 1


def _subject(units: Sequence[Unit], colon: int, language: Language) -> Span | None:
    """The subject by the parse where there is a verb, else the phrase that opens the line."""
    for index in range(colon):
        if is_finite(units[index], language):
            for verb in (index, units[index].head):
                subject = subject_by_parse(units, verb) if 0 <= verb < colon else None
                if subject and subject[1] <= colon:
                    return span_of(units, *subject)
            break
    by = next((i for i in range(1, colon) if language.has("by", units[i].lower)), -1)
    if (
        language.code == "fr" and by > 0 and units[by - 1].form == "Part"
    ):  # Motifs avancés par l'agence : « … »
        return span_of(units, by + 1, phrase_end(units, by + 1, colon, language))
    stop = phrase_end(units, 0, colon, language)
    return span_of(units, 0, stop) if stop else None
