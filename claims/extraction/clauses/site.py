"""A cue where it stands: its sentence and its subject, on either side of the verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.extraction.clauses.french import aside_at, skip_insert
from claims.extraction.clauses.french_subject import (
    all_clitics,
    before_clitics,
    complete_subject,
)
from claims.extraction.clauses.german_subject import prefer_right, subordinate_subject, whole_name
from claims.extraction.clauses.inversion import inverted_subject, prefers_inversion, subject_right
from claims.extraction.cues.cue import Cue
from claims.extraction.english_subjects import before_its_clause
from claims.extraction.lexicon import Language
from claims.extraction.phrases import Range, is_comma, is_time, phrase_end
from claims.extraction.reading import Unit
from claims.extraction.subjects import subject_left

Contents = list[list[Range]]  # contents, each in pieces


LONGEST_REACH = 18  # units between a verb and its clause; longer ways are other clauses


# *annonce plus de 2000 suppressions*: these open the object.
COUNTING = frozenset(
    {"plus", "moins", "près", "environ", "quelque", "quelques", "presque", "ne", "n'", "pas"}
)


@dataclass(slots=True)
class Site:
    """A cue where it stands: its sentence, and the subject when there is one."""

    units: Sequence[Unit]
    cue: Cue
    language: Language
    subject: Range | None = None
    is_inverted: bool = False

    @property
    def begin(self) -> int:
        """First unit of the telling: of the subject, or of the verb group when the subject stands behind it."""
        first = self.cue.start if self.cue.far < 0 else min(self.cue.start, self.cue.far)
        if self.is_inverted and self.language.code == "fr":
            return before_clitics(self.units, first, self.language)
        return first if self.is_inverted or self.subject is None else min(self.subject[0], first)

    @property
    def is_past(self) -> bool:
        """French: told in the perfect or the imperfect, so that tenses behind *que* shift."""
        return self.cue.end - self.cue.start > 1 or self.units[self.cue.main].lower.endswith(("ait", "aient"))

    @property
    def right(self) -> int:
        """Index after the verb group, and after the subject of an inversion."""
        return max(self.cue.end, self.subject[1]) if self.is_inverted and self.subject else self.cue.end


def make_site(units: Sequence[Unit], cue: Cue, language: Language) -> Site:
    """Find the subject on either side of the cue."""
    site = _site(units, cue, language)
    if language.code == "de":
        _settle_german(site)
    elif language.code == "en" and site.subject and not site.is_inverted:
        site.subject = before_its_clause(units, site.subject, cue.main, language)
    return site


def _settle_german(site: Site) -> None:
    """German word order is free: case and clause type correct what stands nearest."""
    units, cue, language = site.units, site.cue, site.language
    inner = subordinate_subject(units, max(cue.main, cue.far), language)
    if inner:
        site.subject, site.is_inverted = inner, False
        return
    if site.subject and not site.is_inverted:
        verb = cue.far if 0 <= cue.far < cue.start else cue.start
        if site.subject[1] <= verb:
            high = cue.start if verb == cue.far else len(units)
            right = subject_right(units, verb + 1, high, language)
            if right and prefer_right(units, site.subject, right, verb):
                site.subject, site.is_inverted = right, verb == cue.start
    if site.subject is None and cue.start <= 5 and units[0].lower in ("von", "van") and not cue.is_passive:
        site.subject = (0, cue.start)  # Von der Leyen
    if site.subject:
        site.subject = whole_name(units, site.subject, language)


def _site(units: Sequence[Unit], cue: Cue, language: Language) -> Site:
    site = Site(units, cue, language)
    low = _low(units, cue.start, language)
    left = subject_left(units, cue.start, low, language) if cue.far < 0 or cue.far > cue.start else None
    if language.code == "de" and cue.start and language.has("coordinators", units[cue.start - 1].lower):
        left = None  # spricht von einer Krise und sieht …: one subject for both verbs
    if language.code == "fr" and 0 <= cue.far < cue.start:  # a, pour sa part, évoqué
        low = _low(units, cue.far, language)
        shared = subject_left(units, cue.far, low, language)
        site.subject = complete_subject(units, shared, low, language) if shared else None
        return site
    if language.code == "de" and cue.far >= 0 and cue.far < cue.start:  # hat … erklärt
        left = subject_left(units, cue.far, _low(units, cue.far, language), language)
        if left is None or _is_oblique(units, left, language):
            right = subject_right(units, cue.far + 1, cue.start, language)
            if right:
                site.subject, site.is_inverted = right, False
                return site
    if left is not None and language.code == "de" and _is_oblique(units, left, language):
        left = None
    if left is not None and language.code == "fr":
        left = None if all_clitics(units, left, language) else complete_subject(units, left, low, language)
        if left and all(unit.kind == "punctuation" for unit in units[left[0] : left[1]]):
            left = None  # …, où, constatent les pêcheurs, …
    inverted = inverted_subject(units, cue, language)
    if inverted and (left is None or prefers_inversion(units, cue, left, language)):
        site.subject, site.is_inverted = inverted, True
    else:
        site.subject = left
    return site


def _low(units: Sequence[Unit], at: int, language: Language) -> int:
    """Left bound of the clause: after a colon, a semicolon or a quotation that is a sentence."""
    for index in range(at - 1, -1, -1):
        if units[index].text in (":", ";"):
            return index + 1
        if (
            units[index].kind == "quote"
            and units[index].has_verb
            and index + 1 < at
            and (is_comma(units[index + 1]) or units[index].words > 6)
        ):
            return index + 1
    return 0


def _is_oblique(units: Sequence[Unit], subject: Range, language: Language) -> bool:
    """A German phrase that a preposition or a time word leads: no subject."""
    before = units[subject[0] - 1] if subject[0] else None
    first = units[subject[0]]
    return (
        before is not None
        and (before.pos == "ADP" or first.pos == "NUM" and is_time(before, language))
        or first.pos == "ADP"
        or first.case in ("Dat",)
        and first.lower in ("dem", "einem", "den")
    )


def skip_adverbials(site: Site, at: int) -> int:
    """Leave out when, where and to whom it was said: *on Friday*, *auprès de l'AFP*, *in a statement*."""
    units, language = site.units, site.language
    moved = True
    while moved and at < len(units):
        moved = False
        if language.code == "fr" and (behind := skip_insert(units, at, language)) > at:
            at, moved = behind, True
            continue
        if language.code == "fr" and (aside := aside_at(units, at, language)):
            at, moved = at + aside, True
            continue
        unit = units[at]
        if language.code == "en" and at + 1 < len(units) and units[at + 1].lower in ("'s", "’s"):
            break  # condemned Friday's test
        if (
            at == site.cue.far
            or unit.pos == "ADV"
            and not language.has("complementizers", unit.lower)
            and not (language.code == "fr" and unit.lower in COUNTING)
            or is_time(unit, language)
            and not (language.code == "en" and unit.pos == "NUM")  # said 2016 was …, found 40 voters …
            or unit.kind == "bracket"
        ):
            at, moved = at + 1, True
        elif (
            unit.pos == "ADP"
            or language.has("recipients", unit.lower)
            or language.has("time_links", unit.lower)
            and at + 1 < len(units)
            and is_time(units[at + 1], language)
        ):
            end = phrase_end(units, at + 1, len(units), language)
            if end > at + 1:
                at, moved = end, True
            elif at + 1 < len(units) and is_time(units[at + 1], language):
                at, moved = at + 2, True
    return at
