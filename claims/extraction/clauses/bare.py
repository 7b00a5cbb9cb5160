"""Rules for what is told in a clause without a complementizer, before, around or behind its telling."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.bounds import clause_end
from claims.extraction.clauses.complements import end_of_clause
from claims.extraction.clauses.english import english_halves, finds_verb, holds_verb
from claims.extraction.clauses.french import goes_on_behind
from claims.extraction.clauses.french import holds_main_clause as holds_main_clause_in_french
from claims.extraction.clauses.german import (
    holds_main_clause,
    is_reported_clause,
    leads_subordinate,
    stands_in_subordinate,
)
from claims.extraction.clauses.inversion import has_finite
from claims.extraction.clauses.quoted import left_start, second_half
from claims.extraction.clauses.site import LONGEST_REACH, Contents, Site, skip_adverbials
from claims.extraction.lexicon import Language
from claims.extraction.object_ends import object_end
from claims.extraction.phrases import Range, is_comma, is_pronoun, is_time, phrase_end, starts_phrase
from claims.extraction.reading import Unit, is_finite


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
    if language.code == "fr" and begin == 2 and language.has("coordinators", units[0].lower):
        return _behind_lead(site)
    if language.code == "fr" and (halves := _broken_halves(site)):
        return [halves]
    if begin < 2 or not (is_comma(units[begin - 1]) or units[begin - 1].text in stops):
        return []
    if site.subject is None and not cue.is_passive:
        return []
    if language.code == "fr" and not site.is_inverted:
        return []  # …, le maire plaide pour une taxe: French inverts its inserts
    if language.code == "en" and (cue.verb.takes("k") or not cue.verb.takes("c") or _is_main_clause(site)):
        return []  # The program, called Home, allows …
    start = left_start(site, begin - 1)
    if language.code == "de" and language.has("subordinators", units[0].lower):
        start = 0  # Während die Sonne schien, setzten sie den Weg fort
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
    if site.is_inverted and not at_end and units[right].lower in ("qui", "dont", "who"):
        at_end = language.code != "de"  # …, indique la banque qui a été mandatée
    if language.code == "de" and not at_end:  # …, sagte X dem Sender Y
        at_end = not any(is_comma(unit) or is_finite(unit, language) for unit in units[right:])
    if language.code == "en" and not at_end and _trails_off(units, right, language):
        at_end = True
    comma_next = not at_end and is_comma(units[right])
    if not (at_end or comma_next):
        return []
    if starts_phrase(units, start, language) and units[start].lower != "pour":
        return []
    if language.code == "en" and at_end and _is_mere_circumstance(units, start, begin - 1, language):
        return []
    has_verb = has_finite(units, start, begin - 1, language)
    if language.code == "fr" and has_verb and comma_next:
        has_verb = holds_main_clause_in_french(units, start, begin - 1, language)
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
            if goes_on_behind(units, right + 1, end, _is_told_by_pronoun(site)):
                return [[*pieces, (right + 1, end)]]
        return [pieces + (second_half(site) if comma_next else [])]
    if at_end and language.code == "en" and _is_answer(site, start, right):
        return [[(start, begin - 1)]]
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


def _is_main_clause(site: Site) -> bool:
    """*…, which claimed that*, *Lee, who sings, praised the mayor*: the verb's own subject stands left of the comma."""
    units, language = site.units, site.language
    if site.subject and language.has("relatives", units[site.subject[0]].lower):
        return True
    if not site.is_inverted:
        return False
    subject = phrase_end(units, 0, site.begin - 1, language)
    return (
        0 < subject < site.begin - 2
        and is_comma(units[subject])
        and language.has("relatives", units[subject + 1].lower)
    )


def _broken_halves(site: Site) -> list[Range]:
    """French *Le pont sera, dit-on, fermé*: no clause ends in an auxiliary, so it goes on behind the insert.

    Behind a conjunction (*le port, où, dit-on, rien ne bouge*) all of it stands there. Empty when the clause is whole.
    """
    units, begin = site.units, site.begin
    if not site.is_inverted or begin < 3 or site.right + 1 >= len(units):
        return []
    if not (is_comma(units[begin - 1]) and is_comma(units[site.right])):
        return []
    last = units[begin - 2]
    behind = site.right + 1, clause_end(units, site.right + 1, site.language)
    if last.lower in CONJUNCTIONS and has_finite(units, *behind, site.language):
        return [behind]
    if site.language.has("auxiliaries", last.lower) and is_finite(last, site.language):
        return [(left_start(site, begin - 1), begin - 1), behind]
    return []


CONJUNCTIONS = frozenset({"et", "mais", "où", "que", "car", "or", "puisque", "parce"})


def _is_told_by_pronoun(site: Site) -> bool:
    """French *dit-elle*, *a-t-il ajouté*: inserts so short that the clause goes on behind them."""
    return site.subject is not None and site.units[site.subject[0]].lower.startswith("-")


