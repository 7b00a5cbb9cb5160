"""Optional: how near two wordings are by a model of sentence meanings, beside what the interlingua finds.

Without a model nothing here has any effect. With one, a likeness is lifted part of the way to what the model says,
never lowered: it helps where the lexicon lacks words. What excludes two wordings (a negation, another number) and
what a join must rest on stay as they are.

A model is static: a vector a word piece, averaged. Such models are sentence-transformers models too, need no PyTorch
and read thousands of sentences a second on one core.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.util import find_spec
from typing import Any, Protocol

import numpy as np

# Likeness that models give sentences which have nothing to do with one another; from here on it counts.
STRANGERS = 0.3
# How far a likeness is lifted to the model's: models find all sentences on one event alike, so theirs alone is not
# believed. At half of the way wordings without a concept in common are compared as the same only by a model that is
# sure of it, and are never joined to one claim, which asks for common words besides (`likeness.ENOUGH`). Not measured
# on a real model, for none is shipped; measure yours as the README says.
LIFT = 0.5


class MissingExtra(Exception):
    """The settings name a model, and what reads models is not installed."""


class Model(Protocol):
    """What is asked of a model: a vector for each text."""

    def encode(self, sentences: Sequence[str]) -> Any: ...


@dataclass(frozen=True)
class NamedModel:
    """A model by its folder, or its name on the Hugging Face Hub; read when it is first asked."""

    name: str

    def encode(self, sentences: Sequence[str]) -> Any:
        return self._model.encode(list(sentences))

    @cached_property
    def _model(self) -> Any:
        from model2vec import StaticModel  # the extra [embeddings]

        return StaticModel.from_pretrained(self.name)


_model: Model | None = None


def use(model: Model | None) -> None:
    """Compare by this model from now on, or by none."""
    global _model
    _model = model
    _vector.cache_clear()
    for forget in _forgetting:
        forget()


def use_named(name: str) -> None:
    """Compare by the model of this name; "" is none. Raises MissingExtra."""
    if name and find_spec("model2vec") is None:
        raise MissingExtra(
            "EMBEDDINGS_MODEL is set, and model2vec is not installed. Run "
            "`.venv/bin/python -m newsclaims.environment embeddings`, or unset it."
        )
    use(NamedModel(name) if name else None)


_forgetting: list[Any] = []


def forget_with(cleared: Any) -> None:
    """Call this whenever the model changes: what was computed with the old one is good no more."""
    _forgetting.append(cleared)


def lifted(likeness: float, a: str, b: str) -> float:
    """A likeness of two wordings, with what the model adds to it."""
    if _model is None:
        return likeness
    return likeness + LIFT * max(0.0, _nearness(a, b) - likeness)


def _nearness(a: str, b: str) -> float:
    """0 for strangers to 1 for the same, by the angle of the two vectors."""
    cosine = float(_vector(a) @ _vector(b))
    return min(1.0, max(0.0, (cosine - STRANGERS) / (1 - STRANGERS)))


# Some 5 MB with models of 256 numbers a vector, 15 MB with those of 768: enough for the wordings of a large story.
@lru_cache(maxsize=5_000)
def _vector(text: str) -> Any:
    """Of length 1; of length 0 where the model knows none of the words."""
    assert _model is not None
    vector = np.asarray(_model.encode([text])[0], dtype=np.float32)
    length = float(np.linalg.norm(vector))
    return vector / length if length and np.isfinite(length) else np.zeros_like(vector)
