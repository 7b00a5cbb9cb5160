"""What of a headline stands beside its mark. The server cannot measure text, so letters are counted."""

from __future__ import annotations

import re

_OPENING = re.compile(r"^(?:that|dass|que|qu[’']|ob|whether|si)\s*\b", re.I)
# Words that nothing may end on: they promise another.
_DANGLING = re.compile(
    r"(?:[\s,;:–-]+(?:[ds]?e[rs]|die|das|dem|den|ein\w{0,2}|und|oder|von|vom|zu[mr]?|in|im|auf|für|mit|an|am|bei|the|an?|of|and|or|to"
    r"|for|with|on|at|by|from|had|has|have|was|were|is|are|le|la|les|une?|des|du|de|et|ou|à|aux?|en|par|pour|sur"
    r"|avec|dans|qui|que|a|ont|est|[ldnsj][’']))+[\s,;:–-]*$",
    re.I,
)


def shorten(text: str, letters: int) -> str:
    """Cut a text to at most so many letters, at the end of a word that may end, with an ellipsis."""
    return _cut(_OPENING.sub("", " ".join(text.split())), letters)


def wrapped(text: str, letters: int, lines: int = 2) -> tuple[str, ...]:
    """A text in at most so many lines of so many letters; what finds no room in the last is cut off there.

    A word longer than a line is cut, too: a label never leaves its place.
    """
    rest = _OPENING.sub("", " ".join(text.split()))
    found: list[str] = []
    while rest and len(found) < lines - 1 and len(rest) > letters:
        line = rest[: letters + 1].rpartition(" ")[0]
        if not line:
            break
        found.append(line)
        rest = rest[len(line) :].lstrip()
    return (*found, _cut(rest, letters)) if rest else tuple(found)


def _cut(text: str, letters: int) -> str:
    if len(text) <= letters:
        return text
    cut = text[: max(1, letters - 1)]
    if " " in cut and not text[len(cut) : len(cut) + 1].isspace():
        cut = cut[: cut.rindex(" ")]
    return f"{(_DANGLING.sub('', cut) or cut).rstrip(' ,;:–-.')}…"
