"""Rules that find what a cue verb tells: quotation, clause, infinitive, predicate or noun phrase.

Each rule takes a ``Site`` (a cue in its sentence with its subject) and gives the ranges of units of
its contents, or nothing. ``RULES`` is their order: the surest shapes come first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claims.extraction.bounds import clause_end, is_second_clause
from claims.extraction.clauses.bare import bare_clause, clause_left
from claims.extraction.clauses.complements import complementizer
from claims.extraction.clauses.extracted import extracted
from claims.extraction.clauses.french import trim as trim_french
from claims.extraction.clauses.french_objects import split_claims
from claims.extraction.clauses.french_outer import (
    leads_circumstance,
    main_clause_comma,
    outer_verb,
    outer_verb_comma,
)
from claims.extraction.clauses.german_acts import act, judged, tells_as_whole, whole
from claims.extraction.clauses.infinitives import infinitive
from claims.extraction.clauses.objects import accusation, noun_phrase, predicate, prepositional
from claims.extraction.clauses.parsed import parsed
from claims.extraction.clauses.quoted import colon, quotation_left, quotation_right
from claims.extraction.clauses.raising import endorsed, is_addressed, is_raising, raised
from claims.extraction.clauses.site import Contents, Site, make_site
from claims.extraction.clauses.trimming import trim
from claims.extraction.phrases import Range, is_comma
from claims.extraction.reading import is_finite

# The rules in the order in which they are tried; a raised subject comes before what may look like an object.
RULES: tuple[tuple[str, Callable[[Site], Contents]], ...] = (
    ("raised", raised),
    ("noun-phrase", endorsed),
    ("colon", colon),
    ("quotation-left", quotation_left),
    ("quotation-right", quotation_right),
    ("bare-clause", extracted),
    ("complementizer", complementizer),
    ("clause-left", clause_left),
    ("bare-clause", bare_clause),
    ("infinitive", infinitive),
    ("accusation", accusation),
    ("judged", judged),
    ("predicate", predicate),
    ("prepositional", prepositional),
    ("noun-phrase", noun_phrase),
    ("parsed", parsed),
    ("act", act),
)


# What a German passive tells stands in a clause (*es wird kritisiert, dass …*); its noun phrases are what it is about.
GIVEN_TO_SUBJECT = frozenset({"noun-phrase", "predicate", "prepositional", "quotation-right"})


def apply_rules(site: Site) -> Iterator[tuple[str, list[Range]]]:
    """Contents of the first rule that fires, each with the rule's name."""
    for name, rule in RULES:
        if site.language.code == "de" and site.cue.is_passive and name in GIVEN_TO_SUBJECT:
            continue
        contents = rule(site)
        if contents:
            if tells_as_whole(site, name, contents):
                contents = whole(site)
            for pieces in contents:
                if site.language.code == "fr":
                    last = trim_french(
                        site.units, name, _opening(site, name, pieces[-1]), site.is_past, site.language
                    )
                    parts = split_claims(site.units, name, last, site.language)
                    yield name, [*pieces[:-1], parts[0]]
                    for part in parts[1:]:
                        yield name, [part]
                else:
                    yield name, trim(site, name, pieces)
            for pieces in _further(site, contents[-1][-1][1]):
                is_quotation = site.units[pieces[0][0] - 1].text == ":"
                yield "colon-continuation" if is_quotation else "complementizer", pieces
            return


def _opening(site: Site, rule: str, piece: Range) -> Range:
    """French: what a gerund or an infinitive at the head of the sentence tells ends where the main clause opens.

    What *qui* tells inside another clause ends where that clause goes on.
    """
    first = site.units[site.cue.start]
    if site.subject and site.units[site.subject[0]].lower == "qui" and piece[0] > site.cue.start:
        piece = piece[0], outer_verb_comma(site.units, piece, site.language)
        if any(is_finite(unit, site.language) for unit in site.units[: site.subject[0]]):
            return piece
        return piece[0], max(
            piece[0] + 1, outer_verb(site.units, piece, rule == "complementizer", site.language)
        )
    if leads_circumstance(site.units, site.begin, site.language):
        return piece[0], main_clause_comma(site.units, 0, piece, site.language)
    if site.cue.reading not in ("gerund", "infinitive") and first.form != "Inf" or piece[0] < site.cue.start:
        return piece
    return piece[0], main_clause_comma(site.units, site.cue.start, piece, site.language)


def _further(site: Site, end: int) -> Iterator[list[Range]]:
    """The clauses that *and that …* adds to what a verb tells, each a content of its own."""
    units, language = site.units, site.language
    at = end
    while at < len(units):
        if units[at].text == ":" and at + 1 < len(units) and units[at + 1].kind == "quote":
            yield [(at + 1, at + 2)]
            return
        if is_comma(units[at]):
            at += 1
        if (
            at >= len(units)
            or not language.has("coordinators", units[at].lower)
            or not is_second_clause(units, at, language)
        ):
            return
        begin = at + 3 if units[at + 1].pos == "ADV" else at + 2
        stop = clause_end(units, begin, language)
        yield [(begin, stop)]
        at = stop


__all__ = ["RULES", "Site", "apply_rules", "endorsed", "is_addressed", "is_raising", "make_site"]
