"""German tellings beside a clause: *wie X mitteilte*, *wie aus X hervorgeht*, *so X*, *so bestätigte X*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.extraction.appositions import apposition_end, behind_relative
from claims.extraction.bounds import clause_end
from claims.extraction.clauses.german import is_reported_clause
from claims.extraction.cues.finding import find_cues
from claims.extraction.found import Found, Range, span_of, spans_of
from claims.extraction.inserted import around
from claims.extraction.lexicon import Form, Language
from claims.extraction.phrase_starts import phrase_start
from claims.extraction.phrases import is_comma, is_time, matches, phrase_end
from claims.extraction.reading import Sentence, Unit, is_finite

# Words that *so* leads as an adverb, not as a teller.
NO_TELLERS = frozenset(
    ["etwas", "viel", "wie", "dass", "auch", "etwa", "beispielsweise", "zum", "lange", "gut", "weit"]
)
STOPS = frozenset({".", ";", ":", "!", "?"})
LONGEST_INSERT = 30
# Prepositions before the place where one reads it: *wie aus dem Bericht hervorgeht*, *wie es in dem Papier heißt*.
PLACES = frozenset({"aus", "in", "im", "von", "vom", "bei", "beim"})


def so_told(units: Sequence[Unit], at: int, language: Language) -> Found | None:
    """*…, so der Minister*: a noun phrase and nothing else, or a verb of saying with its subject."""
    if at == 0 or at + 1 >= len(units):
        return None
    if is_finite(units[at + 1], language):
        return _so_says(units, at, language)
    stop = phrase_end(units, at + 1, len(units), language)
    if (
        stop <= at + 1
        or stop < len(units)
        and is_finite(units[stop], language)
        or units[at + 1].lower in NO_TELLERS
    ):
        return None
    stop = apposition_end(units, stop, len(units), language)
    after = next((i for i in range(stop, len(units)) if units[i].kind == "punctuation"), len(units))
    if any(is_finite(unit, language) for unit in units[stop:after]):
        return None
    after = behind_relative(units, after, language)
    return _beside(units, at, after, (at, at + 1), (at + 1, stop), "so", language)


def _so_says(units: Sequence[Unit], at: int, language: Language) -> Found | None:
    """*…, so bestätigt das Gericht*, *…, so zeigen Studien, …*."""
    verb = at + 1
    forms = language.forms.get(units[verb].lower, ())
    if not any(form.verb.takes("c", "q", "a") and not form.verb.particles for form in forms):
        return None
    after = next((i for i in range(verb + 1, len(units)) if units[i].kind == "punctuation"), len(units))
    start = verb + 1
    while start < after and (
        units[start].pos == "ADV" or units[start].lower in ("ihn", "sie", "es") and start + 1 < after
    ):
        start += 1
    stop = phrase_end(units, start, after, language)
    return _beside(units, at, after, (at, verb + 1), (start, stop), "so", language) if stop > start else None


def _beside(
    units: Sequence[Unit],
    start: int,
    end: int,
    cue: Range,
    source: Range,
    rule: str,
    language: Language,
    form: Form | None = None,
) -> Found | None:
    """What the insert ``[start, end)`` tells: all before it when it closes the sentence, else the clause around it."""
    if end >= len(units) or units[end].text in (*STOPS, "…"):
        spans = spans_of(units, [(start_of_all(units, start), start)])
    else:
        spans = spans_of(units, around(units, start, end, language))
    cue_span, source_span = span_of(units, *cue), span_of(units, *source)
    if not spans or cue_span is None:
        return None
    return Found(
        rule, spans, (cue_span,), (source_span,) if source_span else (), verb=form.verb if form else None
    )


def start_of_all(units: Sequence[Unit], at: int) -> int:
    """After the last stop before ``at``."""
    return next((i + 1 for i in range(at - 1, -1, -1) if units[i].text in (";", ":")), 0)


def as_told(units: Sequence[Unit], at: int, language: Language) -> Found | None:
    """*wie X, der Sprecher, am Freitag mitteilte*: the verb ends its clause, whatever commas stand before it."""
    closing = _closing_verb(units, at, language)
    if closing is None or units[at].lower == "wie" and _asks_how(units, at):
        return None
    (begin, end), form = closing
    source = _teller(units, at + 1, begin, language) or _teller_behind(units, end, language)
    is_passive = any(language.has("passive", unit.lower) for unit in units[begin:end])
    if source is None and form is not None and not form.verb.takes("w") and not is_passive:
        return None
    after = source[1] if source and source[0] >= end else end
    return _beside(units, at, after, (begin, end), source or (at, at), "as-told", language, form)


def _asks_how(units: Sequence[Unit], at: int) -> bool:
    """*wie lange jemand …*, *wie man es nicht erwartet hatte*: a question or a comparison."""
    first = units[at + 1] if at + 1 < len(units) else units[at]
    return (
        first.lower in ("man", "jemand", "sehr", "viel", "viele")
        or first.pos == "ADJ"
        and first.form != "Part"
    )


def _closing_verb(units: Sequence[Unit], at: int, language: Language) -> tuple[Range, Form | None] | None:
    """The verb group that ends the clause led by *wie*, and its form; none of the lexicon's for *wie es heißt*."""
    for index in range(at + 1, min(len(units), at + LONGEST_INSERT)):
        unit = units[index]
        if unit.text in STOPS or unit.kind == "quote" and unit.has_verb:
            return None
        if unit.kind != "word" or unit.text[0].isupper():
            continue
        if unit.lower in ("heißt", "hieß", "heiße") and any(one.lower == "es" for one in units[at:index]):
            return (index, index + 1), None
        for form in language.forms.get(unit.lower, ()):
            group = _group(units, at, index, form, language)
            if group is not None:
                return group, form
        closes = index + 1 < len(units) and is_comma(units[index + 1])
        if is_finite(unit, language) and (closes or index == at + 1):
            return None  # wie er arbeitet, …: the clause ends with another verb
    return None


