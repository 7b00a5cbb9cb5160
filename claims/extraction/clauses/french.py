"""What only French does: inserts behind the verb, subjects with a recipient or a name beside them, and second predicates."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.lexicon import Language
from claims.extraction.phrases import Range, is_comma, is_pronoun, is_time, phrase_at
from claims.extraction.reading import Unit, is_finite

LONGEST_INSERT = 16


def skip_insert(units: Sequence[Unit], at: int, language: Language) -> int:
    """Index after an insert between commas that begins at ``at``: *, lundi 28 décembre,*, *, par ailleurs,*; else ``at``."""
    if at + 1 >= len(units) or units[at].text not in (",", "–", "—", "-"):
        return at
    first = units[at + 1]
    if not (
        first.pos in ("ADP", "ADV", "ADJ")
        or (first.form == "Part" or first.pos == "NOUN" and first.text[0].islower())
        and at + 2 < len(units)
        and is_comma(units[at + 2])
        or is_time(first, language)
        or first.pos == "DET"
        and at + 2 < len(units)
        and is_time(units[at + 2], language)
    ):
        return at
    for index in range(at + 1, min(len(units) - 1, at + LONGEST_INSERT)):
        unit = units[index]
        if is_comma(unit):
            after = units[index + 1]
            further = (
                skip_insert(units, index, language)
                if after.pos == "ADP" or is_time(after, language)
                else index
            )
            return further if further > index else index + 1
        if is_finite(unit, language) or unit.kind == "quote" or unit.text in (";", ":"):
            return at
    return at


def second_predicate(units: Sequence[Unit], start: int, end: int, cue_past: bool, language: Language) -> int:
    """Where the main verb goes on with another predicate behind its clause; ``end`` when it does not.

    *a confirmé qu'il s'agissait de soldats, mais a refusé …*: a clause told in the past stands in the
    imperfect or the conditional, so that a present or a perfect behind *et* or *mais* is the teller's own.
    """
    verb = next((i for i in range(start, end) if units[i].has_verb or is_finite(units[i], language)), -1)
    told = next((unit for unit in units[verb].inner if is_finite(unit, language)), units[verb])
    if verb >= 0 and told.mood == "Sub":
        return _behind_subjunctive(units, verb, end, language)
    if verb < 0 or not _is_shifted(told):
        return end
    for at in range(verb + 1, end - 2):
        if units[at].lower not in ("et", "mais", "puis"):
            continue
        after = next((i for i in range(at + 1, min(end, at + 10)) if is_finite(units[i], language)), -1)
        if after < 0 or _is_shifted(units[after]) or units[after].mood == "Sub":
            continue
        between = units[at + 1 : after]
        if all(_may_precede(unit, language) for unit in between) or is_comma(units[at - 1]) and cue_past:
            if any(unit.lower in ("qui", "que", "qu'", "dont") for unit in between):
                continue
            return at - 1 if is_comma(units[at - 1]) else at
    return end


def _behind_subjunctive(units: Sequence[Unit], verb: int, end: int, language: Language) -> int:
    """*exige que le pont soit fermé et prévoit …*: what is asked for stands in the subjunctive, the teller's verb does not."""
    for at in range(verb + 1, end - 1):
        if units[at].lower in LEADERS:
            return end
        after = units[at + 1]
        if units[at].lower == "et" and is_finite(after, language) and after.mood == "Ind":
            return at
    return end


def _may_precede(unit: Unit, language: Language) -> bool:
    """Words between the conjunction and the verb that are no subject but a pronoun: *mais elle a*, *et n'a pas*."""
    return (
        unit.pos == "ADV"
        or is_pronoun(unit, language)
        or language.has("clitics", unit.lower)
        or language.has("negations", unit.lower)
    )


def _is_shifted(unit: Unit) -> bool:
    """Imperfect, pluperfect or conditional by the form: *-ait*, *-aient*."""
    return unit.lower.endswith(("ait", "aient")) and unit.lower not in (
        "fait",
        "ait",
        "plaît",
        "sait",
        "aient",
    )


# Words of a circumstance that tells where something was said, not what.
CHANNELS = frozenset(
    [
        "communiqué",
        "presse",
        "afp",
        "entretien",
        "interview",
        "lors",
        "tribune",
        "conférence",
        "micro",
        "antenne",
        "twitter",
        "facebook",
        "instagram",
        "x",
        "marge",
        "auprès",
        "déclaration",
        "lettre",
        "message",
        "réseau",
        "réseaux",
        "télévision",
        "radio",
        "journal",
    ]
)


