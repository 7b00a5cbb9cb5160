"""German subordinate clauses that their mood alone makes reported: *Er begrüßte den Plan, der Arbeit bringen werde*.

The main clause stands in the indicative and tells nothing that another rule finds; the Konjunktiv of the clause beside it
gives its words to the subject of the main clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.extraction.clauses.german import comma_parts, leads_subordinate
from claims.extraction.dependents import subject_by_parse
from claims.extraction.found import Found, span_of
from claims.extraction.lexicon import Language
from claims.extraction.moods import REPORTED, evidential, is_reported
from claims.extraction.phrases import Range
from claims.extraction.reading import Sentence, Unit, is_finite
from claims.extraction.records import Spans

# Words that open a clause which may be reported by its mood. Conditions, comparisons and questions stand in Konjunktiv of
# their own accord.
LINKS = frozenset({"wo", "weil", "da", "obwohl", "obgleich"})
# Konjunktiv II that reports, in place of a Konjunktiv I that looks like the indicative; the modals weigh a chance.
PAST = frozenset({"hätten", "wären", "müssten", "hätte", "wäre"})
FUTURE = frozenset({"würde", "würden"})


ALL_MOODS = REPORTED | PAST | FUTURE


def reported_clause(sentence: Sentence, language: Language) -> Iterator[Found]:
    """Subordinate clauses in Konjunktiv under a main clause in the indicative; German only."""
    units = sentence.units
    if language.code != "de" or not any(_is_mood(unit) for unit in units):
        return
    if is_reported(units, True, language) or evidential(units, True, language):
        return
    for low, high in comma_parts(units, 0, len(units)):
        if low == 0 or not leads_subordinate(units, low, language):
            continue
        if not _is_told(units, low, high, language):
            continue
        is_object = units[low].lower in ("dass", "daß")
        verb = next((i for i in range(low - 1, -1, -1) if is_finite(units[i], language)), -1)
        span = span_of(units, low + is_object, _end(units, high, language))
        if span:
            cue = _cue(units, verb, low) if is_object else ()
            yield Found("reported-clause", (span,), cue, _source(units, verb, low), inherits=True)
            return


def _is_told(units: Sequence[Unit], low: int, high: int, language: Language) -> bool:
    """Whether the clause's verb stands in a mood that reports, as far as its first word lets it."""
    first = units[low].lower
    verb = next((unit for unit in reversed(units[low:high]) if _is_mood(unit)), None)
    if verb is None:
        return False
    lower = verb.lower
    is_first_mood = lower not in PAST | FUTURE
    if first in ("dass", "daß"):
        return is_first_mood or lower in PAST | FUTURE
    is_relative = language.has("relatives", first) or units[low].pos == "ADP" or first.startswith("welch")
    if first in LINKS or is_relative:
        return is_first_mood or lower in PAST - {"hätte", "wäre"}
    return False


def _is_mood(unit: Unit) -> bool:
    lower = unit.lower
    return lower in ALL_MOODS or unit.mood == "Sub" and lower.endswith("e") and not lower.endswith("te")


def _end(units: Sequence[Unit], high: int, language: Language) -> int:
    """The clause with what hangs on it: infinitives and further subordinate clauses behind its comma."""
    end = high
    for low, stop in comma_parts(units, high + 1, len(units)):
        hangs = leads_subordinate(units, low, language) or not any(
            is_finite(unit, language) for unit in units[low:stop]
        )
        if units[end].text != "," or not hangs:
            break
        end = stop
    return end


def _cue(units: Sequence[Unit], verb: int, low: int) -> Spans:
    """The finite verb before the clause, and the participle, particle or *darauf* before the comma."""
    pieces = [verb, low - 2] if low - 2 > verb and units[low - 2].pos in CLOSING else [verb]
    return tuple((units[at].start, units[at].end) for at in pieces) if verb >= 0 else ()


CLOSING = frozenset({"VERB", "ADV", "ADP", "ADJ"})


def _source(units: Sequence[Unit], verb: int, low: int) -> Spans:
    """The subject of the finite verb before the clause."""
    for at in (verb, units[verb].head) if verb >= 0 else ():
        subject: Range | None = subject_by_parse(units, at) if 0 <= at < low else None
        span = span_of(units, *subject) if subject and subject[1] <= low else None
        if span:
            return (span,)
    return ()
