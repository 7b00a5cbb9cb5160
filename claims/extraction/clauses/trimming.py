"""Cuts what a report adds of its own off the end of an English content: *…, although he refused*."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.clauses.inversion import has_finite
from claims.extraction.clauses.site import Site
from claims.extraction.lexicon import Language
from claims.extraction.main_verbs import main_verb
from claims.extraction.phrases import Range, is_comma, is_time, phrase_end
from claims.extraction.reading import Unit, is_finite

# Objects are short: a further clause behind them is the reporter's. A told clause may hold such clauses itself.
SHORT = frozenset(
    {
        "infinitive",
        "predicate",
        "noun-phrase",
        "prepositional",
        "accusation",
        "attitude",
        "quotation-right",
        "raised",
    }
)


def trim(site: Site, rule: str, pieces: list[Range]) -> list[Range]:
    """The pieces with the last one cut where the report goes on in its own voice."""
    start, end = pieces[-1]
    if site.language.code != "en" or start < site.cue.start:
        return pieces
    if rule == "noun-phrase" and site.cue.verb.takes("t"):
        end = _behind_name(site.units, start, end, site.language)
    if (
        end - 1 > start
        and site.units[end - 1].kind == "bracket"
        and site.units[end - 1].words > LONGEST_ASIDE
    ):
        end -= 1
    if rule in SHORT and site.units[start].is_said and _verb_follows(site, start + 1, end):
        return [*pieces[:-1], (start, start + 1)]  # called it “unwise,” saying …
    if _noun_waits(site):
        end = main_verb(site.units, start, end, rule not in SHORT, site.language)
    parts = _Parts(site, rule, start, end)
    stop = next((at for at in range(start + 1, end - 1) if parts.ends_at(at)), end)
    return [*pieces[:-1], (start, stop + (stop < end and site.units[stop].is_said))]


# A bracket of more words at the end is the reporter's remark on what was told.
LONGEST_ASIDE = 6


class _Parts:
    """One told range, and whether it ends at one of its units."""

    def __init__(self, site: Site, rule: str, start: int, end: int) -> None:
        self.site, self.rule, self.start, self.end = site, rule, start, end
        self.is_short = rule in SHORT
        self.in_relative = _is_in_relative(site)
        self.main_clause_waits = (
            _is_in_opening_clause(site)
            or _noun_waits(site)
            and site.units[0].pos == "ADP"
            or (self.in_relative and not has_finite(site.units, 0, site.begin, site.language))
        )
        self.asks = site.language.has("kept_complementizers", site.units[start].lower)

    def ends_at(self, at: int) -> bool:
        units, language = self.site.units, self.site.language
        if is_comma(units[at]):
            return self._ends_at_comma(at)
        if not self.is_short:
            return units[at - 1].text[:-1].rstrip().endswith(",") and self._leaves_at(at)
        return (
            units[at].is_said
            and _verb_follows(self.site, at + 1, self.end)
            or self.rule != "noun-phrase"
            and units[at].lower == "because"
            or _leaves_without_comma(units, at, self.end, language)
            or self.rule in ("noun-phrase", "predicate")
            and _tells_when_or_where(units, at, self.end, language)
        )

    def _ends_at_comma(self, comma: int) -> bool:
        units, language = self.site.units, self.site.language
        if self.main_clause_waits and _main_clause_follows(self.site, comma + 1, self.end):
            return True
        says_something = self.is_short or has_finite(units, self.start, comma, language)
        if self.in_relative and says_something and _verb_follows(self.site, comma + 1, self.end):
            return True
        return self._leaves_at(comma + 1)

    def _leaves_at(self, at: int) -> bool:
        return _leaves(self.site.units, at, self.end, self.is_short, self.site.language, self.asks, self.rule)


# Behind a name that is the object these tell when, where and how: *endorsed her early*, *backs Lee in the North*.
BEHIND_NAME = frozenset({"in", "on", "at", "after", "before", "during", "early", "by", "because", "until"})


OBJECT_PRONOUNS = frozenset({"him", "her", "it", "them", "us", "me"})


def _behind_name(units: Sequence[Unit], start: int, end: int, language: Language) -> int:
    """Where an object that is no more than a name or a pronoun ends."""
    at = start
    while at < end and (units[at].pos == "PROPN" or at == start and units[at].lower in OBJECT_PRONOUNS):
        at += 1
    if at in (start, end) or units[at].kind != "word":
        return end
    is_joined = at + 1 < end and units[at + 1].end == units[at + 1].start + 1 and units[at + 1].text == "-"
    if is_finite(units[at], language):
        return at
    leaves = not is_joined and (units[at].lower in BEHIND_NAME or units[at].pos in ("ADV", "NUM"))
    return at if leaves else end


def _leaves(
    units: Sequence[Unit], at: int, end: int, is_short: bool, language: Language, asks: bool, rule: str
) -> bool:
    """Whether the words behind a comma are the reporter's: an aside, a contrast, a consequence."""
    first = units[at]
    if first.lower in ("compared", "versus") or first.lower == "up" and units[at + 1].lower == "from":
        return True
    tells = any(form.verb.takes("q") for form in language.forms.get(first.lower, ()))
    if first.pos == "VERB" and first.lower.endswith("ing") and (is_short or tells):
        return first.lower not in ("including", "excluding", "depending", "according")
    if is_short and first.lower in (
        "with",
        "a",
        "an",
        "one",
    ):  # …, with 40 percent behind him; …, a plan that failed
        return not _goes_on_behind(units, at, end, language)
    if is_short and (language.has("asides", first.lower) or first.lower == "even"):
        return any(is_finite(unit, language) for unit in units[at:end])
    if rule == "infinitive" and (
        first.lower in ("but", "yet", "so")
        and any(is_finite(u, language) for u in units[at:end])
        or _is_clause(units, at, end, language)
    ):
        return True
    if not is_short and not asks:
        return _contrasts(units, at, end, language)
    return language.has("coordinators", first.lower) and _is_clause(units, at + 1, end, language)


