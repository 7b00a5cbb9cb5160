"""Answers that were refused and claims that nobody could check: *declined to comment*, *n'a pas pu vérifier ces chiffres*.

There is no clause to attribute, yet readers want to know. The content is what was not commented on,
or what could not be verified; ``silence.toml`` of each language holds the shapes.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache

from claims.extraction.found import Found, span_of
from claims.extraction.lexicon import FOLDER, Language
from claims.extraction.phrases import is_comma, phrase_end
from claims.extraction.reading import Sentence, Unit
from claims.extraction.records import Span, Spans
from claims.extraction.subjects import subject_left

DECLINED = "declined"
UNVERIFIED = "unverified"


@cache
def _shapes(code: str) -> tuple[tuple[str, bool, re.Pattern[str]], ...]:
    """Each shape with its rule and whether its subject is the content."""
    raw = tomllib.loads((FOLDER / code / "silence.toml").read_text(encoding="utf-8"))
    kinds = (
        ("declines", DECLINED, False),
        ("unverified", UNVERIFIED, False),
        ("unverified_passive", UNVERIFIED, True),
    )
    return tuple(
        (rule, is_passive, re.compile(pattern)) for kind, rule, is_passive in kinds for pattern in raw[kind]
    )


def silence(sentence: Sentence, text: str, language: Language) -> Iterator[Found]:
    """Refusals to comment and failed checks of a sentence, outside quotations."""
    units = sentence.units
    plain = _outside_quotations(sentence, text)
    for rule, is_passive, shape in _shapes(language.code):
        for match in shape.finditer(plain):
            start = sentence.start + match.start("cue")
            at = next((i for i, unit in enumerate(units) if unit.start <= start < unit.end), -1)
            if at < 0:
                continue
            subject = _subject(units, at, language)
            cue = tuple(
                (sentence.start + match.start(name), sentence.start + match.end(name))
                for name in ("cue", "rest")
                if name in shape.groupindex and match[name]
            )
            if is_passive:
                if subject:
                    yield Found(rule, (subject,), cue, ())
            else:
                content: Spans = ((sentence.start + match.start("content"), _stripped(sentence, match)),)
                yield Found(rule, content, cue, (subject,) if subject else ())
            break


def _stripped(sentence: Sentence, match: re.Match[str]) -> int:
    """Where the content ends, without blanks and a closing comma."""
    return sentence.start + match.start("content") + len(match["content"].rstrip(" ,"))


def _outside_quotations(sentence: Sentence, text: str) -> str:
    """The sentence at equal length with its quotations blanked."""
    pieces, at = [], sentence.start
    for unit in sentence.units:
        if unit.kind == "quote":
            pieces += [text[at : unit.start], "\u2423" * (unit.end - unit.start)]
            at = unit.end
    pieces.append(text[at : sentence.end])
    return "".join(pieces)


def _subject(units: Sequence[Unit], at: int, language: Language) -> Span | None:
    """Left of the verb; in German also behind it (*Am Montag wollte sich X nicht äußern*)."""
    left = subject_left(units, at, 0, language)
    if left and units[left[0]].pos != "ADP" and not (left[0] and units[left[0] - 1].pos == "ADP"):
        return span_of(units, *left)
    begin = at + 1
    if language.code == "de" and begin < len(units):
        begin += units[begin].lower == "sich"
        end = phrase_end(units, begin, len(units), language)
        return span_of(units, begin, end) if end > begin and not is_comma(units[begin]) else None
    return None
