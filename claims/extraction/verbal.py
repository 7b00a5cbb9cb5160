"""What cue verbs tell: each cue of a sentence with the contents that the clause rules find for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.extraction.clauses import Site, apply_rules, endorsed, is_addressed, is_raising, make_site
from claims.extraction.clauses.english import is_carried_out
from claims.extraction.clauses.french_objects import tells_nothing
from claims.extraction.cues.finding import find_cues
from claims.extraction.found import Found, spans_of
from claims.extraction.lexicon import Language
from claims.extraction.phrases import is_comma, phrase_end
from claims.extraction.reading import Sentence, Unit
from claims.extraction.records import Spans
from claims.extraction.sources import source_of, sources_of
from claims.extraction.things import is_thing

# What an infinitive (*to deny that …*, *pour dénoncer un projet*) may tell.
CLAUSES = frozenset({"complementizer", "bare-clause", "colon", "quotation-right"})
INFINITIVE_RULES = {
    "de": CLAUSES,
    "en": CLAUSES,
    "fr": CLAUSES | {"noun-phrase", "parsed", "infinitive", "predicate", "prepositional", "accusation"},
}


# What somebody wants, likes or plans, in English: a reader may do without it, so it has a rule of its own.
ATTITUDE_SHAPES = frozenset({"noun-phrase", "infinitive", "predicate", "prepositional"})
# What somebody is asked, told or urged, in English; who asks may stay unnamed.
ADDRESSED_RULES = frozenset({"complementizer", "infinitive"})
# *Cette position rappelle les tensions …*: a thing that tells of a noun only brings it to mind.
GIVEN_BY_PEOPLE = frozenset({"noun-phrase", "predicate", "prepositional"})


def verbal(sentence: Sentence, language: Language) -> Iterator[Found]:
    units = sentence.units
    last: Spans = ()
    for cue in find_cues(units, language):
        site = make_site(units, cue, language)
        for found in _of_cue(site, last):
            yield found
            if found.source:
                last = found.source


def inside_quotations(sentence: Sentence, language: Language) -> Iterator[Found]:
    """French sets the teller inside the marks: *« Les outils existent, affirme le maire, et ils servent. »*"""
    if language.code != "fr":
        return
    for unit in sentence.units:
        for cue in find_cues(unit.inner, language):
            site = make_site(unit.inner, cue, language)
            before = unit.inner[cue.start - 1] if cue.start else None
            stop = _behind_place(unit.inner, site.right, language)
            closed = (
                stop >= len(unit.inner)
                or is_comma(unit.inner[stop - 1])
                or unit.inner[stop].kind == "punctuation"
            )
            if not (
                site.is_inverted
                and before is not None
                and is_comma(before)
                and closed
                and cue.verb.takes("q")
            ):
                continue
            content = spans_of(unit.inner, [(0, cue.start - 1), (stop, len(unit.inner))])
            source = source_of(site)
            if content and source:
                yield Found("inside-quotation", content, _cue_spans(site), (source,), verb=cue.verb)


def _behind_place(units: Sequence[Unit], at: int, language: Language) -> int:
    """*affirme-t-on au ministère, …*: index of the comma behind a phrase that tells where; ``at`` when none closes it."""
    if at >= len(units) or units[at].pos != "ADP":
        return at
    stop = phrase_end(units, at + 1, len(units), language)
    return stop if stop < len(units) and is_comma(units[stop]) else at


# Inside the marks only the surest shapes are read; the words are another's already.
INNER_RULES = frozenset({"complementizer", "infinitive", "noun-phrase"})


def inner_tellings(sentence: Sentence, language: Language) -> Iterator[Found]:
    """French: what a quotation itself reports, *« Le maire nous a dit que le pont tiendra. »*; always nested."""
    if language.code != "fr":
        return
    for unit in sentence.units:
        if unit.words < LEAST_INNER:
            continue
        for words in _inner_sentences(unit.inner):
            for cue in find_cues(words, language):
                site = make_site(words, cue, language)
                if site.subject is None or cue.verb.takes("t", "w") or _is_first_person(site):
                    continue
                for found in _of_cue(site, ()):
                    if found.rule in INNER_RULES and found.source:
                        yield replace(found, nested=True)


def _inner_sentences(words: Sequence[Unit]) -> Iterator[Sequence[Unit]]:
    start = 0
    for at, unit in enumerate(words):
        if unit.text in (".", "!", "?", "…") or at - start >= LONGEST_INNER:
            yield words[start : at + 1]
            start = at + 1
    if start < len(words):
        yield words[start:]


# A quotation without stops is read in pieces, so that time stays linear in its length.
LONGEST_INNER = 300
# Shorter quotations hold no report of their own.
LEAST_INNER = 7


def _is_first_person(site: Site) -> bool:
    """*« Je pense que … »*: the speaker's own words are told already."""
    subject = site.subject or (0, 0)
    return any(site.language.has("first_person", unit.lower) for unit in site.units[subject[0] : subject[1]])


