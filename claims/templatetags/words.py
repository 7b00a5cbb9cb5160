"""How codes and days are put into words on a page, in the language of the interface."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django import template
from django.template.defaultfilters import date as date_in_words
from django.utils import timezone, translation
from django.utils.translation import get_language_info, ngettext, pgettext
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from claims.extraction.when import When, iso_time
from claims.matching.reasons import SENTENCES
from claims.templatetags.judging import judged_words
from claims.timeline import (
    ClaimLine,
    ConflictLine,
    DriftLine,
    Entry,
    LeftOut,
    LinkLine,
    Note,
    Reading,
    StoryLine,
)
from claims.timeline.searching import Hit, Query

register = template.Library()

STANCES = {
    "asserts": _("asserts"),
    "denies": _("denies"),
    "declines-to-comment": _("declines to comment"),
    "cannot-verify": _("could not verify"),
}
TYPES = {"direct": _("direct quotation"), "indirect": _("indirect speech"), "mixed": _("partly quoted")}
SHORT_TYPES = {"direct": _("direct"), "indirect": _("indirect"), "mixed": _("part direct")}
KINDS = {
    "person": _("person"),
    "organisation": _("organisation"),
    "publication": _("publication"),
    "document": _("document"),
    "government": _("government body"),
    "group": _("group"),
}
STATUSES = {"verified": _("verified"), "unverified": _("unverified"), "unreviewed": _("unreviewed")}

LINKED_HOW = {
    "denies": _("Denies"),
    "denied-by": _("Denied by"),
    "supports": _("Says the same as"),
    "contradicts": _("Contradicts"),
    "relies-on": _("Relies on"),
    "relied-on-by": _("Relied on by"),
}
CONFLICTS = {"who": _("who said it"), "when": _("which day"), "what": _("what was said")}
DRIFTS = {
    "adds": _("adds something"),
    "omits": _("leaves something out"),
    "hedged": _("hedged"),
    "stronger": _("stated as a fact"),
    "number": _("another number"),
    "negation": _("turned round"),
    "actor": _("somebody else acts"),
    "name": _("another name"),
    "quote": _("quoted otherwise"),
    "reworded": _("says something else"),
}
MOST_DRIFTS = 3  # kinds of drift that a badge names
MOST_NAMES = 3  # of those who deny, over their denials

# Codes that langdetect tells and for which Django has no plain entry.
UNSUPPORTED_LANGUAGES = {
    "zh": _("Chinese"),
    "zh-cn": _("Chinese"),
    "zh-tw": _("Chinese"),
    "no": _("Norwegian"),
    "tl": _("Tagalog"),
}


@register.filter
def stance_word(stance: str) -> str:
    return str(STANCES.get(stance, stance))


@register.filter
def type_word(type_: str) -> str:
    return str(TYPES.get(type_, type_))


@register.filter
def type_word_short(type_: str) -> str:
    return str(SHORT_TYPES.get(type_, type_))


@register.filter
def of_claim(stories: dict[int, StoryLine], claim: int) -> StoryLine:
    return stories[claim]


@register.filter
def status_word(status: str) -> str:
    return str(STATUSES.get(status, status))


@register.filter
def kind_word(kind: str) -> str:
    """What a speaker is; "" when nobody knows."""
    return str(KINDS.get(kind, ""))


@register.filter
def add_up(number: float, other: float) -> str:
    """A sum of places in a drawing, with a point in every language."""
    return f"{number + float(other):g}"


@register.filter
def told_shortly(claim: ClaimLine) -> str:
    """A claim in one line, for those who do not see its mark."""
    name = claim.speaker.name if claim.speaker else now("Nobody named")
    day = said_when(claim.when) or now("Day unknown")
    reports = ngettext("%(n)s report", "%(n)s reports", claim.reports) % {"n": claim.reports}
    verdicts = [f"{judged_words(claim, one.about)}." for one in claim.verdicts]
    return " ".join([f"{name} {stance_word(claim.stance)}: {claim.headline}. {day}. {reports}.", *verdicts])


@register.filter
def hits(claim: ClaimLine, query: Query) -> tuple[Hit, ...]:
    """A claim's headline cut by what was looked for."""
    return query.hits(claim.headline, claim.headline_language)


@dataclass(frozen=True, slots=True)
class Found:
    language: str
    hits: tuple[Hit, ...]


@register.filter
def found_elsewhere(claim: ClaimLine, query: Query) -> Found | None:
    """The wording that was found, when the headline shows nothing of it."""
    if any(hit.is_hit for hit in query.hits(claim.headline, claim.headline_language)):
        return None
    for one in claim.evidence:
        cut = query.hits(one.content, one.language)
        if any(hit.is_hit for hit in cut):
            return Found(one.language, cut)
    return None


