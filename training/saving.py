"""Save a pipeline small and whole: the new folder is complete before it takes the old one's name."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from spacy.language import Language

from training.recipes import Recipe

_LICENCES = {
    "ewt": "Universal Dependencies English Web Treebank (EWT), CC BY-SA 4.0",
    "gsd": "Universal Dependencies GSD, CC BY-SA 4.0",
    "pud": "Parallel Universal Dependencies (PUD), CC BY-SA 3.0",
    "sequoia": "Universal Dependencies French Sequoia, LGPL-LR",
}
_CLUSTERS = "Brown clusters of spacy-lookups-data, MIT (the 100,000 commonest words)"


def save(nlp: Language, recipe: Recipe, folder: Path, scores: dict[str, object]) -> None:
    new = folder.with_name("pipeline.new")
    old = folder.with_name("pipeline.old")
    shutil.rmtree(new, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)  # else the work of an hour is lost at its end
    nlp.to_disk(new)
    _write_strings(nlp, new)
    (new / "LICENCE.md").write_text(_licence(recipe), encoding="utf-8")
    scores["megabytes"] = round(sum(f.stat().st_size for f in new.rglob("*") if f.is_file()) / 1e6, 2)
    (new / "scores.json").write_text(
        json.dumps(scores, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.rename(old)
    new.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def _write_strings(nlp: Language, folder: Path) -> None:
    """Keep the names of labels and features only, not every word of the treebanks."""
    names = {"ROOT", "dep", "SPACE", *nlp.pipe_labels["parser"]}
    for label in nlp.pipe_labels["morphologizer"]:
        names |= {label, *label.split("|"), *label.replace("|", "=").split("=")}
    path = folder / "vocab" / "strings.json"
    path.write_text(json.dumps(sorted(names)), encoding="utf-8")


def _licence(recipe: Recipe) -> str:
    names = {name.split("_")[1].split("-")[0] for name in (*recipe.train, *recipe.split)}
    sources = [_LICENCES[name] for name in sorted(names)] + [_CLUSTERS] * recipe.has_clusters
    lines = "\n".join(f"- {source}" for source in sources)
    return f"""# Licence of these weights

The weights are trained by `training/` from

{lines}

and are shared under CC BY-SA 4.0. Sentences of the treebanks are not included. Every treebank is credited at
https://universaldependencies.org/.
"""
