"""Train and save the shipped pipelines: `python -m training.train --ud ../shared/ud`."""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from spacy import util
from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.training import Example
from spacy.training.batchers import minibatch_by_words
from thinc.api import Adam, Config, fix_random_seed
from thinc.optimizers import Optimizer

from claims.extraction import french_tokens  # noqa: F401  the class that the shipped pipeline will be read with
from claims.extraction.clusters import WordClusters
from training.alignment import make_example
from training.augment import augment
from training.french_tokens import make_french
from training.harmony import harmonise
from training.pruning import commonest_clusters
from training.recipes import RECIPES, Recipe
from training.saving import save
from training.scoring import measure_speed, score
from training.treebank import Sentence, is_held_out, read_sentences

SEED = 20251115
_CONFIG = Path(__file__).parent / "pipeline.cfg"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ud", type=Path, required=True, help="folder with the treebanks")
    parser.add_argument("--out", type=Path, default=Path("claims/extraction/languages"))
    parser.add_argument("--language", choices=sorted(RECIPES), help="only this one")
    parser.add_argument("--epochs", type=int, help="fewer or more than the recipe says")
    arguments = parser.parse_args()
    for language in [arguments.language] if arguments.language else sorted(RECIPES):
        recipe = RECIPES[language]
        train(replace(recipe, epochs=arguments.epochs or recipe.epochs), arguments.ud, arguments.out)


def train(recipe: Recipe, treebanks: Path, out: Path) -> None:
    random.seed(SEED)
    fix_random_seed(SEED)
    training, held_out = _load(recipe, treebanks)
    nlp = build(recipe)
    with nlp.use_params(_fit(nlp, recipe, training)):
        scores = _score_all(nlp, held_out)
        save(nlp, recipe, out / recipe.language / "pipeline", scores)


def build(recipe: Recipe) -> Language:
    config = Config().from_disk(_CONFIG)
    config["nlp"]["lang"] = recipe.language
    if recipe.has_clusters:
        config["nlp"]["pipeline"].insert(0, "word_clusters")
        config["components"]["word_clusters"] = {"factory": "word_clusters"}
        embed = config["components"]["tok2vec"]["model"]["embed"]
        embed["attrs"] += ["ENT_ID", "ENT_KB_ID"]
        embed["rows"] += [2000, 200]
    nlp = util.load_model_from_config(config, auto_fill=True)
    if recipe.has_clusters:
        clusters = nlp.get_pipe("word_clusters")
        assert isinstance(clusters, WordClusters)
        clusters.fill(commonest_clusters(recipe.language))
    if recipe.language == "fr":
        make_french(nlp)
    return nlp


def _load(recipe: Recipe, folder: Path) -> tuple[list[Sentence], dict[str, list[Sentence]]]:
    def read(name: str) -> list[Sentence]:
        sentences = read_sentences(folder / f"{name}.conllu")
        return [harmonise(sentence, recipe.language) for sentence in sentences]

    training = [sentence for name in recipe.train for sentence in read(name)]
    held_out = {name: read(name) for name in recipe.held_out}
    for name in recipe.split:
        sentences = read(name)
        training += [s for i, s in enumerate(sentences) if not is_held_out(i)]
        held_out[f"{name} (a tenth)"] = [s for i, s in enumerate(sentences) if is_held_out(i)]
    return training, held_out


def _fit(nlp: Language, recipe: Recipe, sentences: list[Sentence]) -> dict[tuple[int, str], Any]:
    """Train the pipeline; return the averages of its parameters, which score better than the last ones."""
    plain = _examples(nlp, [[sentence] for sentence in sentences])
    optimizer = _initialize(nlp, plain)
    rng = random.Random(SEED)
    words_seen, words_in_all = 0, recipe.epochs * sum(map(len, plain))
    for epoch in range(recipe.epochs):
        started, losses = time.monotonic(), dict[str, float]()
        for batch in minibatch_by_words(_epoch(nlp, recipe, sentences, rng), recipe.words_a_batch):
            optimizer.learn_rate = recipe.learn_rate * _slope(words_seen / words_in_all)
            nlp.update(batch, drop=recipe.dropout, sgd=optimizer, losses=losses)
            words_seen += sum(map(len, batch))
        shown = {name: round(loss) for name, loss in losses.items()}
        print(recipe.language, epoch + 1, shown, f"{time.monotonic() - started:.0f} s", flush=True)
    return optimizer.averages or {}


def _slope(progress: float) -> float:
    """Warm up over a twentieth of the training, then fall to almost nothing."""
    return min(progress * 20 + 0.01, 1.02 - progress)


def _initialize(nlp: Language, examples: list[Example]) -> Optimizer:
    optimizer: Optimizer = Adam(L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True)
    learners = [name for name, component in nlp.pipeline if isinstance(component, TrainablePipe)]
    with nlp.select_pipes(enable=learners):
        nlp.initialize(lambda: examples, sgd=optimizer)
    return optimizer


def _epoch(nlp: Language, recipe: Recipe, sentences: list[Sentence], rng: random.Random) -> Iterator[Example]:
    """Yield all sentences in a new order and a new guise, most alone, some in documents of up to four."""
    order = rng.sample(sentences, len(sentences))
    while order:
        size = 1 if rng.random() < 0.5 else rng.randint(2, 4)
        group = [augment(order.pop(), recipe.language, rng) for _ in range(min(size, len(order)))]
        yield from _examples(nlp, [group])


def _examples(nlp: Language, groups: Sequence[Sequence[Sentence]]) -> list[Example]:
    """Make examples whose input already carries clusters, as those components that learn will find them."""
    examples = [example for group in groups if (example := make_example(nlp, group))]
    if nlp.has_pipe("word_clusters"):
        clusters = nlp.get_pipe("word_clusters")
        for example in examples:
            clusters(example.predicted)
    return examples


def _score_all(nlp: Language, held_out: dict[str, list[Sentence]]) -> dict[str, object]:
    by_file = {name: _examples(nlp, [[s] for s in sentences]) for name, sentences in held_out.items()}
    scores: dict[str, object] = {name: score(nlp, examples) for name, examples in by_file.items()}
    everything = [example for examples in by_file.values() for example in examples]
    scores["all"] = score(nlp, everything)
    scores["words_a_second"] = measure_speed(nlp, everything)
    with nlp.select_pipes(disable=["parser"]):
        scores["words_a_second_without_parser"] = measure_speed(nlp, everything)
    return scores


if __name__ == "__main__":
    main()
