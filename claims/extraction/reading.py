"""Reads a text into sentences of units: a unit is a word, or a whole quotation, or a bracket.

Beside ``tagging``, this is the only module of the room that touches spaCy. Quotations and brackets are made opaque
here, so the rules read the syntax around them and never lose themselves inside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from spacy.tokens import Doc, Token

from claims.extraction.french_elisions import undo_elisions
from claims.extraction.french_tags import mend_tags as mend_french
from claims.extraction.german_tags import mend_tags as mend_german
from claims.extraction.lexicon import Language
from claims.extraction.quotations import Quotation
from claims.extraction.sentences import SentenceSpan
from claims.extraction.tagging import load_pipeline, tag

Kind = Literal["word", "quote", "bracket", "punctuation"]
APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'"})
# Longer runs without a blank are no words; the tokenizer's time on them would not be linear.
LONGEST_WORD = 120
CURRENCIES = frozenset({"$", "€", "£"})
FEATURES = ("Mood", "Tense", "VerbForm", "Number", "Gender", "Case")
HYPHENS = frozenset({"-", "–", "‑", "/"})


@dataclass(slots=True)
class Unit:
    """A word, quotation, bracket or mark with its place in the text (code points, half open)."""

    start: int
    end: int
    text: str
    lower: str
    kind: Kind
    pos: str = "X"
    mood: str = ""
    tense: str = ""
    form: str = ""  # VerbForm
    number: str = ""
    gender: str = ""
    case: str = ""
    head: int = -1  # index of the governing unit, -1 for the root or outside
    relation: str = ""
    quotation: Quotation | None = None
    words: int = 1  # how many words a quotation or bracket holds
    has_verb: bool = False  # whether a quotation holds a finite verb
    inner: list[Unit] = field(default_factory=list)  # the words of a quotation

    @property
    def is_said(self) -> bool:
        """A quotation that ends in a stop or a comma of its own is an utterance, not a name: *“I know,” she …*."""
        quotation = self.quotation
        if quotation is None:
            return False
        inside = self.text[: quotation.inner_end - self.start].rstrip()
        return inside.endswith((",", ".", "!", "?", "…", "—", "--"))


@dataclass(frozen=True, slots=True)
class Outline:
    """A text with the places of its quotations and of its sentences, both in order."""

    text: str
    quotations: Sequence[Quotation]
    sentences: Sequence[SentenceSpan]


@dataclass(slots=True)
class Sentence:
    """One sentence as units; ``start`` and ``end`` are its place in the text."""

    start: int
    end: int
    paragraph: int
    units: list[Unit] = field(default_factory=list)


def _shorten_monsters(text: str) -> str:
    """Break overlong runs at equal length, so that offsets stay true."""
    return re.sub(
        rf"\S{{{LONGEST_WORD},}}",
        lambda match: " ".join(
            match.group()[i : i + LONGEST_WORD - 1] for i in range(0, len(match.group()), LONGEST_WORD)
        )[: len(match.group())].ljust(len(match.group())),
        text,
    )


def _may_tell(doc: Doc, language: Language) -> bool:
    """Whether a rule may ask for the parse of this sentence: it holds a cue or presents a quotation."""
    return language.code == "de" or any(
        token.lower_.translate(APOSTROPHES) in language.forms or token.text == ":" for token in doc
    )


def _unit(token: Token, offset: int) -> Unit:
    text, start = token.text, offset + token.idx
    pos = token.pos_ or "X"
    kind: Kind = "punctuation" if pos == "PUNCT" or not any(map(str.isalnum, text)) else "word"
    mood, tense, form, number, gender, case = _features(str(token.morph))
    return Unit(
        start=start,
        end=start + len(text),
        text=text,
        lower=text.lower().translate(APOSTROPHES),
        kind=kind,
        pos="PUNCT" if kind == "punctuation" else pos,
        mood=mood,
        tense=tense,
        form=form,
        number=number,
        gender=gender,
        case=case,
        relation=token.dep_,
    )


@lru_cache(maxsize=4096)
def _features(morph: str) -> tuple[str, ...]:
    """The values of six features; several values of one feature (*Case=Acc,Nom*) are written together."""
    values = dict(pair.split("=", 1) for pair in morph.split("|") if "=" in pair)
    return tuple(values.get(name, "").replace(",", "") for name in FEATURES)


def _trust_lists(units: Sequence[Unit], language: Language) -> None:
    """English *the financial daily said*: a word for a paper between adjective and verb is a noun whatever its tag."""
    for before, unit, after in zip(units, units[1:], units[2:], strict=False):
        if (
            unit.pos in ("ADV", "ADJ")
            and language.has("publications", unit.lower)
            and before.pos in ("ADJ", "DET")
            and after.pos in ("VERB", "AUX", "PUNCT")
        ):
            unit.pos = "NOUN"


def _trust_names(units: Sequence[Unit]) -> None:
    """English *said Will Doyle*: a capital inside a sentence and before another makes a name of a verb."""
    for before, unit, after in zip(units, units[1:], units[2:], strict=False):
        if (
            unit.pos in ("VERB", "AUX")
            and unit.text.istitle()
            and before.text.islower()
            and after.pos == "PROPN"
            and after.text[0].isupper()
        ):
            unit.pos, unit.mood, unit.form = "PROPN", "", ""


def _group_end(units: Sequence[Unit], at: int) -> int:
    """Index after the bracket that closes the one at ``at``, or ``at`` when none does."""
    for index in range(at + 1, min(len(units), at + 60)):
        if units[index].text == ")":
            return index + 1
    return at


def fold(
    doc: Doc, span: SentenceSpan, text: str, quotations: Sequence[Quotation], language: Language
) -> list[Unit]:
    """Units of a sentence with quotations and brackets folded into one unit each."""
    tokens = [token for token in doc if not token.is_space]
    raw = [_unit(token, span.start) for token in tokens]
    if language.code == "de":
        mend_german(raw)
    for before, unit, after in zip(raw, raw[1:], raw[2:], strict=False):
        if unit.text in HYPHENS and before.end == unit.start and unit.end == after.start:
            unit.kind, unit.pos = "word", "X"  # so-called, Maison-Blanche: joins, does not part
    if language.code == "en":
        _trust_lists(raw, language)
        _trust_names(raw)
        for unit, after in zip(raw, raw[1:], strict=False):
            if unit.text in CURRENCIES and unit.end == after.start:
                unit.kind, unit.pos = "word", "SYM"
            if after.text == "%" and unit.pos == "NUM" and unit.end == after.start:
                after.kind, after.pos = "word", "SYM"
    if language.code == "fr":
        mend_french(raw, language)
    target: dict[int, int] = {}
    units: list[Unit] = []
    at, upcoming = 0, 0
    while at < len(raw):
        while upcoming < len(quotations) and quotations[upcoming].end <= raw[at].start:
            upcoming += 1
        end = at
        quotation = (
            quotations[upcoming]
            if upcoming < len(quotations) and quotations[upcoming].start < raw[at].end
            else None
        )
        if quotation:
            while end < len(raw) and raw[end].start < quotation.end:
                end += 1
            units.append(_quote_unit(raw[at:end], quotation, text, language))
        elif raw[at].text == "(" and at < (close := _group_end(raw, at)) and (at or close < len(raw)):
            end = close
            units.append(
                Unit(
                    raw[at].start,
                    raw[end - 1].end,
                    text[raw[at].start : raw[end - 1].end],
                    "",
                    "bracket",
                    pos="BRACKET",
                    words=end - at - 2,
                )
            )
        else:
            units.append(raw[at])
            end = at + 1
        for index in range(at, end):
            target[tokens[index].i] = len(units) - 1
        at = end
    for token in tokens:
        own, head = target[token.i], target.get(token.head.i, -1)
        if head != own and (units[own].kind == "word" or units[own].head < 0):
            units[own].head = head
            units[own].relation = token.dep_
    return units


def _quote_unit(parts: Sequence[Unit], quotation: Quotation, text: str, language: Language) -> Unit:
    words = [part for part in parts if part.kind == "word"]
    return Unit(
        start=quotation.start,
        end=quotation.end,
        text=text[quotation.start : quotation.end],
        lower="",
        kind="quote",
        pos="QUOTE",
        quotation=quotation,
        words=len(words),
        has_verb=any(is_finite(word, language) for word in words),
        inner=[part for part in parts if quotation.inner_start <= part.start < quotation.inner_end],
    )


def is_finite(unit: Unit, language: Language) -> bool:
    """A finite verb by the tagger's features or, where it is often wrong, by its form."""
    if unit.kind != "word":
        return False
    if (
        language.has("auxiliaries", unit.lower)
        and unit.pos in ("AUX", "VERB")
        and unit.form not in ("Inf", "Part", "Ger")
    ):
        return True
    if unit.pos not in ("VERB", "AUX"):
        return False
    return bool(unit.form == "Fin" or unit.mood)


def read(outlines: Sequence[Outline], language: Language) -> Iterator[list[Sentence]]:
    """For each text its sentences of units, in order. Texts are tagged together, which small ones gain from."""
    mend = undo_elisions if language.code == "fr" else str
    pieces = (
        mend(_shorten_monsters(outline.text[span.start : span.end]))
        for outline in outlines
        for span in outline.sentences
    )
    docs = tag(pieces, load_pipeline(language.code), lambda doc: _may_tell(doc, language))
    for outline in outlines:
        yield list(_sentences(outline, docs, language))


def _sentences(outline: Outline, docs: Iterator[Doc], language: Language) -> Iterator[Sentence]:
    first, quotations = 0, outline.quotations
    for span, doc in zip(outline.sentences, docs, strict=False):  # the docs go on with the next text's
        while first < len(quotations) and quotations[first].end <= span.start:
            first += 1
        last = first
        while last < len(quotations) and quotations[last].start < span.end:
            last += 1
        units = fold(doc, span, outline.text, quotations[first:last], language)
        yield Sentence(span.start, span.end, span.paragraph, units)
