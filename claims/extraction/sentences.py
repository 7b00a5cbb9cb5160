"""Cuts paragraphs into sentences; a quotation or a bracket is opaque, so no cut falls inside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.extraction.quotations import Quotation, paragraphs
from claims.extraction.records import Span

STOP = re.compile(r"(?:[.!?…]+|[。！？])(?=[\s\"”“»’)\]]|$)")
# Abbreviations that are followed by a capital inside a sentence, in the three languages together.
ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "rev",
        "gen",
        "sen",
        "rep",
        "gov",
        "lt",
        "col",
        "sgt",
        "capt",
        "st",
        "jr",
        "sr",
        "vs",
        "inc",
        "corp",
        "ltd",
        "co",
        "no",
        "nos",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "u.s",
        "u.k",
        "u.n",
        "d.c",
        "e.g",
        "i.e",
        "a.m",
        "p.m",
        "approx",
        "dept",
        "est",
        "bzw",
        "ca",
        "evtl",
        "ggf",
        "z.b",
        "d.h",
        "u.a",
        "o.ä",
        "usw",
        "nr",
        "str",
        "hr",
        "fr",
        "dipl",
        "ing",
        "inkl",
        "mio",
        "mrd",
        "abs",
        "art",
        "bd",
        "vgl",
        "sog",
        "geb",
        "gest",
        "s",
        "m",
        "mm",
        "mme",
        "mlle",
        "mgr",
        "me",
        "p",
        "pp",
        "ed",
        "éd",
        "cf",
        "env",
        "etc",
        "av",
        "bd",
    ]
)
MONTHS = frozenset(
    [
        "januar",
        "februar",
        "märz",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "dezember",
        "jahrhundert",
    ]
)
# Shorter sentences ("He declined to comment.") may well be said twice.
LEAST_COPY = 60
WORD_BEFORE = re.compile(r"[\w.\-]*$")


@dataclass(frozen=True, slots=True)
class SentenceSpan:
    """One sentence ``[start, end)`` and the number of its paragraph, from 0."""

    start: int
    end: int
    paragraph: int


def _mask(text: str, start: int, end: int, quotations: Sequence[Quotation]) -> str:
    """The paragraph with the inside of each quotation replaced by letters of equal length."""
    pieces, at = [], start
    for quotation in quotations:
        inside = quotation.end - quotation.start - 2
        pieces += [text[at : quotation.start], "“" + "x" * max(inside, 0) + ("”" if inside >= 0 else "")]
        at = quotation.end
    pieces.append(text[at:end])
    return "".join(pieces)


def _is_abbreviation(masked: str, stop: int, following: str) -> bool:
    window = masked[max(0, stop - 20) : stop]
    match = WORD_BEFORE.search(window)
    word = match.group().lower() if match else ""
    if not word:
        return False
    if word.isdigit():  # German ordinals: 26. Oktober, 1. FC
        next_word = re.match(r"\s*(\w+)", following)
        return next_word is not None and (next_word[1].lower() in MONTHS or next_word[1][0].islower())
    return word in ABBREVIATIONS or len(word) == 1 and word.isalpha() and masked[stop - 1].isupper()


def _ends(masked: str, at: int) -> bool:
    """Whether a new sentence begins at ``at``, after a stop and its closing marks."""
    rest = masked[at : at + 12]
    stripped = rest.lstrip()
    if not stripped or rest == stripped:
        return not stripped
    if re.match(r"[\"»”]\s?,", stripped):
        return False  # … inattendu ? ", a dit le pape
    first = stripped.lstrip('"“„«»‚‘([—–-• ')
    return (
        not first
        or first[0].isupper()
        or first[0].isdigit()
        or not first[0].isalpha()
        or stripped[0] in "“„«"
    )


def _cuts(masked: str, original: str) -> list[int]:
    cuts = []
    for match in STOP.finditer(masked):
        at = match.end()
        while at < len(masked) and masked[at] in '"”»’)]':
            at += 1
        if match.group() == "." and _is_abbreviation(masked, match.start(), masked[at : at + 24]):
            continue
        if _ends(masked, at):
            cuts.append(at)
    # A quotation that holds its own full stop ends the sentence when a capital follows: “….” He said
    for match in re.finditer(r"”(?=\s+[\w“„«\"])", masked):
        before = (
            original[: match.start()].rstrip()[-1:]
            if match.start() < 4
            else original[match.start() - 3 : match.start()].rstrip()[-1:]
        )
        following = masked[match.end() :].lstrip()
        if (
            before in (".", "!", "?", "…")
            and following[:1]
            and (following[0].isupper() or following[0] in "“„«")
        ):
            cuts.append(match.end())
    return sorted(set(cuts))


def split_sentences(text: str, quotations: Sequence[Quotation]) -> list[SentenceSpan]:
    """Sentences in order, without surrounding blanks; time grows with the length of the text."""
    found, upcoming = [], 0
    for number, (start, end) in enumerate(paragraphs(text)):
        inside = []
        while upcoming < len(quotations) and quotations[upcoming].start < end:
            inside.append(quotations[upcoming])
            upcoming += 1
        masked = _mask(text, start, end, inside)
        at = 0
        for cut in [*_cuts(masked, text[start:end]), end - start]:
            span = _stripped(text, start + at, start + cut)
            if span:
                found.append(SentenceSpan(*span, number))
            at = cut
    return found


def _stripped(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def first_copies(text: str, spans: Sequence[SentenceSpan]) -> list[SentenceSpan]:
    """Leave out long sentences that stood before: a body that a page prints twice counts once."""
    seen: set[str] = set()
    kept = []
    for span in spans:
        words = " ".join(text[span.start : span.end].split())
        if len(words) < LEAST_COPY or words not in seen:
            kept.append(span)
        seen.add(words)
    return kept
