"""A story in a sentence: what most is said and disputed, who says it and who denies it. Django-free."""

from __future__ import annotations

from collections.abc import Iterable

from claims.timeline.values import ClaimLine, Gist


def gist_of(claims: Iterable[ClaimLine]) -> Gist | None:
    """The assertion that most claims deny; of equals the one in most reports, then the eldest. None asserted, no gist."""
    told = [claim for claim in claims if claim.stance == "asserts" and claim.headline and not claim.retired]
    claim = max(told, key=lambda one: (len(one.denied_by), one.reports, -one.id), default=None)
    return Gist(claim, _names(claim, "denied-by"), _names(claim, "relies-on")) if claim else None


def _names(claim: ClaimLine, how: str) -> tuple[str, ...]:
    links = sorted((link for link in claim.links if link.how == how), key=lambda link: -link.reports)
    return tuple(dict.fromkeys(link.speaker for link in links))
