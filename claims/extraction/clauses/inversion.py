"""The subject behind its verb: *…, said the mayor*, *affirme-t-il*, *erklärte Weber*."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.appositions import apposition_end, participle_end, restrictive_end
from claims.extraction.clauses.french_subject import (
    TITLES,
    before_clitics,
    skip_circumstances,
)
from claims.extraction.cues.cue import Cue
from claims.extraction.lexicon import Language
from claims.extraction.phrases import Range, is_comma, is_pronoun, is_time, phrase_end
from claims.extraction.reading import Unit, is_finite


def inverted_subject(units: Sequence[Unit], cue: Cue, language: Language) -> Range | None:
    at = cue.end
    for index in [*range(cue.start, cue.end), at, at + 1]:  # a-t-il, affirme-t-il
        if (
            index < len(units)
            and units[index].lower.startswith("-")
            and is_pronoun(units[index], language)
            and (index <= at or units[at].lower in ("-t", "-t-"))
        ):
            return index, index + 1
    if language.code != "de" and cue.reading == "gerund":
        return None  # Soulignant la peine des marins, le maire …: its object
    if (
        language.code == "fr"
        and cue.start < cue.main
        and units[cue.main].form == "Inf"
        and not cue.verb.particles
        and not _stands_behind_quotation(units, cue.start)
    ):
        return None  # va demander, devait dire
    start = before_clitics(units, cue.start, language) if language.code == "fr" else cue.start
    before = units[start - 1] if start else None
    if language.code == "fr" and before is not None and is_comma(before) and not cue.verb.takes("q"):
        return None  # …, a informé les autorités: only what stands beside a quotation is inverted
    opens = (
        before is None
        or is_comma(before)
        or before.kind == "quote"
        or before.text in ("!", "?", "…", ":", '"', "»")
        or language.code == "fr"
        and before.lower in ("comme", "que", "qu'")
        and (before.lower == "comme" or start > 1 and units[start - 2].pos in ("NOUN", "ADJ", "PRON", "NUM"))
    )
    if language.code == "de":  # verb second: whatever stands first, but not a coordinated predicate
        opens = opens or before is not None and not language.has("coordinators", before.lower)
    if not opens or language.code == "en" and not _may_invert(units, cue, language):
        return None
    high = cue.far if language.code == "de" and cue.far > at else len(units)  # räumt Weber | ein
    right = subject_right(units, at, high, language)
    if right and language.code == "fr" and units[right[0]].kind == "quote":
        return None  # il se dit « prêt »: no words in marks are the teller
    return None if right and language.code == "en" and _has_own_verb(units, right[1], language) else right


def _stands_behind_quotation(units: Sequence[Unit], at: int) -> bool:
    """*« … », ne craint pas d'affirmer Ann Rey*: nothing but its teller follows such a verb."""
    return at > 1 and is_comma(units[at - 1]) and units[at - 2].kind == "quote" and units[at - 2].has_verb


def _has_own_verb(units: Sequence[Unit], at: int, language: Language) -> bool:
    """*…, said the bridge is safe* or *…, told the paper she left*: what follows the verb is no teller."""
    while at < len(units) and units[at].pos == "ADV":
        at += 1
    if at >= len(units):
        return False
    after = units[at]
    if after.pos in ("PRON", "DET") and not language.has("relatives", after.lower) or after.lower == "that":
        return True
    return is_finite(after, language) and after.lower not in language.forms


def _may_invert(units: Sequence[Unit], cue: Cue, language: Language) -> bool:
    """English *…, told the paper*: its object; *proposed we wait*: its clause; but *…,” said she.*"""
    at = cue.end
    if cue.verb.lemma == "tell" or at >= len(units):
        return False
    ends = at + 1 >= len(units) or units[at + 1].kind != "word"
    return ends or not is_pronoun(units[at], language) or units[at].pos != "PRON"


NAMING = frozenset({"DET", "NOUN", "PROPN"})


