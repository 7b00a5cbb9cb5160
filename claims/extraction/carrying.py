"""Carries a saying on from sentence to sentence: *C'est ce qu'a dit X*, floating quotations, moods of hearsay."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.cues.finding import find_cues
from claims.extraction.found import Found, span_of
from claims.extraction.lexicon import Language
from claims.extraction.moods import elaborates, is_reported
from claims.extraction.moods import evidential as find_evidential
from claims.extraction.phrases import phrase_end
from claims.extraction.reading import Sentence, Unit, is_finite
from claims.extraction.records import Span

EMERGING = "hervor gehen"  # Dies geht aus einem Bericht hervor: what tells stands behind *aus*


def refer_back(sentence: Sentence, previous: Sentence | None, language: Language) -> Found | None:
    """*Das teilte X mit*, *C'est ce qu'a annoncé X*: the content is the sentence before."""
    units = sentence.units
    words = [unit.lower for unit in units[:4]]
    if previous is None or len(units) < 4:
        return None
    if language.code == "fr" and (named := _remark(sentence, previous, language)):
        return named
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
            and not (
                language.code == "de"
                and (one.verb.takes("w", "t") and one.verb.lemma != EMERGING or units[one.main].mood == "Sub")
            )
        ),
        None,
    )
    if cue is None or min(cue.start, cue.far if cue.far >= 0 else cue.start) > begin:
        return None
    first = cue.end if cue.far < 0 or cue.far > cue.start else cue.far + 1
    if cue.verb.lemma == EMERGING and units[first].lower == "aus":
        first += 1
    stop = phrase_end(units, first, len(units), language)
    source = span_of(units, first, stop)
    content = span_of(previous.units, 0, len(previous.units))
    if source is None or content is None or any(unit.lower in ("dass", "que") for unit in units[stop:]):
        return None
    pieces = tuple((units[low].start, units[high - 1].end) for low, high in cue.pieces)
    return Found("back-reference", (content,), pieces, (source,), verb=cue.verb)


# *C'est la remarque de X*: nouns for what somebody has just said.
REMARKS = frozenset({"remarque", "constat", "avis", "analyse", "conclusion", "conviction", "opinion", "thèse", "réponse", "souhait", "promesse", "message", "reproche", "regret"})  # fmt: skip


def _remark(sentence: Sentence, previous: Sentence, language: Language) -> Found | None:
    """French *C'est la remarque du maire*, and nothing more: the content is the sentence before."""
    units = sentence.units
    opens = [unit.lower for unit in units[:2]] in (["c'", "est"], ["tel", "est"], ["telle", "est"])
    noun = next((i for i in range(2, min(6, len(units))) if units[i].lower in REMARKS), -1)
    if (
        not opens
        or noun < 0
        or noun + 2 >= len(units)
        or units[noun + 1].lower not in ("de", "du", "d'", "des")
    ):
        return None
    stop = phrase_end(units, noun + 2, len(units), language)
    if any(unit.kind != "punctuation" for unit in units[stop:]):
        return None
    source, content = span_of(units, noun + 2, stop), span_of(previous.units, 0, len(previous.units))
    if source is None or content is None:
        return None
    cue = (units[0].start, units[noun].end)
    return Found("back-reference", (content,), (cue,), (source,))


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
    if language.code == "de" and (evidential := find_evidential(sentence.units, follows, language)):
        span = span_of(units, 0, len(units))
        return (
            Found("hearsay", (span,), (evidential,), before.source if before else (), inherits=True)
            if span
            else None
        )
    goes_on = (
        is_reported(sentence.units, before is not None, language)
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