def _is_mere_circumstance(units: Sequence[Unit], start: int, end: int, language: Language) -> bool:
    """*While it helps, it tells nobody …*: one subordinate clause and no main clause before the telling."""
    opens = units[start].pos == "SCONJ" and language.has("subordinators", units[start].lower)
    return opens and not any(is_comma(unit) for unit in units[start:end])


def _behind_lead(site: Site) -> Contents:
    """French *Mais, ajoute le maire, il faut attendre*: all that is told stands behind the teller."""
    units, right = site.units, site.right
    if not site.is_inverted or right + 2 >= len(units) or not is_comma(units[right]):
        return []
    end = clause_end(units, right + 1, site.language)
    return [[(right + 1, end)]] if has_finite(units, right + 1, end, site.language) else []


def _is_answer(site: Site, start: int, right: int) -> bool:
    """*People like her, he said.*: words without a verb that only *said* may tell, and nothing behind."""
    units = site.units
    is_nominal = units[start].pos in ("NOUN", "PROPN", "DET", "PRON", "NUM", "ADJ")
    is_last = right >= len(units) or units[right].text == "."
    return is_nominal and is_last and site.begin - start > 2 and site.cue.verb.takes("e")


def _trails_off(units: Sequence[Unit], at: int, language: Language) -> bool:
    """*…, he said after meeting the crew*: what follows tells when or how it was said."""
    return units[at].lower in ("after", "before", "while", "when", "as", "during", "without") and not any(
        unit.kind == "quote" or is_comma(unit) for unit in units[at:]
    )


def bare_clause(site: Site) -> Contents:
    """English *said it had …* and German *erklärte, er sei …*: a clause without a complementizer."""
    units, cue, language = site.units, site.cue, site.language
    if language.code == "de":
        return _main_clause_right(site)
    if language.code != "en" or not cue.verb.takes("z", "o") or _is_told_before(site):
        return []
    at = skip_adverbials(site, site.right)
    if cue.verb.takes("o") and not cue.verb.takes("z") or cue.verb.lemma == "tell":
        stop = (
            at + 1
            if units[at : at + 1] and units[at].pos == "PRON"
            else phrase_end(units, at, len(units), language)
        )
        at = skip_adverbials(site, stop)
        if (
            at + 1 < len(units)
            and units[at].lower in ("that", "which")
            and is_finite(units[at + 1], language)
        ):
            return []  # pushed plans that are costly
    told_when = cue.verb.takes("o") and at < len(units) and units[at].lower in ("when", "while", "after")
    if at >= len(units) - 1 or units[at].kind == "punctuation" or units[at].pos == "ADP" or told_when:
        return []
    if at > site.right and language.has("relatives", units[at].lower):
        return []  # responded with a phrase that could …
    if cue.verb.takes("e") and units[at].lower in AMOUNTS and units[at + 1].lower in ("about", "of", "on"):
        return [[(at + 2, object_end(units, at + 2, language))]] if at + 2 < len(units) else []
    end = end_of_clause(site, at)
    if cue.verb.takes("e") and units[at].lower in CONDITIONS:
        comma = next((i for i in range(at, end) if is_comma(units[i])), end)
        whole = has_finite(units, at, comma, language) and has_finite(units, comma, end, language)
        return [[(at, end)]] if whole else []
    if _is_mere_object(units, at, end, language):
        return []
    if cue.verb.takes("e") and (site.subject or cue.reading == "gerund") and holds_verb(units, at, end):
        return [[(at, end)]]  # say takes no object, so that whatever holds a verb is a clause
    subject = phrase_end(units, at, end, language)
    is_named = units[at].lower == "there" or is_pronoun(units[at], language) or units[at].kind == "quote"
    if subject <= at and not is_named:
        return []
    return [[(at, end)]] if finds_verb(site, at, max(subject, at), end) else []


# *said nothing about the plan*: what it was about stands behind.
AMOUNTS = frozenset({"nothing", "little", "much", "more", "less", "anything", "something"})

# What is told may open with these: *said if it rained, they would wait*.
CONDITIONS = frozenset({"if", "unless", "while", "although", "though", "because", "once"})


def _is_mere_object(units: Sequence[Unit], at: int, end: int, language: Language) -> bool:
    """*wrote his book, Lee said …*, *said the same thing, including …*: no verb follows the phrase or its apposition."""
    stop = phrase_end(units, at, end, language)
    while stop < end and is_time(units[stop], language):
        stop += 1
    if stop in (at, end) or not is_comma(units[stop]):
        return False
    close = next((i for i in range(stop + 1, end) if is_comma(units[i])), end)
    while close + 1 < end and units[close + 1].pos == "ADV":
        close += 1
    return close + 1 >= end or not is_finite(units[close + 1], language)


def _is_told_before(site: Site) -> bool:
    """*…, said an official who knew*: what is told stands left, and a relative clause follows."""
    units, right = site.units, site.right
    return site.is_inverted and right < len(units) and units[right].lower in ("who", "whose")


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
            joins = language.has("coordinators", units[index].lower)
            if joins and index >= site.right and units[index + 1].pos == "VERB":
                return []  # hat aufgerufen … und angekündigt, er …
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
