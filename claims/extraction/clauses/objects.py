"""Rules for what is told as an object: accusations, predicates, prepositional objects and noun phrases."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.bounds import clause_end
from claims.extraction.clauses.french import aside_at, skip_insert
from claims.extraction.clauses.french_objects import french_object_end, is_as_told, skip_count
from claims.extraction.clauses.german import (
    comma_parts,
    is_reported_clause,
    leads_subordinate,
    stands_in_subordinate,
)
from claims.extraction.clauses.infinitives import is_zu_infinitive, leads_infinitive
from claims.extraction.clauses.site import LONGEST_REACH, Contents, Site, skip_adverbials
from claims.extraction.lexicon import Language
from claims.extraction.object_ends import object_end
from claims.extraction.phrases import NOMINAL, Range, is_comma, is_pronoun, is_time, phrase_end
from claims.extraction.reading import Unit, is_finite


def accusation(site: Site) -> Contents:
    """*accused X of …*, *accuse X d'avoir …*, *wird X vorgeworfen, … zu …*."""
    units, cue, language = site.units, site.cue, site.language
    if not cue.verb.takes("x"):
        return []
    if language.code == "de":
        return infinitive_after_comma(site)
    links = {"en": ("of",), "fr": ("de", "d'")}[language.code]
    for index in range(cue.end, min(len(units) - 1, cue.end + LONGEST_REACH)):
        following = units[index + 1]
        if units[index].lower in links and (
            following.form in ("Ger", "Inf", "Part")
            and following.pos in ("VERB", "AUX")
            or leads_infinitive(units, index + 1, language)
            or following.lower.endswith("ing")
        ):
            return [[(index + 1, clause_end(units, index + 1, language))]]
        if is_finite(units[index], language) or is_comma(units[index]) and language.code == "fr":
            break
    if language.code == "fr":
        for index in range(cue.end, min(len(units) - 1, cue.end + 8)):
            if is_finite(units[index], language) or is_comma(units[index]):
                break
            named = index > cue.end or cue.is_passive  # menace X d'un procès, est accusé de vol
            if (
                named
                and units[index].lower in ("de", "d'")
                and units[index + 1].pos in ("DET", "NOUN", "ADJ", "QUOTE")
            ):
                end = clause_end(units, index + 1, language)
                return [[(index + 1, french_object_end(units, index + 1, end, language))]]
    if language.code == "en":
        for index in range(cue.end, min(len(units) - 1, cue.end + LONGEST_REACH)):
            if is_finite(units[index], language):
                break
            if units[index].lower == "of":
                return [[(index + 1, clause_end(units, index + 1, language))]]
    return []


def infinitive_after_comma(site: Site) -> Contents:
    """German *wird vorgeworfen, … zu …* or *…, dass …*; without such a clause the thing that is laid to a charge."""
    units, language = site.units, site.language
    for index in range(site.cue.end, min(len(units) - 1, site.cue.end + LONGEST_REACH)):
        if not is_comma(units[index]):
            continue
        start = index + 1
        if units[start].lower in ("dass", "daß"):
            return [[(start + 1, clause_end(units, start, language))]]
        end = clause_end(units, start, language)
        first = next((high for low, high in comma_parts(units, start, end)), end)
        if units[start].lower != "um" and any(is_zu_infinitive(units, at) for at in range(start, end)):
            return [[(start, end)]]
        if is_reported_clause(units, start, first, language) and not leads_subordinate(
            units, start, language
        ):
            return [[(start, end)]]
    return []


