"""How codes and days are put into words on a page, in the language of the interface."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django import template
from django.template.defaultfilters import date as date_in_words
from django.utils import timezone, translation
from django.utils.translation import get_language_info, pgettext
from django.utils.translation import gettext_lazy as _

from claims.matching.reasons import SENTENCES
from claims.timeline import ConflictLine, DriftLine, LinkLine, Note, Reading

register = template.Library()

STANCES = {
    "asserts": _("asserts"),
    "denies": _("denies"),
    "declines-to-comment": _("declines to comment"),
    "cannot-verify": _("could not verify"),
}
TYPES = {"direct": _("direct quotation"), "indirect": _("indirect speech"), "mixed": _("partly quoted")}
QUESTIONS = {"attribution": _("Said it?"), "content": _("True?")}
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
def question_word(about: str) -> str:
    return str(QUESTIONS.get(about, about))


@register.filter
def status_word(status: str) -> str:
    return str(STATUSES.get(status, status))


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
    words = {name: _day_or_words(value) for name, value in line.reason_words.items()}
    return translation.gettext(SENTENCES[line.reason_key]) % words


def _day_or_words(value: str) -> str:
    try:
        return day_full(date.fromisoformat(value))
    except ValueError:
        return value


@register.filter
def side_label(label: str) -> str:
    """A day in words, anything else as it is."""
    return _day_or_words(label)


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
def beside(notes: Iterable[Note], paragraph: int) -> list[Note]:
    """The notes that stand beside one paragraph, by its index."""
    return [note for note in notes if note.paragraph == paragraph]


@register.filter
def number_of(reading: Reading, attribution_id: int) -> int:
    """The number under which the article page speaks of an attribution, counted from 1."""
    ids = [note.attribution_id for note in reading.notes]
    return ids.index(attribution_id) + 1
