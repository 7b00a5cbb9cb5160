"""Mends what a tagger trained on small treebanks gets wrong in French, where the written form leaves no doubt.

*tiendra* read as a participle, *seraient* as a noun or *rappelle* as an adjective would hide a clause
or a cue from every rule. Only forms that can hardly be anything else are mended; *annonce* is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claims.extraction.lexicon import Language

if TYPE_CHECKING:  # reading calls this module, so that it cannot be imported from here
    from claims.extraction.reading import Unit

# Finite forms of the auxiliaries that are no other word; *a*, *est* and *va* are left to the tagger.
AUXILIARIES = frozenset(
    [
        "ont",
        "avait",
        "avaient",
        "aura",
        "auront",
        "aurait",
        "auraient",
        "sont",
        "était",
        "étaient",
        "sera",
        "seront",
        "serait",
        "seraient",
        "peut",
        "peuvent",
        "doit",
        "doivent",
        "veut",
        "veulent",
        "vont",
        "furent",
        "pourrait",
        "pourraient",
        "devrait",
        "devraient",
    ]
)
# No French participle or infinitive ends like these.
FINITE_ENDINGS = ("era", "ira", "dra", "ura", "eront", "iront", "dront", "uront", "rait", "raient", "aient", "èrent", "isait", "sait")  # fmt: skip
PARTICIPLES = frozenset({"extrait", "distrait", "abstrait", "soustrait", "retrait", "portrait", "trait"})


MAKES = frozenset({"fait", "faisait", "faisaient", "laisse", "laissait"})
LATTER = frozenset({"dernier", "dernière", "derniers", "dernières"})


def mend_tags(units: Sequence[Unit], language: Language) -> None:
    """Correct the tags of a sentence's words in place."""
    for at, unit in enumerate(units):
        if unit.text == "%" and at and units[at - 1].pos == "NUM":
            unit.kind, unit.pos = "word", "SYM"  # 76 % des habitants: the head of a noun phrase
        if unit.kind != "word":
            continue
        if unit.lower == "leader":
            unit.pos, unit.form = "NOUN", ""
        if unit.lower == "a" and _tells_how_long_ago(units, at):
            unit.pos, unit.form, unit.mood = "ADP", "", ""
            units[at - 2].pos = units[at - 1].pos = "ADP"
        if _stands_for_noun(units, at, language):
            unit.pos = "NOUN"
        if _is_adverb(unit):
            unit.pos, unit.form, unit.mood = "ADV", "", ""
        if unit.lower in MAKES and at > 1 and units[at - 2].lower == "comme" and unit.pos == "NOUN":
            _make_finite(unit, "AUX")  # comme le fait remarquer X
        if unit.form == "Fin" and _renames_person(units, at, language):
            unit.pos, unit.form, unit.mood = "NOUN", "", ""
        if unit.lower == "des" and unit.pos == "ADP" and _opens_object(units, at, language):
            unit.pos = "DET"
        if _is_name(units, at):
            unit.pos, unit.form, unit.mood = "PROPN", "", ""
        if unit.form == "Fin" and unit.lower.endswith(("é", "ée", "és", "ées")):
            unit.form, unit.mood = "Part", ""
        if unit.form == "Fin" and unit.pos in ("VERB", "AUX"):
            continue
        if unit.lower in AUXILIARIES and not _follows(units, at, "DET", "ADP"):
            _make_finite(unit, "AUX")
        elif (
            unit.pos in ("VERB", "AUX")
            and unit.lower.endswith(FINITE_ENDINGS)
            and unit.lower not in PARTICIPLES
        ):
            _make_finite(unit, unit.pos)
        elif unit.pos not in ("VERB", "AUX") and (
            _can_only_be_finite(units, at) or _is_finite_cue(units, at, language)
        ):
            _make_finite(unit, "VERB")


# Present forms of common verbs that are no other word.
PRESENT = frozenset({"semble", "semblent", "paraît", "apparaît", "devient", "deviennent", "souhaite", "souhaitent", "obtient", "maintient", "permet", "permettent"})  # fmt: skip


def _can_only_be_finite(units: Sequence[Unit], at: int) -> bool:
    """*demandaient*, *semble*: lower-case words that a tagger takes for an adjective or an adverb now and then."""
    unit = units[at]
    is_verb = unit.lower in PRESENT or len(unit.lower) > 6 and unit.lower.endswith(("aient", "èrent"))
    return is_verb and unit.text[0].islower() and not _follows(units, at, "DET")


