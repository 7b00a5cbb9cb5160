"""Cut the Brown clusters of spacy-lookups-data to the commonest words."""

from __future__ import annotations

import gzip
import heapq
import json
from importlib.resources import files

WORDS_KEPT = 100_000


def commonest_clusters(language: str) -> dict[str, int]:
    clusters = _table(language, "lexeme_cluster")
    probability = _table(language, "lexeme_prob")
    known = (word for word in clusters if word in probability)
    kept = heapq.nlargest(WORDS_KEPT, known, key=lambda word: (probability[word], word))
    return {word: int(clusters[word]) for word in kept}


def _table(language: str, name: str) -> dict[str, float]:
    packed = files("spacy_lookups_data").joinpath("data", f"{language}_{name}.json.gz").read_bytes()
    table: dict[str, float] = json.loads(gzip.decompress(packed))
    return table
