"""What each language is trained from, and the few settings that differ."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Recipe:
    """`train` names treebank files; of those in `split`, every last ten of a hundred sentences are held out."""

    language: str
    train: tuple[str, ...]
    split: tuple[str, ...]
    held_out: tuple[str, ...]
    has_clusters: bool
    epochs: int
    dropout: float
    words_a_batch: int
    learn_rate: float = 0.002


RECIPES = {
    "de": Recipe(
        language="de",
        train=(),
        split=("de_gsd-dev", "de_gsd-test", "de_pud-test"),
        held_out=(),
        has_clusters=True,
        epochs=25,
        dropout=0.25,
        words_a_batch=300,
    ),
    "en": Recipe(
        language="en",
        train=("en_ewt-train", "en_ewt-dev"),
        split=("en_pud-test",),
        held_out=("en_ewt-test",),
        has_clusters=True,
        epochs=4,
        dropout=0.15,
        words_a_batch=600,
    ),
    "fr": Recipe(
        language="fr",
        train=("fr_sequoia-train", "fr_sequoia-dev", "fr_gsd-dev"),
        split=("fr_pud-test",),
        held_out=("fr_sequoia-test", "fr_gsd-test"),
        has_clusters=False,
        epochs=14,
        dropout=0.2,
        words_a_batch=400,
    ),
}
