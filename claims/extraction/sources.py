"""Finds who says it: the subject of the cue, the agent of a passive, the owner of a gerund."""

from __future__ import annotations

from claims.extraction.antecedents import antecedent
from claims.extraction.attitudes import nearest_document
from claims.extraction.clauses import Site
from claims.extraction.clauses.french_subject import main_subject, subject_behind
from claims.extraction.controllers import controller
from claims.extraction.dependents import subject_by_parse
from claims.extraction.english_governors import governor, shared_subject
from claims.extraction.found import span_of
from claims.extraction.phrase_starts import phrase_start
from claims.extraction.phrases import Range, is_comma, is_time, phrase_end
from claims.extraction.reading import is_finite
from claims.extraction.records import Span, Spans
from claims.extraction.subjects import subject_left

# German contents that may be the whole clause around the cue.
WHOLE = frozenset({"predicate", "prepositional", "noun-phrase"})


def sources_of(site: Site, rule: str, content: Spans, last: Spans) -> Spans:
    """Who tells this content: the cue's own source, else what governs it, else ``last``, else the parse's subject."""
    cue = site.cue
    source = source_of(site)
    holds_source = rule == "act" or site.language.code == "de" and rule in WHOLE
    own: Spans = (source,) if source and (holds_source or not _inside(source, content)) else ()
    if rule == "raised" and not cue.is_passive:
        own = ()
    if not own and cue.reading in ("gerund", "infinitive"):
        governor = _governing_subject(site)
        own = (governor,) if governor and not _inside(governor, content) else last
    elif not own and rule != "raised" and _is_coordinated(site):
        own = last or _shared_subject(site, content)
    if not own and not cue.is_passive:
        second = _parsed_subject(site)
        own = (second,) if second and not _inside(second, content) else ()
    return own


def _parsed_subject(site: Site) -> Span | None:
    """The parse's subject; None where it is a time or the French object pronoun *que*."""
    parsed = subject_by_parse(site.units, site.cue.main)
    if parsed is None or site.units[parsed[0]].lower in ("que", "qu'", "dont"):
        return None
    tells_when = all(is_time(unit, site.language) for unit in site.units[slice(*parsed)])
    return None if tells_when else span_of(site.units, *parsed)


def source_of(site: Site) -> Span | None:
    """Who says it: the subject, the agent of a passive, the noun that a participle belongs to."""
    units, cue, language = site.units, site.cue, site.language
    if language.code == "de" and cue.verb.lemma == "zitieren" and (cited := _cited(site)):
        return cited
    if cue.is_passive:
        return agent_of(site)
    if language.code == "de" and site.subject is None and cue.verb.takes("w"):
        return _place_of_telling(site)
    if cue.reading == "gerund":
        start = cue.start
        while start > 0 and language.has("clitics", units[start - 1].lower):
            start -= 1
            if units[start].lower == "en":  # en affirmant que: said by who does it
                return None
        if is_comma(units[start - 1]) if start else True:
            return None
        begin = _behind_agent(site, start) or nearest_document(
            site, phrase_start(units, start, 0, language), start
        )
        return span_of(units, begin, start) if begin < start else None
    if cue.reading == "finite" and (own := _controller(site)):
        return own
    if site.subject is None:
        return None
    first = units[site.subject[0]]
    if language.has("relatives", first.lower) and site.subject[1] - site.subject[0] == 1:
        found: Range | None = None
        if language.code == "fr":
            found = antecedent(units, site.subject[0], _finite_of(site), language)
        elif language.code == "en" and first.lower == "that" and site.subject[0]:  # groups that warn of it
            begin = phrase_start(units, site.subject[0], 0, language)
            found = (begin, site.subject[0]) if begin < site.subject[0] else None
        return (span_of(units, *found) if found else None) or (first.start, first.end)
    span = span_of(units, *site.subject)
    if span and language.code == "fr" and first.lower.startswith("-"):
        text = first.text.lstrip("-")
        start = first.start + len(first.text) - len(text.removeprefix("t-"))
        return (start, first.end) if start < first.end else None
    return span


def _cited(site: Site) -> Span | None:
    """German *zitiert Weber mit den Worten*, *Weber wird zitiert*: who is cited said it, not who cites."""
    units, cue, language = site.units, site.cue, site.language
    if cue.is_passive:
        return span_of(units, *site.subject) if site.subject else None
    at = site.right
    while at < len(units) and (units[at].pos == "ADV" or units[at].lower == "dazu"):
        at += 1
    stop = phrase_end(units, at, len(units), language) if at < len(units) else at
    return span_of(units, at, stop) if stop > at else None


def _place_of_telling(site: Site) -> Span | None:
    """German *Aus Militärkreisen verlautete, …*: where it comes from stands in the place of a subject."""
    units, cue = site.units, site.cue
    for index in range(cue.start - 1, -1, -1):
        if units[index].lower in ("aus", "von", "vom"):
            return span_of(units, index + 1, cue.start)
        if is_comma(units[index]):
            return None
    return None


def _behind_agent(site: Site, start: int) -> int:
    """French *les accusations attribuées par le Journal l'accusant de …*: the agent is who accuses; 0 when there is none."""
    units, language = site.units, site.language
    begin = phrase_start(units, start, 0, language)
    by = next((i for i in range(start - 1, begin, -1) if units[i].lower == "par"), 0)
    return by + 1 if language.code == "fr" and by else 0


def _finite_of(site: Site) -> int:
    """Index of the verb of the group that agrees with the subject."""
    group = range(site.cue.start, site.cue.end)
    return next((i for i in group if is_finite(site.units[i], site.language)), site.cue.main)