def goes_on_behind(units: Sequence[Unit], start: int, end: int, is_short: bool) -> bool:
    """Whether a told clause goes on behind *, dit-on,* with a phrase that has no verb: *, à une amputation*.

    Behind a long insert (not ``is_short``) only *que* leaves no doubt; *, dans un entretien* belongs to the teller.
    """
    if start < end and (
        units[start].lower in ("que", "qu'", "pourquoi", "comment", "parce", "puisque", "car", "si", "s'")
        or _leads_bare_infinitive(units, start, end)
        or end - start > LEAST_REST
        and units[start].lower in ("contre", "de", "du", "des", "d'", "ni", "parmi", "vers")
        or units[start].lower in ("du", "en", "grâce")
        and units[start + 1 : start + 2]
        and units[start + 1].lower in ("fait", "raison", "à")
    ):
        return True
    return is_short and (
        start + 1 < end
        and units[start + 1].form not in ("Part", "Ger")
        and units[start].pos in ("ADP", "SCONJ", "CCONJ", "NOUN", "DET", "ADJ")
        and not any(unit.lower in CHANNELS for unit in units[start:end])
    )


# Units of a phrase behind a teller's name that is too long to be a remark on him.
LEAST_REST = 5


def _leads_bare_infinitive(units: Sequence[Unit], start: int, end: int) -> bool:
    """*Il est temps, estime le maire, de partir*: an infinitive that no teller would have behind himself."""
    if units[start].lower not in ("de", "d'"):
        return False
    verb = next(
        (unit for unit in units[start + 1 : min(end, start + 5)] if unit.pos not in ("ADV", "PRON")), None
    )
    return verb is not None and verb.form == "Inf"


# Words that lead a clause which hangs on another.
LEADERS = frozenset({"qui", "que", "qu'", "dont", "où", "si", "quand", "lorsque", "lorsqu'", "comme", "puisque", "parce"})  # fmt: skip


def holds_main_clause(units: Sequence[Unit], start: int, end: int, language: Language) -> bool:
    """False where every verb hangs on *qui*, *que* or *si*: *Contrairement à ce qui se passe ici, dit-il, on …*."""
    led = False
    for unit in units[start:end]:
        if unit.kind == "quote" and unit.has_verb:
            return True
        if is_comma(unit):
            led = False
        elif unit.lower in LEADERS and unit.pos != "DET":
            led = True
        elif is_finite(unit, language) and not led:
            return True
    return False


def trim(units: Sequence[Unit], rule: str, piece: Range, cue_past: bool, language: Language) -> Range:
    """A content cut where the report goes on in its own voice."""
    start, end = _before_gerund(units, piece, language)
    end = _before_remark(units, start, end)
    if rule == "complementizer":
        end = second_predicate(units, start, end, cue_past, language)
    elif rule == "infinitive":
        end = _before_concession(units, start, end)
        end = _finite_predicate(units, start, end, language)
    return start, end


# How a bracket begins that refers to another page of the paper.
REFERRING = frozenset({"lire", "voir", "nos", "notre", "cf", "cf."})


def _before_remark(units: Sequence[Unit], start: int, end: int) -> int:
    """*… en mai (lire page 3)*: where a content ends without the bracket that the paper adds."""
    last = units[end - 1]
    if last.kind != "bracket" or end - 1 <= start:
        return end
    first = last.text[1:].split()[:1]
    return end - 1 if first and first[0].lower() in REFERRING else end


def _before_concession(units: Sequence[Unit], start: int, end: int) -> int:
    """*demande d'agir, bien que le ministre refuse*: a concession behind a comma is the report's."""
    for at in range(start + 1, end - 2):
        two = (units[at + 1].lower, units[at + 2].lower)
        if (
            is_comma(units[at])
            and units[at - 1].lower not in LEADERS
            and (
                two[0] in ("quoique", "quoiqu'")
                or two[0] in ("bien", "alors", "tandis")
                and two[1] in ("que", "qu'")
                or two in (("après", "avoir"), ("après", "être"), ("après", "s'"))
            )
        ):
            return at
    return end


def _before_gerund(units: Sequence[Unit], piece: Range, language: Language) -> Range:
    """*…, tout en exprimant l'espoir …*: a gerund of saying behind a comma is the teller's next word."""
    start, end = piece
    for at in range(start + 1, end - 2):
        if not is_comma(units[at]):
            continue
        verb = at + 1 + (units[at + 1].lower == "tout")
        if units[verb].lower == "en" and verb + 1 < end:
            forms = language.forms.get(units[verb + 1].lower, ())
            if any("gerund" in form.readings and form.verb.takes("c", "q", "n") for form in forms):
                return start, at
    return piece


def _finite_predicate(units: Sequence[Unit], start: int, end: int, language: Language) -> int:
    """*dit avoir agi et a quitté …*: an infinitive is never coordinated with a finite verb, the teller's verb is."""
    for at in range(start + 1, end - 1):
        if any(is_finite(unit, language) for unit in units[start:at]):
            return end
        if units[at].lower not in ("et", "mais", "puis"):
            continue
        after = at + 1
        while after < end - 1 and _may_precede(units[after], language):
            after += 1
        if is_finite(units[after], language):
            return at - 1 if is_comma(units[at - 1]) else at
    return end


def aside_at(units: Sequence[Unit], at: int, language: Language) -> int:
    """Length of an adverbial of several words at ``at``: *en outre*, *d'ores et déjà*; else 0."""
    return phrase_at(units, at, "adverbials", language)
