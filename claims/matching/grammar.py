"""The small words of the three languages that say nothing by themselves or turn a sentence round.

The words are in ``grammar.tsv``, a row a kind:

- ``stop``: no units; ``negation``: turns what stands beside it;
- ``needs-ne``: French words that deny only beside *ne* (*une personne*, *rien de moins*), and ``ne`` itself;
- ``resumes``: opens a sentence that goes on with the one before (*Diese sei …*).
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

from claims.matching.concepts import LANGUAGES

Kind = Literal["stop", "negation", "needs-ne", "ne", "resumes"]


@cache
def words(kind: Kind, language: str) -> frozenset[str]:
    """The words of a kind, casefolded; none for a language we do not know."""
    return _rows()[kind].get(language, frozenset())


@cache
def _rows() -> dict[str, dict[str, frozenset[str]]]:
    lines = (files(__package__) / "grammar.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return {
        kind: {language: frozenset(cell.split()) for language, cell in zip(LANGUAGES, cells, strict=False)}
        for kind, *cells in rows
    }
