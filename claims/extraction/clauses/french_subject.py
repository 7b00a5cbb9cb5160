"""Subjects as only French has them: with a recipient, an insert or a title beside them, and who governs an infinitive."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.appositions import apposition_end
from claims.extraction.clauses.french import LEADERS, aside_at, skip_insert
from claims.extraction.lexicon import Language
from claims.extraction.phrase_starts import phrase_start
from claims.extraction.phrases import Range, is_comma, is_pronoun, is_time, phrase_end
from claims.extraction.reading import Unit, is_finite
from claims.extraction.subjects import subject_left


def complete_subject(units: Sequence[Unit], subject: Range, low: int, language: Language) -> Range:
    """The subject with what belongs to it on its left, and without an insert on its right.

    *un porte-parole (auprès de l'AFP)*, *Le maire, Jean Dupont a dit*, *le ministre, malgré tout, a dit*.
    """
    start, end = subject
    if start - 2 >= low and units[start - 1].lower in ("de", "d'") and units[start - 2].lower == "auprès":
        begin = phrase_start(units, start - 2, low, language)
        if begin < start - 2:
            return begin, start - 2
    for at in range(start + 1, end - 1):
        if units[at].text == "," and (
            units[at + 1].pos in ("ADP", "ADV", "SCONJ")
            and units[at + 1].lower not in ("de", "alias")
            and not _describes(units, at + 1)
            or is_time(units[at + 1], language)
            or _cites(units[at + 1], language)
        ):
            end = at - (units[at - 1].lower == "qui")  # le maire qui, hier, hésitait
            break
    relative = next((i for i in range(start, end - 1) if units[i].lower in ("où", "dont") and i > start), -1)
    if relative >= 0 and not any(is_finite(unit, language) for unit in units[relative:end]):
        start = relative + 1  # au moment où le maire dit …
    start = _apposition_head(units, start, low, language)
    return _title_before(units, start, low, language), end


def _describes(units: Sequence[Unit], at: int) -> bool:
    """*Jean Petit, alors ministre des transports, …*: an adverb of time that opens an apposition."""
    if units[at].lower.endswith("ment") and units[at + 1].form == "Part":
        return True  # une note, discrètement rendue publique, …
    return units[at].lower in (
        "alors",
        "aujourd'hui",
        "désormais",
        "longtemps",
        "également",
        "aussi",
    ) and units[at + 1].pos in ("NOUN", "ADJ")


def _cites(unit: Unit, language: Language) -> bool:
    """*L'agence, citant des sources sûres, a dit …*: a gerund of saying is no part of the subject."""
    return any("gerund" in form.readings for form in language.forms.get(unit.lower, ()))


def _apposition_head(units: Sequence[Unit], start: int, low: int, language: Language) -> int:
    """*Nordline, filiale de Portal, spécialisée dans le fret, a dit*: where the noun of stacked appositions begins."""
    for _ in range(3):
        first = units[start]
        bare = first.pos in ("NOUN", "ADJ") or first.pos == "VERB" and first.form == "Part"
        if not bare or not first.text[0].islower() or start - 2 < low or units[start - 1].text != ",":
            return start
        begin = phrase_start(units, start - 1, low, language)
        if begin >= start - 1 or is_finite(units[start - 2], language):
            return start
        start = begin
    return start


def _title_before(units: Sequence[Unit], start: int, low: int, language: Language) -> int:
    """*Le maire, Jean Dupont a dit*: a name whose title stands before an unclosed comma."""
    if not (
        (units[start].pos == "PROPN" or units[start].lower in TITLES)
        and start - 2 >= low
        and units[start - 1].text == ","
    ):
        return start
    begin = phrase_start(units, start - 1, low, language)
    if begin >= start - 1 or not (
        units[begin].pos == "DET" or language.has("determiners", units[begin].lower)
    ):
        return start
    before = units[begin - 1] if begin > low else None
    opens = (
        before is None or is_comma(before) or before.kind in ("punctuation", "quote") or before.pos == "CCONJ"
    )
    return begin if opens else start


TITLES = frozenset({"m.", "mm.", "mme", "mmes", "mlle", "me", "dr"})


def title_ahead(units: Sequence[Unit], at: int, high: int) -> int:
    """Where a title (*M.*, *Mme*) opens the next noun phrase: *à Paris M. Dupont*; ``high`` when none does."""
    return next(
        (i for i in range(at + 1, high) if units[i].lower in TITLES and units[i - 1].pos == "PROPN"), high
    )


def before_clitics(units: Sequence[Unit], at: int, language: Language) -> int:
    """Index of the first clitic before a verb: *nous signale*, *le lui rappelle*; ``at`` when there is none."""
    verb = units[at].lower
    while at > 0 and (
        language.has("clitics", units[at - 1].lower)
        and units[at - 1].pos in ("PRON", "DET", "X")
        and not (units[at - 1].lower == "nous" and verb.endswith(("ons", "sommes")))
        and not (units[at - 1].lower == "vous" and verb.endswith(("ez", "êtes", "dites", "faites")))
    ):
        at -= 1
    return at


def all_clitics(units: Sequence[Unit], subject: Range, language: Language) -> bool:
    """*le* in *comme le constate X* is an object, no subject."""
    words = units[subject[0] : subject[1]]
    return all(language.has("clitics", unit.lower) and unit.lower not in ("nous", "vous") for unit in words)


def subject_behind(units: Sequence[Unit], comma: int, language: Language) -> Range | None:
    """*En annonçant A, le ministre, Jean Dupont, s'est …*: the subject of the main clause that opens at a comma."""
    stop = phrase_end(units, comma + 1, len(units), language)
    if stop <= comma + 1:
        return None
    verb = end = stop
    if stop < len(units) and is_comma(units[stop]):
        close = apposition_end(units, stop, len(units), language)
        if close == stop or close >= len(units) or not is_comma(units[close]):
            return None
        end, verb = close, close + 1
    while verb < len(units) and may_precede_verb(units[verb], language):
        verb += 1
    return (comma + 1, end) if verb < len(units) and is_finite(units[verb], language) else None


def may_precede_verb(unit: Unit, language: Language) -> bool:
    return (
        unit.pos == "ADV"
        or language.has("negations", unit.lower)
        or language.has("clitics", unit.lower)
        and unit.pos != "DET"
    )


def _cleft(units: Sequence[Unit], verb: int, before: int) -> Range | None:
    """*C'est le maire qui l'admet, en disant …*: what *c'est* points to; None in *C'est ce qu'a dit le maire, ajoutant …*."""
    qui = next((i for i in range(verb + 2, before) if units[i].lower == "qui"), -1)
    return (verb + 1, qui) if qui > 0 and units[verb + 1].lower != "ce" else None


def main_subject(units: Sequence[Unit], before: int, language: Language) -> Range | None:
    """The subject of the nearest finite verb on the left that no *qui*, *que* or *quand* leads."""
    for index in range(before - 1, -1, -1):
        if units[index].text == ";":
            return None
        if not is_finite(units[index], language) or index and is_finite(units[index - 1], language):
            continue
        is_cleft = [unit.lower for unit in units[max(0, index - 2) : index]] == ["ce", "qu'"]
        if is_cleft and (behind := _behind_verb(units, index, before, language)):
            return behind
        opening = next(
            (
                i
                for i in range(index - 1, -1, -1)
                if units[i].text in (",", ";", ":") or units[i].lower in LEADERS
            ),
            -1,
        )
        if opening >= 0 and units[opening].lower in LEADERS and units[opening].pos != "DET":
            continue
        subject = subject_left(units, before_clitics(units, index, language), 0, language)
        if subject and units[subject[0]].lower in ("c'", "ce", "cela"):
            return _cleft(units, index, before)
        if subject and not all_clitics(units, subject, language):
            return complete_subject(units, subject, 0, language)
    return None


def _behind_verb(units: Sequence[Unit], verb: int, high: int, language: Language) -> Range | None:
    """*C'est ce qu'a annoncé à Nice le maire, en déclarant …*: the subject behind the verb."""
    at = verb + 1
    while at < high and units[at].form == "Part":
        at += 1
    at = skip_circumstances(units, at, high, language)
    end = phrase_end(units, at, high, language)
    return (at, apposition_end(units, end, high, language)) if end > at else None


def _is_manner(units: Sequence[Unit], at: int) -> bool:
    """*avec amertume Mme Bolatto*: a bare noun behind its preposition, and the subject behind it."""
    return (
        at + 2 < len(units)
        and (units[at + 1].pos == "NOUN" or units[at + 1].pos == "PROPN" and units[at + 1].text[0].islower())
        and units[at + 2].pos in ("PROPN", "DET", "X", "NOUN")
        and units[at + 2].pos != "ADP"
    )


def skip_circumstances(units: Sequence[Unit], at: int, high: int, language: Language) -> int:
    """French puts circumstances between verb and subject: *a indiqué vendredi au micro de RTL le ministre*."""
    begin = at = skip_insert(units, at, language)
    while at < high:
        if aside := aside_at(units, at, language):
            at += aside
        elif units[at].text == "," and at > begin and is_time(units[at - 1], language) and at + 1 < high:
            if units[at + 1].pos not in ("DET", "PROPN"):
                break
            at += 1  # a annoncé mercredi 1er janvier, le président
        elif (
            is_time(units[at], language)
            or units[at].pos in ("NUM", "ADV")
            and not is_pronoun(units[at], language)
        ):
            at += 1
        elif units[at].pos == "ADP" and _is_manner(units, at):
            at += 2
        elif units[at].pos == "ADP":
            end = phrase_end(units, at + 1, title_ahead(units, at, high), language)
            end = (
                end
                if end > at + 1
                else at + 2
                if at + 1 < high and units[at + 1].pos in ("ADV", "X", "NOUN", "ADJ")
                else at
            )
            if end == at:
                break
            at = end
        else:
            break
    noun = at < high and (
        units[at].pos in ("DET", "PROPN", "NOUN", "X") or language.has("determiners", units[at].lower)
    )
    return at if noun else begin
