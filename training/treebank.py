"""Read Universal Dependencies files, keeping the features and labels that our rules read. Nothing here knows spaCy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_FEATURES = {
    *("VerbForm", "Mood", "Tense", "Person", "Number", "Gender", "Case"),
    *("PronType", "Poss", "Reflex", "Polarity", "Definite"),
}
_SUBTYPES = {
    *("nsubj:pass", "aux:pass", "acl:relcl", "nmod:poss", "compound:prt"),
    *("obl:agent", "obl:arg"),
}


@dataclass(frozen=True)
class Word:
    """One syntactic word; `head` counts from 0 and points to the word itself at the root."""

    form: str
    upos: str
    xpos: str
    features: tuple[tuple[str, str], ...]
    head: int
    label: str

    @property
    def morph(self) -> str:
        return "|".join(f"{name}={value}" for name, value in self.features)

    def has(self, name: str, value: str | None = None) -> bool:
        return any(n == name and value in (None, v) for n, v in self.features)


@dataclass(frozen=True)
class Surface:
    """A stretch of text without annotation of its own: usually one word, several for French "du"."""

    text: str
    space_after: bool
    words: tuple[int, ...]


@dataclass(frozen=True)
class Sentence:
    surfaces: tuple[Surface, ...]
    words: tuple[Word, ...]


def read_sentences(path: Path) -> Iterator[Sentence]:
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and not line.startswith("#")]
        if rows:
            yield _read(rows)


def _read(rows: list[list[str]]) -> Sentence:
    numbered = [row for row in rows if row[0].isdigit()]
    words = tuple(_word(row, position) for position, row in enumerate(numbered))
    surfaces: list[Surface] = []
    covered = 0
    for row in rows:
        first, _, last = row[0].partition("-")
        if not first.isdigit() or int(first) <= covered:
            continue
        covered = int(last or first)
        inside = tuple(range(int(first) - 1, covered))
        surfaces.append(Surface(row[1], "SpaceAfter=No" not in row[9], inside))
    return Sentence(tuple(surfaces), words)


def _word(row: list[str], position: int) -> Word:
    features = [] if row[5] == "_" else [tuple(pair.split("=", 1)) for pair in row[5].split("|")]
    kept = tuple((name, value) for name, value in features if name in _FEATURES)
    head = int(row[6]) - 1 if row[6] != "0" else position
    return Word(row[1], row[3], row[4], kept, head, _cut_label(row[7]))


def _cut_label(label: str) -> str:
    return label if label in _SUBTYPES else label.split(":")[0]


def is_held_out(index: int) -> bool:
    """Hold out the last ten of every hundred sentences: neighbours come from one document and stay together."""
    return index % 100 >= 90