def predicate(site: Site) -> Contents:
    """*described X as Y*, *called X Y*, *a qualifié X de Y*, *bezeichnete X als Y*."""
    units, cue, language = site.units, site.cue, site.language
    if not cue.verb.takes("a", "k") and not (
        language.code == "fr" and units[cue.start].lower in ("s'", "se")
    ):
        return []
    marker: tuple[str, ...] = {"en": ("as",), "fr": ("comme",), "de": ("als",)}[language.code]
    if cue.verb.lemma in ("qualifier", "traiter", "taxer"):
        marker = ("de", "d'", "comme")
    if language.code == "de" and stands_in_subordinate(units, max(cue.main, cue.far), language):
        return []
    low, high = _object_range(site)
    if language.code == "fr":
        if units[cue.start].lower in ("s'", "se") and cue.end < len(units):
            low = cue.end + (units[cue.end].pos == "ADV")  # se dit contre …
        high = french_object_end(units, low, high, language) if low < high else high
    if high - low < (1 if language.code == "fr" else 2):
        return []
    quoted = [i for i in range(low, high) if units[i].kind == "quote"]
    if language.code == "de" and quoted and high - low <= 4 and is_pronoun(units[low], language):
        return [[(quoted[0], quoted[-1] + 1)]]  # nannte sie „reine Spekulation“
    if language.code == "en" and _has_own_verb(units, low, high, language):
        return []
    has_marker = any(units[index].lower in marker for index in range(low + 1, high))
    if has_marker and cue.verb.takes("a") or cue.verb.takes("k"):
        return [[(low, high)]]
    if (
        language.code == "fr"
        and units[cue.start].lower in ("s'", "se")
        and (
            units[low].pos in ("ADJ", "VERB", "QUOTE", "ADV") or units[low].lower in ("contre", "pour", "en")
        )
        and cue.verb.takes("q")
        and cue.verb.lemma in SELF_DESCRIBING
    ):
        return [[(low, high)]]  # s'est dit satisfait de …
    return []


# French verbs by which people describe themselves: *se dit prêt*; *s'est insurgé en mai* describes nobody.
SELF_DESCRIBING = frozenset({"dire", "déclarer", "estimer", "juger", "avouer", "reconnaître", "proclamer", "affirmer", "prétendre", "prononcer", "croire", "considérer", "confesser"})  # fmt: skip


def _has_own_verb(units: Sequence[Unit], low: int, high: int, language: Language) -> bool:
    """*a group called Home owns …*: what follows the verb is the subject of another."""
    high = next((i for i in range(low, high) if units[i].is_said), high)
    stop = low + 1 if units[low].kind == "quote" else phrase_end(units, low, high, language)
    return low < stop < high and is_finite(units[stop], language)


def _object_range(site: Site) -> Range:
    """Where the objects of a verb stand: right of it, or, with a German participle, before it."""
    units, cue, language = site.units, site.cue, site.language
    if language.code == "de" and 0 <= cue.far < cue.start:
        start = cue.far + 1
        if site.subject and site.subject[0] >= cue.far:
            start = site.subject[1]
        return _skip_german_adverbials(site, start, cue.start), cue.start
    at = skip_adverbials(site, site.right)
    end = clause_end(units, at, language) if at < len(units) else at
    if language.code == "de" and cue.far > cue.main:
        end = min(end, cue.far)
    return at, end


def _skip_german_adverbials(site: Site, at: int, high: int) -> int:
    units, language = site.units, site.language
    while at < high:
        unit = units[at]
        if unit.pos == "ADV" or language.has("negations", unit.lower):
            at += 1
        elif unit.pos == "ADP" or language.has("recipients", unit.lower) or unit.lower in ("am", "im", "vor"):
            end = phrase_end(units, at + 1, high, language)
            if end <= at + 1:
                end = at + 2 if at + 1 < high and is_time(units[at + 1], language) else at + 1
            nominal = end < high and units[end].pos == "PROPN" and units[end - 1].pos == "NOUN"
            at = phrase_end(units, end, high, language) if nominal else end
        elif is_time(unit, language):
            at += 1
        else:
            break
    return at


def prepositional(site: Site) -> Contents:
    """*spoke of …*, *warnte vor …*, *appelle à …*."""
    units, cue, language = site.units, site.cue, site.language
    if not cue.verb.takes("p"):
        return []
    begin = skip_insert(units, site.right, language) if language.code == "fr" else site.right
    begin += aside_at(units, begin, language) if language.code == "fr" else 0
    for index in range(begin, min(len(units) - 1, begin + 6)):
        is_number = language.code == "fr" and units[index + 1].pos == "NUM" and index + 2 < len(units)
        if units[index].lower in cue.verb.prepositions and (
            is_number or not is_time(units[index + 1], language)
        ):
            end = _told_end(units, index + 1, language)
            if language.code == "de" and not _tells_enough(units, index + 1, end, LEAST_TOPIC):
                return []
            return [[(index + 1, min(end, cue.far) if cue.far > index else end)]]
        if is_finite(units[index], language) or is_comma(units[index]):
            return []
    return []


