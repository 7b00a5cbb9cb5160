"""Which of its wordings stands for a claim: the one that a reader understands best by itself. None is ever rewritten, but for a trailing comma.

An editor may choose one a language; that one stands before all others of its language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from claims.timeline.values import Evidence

# Openings of a content that is no clause by itself: an infinitive, a participle, a preposition before one.
_NO_CLAUSE = {
    "de": re.compile(r"(?:dass|ob|um|zu)\b|.*\bzu \w+en\W*$", re.S),
    "en": re.compile(
        r"(?:to|of|that|by|from|for|not|as)\b|(?!(?:nothing|anything|everything|something|king)\b)[a-z]+ing\b"
    ),
    "fr": re.compile(
        r"(?:de|d[’']\w+|à|que|qu[’']|pour|ne pas|n[’']avoir|avoir|être)\b|(?!(?:hier|premier|dernier)\b)[a-zà-ÿ]+(?:er|ir|oir|dre|tre|ire)\b"
    ),
}
# Openings that say "he", "it" or "this": a clause, but one that needs what went before.
_NEEDS_CONTEXT = {
    "de": re.compile(r"(?:er|sie|es|dies\w*|ihr\w*|sein\w*|das sei|man|dort|damit)\b", re.I),
    "en": re.compile(r"(?:he|she|it|they|this|these|that|those|its|his|her|their|there)\b", re.I),
    "fr": re.compile(
        r"(?:il|elle|ils|elles|on|ce|c[’']|cela|ça|ces|cette|cet|son|sa|ses|leurs?|lui|y|en)\b", re.I
    ),
}
_TRAILING = " \u00a0\u202f,;:"  # what joins a wording to the sentence it was cut from
_MARKS = " \u00a0\u202f«»„“”\"'‚‘’"
# Characters. Shorter ones are mostly a scrap of a quotation, longer ones fill a headline's third line.
_SHORTEST, _LONGEST = 25, 170


def choose_headline(wordings: Iterable[Evidence], *, language: str) -> Evidence | None:
    """Give the clearest wording, in the reader's language when any is; an orphaned one only when there is no other."""
    given = list(wordings)
    standing = [one for one in given if one.state == "current"] or given
    read = [one for one in standing if one.language == language] or standing
    return min(read, key=_unclearness, default=None)


def trimmed(content: str) -> str:
    """A wording as a headline shows it: without the comma, semicolon or colon that led on in its report."""
    return content.rstrip(_TRAILING)


def _unclearness(wording: Evidence) -> tuple[object, ...]:
    return (
        not wording.is_headline,
        wording.nested,
        wording.continuation,
        _dependence(wording),
        wording.type == "direct",
        "[…]" in wording.content,
        _excess(len(wording.content)),
        wording.published or date.max,
        wording.article_id,
        wording.attribution_id,
    )


def _dependence(wording: Evidence) -> int:
    """0 for a clause that stands by itself, 1 for one that leans on its context, 2 for none."""
    opening = wording.content.lstrip(_MARKS)
    for degree, table in ((2, _NO_CLAUSE), (1, _NEEDS_CONTEXT)):
        pattern = table.get(wording.language)
        if pattern and pattern.match(opening):
            return degree
    return 0


def _excess(length: int) -> int:
    return max(0, _SHORTEST - length, length - _LONGEST)
