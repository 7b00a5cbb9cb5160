"""How codes and days are put into words on a page, in the language of the interface."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django import template
from django.template.defaultfilters import date as date_in_words
from django.utils import timezone
from django.utils.translation import get_language_info, pgettext
from django.utils.translation import gettext_lazy as _

from claims.timeline import Note, Reading

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
