"""Words looked for in all stories: Postgres finds the wordings that may answer, the query decides about those."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import reduce
from itertools import groupby, islice
from operator import and_

from django.db.models import F, Q, TextField
from django.db.models.functions import Cast

from claims.matching.words import fold
from claims.models import Attribution, Claim, Speaker
from claims.timeline.lines import exact_words, story_line
from claims.timeline.searching import Query, understand
from claims.timeline.story import claim_lines
from claims.timeline.values import StoryClaim

CANDIDATES = 3000  # wordings that are read for one search, the newest; reading them takes about a second
MOST_FOUND = 100

# How else each letter may be written that a folded word has: as what `fold` makes it of, in Latin languages.
_WRITTEN: dict[str, str] = defaultdict(str)
for _letter in map(chr, range(0xE0, 0x180)):
    if len(fold(_letter)) == 1 and fold(_letter) != _letter:
        _WRITTEN[fold(_letter)] += _letter

SHARP = f"[s{_WRITTEN['s']}]" * 2  # ss, in a pattern

Wording = tuple[int, list[dict[str, str]], str, str]  # claim, pieces, language, name of the speaker


def search_stories(words: str, *, language: str) -> tuple[StoryClaim, ...]:
    """The newest claims of all stories that answer to some words of any of the three languages, 100 at most.

    They come without what links them to others, which no list of findings shows.
    """
    query = understand(words)
    may_answer = _may_answer(query)
    if not may_answer:
        return ()
    found = list(islice(_answering(query, _candidates(may_answer)), MOST_FOUND))
    claims = Claim.objects.select_related("story", "speaker").in_bulk(found)
    lines = claim_lines([claims[pk] for pk in found], language=language, brief=True, alone=True)
    return tuple(StoryClaim(story_line(claims[line.id].story), line) for line in lines)


def _may_answer(query: Query) -> Q:
    """For one of the readings, a beginning of a word for each term; readings of one term are looked for at once."""
    single = frozenset().union(*(terms[0] for terms in query.stems() if len(terms) == 1))
    readings = [[single]] if single else []
    readings += [terms for terms in query.stems() if len(terms) > 1]
    either = Q()
    for terms in readings:
        either |= reduce(and_, map(_has_one, terms))
    return either


def _has_one(stems: Iterable[str]) -> Q:
    """In the words or in the name of the speaker, who are few and looked through once."""
    pattern = "|".join(_pattern(stem) for stem in sorted(stems))
    return Q(words__iregex=pattern) | Q(claim__speaker__in=Speaker.objects.filter(name__iregex=pattern))


def _pattern(stem: str) -> str:
    """A regular expression of Postgres for a folded word in whatever way it is written."""
    letters = [f"[{one}{_WRITTEN[one]}]" if one in _WRITTEN else re.escape(one) for one in stem]
    letters = ["['’]" if one == "'" else one for one in letters]
    return "".join(letters).replace(SHARP, f"(?:{SHARP}|ß)")


def _candidates(may_answer: Q) -> Iterable[Wording]:
    return (
        Attribution.objects.filter(
            state=Attribution.State.CURRENT, claim__retired_at=None, claim__isnull=False
        )
        .alias(words=Cast("content", TextField()))
        .filter(may_answer)
        .order_by(F("claim__said_on").desc(nulls_last=True), "-claim", "pk")
        .values_list("claim", "content", "article__language", "claim__speaker__name")[:CANDIDATES]
    )


def _answering(query: Query, wordings: Iterable[Wording]) -> Iterator[int]:
    """The claims of which a wording answers, in their order; no further one is read than is asked for."""
    for claim, own in groupby(wordings, key=lambda row: row[0]):
        rows = list(own)
        told = [(exact_words(pieces), language) for _, pieces, language, _ in rows]
        if query.matches(told, also=rows[0][3] or ""):
            yield claim
