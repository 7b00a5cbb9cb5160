"""Tellings beside a clause: *wie X mitteilte*, *so X*, *as X said*, *heißt es in …*, and the label *X: …*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.extraction.appositions import apposition_end
from claims.extraction.bounds import clause_end
from claims.extraction.found import Found, span_of, spans_of
from claims.extraction.german_inserts import as_told, so_told, start_of_all
from claims.extraction.inserted import around, behind_que
from claims.extraction.lexicon import Form, Language
from claims.extraction.phrases import is_comma, is_time, matches, phrase_at, phrase_end
from claims.extraction.reading import Sentence, Unit


def inserted_telling(sentence: Sentence, language: Language) -> Iterator[Found]:
    """*wie X mitteilte*, *so X*, *as X said*, *comme l'a dit X*: an insert that tells of the clause around it."""
    units = sentence.units
    for at, unit in enumerate(units):
        if (
            not language.has("say_as", unit.lower)
            or at
            and not (is_comma(units[at - 1]) or units[at - 1].kind == "quote")
        ):
            continue
        if language.code == "de":
            found = so_told(units, at, language) if unit.lower == "so" else as_told(units, at, language)
            if found:
                yield found
            continue
        end = at + 1
        while (
            end < len(units)
            and not is_comma(units[end])
            and units[end].text not in (".", ";", ":", "!", "?")
            and units[end].kind != "quote"
        ):
            end += 1
        if end - at > 16 or end - at < 2:
            continue
        found = _as(units, at, end, language)
        if found:
            yield found


def _as(units: Sequence[Unit], at: int, end: int, language: Language) -> Found | None:
    """An insert led by *as* or *comme* that holds a cue verb."""
    for index in range(at + 1, end):
        forms = language.forms.get(units[index].lower, ())
        if language.code == "en":
            is_passive = language.has("passive", units[index - 1].lower)  # as it is called
            forms = tuple(
                form for form in forms if matches(units, index + 1, form.verb.particles) and not is_passive
            )
        if language.code == "en" and not _stands_alone(units, index + 1, end, language):
            continue
        if not any(form.verb.takes("c", "q") for form in forms) or units[index].pos in (
            "NOUN",
            "PROPN",
            "ADJ",
        ):
            continue
        if units[index - 1].lower in language.words["infinitive"]:
            continue
        last = index  # of the cue
        if language.code == "fr":
            last = _behind_particles(units, index, forms) - 1
            if last < index:
                continue
        low, high = at + 1, index
        while high > low and (
            units[high - 1].pos in ("AUX", "ADV", "ADP")
            or language.has("auxiliaries", units[high - 1].lower)
            or language.has("clitics", units[high - 1].lower)
        ):
            high -= 1
        source = (low, phrase_end(units, low, high, language))
        if source[1] <= source[0]:
            source = (last + 1, phrase_end(units, last + 1, end, language))
            if language.code == "fr":  # comme l'a dit Jean Dupont, le patron de Nordline, …
                source = (source[0], apposition_end(units, source[1], len(units), language))
                end = max(end, source[1])
        elif language.code == "en" and source[1] < high:
            continue
        pieces = around(units, at, end, language)
        if language.code == "fr" and pieces and pieces[0][0] < (begin := behind_que(units, at, language)):
            pieces[0] = (begin, pieces[0][1])
        spans = spans_of(units, pieces)
        source_span, cue = span_of(units, *source), span_of(units, index, last + 1)
        if not spans or not source_span:
            return None
        return Found("as-told", spans, (cue,) if cue else (), (source_span,), verb=forms[0].verb)
    return None


def _stands_alone(units: Sequence[Unit], at: int, end: int, language: Language) -> bool:
    """English *as she said, as she said on Friday*, but not *as they call each other* nor *as she goes on to say*."""
    if at >= end:
        return True
    return (
        units[at].pos in ("ADP", "ADV", "PUNCT") and units[at].lower != "to" or is_time(units[at], language)
    )


def _behind_particles(units: Sequence[Unit], at: int, forms: Sequence[Form]) -> int:
    """Index after a French verb with what belongs to it (*fait remarquer*); 0 when only longer cues begin with the form."""
    for form in forms:
        if matches(units, at + 1, form.verb.particles):
            return at + 1 + len(form.verb.particles)
    return 0


def reads(sentence: Sentence, language: Language) -> Iterator[Found]:
    """German *heißt es in dem Bericht* beside a clause or a quotation."""
    units = sentence.units
    if not language.phrases["reads"]:
        return
    for at in range(len(units)):
        if length := phrase_at(units, at, "reads", language):
            end = at + length
            source = _place_of_reading(units, at, end, language)
            if at and is_comma(units[at - 1]):
                content = [(start_of_all(units, at - 1), at - 1)]
            else:
                begin = next(
                    (i + 1 for i in range(end, len(units)) if is_comma(units[i]) or units[i].text == ":"), -1
                )
                if begin < 0:
                    continue
                if begin < len(units) and units[begin].lower in ("dass", "daß"):
                    begin += 1
                content = [(begin, clause_end(units, begin, language))]
            spans = spans_of(units, content)
            cue = span_of(units, at, end)
            if spans and cue:
                yield Found("reads", spans, (cue,), (source,) if source else ())


