"""What editors decided, in a sentence, in the language of the interface."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.utils.translation import gettext_lazy as _

from claims.templatetags.words import conflict_word, kind_word, language_name
from claims.timeline import DecisionLine

register = template.Library()

ROLES = {"spokesperson-for": _("spokesperson for"), "embassy-of": _("embassy of")}
AFFILIATES = {"spokesperson-for": _("spokesperson"), "embassy-of": _("embassy")}

_LINKS = {
    "denies": _("claim %(claim)s denies claim %(target)s"),
    "supports": _("claims %(claim)s and %(target)s say the same"),
    "contradicts": _("claims %(claim)s and %(target)s contradict one another"),
    "relies-on": _("claim %(claim)s relies on claim %(target)s"),
}
_SENTENCES = {
    "merge-claims": _("Merged claim %(claim)s into claim %(into)s."),
    "split-claim": _("Split wordings off claim %(claim)s into a claim of their own, %(new)s (%(count)s)."),
    "move-wording": _("Moved “%(words)s” from claim %(claim)s to claim %(to)s."),
    "reject-wording": _("Took “%(words)s” out of claim %(claim)s: it is no statement."),
    "choose-headline": _("Chose “%(words)s” as headline of claim %(claim)s."),
    "clear-headline": _("Took back “%(words)s” as headline of claim %(claim)s."),
    "make-link": _("Made a link: %(link)s."),
    "confirm-link": _("Confirmed a link: %(link)s."),
    "reject-link": _("Removed a link: %(link)s."),
    "reject-conflict": _("Found no conflict in claim %(claim)s (%(conflict)s)."),
    "settle-conflict": _("Settled a conflict in claim %(claim)s (%(conflict)s): %(words)s"),
    "reopen-conflict": _("Opened a conflict in claim %(claim)s again (%(conflict)s)."),
    "merge-speakers": _("Merged the speaker %(name)s into %(into_name)s."),
    "split-speaker": _("Made a speaker of their own, %(name)s, of these names: %(names)s."),
    "rename-speaker": _("Renamed the speaker %(before)s to %(name)s."),
    "set-kind": _("Changed what the speaker is, from “%(before)s” to “%(kind)s”."),
    "add-alias": _("Added the name %(name)s (%(language)s)."),
    "remove-alias": _("Took the name %(name)s (%(language)s) off the list."),
    "affiliate": _("Noted of the speaker: %(role)s %(name)s."),
    "disaffiliate": _("Took back of the speaker: %(role)s %(name)s."),
    "describe-story": _("Gave the story the title “%(title)s” and this sentence: %(words)s"),
    "place-article": _("Put the report “%(title)s” into the story."),
}
_NO_SENTENCE = _("Gave the story the title “%(title)s” and no sentence of its own.")
_HANDED_OVER = _("Gave these names to the speaker %(name)s: %(names)s.")
UNDID = _("Took back: %(what)s")
_GONE = _(
    "No report has these words any more, since a text was corrected: %(words)s. Only the record of them is back."
)
LONG_NOTE = 400  # code points, and lines: what stands beside it is pushed out of view by a longer one
MANY_LINES = 6


@register.filter
def decision_words(line: DecisionLine) -> str:
    """What was decided. Strangers' words are isolated, so that those written from the right leave the rest in order."""
    if line.undoes is not None:
        undid = str(UNDID) % {"what": decision_words(line.undoes)}
        return f"{undid} {words_gone(gone)}" if (gone := line.told.get("gone")) else undid
    if line.verb not in _SENTENCES:
        return line.verb
    sentence = _SENTENCES[line.verb]
    if line.verb == "describe-story" and not line.told.get("words"):
        sentence = _NO_SENTENCE
    if line.verb == "split-speaker" and "into" in line.told:
        sentence = _HANDED_OVER
    try:
        return str(sentence) % _words(line.told)
    except KeyError:  # a decision of a time when less was noted
        return line.verb


def words_gone(words: Iterable[str]) -> str:
    """What an undoing could not bring back."""
    quoted = ", ".join(f"“{_isolated(one)}”" for one in words)
    return str(_GONE) % {"words": quoted}


def _words(told: Mapping[str, Any]) -> dict[str, Any]:
    words = {name: _isolated(value) if isinstance(value, str) else value for name, value in told.items()}
    if "attributions" in told:
        words["count"] = len(told["attributions"])
    if told.get("kind") in _LINKS and "target" in told:
        words["link"] = str(_LINKS[told["kind"]]) % told
    elif "kind" in told:
        words["kind"], words["before"] = (
            kind_or_unknown(told["kind"]),
            kind_or_unknown(told.get("before", "")),
        )
    if "conflict" in told:
        words["conflict"] = conflict_word(told["conflict"])
    if "names" in told:
        words["names"] = ", ".join(_isolated(name) for name, _language in told["names"])
    if "language" in told:
        words["language"] = language_name(told["language"])
    if "role" in told:
        words["role"] = role_word(told["role"])
    return words


def _isolated(text: str) -> str:
    return f"\u2068{text}\u2069"


@register.filter
def kind_or_unknown(kind: str) -> str:
    return kind_word(kind) or str(_("not known"))


@register.filter
def role_word(role: str) -> str:
    return str(ROLES.get(role, role))


@register.filter
def affiliate_word(role: str) -> str:
    """The same, of who stands for somebody."""
    return str(AFFILIATES.get(role, role))


@register.filter
def is_long(note: str) -> bool:
    """Whether a note is to be folded."""
    return len(note) > LONG_NOTE or note.count("\n") >= MANY_LINES