def noun_phrase(site: Site) -> Contents:
    """*dément un article …*, *dementiert einen Bericht*, *denied the report*."""
    units, cue, language = site.units, site.cue, site.language
    if not cue.verb.takes("n"):
        return []
    if language.code == "de" and stands_in_subordinate(units, max(cue.main, cue.far), language):
        return []
    low, high = _object_range(site)
    if low >= high or units[low].kind == "punctuation":
        return []
    first = units[low]
    if cue.verb.takes("g") and first.pos == "VERB" and first.lower.endswith("ing"):
        return [[(low, clause_end(units, low, language))]]
    if language.code == "en":
        return _english_object(site, low, high)
    if (
        first.pos not in NOMINAL | {"DET", "ADJ", "ADV"}
        and not language.has("determiners", first.lower)
        or language.has("complementizers", first.lower)
    ):
        return []
    if language.code == "de":
        if phrase_end(units, low, high, language) <= low:
            return []
        if not 0 <= cue.far < cue.start:
            high = min(high, clause_end(units, low, language))
        enough = cue.verb.stance == "denies" or _tells_enough(units, low, high, LEAST_OBJECT)
        return [[(low, high)]] if enough else []
    if language.code == "fr":
        if language.has("relatives", first.lower) or is_as_told(units, cue.start):
            return []
        high = french_object_end(units, low, high, language)
        return [[(low, high)]] if phrase_end(units, skip_count(units, low), high, language) > low else []
    return []


def _english_object(site: Site, low: int, high: int) -> Contents:
    units, language, first = site.units, site.language, site.units[low]
    if language.has("complementizers", first.lower) and first.pos != "DET":
        asks = site.cue.verb.particles and language.has("kept_complementizers", first.lower)
        return [[(low, clause_end(units, low, language))]] if asks else []  # spoke about what he saw
    nominal = first.pos in NOMINAL | {"DET", "ADJ", "ADV"} or language.has("determiners", first.lower)
    if not nominal and not (first.form == "Part" and not first.lower.endswith("ing")):  # for increased taxes
        return []
    low = _behind_recipient(units, low, high, language)
    noun = low
    while noun + 2 < high and units[noun].pos == "ADJ" and units[noun + 1].text == ",":
        noun += 2  # swift, honest repairs
    if phrase_end(units, noun, high, language) <= noun:
        return []
    return [[(low, min(high, object_end(units, low, language)))]]


# A short noun phrase names a topic (*gab Details bekannt*) where a long one tells (*fordert bundeseinheitliche … in allen
# Branchen*). On the tuning sets 8 of 104 German objects under nine words, and 4 of 30 after a preposition under six, were
# annotated; above, every third and every second.
LEAST_OBJECT = 9
LEAST_TOPIC = 6


def _tells_enough(units: Sequence[Unit], start: int, end: int, least: int) -> bool:
    words = sum(unit.words for unit in units[start:end] if unit.kind != "punctuation")
    if any(unit.lower == "sich" for unit in units[max(0, start - 1) : start + 2]):
        return False  # äußerte sich zu …, verspricht sich …: the verb means something else
    return words >= least or any(
        unit.kind == "quote" and unit.text[1:2].islower() for unit in units[start:end]
    )


def _told_end(units: Sequence[Unit], start: int, language: Language) -> int:
    """German keeps the clauses that hang on an object (*fordert X, damit …*): they say what is told as much as it."""
    if language.code == "fr":
        return french_object_end(units, start, clause_end(units, start, language), language)
    return (clause_end if language.code == "de" else object_end)(units, start, language)


def _behind_recipient(units: Sequence[Unit], low: int, high: int, language: Language) -> int:
    """*took issue with the agency over an article*: what it is about stands behind *over*."""
    for index in range(low + 1, min(high - 1, low + 5)):
        if units[index].lower == "over" and all(unit.pos in ("DET", "PROPN") for unit in units[low:index]):
            return index + 1
    return low