def _place_of_reading(units: Sequence[Unit], at: int, end: int, language: Language) -> tuple[int, int] | None:
    """The document that is read: *in dem … Bericht*, *aus dem Ministerium*, on either side."""
    for index in range(end, min(len(units), end + 6)):
        if units[index].lower in ("in", "im", "aus", "von", "vom", "bei", "beim"):
            stop = phrase_end(units, index + 1, len(units), language)
            if stop > index + 1:
                return span_of(units, index + 1, stop)
    end = at
    for index in range(at - 1, -1, -1):
        if units[index].lower in ("in", "im", "aus", "von", "vom", "bei", "beim"):
            stop = phrase_end(units, index + 1, end, language)
            if all(is_time(unit, language) or unit.pos == "ADJ" for unit in units[index + 1 : end]):
                end = index  # in einer Erklärung vom vergangenen Freitag
            elif stop == end and stop > index + 1:
                return span_of(units, index + 1, at)
    return None


def label(sentence: Sentence, language: Language) -> Iterator[Found]:
    """A line that opens with its speaker: *WALLACE: What do you say?*, *Pence: Trump was mocking*."""
    units = sentence.units
    if found := _signed(units) or _spoken_line(units):
        yield found
        return
    for at in range(1, min(len(units) - 1, 7)):
        if units[at].text != ":":
            if units[at].kind == "punctuation" and units[at].text not in (".", "-", "’", "'"):
                return
            continue
        names = [unit for unit in units[:at] if unit.kind == "word"]
        is_name = (
            bool(names)
            and all(
                unit.pos == "PROPN"
                or unit.text.isupper()
                or unit.pos in ("NOUN", "ADJ", "DET", "ADP")
                and unit.text[:1].isupper()
                for unit in names
            )
            and any(unit.pos == "PROPN" or unit.text.isupper() for unit in names)
        )
        shouted = all(unit.text.isupper() and len(unit.text) > 1 for unit in names)
        if language.code != "en" and not shouted and sum(unit.pos == "PROPN" for unit in names) < 2:
            return
        if not is_name or len(units) - at < 4 or names[-1].text.isdigit():
            return
        if names[0].lower in NOT_SPEAKING or all(len(name.text) == 1 for name in names):
            return
        if not any(unit.pos in ("VERB", "AUX") or unit.kind == "quote" for unit in units[at:]):
            return  # a list of names, a heading
        span, source, cue = (
            span_of(units, at + 1, len(units)),
            span_of(units, 0, at),
            (units[at].start, units[at].end),
        )
        if span and source:
            yield Found("label", (span,), (cue,), (source,))
        return


# Words in capitals before a colon that are no speaker's name.
NOT_SPEAKING = frozenset(
    [
        "warning",
        "correction",
        "clarification",
        "update",
        "updated",
        "note",
        "editor",
        "photo",
        "video",
        "image",
        "watch",
        "related",
        "byline",
        "look",
        "live",
        "breaking",
        "exclusive",
        "caption",
        "subject",
        "read",
        "source",
        "credit",
        "hinweis",
        "korrektur",
        "anmerkung",
        "foto",
        "bild",
        "quelle",
        "lire",
        "photos",
        "vidéo",
        "note",
    ]
)
SIGNING = frozenset({"―", "—", "–", "--", "-"})
LINE = re.compile(r"[^\w]?([A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{2,30}):\s+(?=\S)")


def _signed(units: Sequence[Unit]) -> Found | None:
    """A quotation with its speaker behind a dash: *“It rains.” ― Ana Pérez*."""
    if len(units) < 3 or units[0].quotation is None or units[1].text not in SIGNING:
        return None
    names = [unit for unit in units[2:] if unit.kind == "word"]
    if not 1 <= len(names) <= 7 or names[0].text.islower() or any(unit.form == "Fin" for unit in names):
        return None
    source = span_of(units, 2, len(units))
    cue = (units[1].start, units[1].end)
    return Found("label", (units[0].quotation.inner,), (cue,), (source,)) if source else None


def _spoken_line(units: Sequence[Unit]) -> Found | None:
    """A line of a transcript that is quoted as a whole: *"WALLACE: What now?"*."""
    quotation = units[0].quotation if units else None
    match = LINE.match(units[0].text) if quotation else None
    if quotation is None or match is None or units[0].start + match.end() >= quotation.inner_end:
        return None
    start = units[0].start
    source, colon = (start + match.start(1), start + match.end(1)), start + match.end(1)
    content = (start + match.end(), quotation.inner_end)
    return Found("label", (content,), ((colon, colon + 1),), (source,))