@register.filter
def denied_by(entry: Entry) -> str:
    """*Alibaba, Liu Pengyu and 2 others*: who denies what stands on the other side of a dispute."""
    said = [claim.speaker.name if claim.speaker else "" for claim in entry.denials]
    return names_told([*said, *(link.speaker for link in entry.denied_by_elsewhere)])


def names_told(names: Iterable[str]) -> str:
    """Each name once, the first of them and how many more; "" is somebody whom nobody names."""
    names = list(dict.fromkeys(names))
    told = ", ".join(name or now("Nobody named") for name in names[:MOST_NAMES])
    others = len(names) - MOST_NAMES
    more = ngettext("%(told)s and %(n)s other", "%(told)s and %(n)s others", others)
    return more % {"told": told, "n": others} if others > 0 else told


@register.filter
def linked_word(how: str) -> str:
    return str(LINKED_HOW.get(how, how))


@register.filter
def conflict_word(kind: str) -> str:
    return str(CONFLICTS.get(kind, kind))


@register.filter
def drift_words(drifts: Iterable[DriftLine]) -> str:
    """*hedged, leaves something out*: each kind of drift once, the weightiest first."""
    found = {one.reason_key.removeprefix("drift.") for one in drifts}
    ordered = [kind for kind in reversed(DRIFTS) if kind in found]
    return ", ".join(str(DRIFTS[kind]) for kind in ordered[:MOST_DRIFTS])


@register.filter
def drifts_of(drifts: Iterable[DriftLine], attribution_id: int) -> list[DriftLine]:
    """Those of one wording."""
    return [one for one in drifts if one.attribution_id == attribution_id]


@register.filter
def in_words(line: LinkLine | ConflictLine | DriftLine) -> str:
    """Why, in the language of the interface; an editor's reason stays in their own words."""
    if line.reason_key not in SENTENCES:
        return line.reason
    words = {name: _time_or_words(value) for name, value in line.reason_words.items()}
    return translation.gettext(SENTENCES[line.reason_key]) % words


def _time_or_words(value: str) -> str:
    when = iso_time(value)
    return said_when(when) if when and when.precision != "year" else value  # four digits may count anything


@register.filter
def side_label(label: str) -> str:
    """A time in words, anything else as it is."""
    return _time_or_words(label)


@register.filter
def language_name(code: str) -> str:
    """The language's name in the language of the interface; the code itself when nobody knows it."""
    if code in UNSUPPORTED_LANGUAGES:
        return str(UNSUPPORTED_LANGUAGES[code])
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code


@register.filter
def day_short(day: date | None) -> str:
    """*15 Nov*"""
    return date_in_words(day, pgettext("format of a day without its year", "j M")) if day else ""


@register.filter
def day_full(day: date | None) -> str:
    """*Sat 15 Nov 2025*"""
    return date_in_words(day, pgettext("format of a day", "D j M Y")) if day else ""


@register.filter
def said_when(when: When | None) -> str:
    """*Sat 15 Nov 2025*, *in November 2025*: a time as precisely as it is known."""
    if when is None:
        return ""
    if when.precision == "day":
        return day_full(when.first)
    if when.precision == "week":
        day = date_in_words(when.first, pgettext("format of a day and its year", "j M Y"))
        return now("in the week of %(day)s") % {"day": day}
    if when.precision == "month":
        month = date_in_words(when.first, pgettext("format of a month and its year", "F Y"))
        return now("in %(month)s") % {"month": month}
    return now("in %(year)s") % {"year": when.first.year}


@register.filter
def weekday_short(day: date) -> str:
    return date_in_words(day, "D")


@register.filter
def weekday_and_year(day: date | None) -> str:
    """*Saturday, 2025*: what `day_short` leaves out."""
    return date_in_words(day, pgettext("format of weekday and year", "l, Y")) if day else ""


@register.filter
def moment(when: datetime) -> str:
    """*17 Nov 2025, 09:40*"""
    return date_in_words(timezone.localtime(when), pgettext("format of a day and time", "j M Y, H:i"))


@register.filter
def words_of(text: str) -> list[str]:
    return text.split()


@register.filter
def once(words: Iterable[str]) -> list[str]:
    """Each word once, however it is written, in the order of first use."""
    return list({word.casefold(): word for word in reversed(list(words))}.values())[::-1]


@register.filter
def beside(notes: Iterable[Note], paragraph: int) -> list[Note]:
    """The notes that stand beside one paragraph, by its index."""
    return [note for note in notes if note.paragraph == paragraph]


@register.filter
def standing_before(pieces: Iterable[LeftOut], paragraph: int) -> list[LeftOut]:
    """What was left out directly before one paragraph, by its index."""
    return [piece for piece in pieces if piece.before == paragraph]


@register.filter
def number_of(reading: Reading, attribution_id: int) -> int:
    """The number under which the article page speaks of an attribution, counted from 1."""
    ids = [note.attribution_id for note in reading.notes]
    return ids.index(attribution_id) + 1