def subject_right(units: Sequence[Unit], at: int, high: int, language: Language) -> Range | None:
    if language.code == "fr":
        at = skip_circumstances(units, at, high, language)
    while at < high and (
        units[at].pos == "ADV"
        and not is_pronoun(units[at], language)
        or language.has("clitics", units[at].lower)
        and units[at].pos == "PRON"
        or is_time(units[at], language)
        or language.has("time_links", units[at].lower)
        and at + 1 < high
        and (is_time(units[at + 1], language) or at + 2 < high and is_time(units[at + 2], language))
    ):
        at += 1
    if language.code == "de" and at + 1 < high and units[at].lower == "es" and units[at + 1].pos in NAMING:
        at += 1  # hält es der Minister für möglich
    if (
        at >= high
        or units[at].pos == "ADP"
        or language.code == "de"
        and language.has("recipients", units[at].lower)
    ):
        return None
    end = phrase_end(units, at, high, language)
    if end <= at:
        return None
    if language.code == "de" and end == at + 1 and is_pronoun(units[at], language):
        return at, end  # fordern sie, dem Betreiber die Lizenz zu entziehen
    end = restrictive_end(units, participle_end(units, end, high, language), high, language)
    close = apposition_end(units, end, high, language)
    if language.code == "en":
        close = restrictive_end(units, close, high, language)
    if language.code == "fr" and close > end:
        close = apposition_end(
            units, close, high, language
        )  # Ann Rey, la consultante de Norda, auteur de l'étude
    return at, close


def prefers_inversion(units: Sequence[Unit], cue: Cue, left: Range, language: Language) -> bool:
    """A comma or quotation directly before the verb: what is left of it is told, not the teller."""
    before = units[cue.start - 1]
    if language.code == "fr" and units[left[0]].lower == "qui":
        return False  # qui, pour étayer son propos, avance l'idée que …
    if language.code == "fr" and _names_teller(units, cue):
        return True
    if language.code == "fr" and units[before_clitics(units, cue.start, language) - 1].lower in (
        "que",
        "qu'",
        "comme",
    ):
        return True  # ce qu'a dit X, comme le note X
    if language.code == "fr" and left[0] and units[left[0] - 1].lower in ("que", "qu'", "qui", "où", "dont"):
        return False  # qu'une start-up, Anthropic, a signalé …
    if before.kind == "quote":
        if language.code == "fr" and cue.start > 1 and units[cue.start - 2].pos == "DET":
            return before.has_verb  # les « sages » relèvent …
        return language.code != "en" or before.has_verb
    if is_comma(before):
        words = units[left[0] : left[1]]
        return (
            any(unit.kind == "quote" for unit in words)
            or has_finite(units, 0, cue.start - 1, language)
            and not _opens_sentence(units, left)
        )
    return False


# French verbs that no person can be the object of: who stands behind one says it.
IMPERSONAL_OBJECTS = frozenset({"dire", "expliquer", "écrire", "noter", "préciser", "ajouter", "indiquer", "affirmer", "déclarer", "souligner", "constater", "observer", "remarquer", "conclure", "résumer", "répondre", "estimer", "assurer", "répéter", "insister", "poursuivre", "raconter", "confier", "commenter", "analyser", "admettre", "avouer", "plaider", "ironiser", "rapporter", "regretter", "déplorer"})  # fmt: skip


def _names_teller(units: Sequence[Unit], cue: Cue) -> bool:
    """*Un tel prix, même bas, explique M. Petit, …* and *…, écrit-il*: a person or a pronoun right behind the verb."""
    at = cue.end
    if at < len(units) and units[at].lower.startswith("-"):
        return True
    if cue.verb.lemma not in IMPERSONAL_OBJECTS or not is_comma(units[cue.start - 1]):
        return False
    if at + 1 < len(units) and is_comma(units[at]):
        at = next((i + 1 for i in range(at + 1, min(len(units), at + 6)) if is_comma(units[i])), at)
    return at < len(units) and (units[at].pos == "PROPN" or units[at].lower in TITLES)


def _opens_sentence(units: Sequence[Unit], subject: Range) -> bool:
    return subject[0] == 0


def has_finite(units: Sequence[Unit], start: int, end: int, language: Language) -> bool:
    return any(
        is_finite(unit, language) or unit.kind == "quote" and unit.has_verb for unit in units[start:end]
    )
