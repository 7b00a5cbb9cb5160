"""Finds the attributions of one sentence, and carries speakers on from sentence to sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.extraction.according import according
from claims.extraction.attitudes import is_mere_attitude, nearest_document
from claims.extraction.chains import join_chains
from claims.extraction.clauses import Site, apply_rules, endorsed, is_raising, make_site
from claims.extraction.clauses.french import main_subject
from claims.extraction.clauses.french_objects import tells_nothing
from claims.extraction.cues import find_cues
from claims.extraction.dependents import subject_by_parse
from claims.extraction.found import Found, letters, span_of, spans_of
from claims.extraction.inserts import inserted_telling, label, reads
from claims.extraction.lexicon import Language
from claims.extraction.moods import elaborates, is_reported
from claims.extraction.moods import evidential as find_evidential
from claims.extraction.nominal import nominal, stance_noun
from claims.extraction.phrases import is_comma, phrase_end, phrase_start, subject_left
from claims.extraction.presented import presented
from claims.extraction.reading import Sentence, Unit, is_finite
from claims.extraction.records import Span, Spans

# How strongly a rule speaks when two rules claim the same words; the order follows their precision on the tuning sets.
ORDER = (
    "label",
    "colon-continuation",
    "colon",
    "quotation-left",
    "inside-quotation",
    "reads",
    "so",
    "as-told",
    "complementizer",
    "clause-left",
    "according-to",
    "quotation-right",
    "accusation",
    "bare-clause",
    "infinitive",
    "raised",
    "nominal",
    "predicate",
    "prepositional",
    "noun-phrase",
    "attitude",
    "stance-noun",
    "mood",
    "hearsay",
    "presented",
    "floating",
    "back-reference",
)


# What an infinitive (*to deny that …*, *pour dénoncer un projet*) may tell.
CLAUSES = frozenset({"complementizer", "bare-clause", "colon", "quotation-right"})
# What somebody wants, likes or plans, in English: a reader may do without it, so it has a rule of its own.
ATTITUDE_SHAPES = frozenset({"noun-phrase", "infinitive", "predicate", "prepositional"})
INFINITIVE_RULES = {
    "de": CLAUSES,
    "en": CLAUSES,
    "fr": CLAUSES | {"noun-phrase", "infinitive", "predicate", "prepositional", "accusation"},
}
# What a German passive tells stands in a clause (*es wird kritisiert, dass …*); its noun phrases are what it is about.
GIVEN_TO_SUBJECT = frozenset({"noun-phrase", "predicate", "prepositional", "quotation-right"})


def find_in_sentence(sentence: Sentence, language: Language) -> list[Found]:
    """All attributions of a sentence, in the order of the text, overlaps settled."""
    found = [
        *label(sentence, language),
        *according(sentence, language),
        *inserted_telling(sentence, language),
        *reads(sentence, language),
        *nominal(sentence, language),
        *stance_noun(sentence, language),
        *presented(sentence, language),
        *_inside_quotations(sentence, language),
        *_verbal(sentence, language),
    ]
    return _settled(join_chains(found))


def _verbal(sentence: Sentence, language: Language) -> Iterator[Found]:
    units = sentence.units
    last: Spans = ()
    for cue in find_cues(units, language):
        site = make_site(units, cue, language)
        for found in _of_cue(site, last):
            yield found
            if found.source:
                last = found.source


def _inside_quotations(sentence: Sentence, language: Language) -> Iterator[Found]:
    """French sets the teller inside the marks: *« Les outils existent, affirme le maire, et ils servent. »*"""
    if language.code != "fr":
        return
    for unit in sentence.units:
        for cue in find_cues(unit.inner, language):
            site = make_site(unit.inner, cue, language)
            before = unit.inner[cue.start - 1] if cue.start else None
            stop = site.right
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
            source = span_of(unit.inner, *site.subject) if site.subject else None
            if content and source:
                yield Found("inside-quotation", content, _cue_spans(site), (source,), verb=cue.verb)


def _of_cue(site: Site, last: Spans) -> Iterator[Found]:
    cue, units = site.cue, site.units
    if (
        cue.is_passive
        and site.language.code != "de"
        and not cue.verb.takes("x")
        and not _is_impersonal(site)
        and not is_raising(site)
        and not endorsed(site)
        and cue.verb.lemma not in ("zitieren", "quote", "citer")
    ):
        return
    if site.language.code == "fr" and tells_nothing(site):
        return
    source = _source(site)
    is_raised = is_raising(site) and not _is_impersonal(site)
    for rule, pieces in apply_rules(site):
        if site.language.code == "de" and cue.is_passive and rule in GIVEN_TO_SUBJECT:
            continue
        if is_raised and rule != "raised" and not endorsed(site) and (cue.is_passive or rule == "infinitive"):
            continue
        if cue.reading == "infinitive" and rule not in INFINITIVE_RULES[site.language.code]:
            continue
        if (
            cue.reading == "gerund"
            and rule in ("clause-left", "quotation-left", "noun-phrase")
            and not (rule == "noun-phrase" and (cue.verb.stance == "denies" or _is_free_gerund(site)))
        ):
            continue
        if (cue.verb.takes("t") or cue.verb.takes("w")) and rule == "noun-phrase" and cue.verb.takes("w"):
            continue
        content = spans_of(units, pieces)
        if not content:
            continue
        own: Spans = (
            ()
            if rule == "raised" and not cue.is_passive or source and _inside(source, content)
            else (source,)
            if source
            else ()
        )
        if not own and cue.reading in ("gerund", "infinitive"):
            governor = _governing_subject(site)
            own = (governor,) if governor and not _inside(governor, content) else last
        elif not own and rule != "raised" and _is_coordinated(site):
            own = last or _shared_subject(site, content)
        if not own and not cue.is_passive:
            parsed = subject_by_parse(units, cue.main)
            second = span_of(units, *parsed) if parsed else None
            own = (second,) if second and not _inside(second, content) else ()
        if site.language.code == "en" and cue.verb.takes("t") and rule in ATTITUDE_SHAPES:
            rule = "attitude"
        yield Found(
            rule,
            content,
            _cue_spans(site),
            own,
            verb=cue.verb,
            is_negated=cue.is_negated,
            continuation=rule == "colon-continuation",
        )


def _is_free_gerund(site: Site) -> bool:
    """*…, citing reports*, *Évoquant X, …*: a gerund that stands apart; beside its noun it qualifies (*un texte évoquant …*)."""
    begin = site.cue.start
    if site.language.code == "fr" and (begin == 0 or site.units[begin - 1].lower in ("en", "tout")):
        return True
    if site.language.code == "en":
        return True
    return site.language.code == "fr" and begin > 0 and is_comma(site.units[begin - 1])


def _governing_subject(site: Site) -> Span | None:
    """Whose saying a gerund or an infinitive is: the subject of the finite verb before it, or after its comma."""
    units, language = site.units, site.language
    if language.code == "fr" and (main := main_subject(units, site.cue.start, language)):
        return span_of(units, *main)
    for index in range(site.cue.start - 1, -1, -1):
        if is_finite(units[index], language):
            subject = subject_left(units, index, 0, language)
            return span_of(units, *subject) if subject else None
    comma = next((i for i in range(site.cue.end, len(units)) if is_comma(units[i])), len(units))
    if comma + 1 >= len(units):
        return None
    stop = phrase_end(units, comma + 1, len(units), language)
    return (
        span_of(units, comma + 1, stop)
        if stop > comma + 1 and stop < len(units) and is_finite(units[stop], language)
        else None
    )


def _shared_subject(site: Site, content: Spans) -> Spans:
    """French *X a agi et précise que …*: the subject of the first predicate."""
    if site.language.code != "fr":
        return ()
    main = main_subject(site.units, site.cue.start, site.language)
    span = span_of(site.units, *main) if main else None
    return (span,) if span and not _inside(span, content) else ()


def _inside(source: Span, content: Spans) -> bool:
    return any(start <= source[0] and source[1] <= end for start, end in content)


def _is_impersonal(site: Site) -> bool:
    return site.subject is not None and site.units[site.subject[0]].lower in ("it", "es", "il")


def _is_coordinated(site: Site) -> bool:
    begin = site.cue.start
    return (
        begin > 0 and site.language.has("coordinators", site.units[begin - 1].lower) or site.subject is None
    )


def _cue_spans(site: Site) -> Spans:
    return tuple((site.units[start].start, site.units[end - 1].end) for start, end in site.cue.pieces)


def _source(site: Site) -> Span | None:
    """Who says it: the subject, the agent of a passive, the noun that a participle belongs to."""
    units, cue, language = site.units, site.cue, site.language
    if cue.is_passive:
        return agent_of(site)
    if cue.reading == "gerund":
        start = cue.start
        while start > 0 and language.has("clitics", units[start - 1].lower):
            start -= 1
            if units[start].lower == "en":  # en affirmant que: said by who does it
                return None
        if is_comma(units[start - 1]) if start else True:
            return None
        begin = nearest_document(site, phrase_start(units, start, 0, language), start)
        return span_of(units, begin, start) if begin < start else None
    if site.subject is None:
        return None
    first = units[site.subject[0]]
    if language.has("relatives", first.lower) and site.subject[1] - site.subject[0] == 1:
        return _antecedent(site, site.subject[0]) or (first.start, first.end)
    span = span_of(units, *site.subject)
    if span and language.code == "fr" and first.lower.startswith("-"):
        text = first.text.lstrip("-")
        return first.start + len(first.text) - len(text.removeprefix("t-")), first.end
    return span


def _antecedent(site: Site, at: int) -> Span | None:
    units = site.units
    end = at - 1 if at and is_comma(units[at - 1]) else at
    start = phrase_start(units, end, 0, site.language)
    return span_of(units, start, end) if start < end and site.language.code == "fr" else None


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
                return span_of(units, index + 1, stop) if stop > index + 1 else None
            if is_comma(units[index]):
                break
    return None


def _settled(found: list[Found]) -> list[Found]:
    """Let the stronger rule have words that two rules claim; a clear part of another stays as nested."""
    kept: list[tuple[Found, set[int]]] = []
    for candidate in sorted(found, key=lambda one: (ORDER.index(one.rule), one.start)):
        words = letters(candidate.content)
        cue = letters(candidate.cue)
        if not words:
            continue
        nested, refused = False, False
        for other, theirs in kept:
            common = len(words & theirs)
            if not common:
                continue
            if cue and cue <= theirs and common == len(words):
                nested = True
            elif letters(other.cue) and letters(other.cue) <= words and theirs <= words:
                continue  # the wider telling: *dément un article l'accusant de …*
            elif common / len(words | theirs) > 0.55:
                refused = True
                break
            elif letters(other.cue) & words:  # this one holds the other's cue: it is the wider telling
                continue
            elif common > 0.5 * min(len(words), len(theirs)) and not cue <= theirs:
                refused = True
                break
        if not refused and not (nested and is_mere_attitude(candidate)):
            kept.append((replace(candidate, nested=candidate.nested or nested), words))
    marked = [replace(one, nested=one.nested or _is_nested(one, words, kept)) for one, words in kept]
    return sorted(marked, key=lambda one: (one.start, one.content))


def _is_nested(one: Found, words: set[int], kept: Sequence[tuple[Found, set[int]]]) -> bool:
    """Whether cue and content both lie inside the content of another."""
    cue = letters(one.cue)
    return bool(cue) and any(other is not one and cue <= theirs and words <= theirs for other, theirs in kept)


def refer_back(sentence: Sentence, previous: Sentence | None, language: Language) -> Found | None:
    """*Das teilte X mit*, *C'est ce qu'a annoncé X*: the content is the sentence before."""
    units = sentence.units
    words = [unit.lower for unit in units[:4]]
    if previous is None or len(units) < 4:
        return None
    if language.code == "de" and words[0] in ("das", "dies"):
        begin = 1
    elif language.code == "fr" and words[:3] in (["c'", "est", "ce"],) and words[3] in ("que", "qu'"):
        begin = 4
    else:
        return None
    cue = next(
        (
            one
            for one in find_cues(units, language)
            if one.main <= begin + 3
            and one.verb.takes("c")
            and not (language.code == "de" and one.verb.takes("w", "t"))
        ),
        None,
    )
    if cue is None or min(cue.start, cue.far if cue.far >= 0 else cue.start) > begin:
        return None
    first = cue.end if cue.far < 0 or cue.far > cue.start else cue.far + 1
    stop = phrase_end(units, first, len(units), language)
    source = span_of(units, first, stop)
    content = span_of(previous.units, 0, len(previous.units))
    if source is None or content is None or any(unit.lower in ("dass", "que") for unit in units[stop:]):
        return None
    pieces = tuple((units[low].start, units[high - 1].end) for low, high in cue.pieces)
    return Found("back-reference", (content,), pieces, (source,), verb=cue.verb)


def carry_on(
    sentence: Sentence, before: Found | None, language: Language, follows: bool = False
) -> Found | None:
    """A sentence without a cue that goes on with the last saying: a floating quotation, or a mood of hearsay."""
    units = [unit for unit in sentence.units if unit.kind != "punctuation"]
    if not units:
        return None
    if (
        units[0].kind == "quote"
        and len(units) == 1
        and (units[0].has_verb and units[0].words > 3 or units[0].words > 7)
    ):
        quotation = units[0].quotation
        assert quotation is not None
        return Found(
            "floating",
            (quotation.inner,),
            (),
            before.source if before else (),
            continuation=before is not None,
            inherits=True,
        )
    if language.code == "de" and (evidential := find_evidential(units, language)):
        span = span_of(units, 0, len(units))
        return (
            Found("hearsay", (span,), (evidential,), before.source if before else (), inherits=True)
            if span
            else None
        )
    goes_on = (
        is_reported(units, before is not None, language)
        or before is not None
        and follows
        and elaborates(units)
    )
    if language.code == "de" and goes_on:
        span = span_of(units, 0, len(units))
        return (
            Found(
                "mood",
                (span,),
                before.cue if before else (),
                before.source if before else (),
                continuation=before is not None,
                inherits=True,
            )
            if span
            else None
        )
    if language.code == "fr" and (cue := _press_conditional(units, language)):
        span = span_of(units, 0, len(units))
        return (
            Found("mood", (span,), (cue,), before.source if before else (), inherits=True) if span else None
        )
    return None


def _press_conditional(units: Sequence[Unit], language: Language) -> Span | None:
    """*aurait*, *serait*, *transmettrait* in a main clause that no *si* governs."""
    if any(
        unit.lower in ("si", "s'il", "s'ils", "pourrait", "devrait", "pourraient", "devraient", "voudrait")
        for unit in units
    ):
        return None
    for unit in units:
        if unit.kind != "word":
            continue
        if unit.mood == "Cnd" and unit.pos in ("VERB", "AUX"):
            return unit.start, unit.end
        if is_finite(unit, language):
            return None
    return None
