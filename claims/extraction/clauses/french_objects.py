"""Where a French noun phrase ends that a verb of saying tells: *dénonce le projet, qui …, mais refuse …*."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.clauses.french import skip_insert
from claims.extraction.clauses.infinitives import leads_infinitive
from claims.extraction.clauses.site import Site, skip_adverbials
from claims.extraction.lexicon import Language
from claims.extraction.phrases import Range, is_comma, is_time, phrase_end
from claims.extraction.reading import Unit, is_finite

RELATIVES = frozenset(
    {"qui", "que", "qu'", "dont", "où", "lequel", "laquelle", "lesquels", "lesquelles", "auquel", "duquel"}
)
# A preposition behind a comma that leads an adverbial of the telling, not a part of the object.
CIRCUMSTANCES = frozenset({"lors", "afin", "après", "avant", "devant", "auprès", "selon", "pour", "pendant", "alors", "tout", "au", "aux"})  # fmt: skip


def is_as_told(units: Sequence[Unit], verb: int) -> bool:
    """*comme le note X*: the clause beside it is what is told, no object is."""
    return any(unit.lower in ("comme", "ainsi") for unit in units[max(0, verb - 3) : verb])


def skip_count(units: Sequence[Unit], at: int) -> int:
    """Index after *plus de*, *près de*, *moins de* before a number."""
    if (
        at + 1 < len(units)
        and units[at].lower in ("plus", "moins", "près", "environ")
        and units[at + 1].lower in ("de", "d'")
    ):
        return at + 2
    return at


def tells_before_colon(site: Site, colon: int) -> bool:
    """*se plaint du flou de ces projets : emplois, délais …*: what is told stands before the colon, which only unfolds it.

    *fait une promesse : …*: a noun of saying leaves its content to what follows.
    """
    units, verb, language = site.units, site.cue.verb, site.language
    if colon + 1 < len(units) and units[colon + 1].kind == "quote":
        return False
    at = skip_adverbials(site, site.right)
    if any(
        language.has("nominal_cues", unit.lower) or language.has("claim_nouns", unit.lower)
        for unit in units[at:colon]
    ):
        return False
    if verb.takes("n") and at < colon and phrase_end(units, skip_count(units, at), colon, language) > at:
        return units[at].pos != "PROPN"
    begin = skip_insert(units, site.right, language)
    if verb.takes("i") and leads_infinitive(units, begin, language):
        return True
    led = units[begin : min(colon - 1, begin + 6)]
    if verb.takes("p") and any(unit.lower in verb.prepositions for unit in led):
        return True
    links = ("de", "d'", "à")
    return verb.takes("d", "o", "x") and any(
        unit.lower in links and leads_infinitive(units, index + 1, language)
        for index, unit in enumerate(led, begin)
    )


def french_object_end(units: Sequence[Unit], start: int, high: int, language: Language) -> int:
    """Where an object ends: before a second predicate, an adverbial clause, or what stands apart from it.

    Relative clauses, appositions and lists belong to the object.
    """
    in_relative = False
    for at in range(start + 1, high):
        unit = units[at]
        if unit.lower in RELATIVES and unit.pos in ("PRON", "SCONJ", "ADV", "ADP", "DET", "X"):
            in_relative = True
        elif is_comma(unit) and at + 1 < high:
            if units[at - 1].pos == "NUM" and units[at + 1].pos == "NUM":
                continue  # 1, 5 milliard
            if not _goes_on(units, at, high, language):
                return at
        elif language.has("coordinators", unit.lower) and unit.kind == "word":
            if not in_relative and _leads_predicate(units, at, high, language):
                return at - 1 if is_comma(units[at - 1]) else at
        elif unit.text == ":" or (
            unit.lower == "selon"
            and at + 1 < high
            and units[at + 1].lower not in RELATIVES
            or unit.lower in ("en", "y")
            and at + 1 < high
            and units[at + 1].form == "Part"
            and units[at + 1].lower.endswith("ant")
            or unit.pos in ("SCONJ", "ADV")
            and unit.lower
            in (
                "afin",
                "alors",
                "lorsque",
                "lorsqu'",
                "quand",
                "tandis",
            )
        ):
            return at
    return high


def _goes_on(units: Sequence[Unit], comma: int, high: int, language: Language) -> bool:
    """Whether what stands behind the comma still belongs to the object."""
    after = units[comma + 1]
    stop = next((i for i in range(comma + 1, high) if is_comma(units[i])), high)
    if (
        after.lower in RELATIVES
        or after.pos == "ADP"
        and comma + 2 < high
        and units[comma + 2].lower in RELATIVES
    ):
        return True
    if language.has("coordinators", after.lower):
        return not _leads_predicate(units, comma + 1, high, language)
    if is_time(after, language) or after.lower in CIRCUMSTANCES or after.pos in ("SCONJ", "PRON"):
        return False
    if after.form in ("Part", "Ger") and after.lower.endswith("ant"):
        return after.lower in (
            "correspondant",
            "comprenant",
            "visant",
            "concernant",
            "incluant",
            "représentant",
        )
    if any(is_finite(unit, language) for unit in units[comma + 1 : stop]):
        return False
    closed = stop + 1 < high and units[stop + 1].lower in ("de", "du", "des", "d'", "et")
    if closed and after.pos == "ADP":
        return True  # la reconduction, jusqu'en septembre, du dispositif
    if after.pos == "ADP" and after.lower not in ("de", "d'", "des", "du", "y"):
        return False
    if after.pos == "ADV" and stop == high and comma + 2 < high and units[comma + 2].form == "Part":
        return True  # ces méthodes, souvent décriées
    return after.pos != "ADV" or after.lower in (
        "notamment",
        "soit",
        "puis",
        "enfin",
        "surtout",
        "voire",
        "et",
    )


def _leads_predicate(units: Sequence[Unit], at: int, high: int, language: Language) -> bool:
    """*et a refusé*, *mais il refuse*: a finite verb right behind the conjunction, or behind a short subject."""
    for index in range(at + 1, min(high, at + (10 if units[at].lower in ("mais", "or", "car") else 5))):
        if is_finite(units[index], language):
            return True
        if units[index].lower in RELATIVES or is_comma(units[index]):
            return False
    return False


# *s'appuie sur*, *se révèle être*, *s'annonce difficile*: the reflexive of these verbs is no telling.
NOT_REFLEXIVE = frozenset(
    [
        "appuyer",
        "annoncer",
        "présenter",
        "révéler",
        "expliquer",
        "publier",
        "confirmer",
        "noter",
        "lancer",
        "observer",
    ]
    + [
        "imaginer",
        "trouver",
        "voir",
        "prévoir",
        "poursuivre",
        "développer",
        "reprendre",
        "communiquer",
        "traiter",
    ]
)


def tells_nothing(site: Site) -> bool:
    """*Rappelons que …*, *on peut noter …*, *s'il souhaite …*: words of the writer, or a wish that nobody uttered."""
    units, cue = site.units, site.cue
    if _is_left_unsaid(units, cue.start, cue.main):
        return True
    if cue.verb.lemma == "accuser" and any(unit.lower in SETBACKS for unit in units[cue.end : cue.end + 3]):
        return True
    if units[cue.main].form == "Inf" and _is_urged(units, cue.start):
        return True
    if (
        cue.reading == "finite"
        and cue.start == cue.main
        and units[cue.main].lower.endswith("ons")
        and not site.subject
    ):
        return True
    if cue.verb.lemma in NOT_REFLEXIVE and any(
        unit.lower in ("se", "s'") for unit in units[cue.start : cue.main]
    ):
        return True
    if cue.is_negated and _nobody_speaks(units, cue.main):
        return True
    if site.subject is None:
        return False
    subject = units[site.subject[0]].lower
    if cue.is_negated and subject in ("aucun", "aucune"):
        return True  # aucun responsable n'a commenté
    if subject == "on" and any(
        unit.lower in ("peut", "pourrait", "doit", "devrait") for unit in units[cue.start : cue.main]
    ):
        return True
    before = units[site.subject[0] - 1].lower if site.subject[0] else ""
    return cue.verb.takes("t") and before in ("s'", "si")


