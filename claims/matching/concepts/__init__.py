"""The interlingua: concepts of the news, each with its lemmas in German, English and French.

The data lies beside this file, a table per field of life, written by hand from knowledge of the three
languages: ``id<TAB>German lemmas<TAB>English lemmas<TAB>French lemmas``, lemmas parted by commas; a lemma may
have several words. A first line ``# weight: 0.6`` says how much a concept of that table counts in a likeness
(default 1). A lemma may stand in several concepts: two words match when any of theirs is the same. What a
sentence makes of the concepts is ``reading``'s business.

The tables grew field by field from knowledge of the languages, never from the sentences they are measured on.
A row for a word that German writes as one and the splitter parts well (*Preiserhöhung*) does harm: as a phrase
it hides *price* and *increase*. So does a heavy sense of a common word (*make*, *find*), and a second concept of
a word in the set ``denying``; a name known as a word (*Grube*) is no longer a name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path

LANGUAGES = ("de", "en", "fr")

Concepts = frozenset[str]
NONE: Concepts = frozenset()
REFLEXIVE = frozenset({"sich", "se", "s'"})
ELISION = re.compile(r"\b((?:l|d|j|m|t|s|n|c|qu|jusqu)')")  # what a French text has as a word of its own
LIGHT = 0.5


@dataclass(slots=True)
class Lexicon:
    """What one language offers: single words, and phrases under their first word (longest first)."""

    words: dict[str, Concepts] = field(default_factory=dict)
    phrases: dict[str, list[tuple[tuple[str, ...], Concepts]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Row:
    table: str
    weight: float
    concept: str
    lemmas: dict[str, tuple[str, ...]]


@cache
def rows() -> tuple[Row, ...]:
    """Every concept of every table, in the order of the files' names."""
    return tuple(_rows())


def _rows() -> Iterator[Row]:
    for path in sorted(Path(str(files(__name__))).glob("*.tsv")):
        weight = 1.0
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("# weight:"):
                weight = float(line.split(":")[1])
            elif line.strip() and not line.startswith("#"):
                yield _row(path.stem, weight, line)


def _row(table: str, weight: float, line: str) -> Row:
    cells = line.split("\t")
    if len(cells) != 4:
        raise ValueError(f"{table}.tsv: four cells parted by tabs are needed, not {line!r}")
    lemmas = {
        language: tuple(lemma.strip().replace("’", "'") for lemma in cell.split(",") if lemma.strip())
        for language, cell in zip(LANGUAGES, cells[1:], strict=True)
    }
    return Row(table, weight, cells[0], lemmas)


@cache
def lexicon(language: str) -> Lexicon:
    """The words and phrases of one language, casefolded; empty for a language we have no table of."""
    words: dict[str, set[str]] = defaultdict(set)
    phrases: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for row in rows():
        for lemma in row.lemmas.get(language, ()):
            parts = tuple(ELISION.sub(r"\1 ", lemma.casefold().replace("-", " ")).split())
            if len(parts) == 2 and parts[0] in REFLEXIVE:
                words[parts[1]].add(row.concept)  # the pronoun changes and wanders: ich frage mich
            elif len(parts) == 1:
                words[parts[0]].add(row.concept)
            else:
                phrases[parts].add(row.concept)
    result = Lexicon({word: frozenset(concepts) for word, concepts in words.items()})
    for parts in sorted(phrases, key=lambda parts: (-len(parts), parts)):
        result.phrases.setdefault(parts[0], []).append((parts, frozenset(phrases[parts])))
    return result


@cache
def weights() -> dict[str, float]:
    """How much each concept counts; one that stands in two tables has the greater weight."""
    result: dict[str, float] = {}
    for row in rows():
        result[row.concept] = max(row.weight, result.get(row.concept, 0.0))
    return {
        concept: min(weight, LIGHT) if concept in _light() else weight for concept, weight in result.items()
    }


@cache
def _light() -> Concepts:
    lines = (files(__name__) / "light.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@cache
def tables() -> dict[str, str]:
    """The table each concept stands in (its first)."""
    result: dict[str, str] = {}
    for row in rows():
        result.setdefault(row.concept, row.table)
    return result


@cache
def concept_set(name: str) -> Concepts:
    """Concepts that the code treats alike, from ``sets.tsv`` beside the code."""
    lines = (Path(__file__).parent.parent / "sets.tsv").read_text(encoding="utf-8").splitlines()
    rows = dict(line.split("\t") for line in lines if not line.startswith("#"))
    return frozenset(concept.strip() for concept in rows[name].split(","))
