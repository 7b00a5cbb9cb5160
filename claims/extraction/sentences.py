"""Cuts paragraphs into sentences; a quotation or a bracket is opaque, so no cut falls inside it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from claims.extraction.abbreviations import ABBREVIATIONS, BEFORE_ORDINAL, MONTHS
from claims.extraction.quotations import Quotation, paragraphs
from claims.extraction.records import Span

STOP = re.compile(r"(?:[.!?…]+|[。！？])(?=[\s\"”“»’)\]]|$)")
# Shorter sentences ("He declined to comment.") may well be said twice.
LEAST_COPY = 60
# Text without stops is read in pieces, so that the rules, which look far inside a sentence, stay linear in the text.
LONGEST_SENTENCE = 3_000
CLAUSE_BEHIND = re.compile(r"\s+[^\n.,;:!?“”„«»\"]+")
# A stop behind a quotation or a word, with the blank forgotten: *“… here”.He left*, *… ging.Der Rat …*. A capital that no
# blank follows before the next stop may be a part of an address.
UNSPACED = re.compile(r"(?<=”)\.(?=[A-ZÀ-Þ]\w)|(?<=[a-zß-ÿ]{2})[.!?](?=[A-ZÀ-Þ][\w’'-]*[\s,:])")
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
    return BRACKET.sub(_mask_bracket, "".join(pieces))


# Longer brackets are asides of several sentences, or were never closed.
BRACKET = re.compile(r"\([^()]{2,200}\)")


def _mask_bracket(match: re.Match[str]) -> str:
    """All but the first and the last sign inside: *(Sie ging.)* still opens and ends a sentence."""
    bracket = match.group()
    return bracket[:2] + "x" * (len(bracket) - 4) + bracket[-2:]


def _is_abbreviation(masked: str, stop: int, following: str) -> bool:
    window = masked[max(0, stop - 20) : stop]
    match = WORD_BEFORE.search(window)
    word = match.group().lower() if match else ""
    if not word:
        return False
    if word.isdigit():
        return _is_ordinal(masked, stop - len(word), word, following)
    if len(word) == 1 and re.match(r"\s?\w{1,2}\.", following):  # z. B., d. h., i. d. R.
        return True
    return word in ABBREVIATIONS or len(word) == 1 and word.isalpha() and masked[stop - 1].isupper()


def _is_ordinal(masked: str, start: int, number: str, following: str) -> bool:
    """German ordinals: *26. Oktober*, *die 82. Minute*, and the number of a list item (*3. Tag*)."""
    next_word = re.match(r"\s*(\w+)", following)
    if next_word is None:
        return False
    if next_word[1].lower() in MONTHS or next_word[1][0].islower():
        return True
    before = re.search(r"(\w*)\s*$", masked[max(0, start - 30) : start])
    word = before[1].lower() if before else ""
    return len(number) <= 2 and (word in BEFORE_ORDINAL or start < 4 and not masked[:start].strip())


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


def _is_told(masked: str, at: int, tellers: Collection[str]) -> bool:
    """*“Really?” Ann Lee asked*: the words behind a question or a cry tell who utters it, before the next stop."""
    match = CLAUSE_BEHIND.match(masked, at, at + 90)
    words = match.group().split()[:7] if match else []
    return any(word.lower() in tellers for word in words[1:])


def _cuts(masked: str, original: str, tellers: Collection[str]) -> list[int]:
    cuts = []
    for match in STOP.finditer(masked):
        at = match.end()
        while at < len(masked) and masked[at] in '"”»’)]':
            at += 1
        if match.group() == "." and _is_abbreviation(masked, match.start(), masked[at : at + 24]):
            continue
        if _ends(masked, at):
            cuts.append(at)
    cuts += [
        match.end()
        for match in UNSPACED.finditer(masked)
        if not _is_abbreviation(masked, match.start(), masked[match.end() : match.end() + 24])
    ]
    # A quotation that holds its own full stop ends the sentence when a capital follows: “….” He said
    for match in re.finditer(r"”(?=\s+[\w“„«\"])", masked):
        # the sign before the closing mark, which may be two apostrophes
        before = original[max(0, match.start() - 4) : match.start()].rstrip().rstrip("'").rstrip()[-1:]
        following = masked[match.end() : match.end() + 12].lstrip()
        if (
            before in (".", "!", "?", "…")
            and not (before in ("!", "?", "…") and _is_told(masked, match.end(), tellers))
            and following[:1]
            and (following[0].isupper() or following[0] in "“„«")
        ):
            cuts.append(match.end())
    return sorted(set(cuts))


def split_sentences(
    text: str, quotations: Sequence[Quotation], tellers: Collection[str] = frozenset()
) -> list[SentenceSpan]:
    """Sentences in order, without surrounding blanks; time grows with the length of the text.

    ``tellers`` are the forms of verbs that may follow a quoted question (*“Really?” Ann Lee asked*).
    """
    found, upcoming = [], 0
    for number, (start, end) in enumerate(paragraphs(text)):
        inside = []
        while upcoming < len(quotations) and quotations[upcoming].start < end:
            inside.append(quotations[upcoming])
            upcoming += 1
        masked = _mask(text, start, end, inside)
        at = 0
        for cut in [*_cuts(masked, text[start:end], tellers), end - start]:
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


def in_pieces(
    text: str, spans: Sequence[SentenceSpan], quotations: Sequence[Quotation]
) -> list[SentenceSpan]:
    """Sentences with the overlong ones cut at blanks outside quotations."""
    pieces: list[SentenceSpan] = []
    upcoming = 0
    for span in spans:
        start = span.start
        while span.end - start > LONGEST_SENTENCE:
            cut = start + LONGEST_SENTENCE
            while upcoming < len(quotations) and quotations[upcoming].end <= cut:
                upcoming += 1
            if upcoming < len(quotations) and quotations[upcoming].start < cut:
                cut = quotations[upcoming].end
            cut = next((at for at in range(cut, min(span.end, cut + 200)) if text[at].isspace()), cut)
            if cut >= span.end:
                break
            piece = _stripped(text, start, cut)
            if piece:
                pieces.append(SentenceSpan(*piece, span.paragraph))
            start = cut
        rest = _stripped(text, start, span.end)
        if rest:
            pieces.append(SentenceSpan(*rest, span.paragraph))
    return pieces