def _stands_for_noun(units: Sequence[Unit], at: int, language: Language) -> bool:
    """An adjective that does a noun's work: *ce dernier*, *un proche des discussions*."""
    if not 0 < at < len(units) - 1:
        return False
    unit, before, after = units[at], units[at - 1], units[at + 1]
    if unit.lower in LATTER and before.lower in ("ce", "cette", "ces"):
        finite = any("finite" in form.readings for form in language.forms.get(after.lower, ()))
        return finite or after.pos not in ("NOUN", "PROPN")
    led = after.pos == "ADP" and after.lower in ("du", "des", "de", "d'")
    return unit.pos == "ADJ" and before.pos == "DET" and led


def _tells_how_long_ago(units: Sequence[Unit], at: int) -> bool:
    """*il y a quelques mois*: no verb, though it looks like one."""
    if at < 2 or units[at - 1].lower != "y" or units[at - 2].lower != "il":
        return False
    return any(unit.lower in SPELLS for unit in units[at + 1 : at + 5])


SPELLS = frozenset({"an", "ans", "mois", "jours", "semaine", "semaines", "heures", "heure", "minutes", "siècles", "longtemps", "peu"})  # fmt: skip


def _is_adverb(unit: Unit) -> bool:
    """*sobrement*, *prudemment*: no verb ends like these but the plurals of *semer* and its like."""
    return unit.pos in ("VERB", "AUX") and unit.lower.endswith(("ement", "emment")) and len(unit.text) > 7


def _renames_person(units: Sequence[Unit], at: int, language: Language) -> bool:
    """*Anna Rey, sociologue à Nice, …*: behind a name and a comma such a word is what somebody does."""
    if at < 2 or units[at - 1].text != "," or units[at - 2].pos != "PROPN":
        return False
    lower = units[at].lower
    return language.has("person_nouns", lower) or lower.endswith(
        ("logue", "iste", "graphe", "icien", "icienne")
    )


def _opens_object(units: Sequence[Unit], at: int, language: Language) -> bool:
    """*signale des retards*: behind a verb that takes an object, *des* is its article and no preposition."""
    index = at - 1
    while index > 0 and units[index].pos == "ADV":
        index -= 1
    if index < 0 or units[index].pos not in ("VERB", "AUX", "ADJ"):
        return False
    verbs = [form.verb for form in language.forms.get(units[index].lower, ()) if not form.verb.particles]
    return bool(verbs) and all(verb.takes("n") and "des" not in verb.prepositions for verb in verbs)


def _is_name(units: Sequence[Unit], at: int) -> bool:
    """A capital inside the sentence, before another: *, Fernand Martin*."""
    if not 0 < at < len(units) - 1 or units[at].pos not in ("ADV", "INTJ", "VERB", "SCONJ"):
        return False
    unit, before, after = units[at], units[at - 1], units[at + 1]
    inside = before.kind == "word" or before.text == ","
    return inside and unit.text[0].isupper() and after.text[0].isupper() and after.pos == "PROPN"


def _make_finite(unit: Unit, pos: str) -> None:
    unit.pos, unit.form = pos, "Fin"
    unit.mood = "Cnd" if unit.lower.endswith(("rait", "raient")) and pos == "AUX" else unit.mood or "Ind"


def _follows(units: Sequence[Unit], at: int, *tags: str) -> bool:
    return at > 0 and units[at - 1].pos in tags and units[at - 1].lower not in ("l'", "le", "la", "les")


def _is_finite_cue(units: Sequence[Unit], at: int, language: Language) -> bool:
    """A form that only a cue verb has, where a verb may stand."""
    forms = language.forms.get(units[at].lower, ())
    readings = {reading for form in forms for reading in form.readings}
    if "finite" not in readings or readings & {"participle", "gerund", "infinitive"}:
        return False
    before = units[at - 1] if at else None
    after = units[at + 1] if at + 1 < len(units) else None
    if (
        before is not None
        and before.lower in ("le", "l'", "la", "les")
        and at > 1
        and units[at - 2].lower == "comme"
    ):
        return True
    opens = after is not None and after.lower in ("que", "qu'", ":")
    if opens and before is not None and before.lower in LATTER:
        return True
    if before is None or after is None or before.pos in ("DET", "ADP", "ADJ", "NUM") and before.lower != "l'":
        return False
    if units[at].text[0].isupper() or units[at].lower == "avance" and before.lower == "l'":
        return False  # à l'avance
    led = after.lower in ("que", "qu'", ":", "aux", "au") or after.kind == "quote"
    led = led or after.pos == "ADP" and any(unit.lower in ("que", "qu'") for unit in units[at + 3 : at + 4])
    if any(form.verb.takes("N") for form in forms) or units[at].pos == "ADJ":
        inverted = before.text == "," and (after.pos in ("DET", "PROPN", "PRON") or after.text == ",")
        return led or inverted or before.pos == "PRON" and before.kind == "word"
    return True
