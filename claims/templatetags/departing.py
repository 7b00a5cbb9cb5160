"""How the pages name what a report says otherwise than others do, and what a speaker denies."""

from __future__ import annotations

from collections.abc import Sequence

from django import template
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from claims.templatetags.words import conflict_word, side_label
from claims.timeline import ClaimLine, DriftLine, Entry
from claims.timeline.parallel import Departing

register = template.Library()

# Behind the words that depart: first what of them is concerned, then how.
PIECES = {
    "adds": _("added"),
    "omits": _("left out"),
    "hedged": _("how sure: hedged"),
    "stronger": _("how sure: stated as a fact"),
    "number": _("number: another"),
    "negation": _("negation: turned round"),
    "actor": _("who acts: somebody else"),
    "name": _("who: another name"),
    "quote": _("quoted otherwise"),
    "reworded": _("what: something else"),
}


@register.filter
def piece_word(drift: DriftLine) -> str:
    """What the marked words change, in two or three words."""
    kind = drift.reason_key.removeprefix("drift.")
    return str(PIECES.get(kind, drift.kind))


@register.filter
def conflict_words(departing: Sequence[Departing]) -> str:
    """*conflict: who said it, which day*; of conflicts that are all settled *settled: who said it*."""
    kinds = ", ".join(dict.fromkeys(conflict_word(one.conflict.kind) for one in departing))
    is_settled = all(one.conflict.settled_at for one in departing)
    return (gettext("settled: %(what)s") if is_settled else gettext("conflict: %(what)s")) % {"what": kinds}


@register.filter
def departs(one: Departing) -> str:
    """*Conflict: credited to White House*: how this report has it, against most others; *Settled:* once it is."""
    is_settled = one.conflict.settled_at is not None
    what = {
        ("who", False): gettext("Conflict: credited to %(what)s"),
        ("when", False): gettext("Conflict: said on %(what)s"),
        ("what", False): gettext("Conflict: says “%(what)s”"),
        ("who", True): gettext("Settled: credited to %(what)s"),
        ("when", True): gettext("Settled: said on %(what)s"),
        ("what", True): gettext("Settled: says “%(what)s”"),
    }
    return what[one.conflict.kind, is_settled] % {"what": side_label(one.side.label)}


@register.filter
def denied_wholly(entry: Entry, claim: ClaimLine) -> int:
    """How many claims a dispute is about, when this one denies all of several; else 0."""
    return entry.denied_wholly_by(claim)