# Behind a comma these set what the reporter knows against what was told.
CONTRASTS = frozenset({"but", "though", "although"})


def _contrasts(units: Sequence[Unit], at: int, end: int, language: Language) -> bool:
    """*…, but officials deny it*, *…, though he gave no names*."""
    if units[at].lower in CONTRASTS and _is_clause(units, at + 1, end, language):
        return True
    begin = at + (units[at].lower in ("and", "while", "whereas"))
    stop = phrase_end(units, begin, end, language)
    while stop < end and units[stop].pos in ("ADV", "AUX"):
        stop += 1
    forms = language.forms.get(units[stop].lower, ()) if begin < stop < end else ()
    return (
        units[stop].pos == "VERB" and any(form.verb.takes("c") and not form.verb.takes("t") for form in forms)
        if forms
        else False
    )


def _goes_on_behind(units: Sequence[Unit], at: int, end: int, language: Language) -> bool:
    """*that Lee, a dentist, could …*, *a bond, a pact, and a loan*: what stands between commas, or a list."""
    close = next((i for i in range(at, end) if is_comma(units[i])), end)
    if close + 1 >= end:
        return False
    behind = units[close + 1]
    return is_finite(behind, language) or language.has("coordinators", behind.lower)


def _leaves_without_comma(units: Sequence[Unit], at: int, end: int, language: Language) -> bool:
    unit = units[at]
    if (
        unit.pos == "ADP"
        and unit.lower in ("after", "before", "since")
        and _is_clause(units, at + 1, end, language)
    ):
        return True
    if language.has("asides", unit.lower) and unit.pos == "SCONJ":
        return any(is_finite(later, language) for later in units[at:end])
    return language.has("coordinators", unit.lower) and (
        is_finite(units[at + 1], language) or _is_clause(units, at + 1, end, language)
    )


def _tells_when_or_where(units: Sequence[Unit], at: int, end: int, language: Language) -> bool:
    """*on Friday*, *in a statement*, *during the debate*: circumstances of the saying behind its object."""
    unit = units[at]
    if unit.pos != "ADP":
        return (
            unit.kind == "word"
            and unit.pos != "NUM"
            and is_time(unit, language)
            and units[at - 1].pos not in ("ADP", "DET", "NUM", "SYM")
            and units[at - 1].text != "-"  # a 14-year-old
        )
    if unit.lower in ("during", "since", "despite", "amid"):
        return True
    if unit.lower not in ("in", "on", "at", "via"):
        return False
    phrase = units[at + 1 : min(end, at + 5)]
    return any(is_time(later, language) for later in phrase[:2]) or any(
        language.has("media", later.lower) or language.has("occasions", later.lower) for later in phrase
    )


def _is_clause(units: Sequence[Unit], at: int, end: int, language: Language) -> bool:
    """A subject with its finite verb right behind it."""
    stop = phrase_end(units, at, end, language)
    while stop < end and units[stop].pos == "ADV":
        stop += 1
    return stop < end and is_finite(units[stop], language)


def _is_in_opening_clause(site: Site) -> bool:
    """*While he said …, Y did …*: the telling stands in a subordinate clause that opens the sentence."""
    begin = site.begin
    words = [unit for unit in site.units[:begin] if unit.kind == "word"]
    if not words or any(is_comma(unit) for unit in site.units[:begin]):
        return False
    if site.language.has("coordinators", words[0].lower) and len(words) > 1:
        words = words[1:]  # But while he said …
    if words[0].pos == "NUM" or words[0].lower in ("even", "days", "weeks", "months", "years", "hours"):
        words = [word for word in words if word.pos in ("SCONJ", "ADP")] or words  # two years after he said …
    return site.language.has("subordinators", words[0].lower) and words[0].pos in ("SCONJ", "ADV", "ADP")


def _is_in_relative(site: Site) -> bool:
    """*Lee, who said …,*: behind the comma that closes the relative clause stands the verb of its noun."""
    if site.subject is None or site.subject[0] == 0:
        return False
    first = site.units[site.subject[0]]
    before = site.units[site.subject[0] - 1]
    opens = is_comma(before) or site.language.has("coordinators", before.lower)
    return site.language.has("relatives", first.lower) and opens


def _noun_waits(site: Site) -> bool:
    """*The man who wants to leave | is late*: a relative clause without a comma, its noun's verb still to come."""
    if (
        site.subject is None
        or site.subject[0] == 0
        or not site.language.has("relatives", site.units[site.subject[0]].lower)
    ):
        return False
    before = site.units[: site.subject[0]]
    return before[-1].pos in ("NOUN", "PROPN", "PRON") and not any(
        is_finite(unit, site.language) for unit in before
    )


def _verb_follows(site: Site, at: int, end: int) -> bool:
    while at < end and site.units[at].pos == "ADV":
        at += 1
    if at >= end:
        return False
    unit = site.units[at]
    return is_finite(unit, site.language) or unit.pos == "VERB" and unit.lower.endswith("ing")


def _main_clause_follows(site: Site, at: int, end: int) -> bool:
    return _is_clause(site.units, at, end, site.language)
