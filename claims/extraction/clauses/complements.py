"""Rules for what is told in a clause: with or without a complementizer, around an insert, or as an infinitive."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.bounds import clause_end
from claims.extraction.clauses.english import english_halves, holds_verb, leads_off, opens_clause
from claims.extraction.clauses.french import goes_on_behind, skip_insert
from claims.extraction.clauses.german import (
    fronted_end,
    holds_main_clause,
    is_reported_clause,
    leads_subordinate,
    stands_in_subordinate,
)
from claims.extraction.clauses.quoted import left_start, second_half
from claims.extraction.clauses.site import LONGEST_REACH, Contents, Site, has_finite, skip_adverbials
from claims.extraction.lexicon import Language
from claims.extraction.phrases import (
    is_comma,
    is_time,
    phrase_end,
    starts_phrase,
)
from claims.extraction.reading import Unit, is_finite


def complementizer(site: Site) -> Contents:
    """*said that …*, *erklärte, dass …*, *a dit vendredi que …*; the clause after the word is the content."""
    units, cue, language = site.units, site.cue, site.language
    if not cue.verb.takes("c"):
        return []
    if language.code == "de" and cue.verb.takes("w") and _is_reflexive(site):
        return []  # zeigte sich erfreut, dass …; ergibt sich daraus, dass …
    index = site.right - 1
    while index + 1 < min(len(units), site.right + LONGEST_REACH):
        index += 1
        unit = units[index]
        if language.has("complementizers", unit.lower) and _is_complementizer(site, index):
            is_kept = language.has("kept_complementizers", unit.lower)
            is_question = is_kept and unit.lower not in ("dass", "daß", "ob")
            if is_question and language.code == "de" and (cue.is_passive or cue.verb.takes("w")):
                return []  # festgestellt, was …; zeigte sich, wo …: a relative clause
            start = index if is_kept else index + 1
            if unit.lower == "ce":  # ce que
                start = index
            return [[(start, _end_of_clause(site, start))]]
        if (
            is_finite(unit, language)
            and index not in (cue.far,)
            or unit.text in (";", ":")
            or unit.kind == "quote"
            and not (language.code == "de" and not unit.has_verb and unit.words <= 4)  # der „Zeitung“, dass …
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


def _is_reflexive(site: Site) -> bool:
    """*sich* stands beside the verb or behind its subject."""
    return any(unit.lower == "sich" for unit in site.units[max(0, site.cue.start - 1) : site.right + 2])


def _end_of_clause(site: Site, start: int) -> int:
    """The clause's end; behind a leading gerund (*Noting that A, he left*) the comma before the main clause."""
    units, language = site.units, site.language
    end = clause_end(units, start, language)
    if language.code == "de":
        return fronted_end(units, site.cue.start, start, end, language)
    opens = language.code == "fr" and (
        site.cue.reading == "infinitive" or units[site.cue.start].form == "Inf"
    )
    if (
        site.cue.reading != "gerund"
        and not opens
        or any(is_finite(unit, language) for unit in units[: site.cue.start])
    ):
        return end
    for comma in range(start + 1, end):
        if is_comma(units[comma]):
            subject = phrase_end(units, comma + 1, end, language)
            if subject > comma + 1 and subject < end and is_finite(units[subject], language):
                return comma
    return end


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
    return index - site.right < 2 and site.cue.verb.lemma not in ("say", "add") or unit.lower == "whether"


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
        if is_finite(units[index], site.language):
            return -1
    return -1


