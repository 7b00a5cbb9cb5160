"""The bodies we know by name in three languages: governments, ministries, agencies, papers, companies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

from claims.extraction.records import Kind
from claims.matching.concepts import LANGUAGES, lexicon
from claims.matching.words import is_word

ACRONYM = re.compile(r"^[A-ZÄÖÜÉ][A-ZÄÖÜÉ\d&]{1,6}$")


@dataclass(frozen=True, slots=True)
class Institution:
    """``names``: a tuple a language, in the order of ``LANGUAGES``; the first of each is shown in it."""

    slug: str
    kind: Kind
    names: tuple[tuple[str, ...], ...]


@cache
def institutions() -> dict[str, Institution]:
    """All of them by slug, in the order of the file."""
    result = {}
    for line in (files(__package__) / "institutions.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            slug, kind, *cells = line.split("\t")
            names = tuple(tuple(name.strip() for name in cell.split(",") if name.strip()) for cell in cells)
            result[slug] = Institution(slug, cast(Kind, kind), names)
    return result


def without_ending(word: str) -> str:
    """Without the ending a German adjective may have: weißes, weiße, weißen -> weiß."""
    return re.sub(r"(?:e[snrm]?|s)$", "", word) if len(word) > 4 else word


@cache
def acronyms(language: str) -> dict[str, str]:
    """FT -> financial-times, ONU -> un, as printed in a language: in French *UN* is an article."""
    column = LANGUAGES.index(language) if language in LANGUAGES else 1
    return {
        name: one.slug
        for one in reversed(institutions().values())
        for name in one.names[column]
        if ACRONYM.match(name)
    }


@cache
def printed_names(language: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Names of several words under their first, casefolded, longest first.

    Names that are made of common words only (*chinesische Armee*) are left to the concepts, which also know
    *Chinas Streitkräfte*; the titles of papers of several words never are. Words stand without their endings.
    """
    column = LANGUAGES.index(language) if language in LANGUAGES else 1
    known = lexicon(language).words
    result: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for one in institutions().values():
        for name in one.names[column]:
            parts = tuple(re.sub(r"[’']", "' ", name.casefold()).replace("-", " ").split())
            strange = any(
                part not in known and not is_word(part, language) for part in parts if len(part) > 3
            )
            if strange or (len(parts) > 1 and one.kind == "publication"):
                bare = tuple(without_ending(part) for part in parts)
                result.setdefault(bare[0], []).append((bare, one.slug))
    for listed in result.values():
        listed.sort(key=lambda row: (-len(row[0]), row))
    return result
