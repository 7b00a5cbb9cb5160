"""Rules for what is told in a clause behind a complementizer."""

from __future__ import annotations

from claims.extraction.bounds import before_main_clause, clause_end
from claims.extraction.clauses.english import opens_clause
from claims.extraction.clauses.german import (
    fronted_end,
)
from claims.extraction.clauses.site import LONGEST_REACH, Contents, Site, skip_adverbials
from claims.extraction.phrases import is_comma, is_time, phrase_end
from claims.extraction.reading import is_finite


def complementizer(site: Site) -> Contents:
    """*said that …*, *erklärte, dass …*, *a dit vendredi que …*; the clause after the word is the content."""
    units, cue, language = site.units, site.cue, site.language
    if not cue.verb.takes("c"):
        return []
    if language.code == "de" and cue.verb.takes("w") and not cue.verb.particles and _is_reflexive(site):
        return []  # zeigte sich erfreut, dass …; ergibt sich daraus, dass …
    if language.code == "de" and _is_said_by_nobody(site):
        return []
    index = site.right - 1
    while index + 1 < min(len(units), site.right + LONGEST_REACH):
        index += 1
        unit = units[index]
        if language.has("complementizers", unit.lower) and _is_complementizer(site, index):
            is_kept = language.has("kept_complementizers", unit.lower)
            is_question = is_kept and unit.lower not in ("dass", "daß", "ob")
            if is_question and language.code == "de" and _is_relative(site, index):
                return []
            start = index if is_kept else index + 1
            if unit.lower == "ce":  # ce que
                start = index
            return [[(start, end_of_clause(site, start))]]
        if (
            is_finite(unit, language)
            and index not in (cue.far,)
            or unit.text in (";", ":")
            or unit.kind == "quote"
            and not (language.code != "fr" and not unit.has_verb and unit.words <= 4)  # der „Zeitung“, dass …
            or language.code == "fr"
            and unit.form == "Inf"
            and index > site.right
        ):
            return []
        if language.code != "de" and is_comma(unit):
            index = index if _opens_late(site, index) else _insert_end(site, index)
            if index < 0:
                return []
    return []


def _is_said_by_nobody(site: Site) -> bool:
    """*keiner könne sagen, was …*, *alles in allem kann man sagen, dass …*, *es ist nicht bekannt, ob …*."""
    units, cue = site.units, site.cue
    subject = units[site.subject[0]].lower if site.subject else ""
    if subject == "man" and cue.reading == "infinitive":
        return True
    is_open = cue.is_passive and cue.is_negated and subject in ("", "es")
    return subject in ("niemand", "keiner") or is_open


def _is_relative(site: Site, at: int) -> bool:
    """*festgestellt, was …*, *kritisierte die Art, wie …*: the clause hangs on a noun, or on all that stands before it."""
    if site.cue.is_passive or site.cue.verb.takes("w"):
        return True
    is_question = site.units[at].lower in ("warum", "weshalb", "wieso", "wer", "wann")
    return not is_question and skip_adverbials(site, site.right) < at - 1


def _is_reflexive(site: Site) -> bool:
    """*sich* stands beside the verb or behind its subject."""
    return any(unit.lower == "sich" for unit in site.units[max(0, site.cue.start - 1) : site.right + 2])


def end_of_clause(site: Site, start: int) -> int:
    """The clause's end; behind a leading gerund (*Noting that A, he left*) the comma before the main clause."""
    units, language = site.units, site.language
    end = clause_end(units, start, language)
    if language.code == "de":
        return fronted_end(units, site.cue.start, start, end, language)
    leads = site.cue.reading == "gerund" or site.cue.start == 0 and site.subject is None  # Asked if …, he …
    if language.code == "fr" or not leads:
        return end
    return before_main_clause(units, site.cue.start, start, end, language)