NOBODY = frozenset({"rien", "personne", "nul"})


def _nobody_speaks(units: Sequence[Unit], verb: int) -> bool:
    """*Rien, pour l'heure, n'est venu confirmer la note*: nothing was said."""
    for at in range(verb - 1, -1, -1):
        if units[at].text in (";", ":") or units[at].lower in ("que", "qu'", "qui"):
            return False
        if units[at].lower in NOBODY:
            return at == 0 or units[at - 1].pos not in ("VERB", "AUX", "ADP", "DET")
    return False


# What a firm or a currency *accuse* without a word: a loss, a delay.
SETBACKS = frozenset({"baisse", "perte", "pertes", "recul", "retard", "déficit", "hausse", "chute", "coup", "réception"})  # fmt: skip


def _is_left_unsaid(units: Sequence[Unit], start: int, main: int) -> bool:
    """*sans dire où*; but *non sans rappeler que …* tells."""
    at = next((i for i in range(max(0, start - 2), main) if units[i].lower == "sans"), -1)
    return at >= 0 and not (at and units[at - 1].lower == "non")


def _is_urged(units: Sequence[Unit], verb: int) -> bool:
    """*Il est bon de rappeler que …*, *il convient de noter que …*: words of the writer."""
    start = next((i for i in range(verb - 1, max(-1, verb - 7), -1) if units[i].lower in ("il", "-il")), -1)
    if start < 0 or units[verb - 1].lower not in ("de", "d'", "à") and units[start + 1].lower != "faut":
        return False
    first = units[start + 1].lower
    return first in ("convient", "faut", "importe", "reste", "suffit") or (
        first in ("est", "serait", "était") and units[start + 2].pos in ("ADJ", "ADV")
    )


# Participles that lay something to somebody's charge: an apposition with one of them is a claim of its own.
LAYING = ("attribué", "imputé", "prêté", "reproché")


def split_claims(units: Sequence[Unit], rule: str, piece: Range, language: Language) -> list[Range]:
    """Two claims told in one content: *…, opération attribuée à X*, and *« ferme le port » et vend les grues*."""
    start, end = piece
    if rule not in ("complementizer", "infinitive"):
        return [piece]
    for at in range(start + 1, end - 3):
        if is_comma(units[at]) and units[at + 1].pos in ("NOUN", "DET"):
            noun = at + 1 + (units[at + 1].pos == "DET")
            if units[noun + 1].lower.startswith(LAYING) and not any(
                is_comma(unit) for unit in units[at + 1 : end]
            ):
                return [(start, at), (at + 1, end)]
        if units[at].lower == "et" and is_finite(units[at + 1], language):
            quoted = any(unit.kind == "quote" and unit.has_verb for unit in units[start:at])
            if quoted and not any(unit.kind == "quote" for unit in units[at:end]):
                return [(start, at), (at + 1, end)]
    return [piece]
