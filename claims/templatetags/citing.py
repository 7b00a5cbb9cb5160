"""A claim's words as they leave its page: with who denies them, declines or could not verify, or they read as asserted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django import template
from django.utils.translation import gettext as _

from claims.templatetags.words import said_when, stance_word
from claims.timeline import ClaimLine, Evidence, LinkLine

register = template.Library()

MOST_OUTLETS = 6  # that a card names
MOST_DISPUTING = 2  # claims that it denies or that deny it


@register.filter
def in_full(claim: ClaimLine) -> str:
    """*Ida Brandt denies: Not a drop*; what is asserted stands alone, and "" is a claim without words."""
    if claim.stance == "asserts" or not claim.headline:
        return claim.headline
    return f"{_who_does(claim)}: {claim.headline}"


@register.filter
def citation(claim: ClaimLine, address: str) -> str:
    """The line of text that cites a claim; a day or an outlet that nobody knows leaves no gap."""
    words = f"“{claim.headline}”"
    told = f"{words} {_who(claim)}" if claim.stance == "asserts" else f"{_who_does(claim)}: {words}"
    dated = f"{told}, {said_when(claim.when)}" if claim.when else told
    parts = [dated, ", ".join(_outlets(claim)), f"Newsclaims, {address}"]
    return ". ".join(part for part in parts if part)


def _who(claim: ClaimLine) -> str:
    return claim.speaker.name if claim.speaker else _("Nobody named")


def _who_does(claim: ClaimLine) -> str:
    return f"{_who(claim)} {stance_word(claim.stance)}"


def _outlets(claim: ClaimLine) -> Iterable[str]:
    return dict.fromkeys(one.outlet for one in claim.evidence if one.outlet)


@dataclass(frozen=True, slots=True)
class Printed:
    """The first reports that carry a claim, one an outlet, and how many outlets there are beyond."""

    names: tuple[Evidence, ...]
    more: int


@register.filter
def told_by(claim: ClaimLine) -> Printed:
    """Who printed it, in the order of publication."""
    standing = (one for one in claim.evidence if one.state == "current")
    firsts: dict[str, Evidence] = {}
    for one in sorted(standing, key=lambda one: (str(one.published or "9999"), one.article_id)):
        firsts.setdefault(one.outlet or str(one.article_id), one)
    outlets = tuple(firsts.values())
    return Printed(outlets[:MOST_OUTLETS], max(0, len(outlets) - MOST_OUTLETS))


@register.filter
def credit_in(evidence: Iterable[Evidence], attribution_id: int) -> list[tuple[str, str]]:
    """Role and words of whom one of these wordings credits, in their order; none when another claim has that wording."""
    told = next((one for one in evidence if one.attribution_id == attribution_id), None)
    if told is None:
        return []
    parts = [("source", told.source, told.source_pieces), ("cue", told.cue, told.cue_pieces)]
    parts.sort(key=lambda part: part[2][0].start if part[2] else 0)
    return [(role, words) for role, words, _ in parts if words]


@register.filter
def disputing(claim: ClaimLine) -> tuple[LinkLine, ...]:
    """What the claim denies and who denies it, as much of it as a card has room for."""
    return (*claim.denies, *claim.denied_by)[:MOST_DISPUTING]