def _is_complementizer(site: Site, index: int) -> bool:
    units, language = site.units, site.language
    unit, before = units[index], units[index - 1]
    if language.code == "de":
        if not is_comma(before) and before.lower not in (
            "und",
            "darauf",
            "davon",
            "darüber",
            "damit",
            "daran",
            "dafür",
            "davor",
        ):
            return False
        return (
            unit.lower in ("dass", "daß", "ob")
            or units[index - 1].text == ","
            and unit.pos in ("ADV", "PRON", "SCONJ")
        )
    if language.code == "fr":
        if unit.lower in ("que", "qu'"):
            if index == site.right and not _has_full_negation(site):
                return False  # ne rapporte que …: only
            if (
                index == site.right + 1
                and before.lower in ("alors", "ainsi")
                and not site.cue.verb.takes("t", "w")
            ):
                return True  # expliquait alors que …
            if _stands_behind_recipient(site, index):
                return True
            return before.lower not in (
                "plus",
                "moins",
                "autant",
                "ainsi",
                "lors",
                "alors",
                "tandis",
                "pour",
                "afin",
                "autre",
                "autres",
            ) and (
                unit.pos != "PRON"
                or before.pos not in ("NOUN", "PROPN")
                or is_time(before, language)
                or not site.cue.verb.takes("n")
            )
        if unit.lower == "ce":
            return index + 1 < len(units) and units[index + 1].lower in ("que", "qu'", "qui", "dont")
        return index - site.right < 3 and (
            unit.lower != "si" or units[index + 1].pos in ("DET", "PRON", "NOUN")
            if index + 1 < len(units)
            else False
        )
    if unit.lower == "that":
        return opens_clause(site, index)
    if unit.lower in ("when", "where") and index > site.right - 1 and site.cue.verb.lemma not in QUESTIONS:
        return False  # told the paper when asked about it
    return (
        index - site.right < 2
        and site.cue.verb.lemma not in ("say", "add")
        or unit.lower == "whether"
        or site.cue.verb.takes("o")
        and site.cue.verb.takes("c")
        and index == _behind_addressee(site)
    )


def _behind_addressee(site: Site) -> int:
    """*asked him on Friday why …*, *was asked by a reporter if …*: index behind who is asked, and when and where."""
    at = skip_adverbials(site, site.right)
    return skip_adverbials(site, phrase_end(site.units, at, len(site.units), site.language))


def _stands_behind_recipient(site: Site, index: int) -> bool:
    """French *rappelle aux maires que …*: no relative clause, though a noun stands before it."""
    units, at = site.units, site.right
    if units[at].lower not in ("à", "au", "aux") or units[index + 1 : index + 2] == []:
        return False
    return phrase_end(units, at + 1, index, site.language) == index


# Only these may be followed by a clause with *when* or *where* that is told; behind others it tells when or where.
QUESTIONS = frozenset(
    {
        "ask",
        "wonder",
        "know",
        "explain",
        "reveal",
        "disclose",
        "specify",
        "decide",
        "learn",
        "recall",
        "remember",
    }
)


def _has_full_negation(site: Site) -> bool:
    """False for *ne … que* without *pas*, which is no negation but *only*."""
    words = [unit.lower for unit in site.units[site.cue.start : site.cue.end]]
    return not ("ne" in words or "n'" in words) or any(
        word in ("pas", "jamais", "plus", "rien", "point", "aucun") for word in words
    )


def _opens_late(site: Site, comma: int) -> bool:
    """French *a reconnu lundi, que …*: a comma parts the verb from its clause."""
    return (
        site.language.code == "fr"
        and comma + 1 < len(site.units)
        and site.units[comma + 1].lower in ("que", "qu'")
    )


def _insert_end(site: Site, comma: int) -> int:
    """The comma that closes an insert after which the clause still comes (*states, according to X, that …*), or -1."""
    units = site.units
    for index in range(comma + 1, min(len(units), comma + LONGEST_REACH)):
        if (
            is_comma(units[index])
            and index + 1 < len(units)
            and units[index + 1].lower in ("that", "que", "qu'")
        ):
            return index
        relative = site.language.code == "en" and site.language.has("complementizers", units[comma + 1].lower)
        if is_finite(units[index], site.language) and not relative:  # on CNN, where he works, that …
            return -1
        if (
            site.language.code == "fr"
            and units[index].lower in ("que", "qu'")
            and units[comma + 1].pos == "ADP"
            and units[index].pos == "SCONJ"
            and units[index - 1].lower != "fait"
            and not any(unit.form in ("Part", "Inf") for unit in units[comma:index])
        ):
            return index - 1  # a indiqué, dans sa dernière note que …
    return -1