def clause_left(site: Site) -> Contents:
    """*CLAUSE, said X* and the insert *The pipeline, X said, would …*."""
    units, cue, language = site.units, site.cue, site.language
    if (
        cue.reading not in ("finite", "participle")
        or not cue.verb.takes("c", "q")
        or cue.verb.takes("t")
        and language.code != "en"
    ):
        return []
    begin = site.begin
    stops = ("?", "!", "…", '"', "»", "”") if language.code == "fr" else ("?", "!", "…")
    if begin < 2 or not (is_comma(units[begin - 1]) or units[begin - 1].text in stops):
        return []
    if site.subject is None and not cue.is_passive:
        return []
    start = left_start(site, begin - 1)
    if language.code == "de" and (
        stands_in_subordinate(units, cue.start, language)
        or begin
        != (cue.start if cue.far < 0 else min(cue.start, cue.far))  # the teller stands behind its verb
        or not holds_main_clause(units, start, begin - 1, language)
    ):
        return []
    right = skip_adverbials(site, site.right)
    if cue.verb.takes("o") and language.code == "en":  # X told the paper on Friday
        right = skip_adverbials(site, phrase_end(units, right, len(units), language))
    at_end = right >= len(units) or units[right].text in (".", "!", "?", ";") or right >= len(units) - 1
    if language.code == "fr" and site.is_inverted and not at_end and units[right].lower in ("qui", "dont"):
        at_end = True  # …, indique la banque qui a été mandatée
    if language.code == "de" and not at_end:  # …, sagte X dem Sender Y
        at_end = not any(is_comma(unit) or is_finite(unit, language) for unit in units[right:])
    comma_next = not at_end and is_comma(units[right])
    if not (at_end or comma_next):
        return []
    if starts_phrase(units, start, language) and units[start].lower != "pour":
        return []
    has_verb = has_finite(units, start, begin - 1, language)
    if comma_next and language.code == "en" and (halves := english_halves(site, start, right + 1)):
        return [halves]
    if (
        has_verb
        and begin - start > 3
        and not (comma_next and language.has("subordinators", units[start].lower))
    ):
        pieces = [(start, begin - 1)]
        if comma_next and language.code == "fr":
            end = clause_end(units, right + 1, language)
            if goes_on_behind(units, right + 1, end, units[site.right - 1].lower.startswith("-")):
                return [[*pieces, (right + 1, end)]]
        return [pieces + (second_half(site) if comma_next else [])]
    if (
        site.is_inverted
        and language.code == "en"
        and any(unit.kind == "quote" for unit in units[start:begin])
    ):
        return [[(start, begin - 1)]]
    if comma_next and begin - start >= 2:
        end = clause_end(units, right + 1, language)
        if has_finite(units, right + 1, end, language) or site.is_inverted:
            return [[(start, begin - 1), (right + 1, end)]]
    return []


def bare_clause(site: Site) -> Contents:
    """English *said it had …* and German *erklärte, er sei …*: a clause without a complementizer."""
    units, cue, language = site.units, site.cue, site.language
    if language.code == "de":
        return _main_clause_right(site)
    if language.code != "en" or not cue.verb.takes("z", "o"):
        return []
    at = skip_adverbials(site, site.right)
    if cue.verb.takes("o") and not cue.verb.takes("z") or cue.verb.lemma == "tell":
        stop = (
            at + 1
            if units[at : at + 1] and units[at].pos == "PRON"
            else phrase_end(units, at, len(units), language)
        )
        at = skip_adverbials(site, stop)
    if at >= len(units) - 1 or units[at].kind == "punctuation" or units[at].pos == "ADP":
        return []
    end = clause_end(units, at, language)
    if cue.verb.takes("w") and (site.subject or cue.reading == "gerund") and holds_verb(units, at, end):
        return [[(at, end)]]  # say takes no object, so that whatever holds a verb is a clause
    subject = phrase_end(units, at, end, language)
    if subject <= at and units[at].lower not in ("there", "it", "this", "that") and units[at].kind != "quote":
        return []
    for index in range(max(subject, at), min(end, max(subject, at) + 14)):
        if is_finite(units[index], language) or units[index].kind == "quote":
            return [[(at, end)]]
        if units[index].text in (";", ":") or leads_off(units, index, language):
            return []
    return []


def _main_clause_right(site: Site) -> Contents:
    """German *erklärte, er sei …*: right behind the telling, or, in Konjunktiv, behind an object too."""
    units, cue, language = site.units, site.cue, site.language
    if not cue.verb.takes("c"):
        return []
    directly = skip_adverbials(site, site.right)
    for index in range(site.right, min(len(units) - 2, site.right + LONGEST_REACH)):
        if units[index].text != ",":
            if is_finite(units[index], language) and index != cue.far:
                return []
            continue
        following = units[index + 1]
        if language.has("coordinators", following.lower):
            return []
        if is_finite(following, language) or following.pos in ("VERB", "AUX") and following.form != "Inf":
            return []  # …, hatte X gesagt: the comma ends what is told, and a teller follows
        if leads_subordinate(units, index + 1, language):
            if language.has("subordinators", following.lower) or following.lower == "so":
                return []
            continue
        end = clause_end(units, index + 1, language)
        if not has_finite(units, index + 1, end, language):
            return []
        plain = cue.reading != "infinitive" and not cue.verb.takes("t", "w")
        told = index <= directly and plain or is_reported_clause(units, index + 1, end, language)
        return [[(index + 1, end)]] if told else []
    return []