def agent_of(site: Site) -> Span | None:
    """*by X*, *par X*, *von X*; in German also *in dem Artikel wird … vorgeworfen*."""
    units, language = site.units, site.language
    for index in range(site.cue.end, min(len(units) - 1, site.cue.end + 12)):
        if language.has("by", units[index].lower):
            stop = phrase_end(units, index + 1, len(units), language)
            return span_of(units, index + 1, stop) if stop > index + 1 else None
    if language.code != "de":
        return None
    for words in (("von", "vom", "seitens"), ("in", "im")):
        for index in range(site.cue.start - 1, -1, -1):
            if units[index].lower in words:
                stop = phrase_end(units, index + 1, site.cue.start, language)
                if stop > index + 1:
                    return span_of(units, index + 1, stop)
                break
            if is_comma(units[index]):
                break
    return _opening_document(site)


def _opening_document(site: Site) -> Span | None:
    """German *In diesem wird festgehalten*, *In einer Erklärung, die …, wurde verkündet*: where it stands opens the sentence."""
    units, language = site.units, site.language
    if len(units) < 3 or units[0].lower not in ("in", "im") or site.cue.start > 40:
        return None
    stop = phrase_end(units, 1, site.cue.start, language)
    if stop == 1 and units[1].lower in ("diesem", "dieser"):
        stop = 2
    told = stop > 1 and (stop >= len(units) or units[stop].text == "," or is_finite(units[stop], language))
    return span_of(units, 1, stop) if told else None


def _governing_subject(site: Site) -> Span | None:
    """Whose saying a gerund or an infinitive is: the subject of the finite verb before it, or after its comma."""
    units, language = site.units, site.language
    if own := _controller(site):
        return own
    if language.code == "fr" and (
        main := main_subject(units, site.cue.start, language)
        or _opening_subject(site)
        or _opened_subject(site)
    ):
        return span_of(units, *main)
    if language.code == "en" and site.cue.start and (found := governor(units, site.cue.start, language)):
        return span_of(units, *found)
    for index in range(site.cue.start - 1, -1, -1):
        if is_finite(units[index], language):
            subject = subject_left(units, index, 0, language)
            return span_of(units, *subject) if subject else None
    if language.code == "fr" and units[site.cue.start - 1].lower == "pour" and site.cue.start > 1:
        begin = phrase_start(units, site.cue.start - 1, 0, language)  # une marche pour exiger que …
        having = next(
            (i for i in range(begin, site.cue.start) if units[i].lower == "ayant"), site.cue.start - 1
        )
        return span_of(units, begin, having) if begin < having else None
    if language.code == "fr" and site.cue.reading == "gerund" and site.cue.start > 1:
        noun = antecedent(units, site.cue.start, site.cue.main, language)
        return span_of(units, *noun) if noun else None
    comma = next((i for i in range(site.cue.end, len(units)) if is_comma(units[i])), len(units))
    if comma + 1 >= len(units):
        return None
    stop = phrase_end(units, comma + 1, len(units), language)
    return (
        span_of(units, comma + 1, stop)
        if stop > comma + 1 and stop < len(units) and is_finite(units[stop], language)
        else None
    )


def _controller(site: Site) -> Span | None:
    """French: who an infinitive belongs to, *ne pas réclamer* as well as *réclamer*."""
    units, cue = site.units, site.cue
    if site.language.code != "fr" or units[cue.main].form != "Inf":
        return None
    if any(is_finite(unit, site.language) for unit in units[cue.start : cue.main]):
        return None  # veut réclamer
    own = controller(units, cue.start, site.language)
    return span_of(units, *own) if own else None


def _opening_subject(site: Site) -> Range | None:
    """*Le maire, tout en soulignant le risque, refuse …*: the subject before an insert with a gerund."""
    units, at = site.units, site.cue.start
    while at > 0 and units[at - 1].lower in ("en", "tout"):
        at -= 1
    begin = next((i + 1 for i in range(at - 1, -1, -1) if units[i].text in (";", ":")), 0)
    if at == site.cue.start or at - 1 <= begin or not is_comma(units[at - 1]):
        return None
    if units[begin].pos not in ("DET", "PROPN") or any(
        is_finite(unit, site.language) for unit in units[begin:at]
    ):
        return None
    return begin, at - 1


def _opened_subject(site: Site) -> Range | None:
    """*En annonçant la fin des travaux, le maire a …*: the subject of the clause that follows."""
    units = site.units
    begin = next((i + 1 for i in range(site.cue.start - 1, -1, -1) if units[i].text == ";"), 0)
    if any(is_finite(unit, site.language) for unit in units[begin : site.cue.start]):
        return None
    return next(
        (
            subject
            for at in range(site.cue.end, len(units))
            if is_comma(units[at]) and (subject := subject_behind(units, at, site.language))
        ),
        None,
    )


def _shared_subject(site: Site, content: Spans) -> Spans:
    """*X a agi et précise que …*, *X left and said that …*: the subject of the first predicate."""
    if site.language.code == "de":
        return ()
    find = shared_subject if site.language.code == "en" else main_subject
    main = find(site.units, site.cue.start, site.language)
    span = span_of(site.units, *main) if main else None
    return (span,) if span and not _inside(span, content) else ()


def _inside(source: Span, content: Spans) -> bool:
    return any(start <= source[0] and source[1] <= end for start, end in content)


def _is_coordinated(site: Site) -> bool:
    begin = site.cue.start
    return (
        begin > 0 and site.language.has("coordinators", site.units[begin - 1].lower) or site.subject is None
    )