def _group(units: Sequence[Unit], at: int, index: int, form: Form, language: Language) -> Range | None:
    """The verb group at ``index`` with particle and auxiliary when it ends its clause and tells; else None."""
    verb, size = form.verb, len(form.verb.particles)
    if not verb.takes("c", "q") or units[index - 1].lower == "zu":
        return None
    begin, end = index, index + 1
    if size and not form.is_joined:
        begin = index - size
        if begin <= at or not matches(units, begin, verb.particles):
            return None
    if "participle" in form.readings:
        while end < len(units) and end - index < 3 and language.has("auxiliaries", units[end].lower):
            end += 1
    if end == index + 1 and not form.readings & {"finite", "subjunctive"}:
        return None
    after = units[end] if end < len(units) else None
    closes = after is None or after.kind != "word" or is_finite(after, language)
    return (begin, end) if closes or index == at + 1 else None


def _teller(units: Sequence[Unit], start: int, end: int, language: Language) -> Range | None:
    """Who tells: the phrase behind *wie*, its apposition included, or what stands behind *aus*."""
    at = start
    while at < end and (units[at].pos == "ADV" or is_time(units[at], language) or units[at].lower == "es"):
        at += 1
    if at < end and units[at].lower in PLACES:
        stop = phrase_end(units, at + 1, end, language)
        return (at + 1, stop) if stop > at + 1 else None
    stop = phrase_end(units, at, end, language)
    if stop <= at:
        begin = phrase_start(units, end, start, language)
        return (begin, end) if begin < end and units[begin].lower not in ("sich", "es") else None
    stop = apposition_end(units, stop, end, language) if stop < end else stop
    return at, stop


def _teller_behind(units: Sequence[Unit], start: int, language: Language) -> Range | None:
    """*wie sagte einst Weber*: the subject behind the verb."""
    if start >= len(units) or units[start].kind != "word" or is_finite(units[start], language):
        return None
    stop = phrase_end(units, start, len(units), language)
    return (start, stop) if stop > start else None


def pointed(sentence: Sentence, language: Language) -> Iterator[Found]:
    """German *Das Boot ist leck, das meldete die Werft*: the second clause points at the first."""
    units = sentence.units
    if language.code != "de":
        return
    for at in range(3, len(units) - 2):
        if not is_comma(units[at - 1]) or units[at].lower not in ("das", "dies"):
            continue
        verb = next((i for i in range(at + 1, min(at + 4, len(units))) if is_finite(units[i], language)), -1)
        if verb < 0 or any(unit.pos in ("NOUN", "PROPN") for unit in units[at:verb]):
            continue
        cue = next((one for one in find_cues(units, language) if one.main == verb), None)
        if cue is None or not cue.verb.takes("c") or cue.verb.takes("t"):
            continue
        end = cue.far if cue.far > verb else len(units)
        stop = phrase_end(units, verb + 1, end, language)
        span, source = span_of(units, 0, at - 1), span_of(units, verb + 1, stop)
        rest = [unit for unit in units[stop:end] if unit.kind != "punctuation"]
        if span and source and not any(is_finite(unit, language) for unit in rest):
            cue_spans = tuple((units[low].start, units[high - 1].end) for low, high in cue.pieces)
            yield Found("back-reference", (span,), cue_spans, (source,), verb=cue.verb)


def it_says(sentence: Sentence, language: Language) -> Iterator[Found]:
    """German *es heißt nun, dass …*, *in denen es auch heißt, …*: *es* stands before the verb, its clause behind a comma."""
    units = sentence.units
    if language.code != "de":
        return
    for verb in range(1, len(units) - 3):
        if units[verb].lower not in ("heißt", "hieß", "heiße"):
            continue
        low = verb
        while low > 0 and not is_comma(units[low - 1]) and units[low - 1].text not in STOPS:
            low -= 1
        pronoun = next((i for i in range(low, verb) if units[i].lower == "es"), -1)
        comma = next((i for i in range(verb + 1, min(verb + 5, len(units) - 1)) if is_comma(units[i])), -1)
        if pronoun < 0 or comma < 0 or units[low].lower == "wie":
            continue
        begin = comma + 2 if units[comma + 1].lower in ("dass", "daß") else comma + 1
        span = span_of(units, begin, clause_end(units, begin, language))
        if span and (begin > comma + 1 or is_reported_clause(units, begin, len(units), language)):
            cue = ((units[pronoun].start, units[pronoun].end), (units[verb].start, units[verb].end))
            yield Found("reads", (span,), cue, ())