def infinitive(site: Site) -> Contents:
    """*affirme ne pas être …*, *gab bekannt, … vereitelt zu haben*, *claims to have …*."""
    units, cue, language = site.units, site.cue, site.language
    if language.code == "fr":
        return _french_infinitive(site)
    if not cue.verb.takes("i", "o"):
        return []
    if language.code == "en":
        at = skip_adverbials(site, cue.end) if not cue.verb.takes("o") else cue.end
        begin = at
        if cue.verb.takes("o") and at < len(units) and units[at].lower != "to":
            at = phrase_end(units, at, len(units), language)
        if (
            at + 1 < len(units)
            and units[at].lower == "to"
            and units[at + 1].pos in ("VERB", "AUX", "ADV", "QUOTE")
        ):
            return [[(begin, clause_end(units, at, language))]]
        return []
    if cue.is_passive and stands_in_subordinate(units, max(cue.main, cue.far), language):
        return []
    first = max(site.right, cue.far)  # behind the particle: gab das Amt, das …, bekannt, … zu …
    for index in range(first, min(len(units) - 2, first + LONGEST_REACH)):
        if is_comma(units[index]) and (
            leads_subordinate(units, index + 1, language) or units[index + 1].lower in PURPOSE
        ):
            continue
        if is_comma(units[index]):
            end = clause_end(units, index + 1, language)
            if any(is_zu_infinitive(units, at) for at in range(index + 1, end)):
                return [[(index + 1, end)]]
    return _infinitive_without_comma(site)


# *um … zu* says what for, not what is told.
PURPOSE = frozenset({"um", "ohne", "statt", "anstatt", "außer"})


def _infinitive_without_comma(site: Site) -> Contents:
    """*hat angekündigt erneut anzutreten*: right behind a participle that ends the telling."""
    units, cue, language = site.units, site.cue, site.language
    start = cue.end
    if not 0 <= cue.far < cue.start or start >= len(units) - 1 or units[start].kind == "punctuation":
        return []
    if language.has("coordinators", units[start].lower) or units[start].lower in PURPOSE:
        return []
    end = next((i for i in range(start, len(units)) if units[i].kind == "punctuation"), len(units))
    end = next((i for i in range(start, end) if language.has("coordinators", units[i].lower)), end)
    if any(is_finite(unit, language) for unit in units[start:end]):
        return []
    return [[(start, end)]] if any(is_zu_infinitive(units, at) for at in range(start, end)) else []


def is_zu_infinitive(units: Sequence[Unit], at: int) -> bool:
    unit = units[at]
    if unit.lower == "zu":
        return (
            at + 1 < len(units)
            and units[at + 1].lower.endswith("n")
            and units[at + 1].pos in ("VERB", "AUX", "X")
        )
    return unit.pos == "VERB" and "zu" in unit.lower[2:-3] and unit.form == "Inf"


def _french_infinitive(site: Site) -> Contents:
    units, cue, language = site.units, site.cue, site.language
    if not cue.verb.takes("i", "d", "o"):
        return []
    at = _skip_french(site, site.right)
    if at >= len(units):
        return []
    if cue.verb.takes("i"):
        begin = at
        while at < len(units) and (
            language.has("negations", units[at].lower) or language.has("clitics", units[at].lower)
        ):
            at += 1
        if at < len(units) and units[at].form == "Inf" and units[at].pos in ("VERB", "AUX"):
            return [[(begin, clause_end(units, begin, language))]]
    if cue.verb.takes("d", "o"):
        begin = skip_insert(units, site.right, language)
        for index in range(begin, min(len(units) - 1, begin + 10)):
            if units[index].lower in ("de", "d'", "à") and leads_infinitive(units, index + 1, language):
                return [[(index + 1, clause_end(units, index + 1, language))]]
            if is_finite(units[index], language) or is_comma(units[index]):
                break
    return []


def leads_infinitive(units: Sequence[Unit], at: int, language: Language) -> bool:
    while at < len(units) and (
        language.has("negations", units[at].lower) or language.has("clitics", units[at].lower)
    ):
        at += 1
    return at < len(units) and units[at].form == "Inf" and units[at].pos in ("VERB", "AUX")


def _skip_french(site: Site, at: int) -> int:
    units, language = site.units, site.language
    while at < len(units):
        behind = skip_insert(units, at, language)
        if behind > at:
            at = behind
        elif units[at].lower in ("à", "au", "aux", "auprès", "devant") and units[at].pos in ("ADP", "ADV"):
            at = max(at + 1, phrase_end(units, at + 1, len(units), language))  # a déclaré au juge avoir …
        elif (
            units[at].pos == "ADV"
            and not language.has("negations", units[at].lower)
            or is_time(units[at], language)
        ):
            at += 1
        else:
            break
    return at
