"""Chains of sources: *according to the FT, the White House considers …* is the White House, via the FT."""

from __future__ import annotations

from dataclasses import replace

from claims.extraction.found import Found, letters

# The share of the outer content that the inner telling must fill; "that" and an adverb may be left over.
FILLED = 0.85


def join_chains(found: list[Found]) -> list[Found]:
    """Drop a telling that holds nothing but another's telling; the inner one keeps its source as ``via``."""
    outer = [one for one in found if one.rule == "according-to" and one.source]
    dropped: set[int] = set()
    joined = list(found)
    for shell in outer:
        inner = next(
            (index for index, one in enumerate(joined) if one is not shell and _fills(one, shell)), None
        )
        if inner is not None:
            joined[inner] = replace(joined[inner], via=shell.source, nested=False)
            dropped.add(id(shell))
    return [one for one in joined if id(one) not in dropped]


def _fills(inner: Found, shell: Found) -> bool:
    if inner.rule in ("according-to", "nominal") or not inner.source or not inner.cue:
        return False
    whole = letters(shell.content)
    told = letters(inner.content) | letters(inner.cue) | letters(inner.source)
    return letters(inner.cue) <= whole and len(told & whole) >= FILLED * len(whole)
