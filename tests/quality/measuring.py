"""What extraction and comparison score: one run of each command over every set that is there.

Sets and floors stand in ``floors.json``. The large ones lie beside the repository, with the scorer that the
figures are defined by; a clone without them has the sample story's own gold and a small scorer.
``python -m tests.quality.measuring`` prints all figures next to their floors; with ``--raise`` every floor that
can be raised is set two hundredths below what was measured. None is ever lowered but by hand.
"""

from __future__ import annotations

import json
import math
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsclaims.places import ROOT
from tests.quality.scoring import disagreements, score

BESIDE = ROOT.parent / "shared"
KNOWN_TO_A_READER = ("id", "lang", "published", "outlet", "story", "text", "a", "b")  # no annotation
TABLE = Path(__file__).with_name("floors.json")
FLOORS: dict[str, dict[str, Any]] = json.loads(TABLE.read_text())["sets"]
MARGIN = 0.02  # one attribution of a small set more or less is no alarm

Row = dict[str, Any]
Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Set:
    """Gold rows and how to score them.

    ``scorer`` is a program ``SCORER GOLD PREDICTED --json``, or None for our own; ``is_partial`` says that
    the gold does not annotate everything; ``core`` that only its core annotations count; ``has_conflicts`` that it
    notes where the reports of a story disagree.
    """

    name: str
    command: str
    gold: Path
    scorer: Path | None
    is_partial: bool = False
    core: bool = False
    has_conflicts: bool = False


def _set(name: str, row: Row) -> Set:
    scorer = row.get("scorer")
    return Set(
        name=name,
        command=row.get("command", "analyze"),
        gold=ROOT / row["gold"],
        scorer=ROOT / scorer if scorer else None,
        is_partial=row.get("partial", False),
        core=row.get("core", False),
        has_conflicts=row.get("conflicts", False),
    )


SETS = {name: _set(name, row) for name, row in FLOORS.items()}


def here() -> list[Set]:
    """The sets of this machine: all, or those of the repository when there is nothing beside it."""
    return [one for one in SETS.values() if BESIDE.is_dir() or one.scorer is None]


def measure(sets: list[Set]) -> dict[str, Figures]:
    """The figures of each set by its name, from one run of each command."""
    figures: dict[str, Figures] = {}
    for command in sorted({one.command for one in sets}):
        own = [one for one in sets if one.command == command]
        gold = {one.name: _gold(one) for one in own}
        predicted = _run(command, gold)
        figures |= {one.name: _scored(one, gold[one.name], predicted[one.name]) for one in own}
    return figures


def _gold(one: Set) -> list[Row]:
    rows = [json.loads(line) for line in one.gold.read_text(encoding="utf-8").split("\n") if line.strip()]
    if one.core:
        for row in rows:
            row["attributions"] = [found for found in row["attributions"] if found["meta"]["core"]]
    return rows


def _run(command: str, gold: dict[str, list[Row]]) -> dict[str, list[Row]]:
    """Give every set's rows to one run of the command; the answers come in the same order."""
    lines = []
    for name, rows in gold.items():
        for row in rows:
            asked = (
                {field: row[field] for field in KNOWN_TO_A_READER if field in row} if "text" in row else row
            )
            asked = asked | {"id": f"{name} {row['id']}"}
            if asked.get("story"):
                asked["story"] = f"{name} {row['story']}"
            lines.append(json.dumps(asked, ensure_ascii=False))
    said = subprocess.run(
        [sys.executable, "manage.py", *command.split()],
        cwd=ROOT,
        input="\n".join(lines),
        capture_output=True,
        text=True,
    )
    assert said.returncode == 0, f"manage.py {command} ended with {said.returncode}:\n{said.stderr[-2000:]}"
    answers = iter([json.loads(line) for line in said.stdout.splitlines()])
    return {name: [next(answers) | {"id": row["id"]} for row in rows] for name, rows in gold.items()}


def _scored(one: Set, gold: list[Row], predicted: list[Row]) -> Figures:
    if one.scorer is None:
        return score(gold, predicted)
    figures = _by_scorer(one, gold, predicted)
    return figures | disagreements(gold, predicted) if one.has_conflicts else figures


def _by_scorer(one: Set, gold: list[Row], predicted: list[Row]) -> Figures:
    with tempfile.TemporaryDirectory() as folder:
        files: list[Path] = []
        for name, rows in (("gold", gold), ("predicted", predicted)):
            files.append(Path(folder) / f"{name}.jsonl")
            files[-1].write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
        command = [sys.executable, one.scorer, *files, "--json", *(["--partial"] if one.is_partial else [])]
        said = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    assert said.returncode == 0, said.stderr
    return _flat(json.loads(said.stdout))


def _flat(figures: Row, prefix: str = "") -> Figures:
    """Nested figures under names with dots."""
    flat: Figures = {}
    for name, value in figures.items():
        if isinstance(value, dict):
            flat |= _flat(value, f"{prefix}{name}.")
        elif isinstance(value, int | float):
            flat[prefix + name] = value
    return flat


def main() -> None:
    for name, figures in measure(here()).items():
        floors = FLOORS[name]["floors"]
        print(name)
        for figure, floor in floors.items():
            print(f"  {figure:<44} {figures[figure]:.3f}  floor {floor:.2f}")
            floors[figure] = max(floor, math.floor((figures[figure] - MARGIN) * 100) / 100)
    if "--raise" in sys.argv:
        table = json.loads(TABLE.read_text()) | {"sets": FLOORS}
        TABLE.write_text(json.dumps(table, indent=2) + "\n")


if __name__ == "__main__":
    main()