def _of_cue(site: Site, last: Spans) -> Iterator[Found]:
    if not _may_tell(site):
        return
    cue = site.cue
    for rule, pieces in apply_rules(site):
        if not _is_open(site, rule):
            continue
        content = spans_of(site.units, pieces)
        is_attitude = site.language.code == "en" and cue.verb.takes("t") and rule in ATTITUDE_SHAPES
        if content:
            yield Found(
                "attitude" if is_attitude else rule,
                content,
                _cue_spans(site),
                sources_of(site, rule, content, last),
                verb=cue.verb,
                is_negated=cue.is_negated,
                continuation=rule == "colon-continuation",
            )


def _may_tell(site: Site) -> bool:
    """Whether the cue tells anything at all: most passives and some words of the writer do not."""
    cue = site.cue
    if site.language.code == "fr" and tells_nothing(site):
        return False
    return (
        not cue.is_passive
        or site.language.code == "de"
        or cue.verb.takes("x")
        or _is_impersonal(site)
        or is_raising(site)
        or is_addressed(site)
        or endorsed(site) != []
        or cue.verb.lemma in ("zitieren", "quote", "citer")
    )


def _is_open(site: Site, rule: str) -> bool:
    """Whether a rule's content may be believed for this form of the verb."""
    cue = site.cue
    is_told = rule not in GIVEN_BY_PEOPLE or cue.reading != "finite" or site.subject is None
    if not is_told and site.subject and is_thing(site.units[slice(*site.subject)], site.language):
        return False
    if is_addressed(site) and not endorsed(site):
        return rule in ADDRESSED_RULES or rule == "noun-phrase" and bool(cue.verb.particles)
    is_raised = is_raising(site) and not _is_impersonal(site)
    if is_raised and rule != "raised" and not endorsed(site) and (cue.is_passive or rule == "infinitive"):
        return False
    if cue.reading == "infinitive" and rule not in INFINITIVE_RULES[site.language.code]:
        return site.language.code == "en" and is_carried_out(site)
    if cue.reading == "gerund":
        if rule in ("clause-left", "quotation-left"):
            return False
        if rule == "noun-phrase" and cue.verb.stance != "denies" and not _is_free_gerund(site):
            return False
    return rule != "noun-phrase" or not cue.verb.takes("w")


def _is_free_gerund(site: Site) -> bool:
    """*…, citing reports*, *Évoquant X, …*: a gerund that stands apart; beside its noun it qualifies (*un texte évoquant …*)."""
    begin = site.cue.start
    if site.language.code == "fr" and (begin == 0 or site.units[begin - 1].lower in ("en", "tout")):
        return True
    if site.language.code == "en":
        return True
    return site.language.code == "fr" and begin > 0 and (is_comma(site.units[begin - 1]) or _is_written(site))


def _is_written(site: Site) -> bool:
    """French *une lettre réclamant une aide*, *certains avançant le chiffre de dix*: who or what says it stands before."""
    before = site.units[site.cue.start - 1].lower
    return before in ("certains", "d'autres", "beaucoup") or any(
        site.language.has(kind, before) for kind in ("documents", "speaking_roles")
    )


def _is_impersonal(site: Site) -> bool:
    return site.subject is not None and site.units[site.subject[0]].lower in ("it", "es", "il")


def _cue_spans(site: Site) -> Spans:
    return tuple((site.units[start].start, site.units[end - 1].end) for start, end in site.cue.pieces)
