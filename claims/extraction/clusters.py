"""The Brown cluster of each word, as a spaCy component that runs before the tagger.

The German and English treebanks know few of the words that news uses; clusters learnt from raw text tell the tagger
which other words an unknown one behaves like. Importing this module is what lets `spacy.load` find the component.
The table it reads is built and pruned by `training.pruning` and ships inside the pipeline.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

# The ids are bit strings read from the lowest bit, so the lowest six are the top of the cluster tree: 64 groups. Taken
# over from an earlier trial and not varied since. Weights are trained for one value; changing it means training anew.
TOP_BITS = 6
_FILE = "clusters.npz"


class WordClusters:
    """Write each token's cluster to `ent_id` and the top of its cluster to `ent_kb_id`.

    Those two attributes are free in our pipelines and spaCy's embedding layer can read them. Unknown words have
    cluster "c0".
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self.fill({})

    def __call__(self, doc: Doc) -> Doc:
        if len(doc):
            rows = self._find(doc.to_array(["ORTH", "LOWER"]))
            doc.from_array(["ENT_ID", "ENT_KB_ID"], self._names[rows])
        return doc

    def fill(self, cluster_of_word: dict[str, int]) -> None:
        words = sorted((self.vocab.strings.add(word), cluster) for word, cluster in cluster_of_word.items())
        self._keys = np.array([key for key, _ in words], dtype=np.uint64)
        self._clusters = np.array([cluster for _, cluster in words], dtype=np.uint32)
        self._name_clusters()

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        path.mkdir(exist_ok=True)
        np.savez_compressed(path / _FILE, keys=self._keys, clusters=self._clusters)

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> WordClusters:
        with np.load(path / _FILE) as table:
            self._keys, self._clusters = table["keys"], table["clusters"]
        self._name_clusters()
        return self

    def _name_clusters(self) -> None:
        """Prepare one row of attribute values for each word, and a last one for unknown words."""
        clusters = [*self._clusters.tolist(), 0]
        tops = [cluster % 2**TOP_BITS for cluster in clusters]
        add = self.vocab.strings.add
        self._names = np.array(
            [(add(f"c{whole}"), add(f"t{top}")) for whole, top in zip(clusters, tops, strict=True)],
            dtype=np.uint64,
        )

    def _find(self, spellings: np.ndarray) -> np.ndarray:
        """Return the row of each token: of its exact spelling, else of its lower-cased one, else the last."""
        unknown = len(self._keys)
        if not unknown:
            return np.zeros(len(spellings), dtype=np.intp)
        rows = np.minimum(np.searchsorted(self._keys, spellings), unknown - 1)
        rows[self._keys[rows] != spellings] = unknown
        exact, lower = rows.T
        found: np.ndarray = np.where(exact < unknown, exact, lower)
        return found


@Language.factory("word_clusters", assigns=["token.ent_id", "token.ent_kb_id"])
def make_word_clusters(nlp: Language, name: str) -> WordClusters:
    return WordClusters(nlp.vocab)
