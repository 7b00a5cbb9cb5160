"""A claim's words as they leave its page: with who denies them, declines or could not verify, or they read as asserted."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.utils.translation import gettext as _

from claims.templatetags.words import said_when, stance_word
from claims.timeline import ClaimLine

register = template.Library()


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
