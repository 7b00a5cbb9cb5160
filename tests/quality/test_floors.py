"""No figure falls below its committed floor. A set that should be there and is not is a failure."""

from __future__ import annotations

import pytest

from tests.quality.measuring import FLOORS, SETS, Figures, here, measure
from tests.quality.scoring import disagreements, score

pytestmark = pytest.mark.slow
DAYS = ("2025-11-14", "2025-11-14", "2025-11-15")

HELD = [(one.name, figure) for one in here() for figure in FLOORS[one.name]["floors"]]


@pytest.fixture(scope="module")
def figures() -> dict[str, Figures]:
    return measure(here())


@pytest.mark.parametrize(("name", "figure"), HELD)
def test_figure_holds_its_floor(figures, name, figure):
    floor = FLOORS[name]["floors"][figure]
    found = figures[name][figure]
    assert found >= floor, f"{figure} of {name} fell to {found:.3f}, below {floor:.3f}"


def test_sample_story_has_floors_in_every_clone():
    assert "sample" in {one.name for one in here()}


def test_own_scorer_agrees_with_the_full_one(figures):
    if "reports" not in figures:
        pytest.skip("the full scorer is not beside this clone")
    assert figures["sample_by_full_scorer"]["content.f1"] == pytest.approx(
        figures["sample"]["content.f1"], abs=0.02
    )


def test_own_scorer_counts_letters_and_pairs_one_to_one():
    text = "Anna said: it rains. Bob denied it."
    gold = [{"content": [[11, 19]], "cue": [[5, 9]], "source": [[0, 4]], "stance": "asserts"}]
    twice = [
        {"content": [[11, 20]], "cue": [[5, 9]], "source": [], "stance": "denies"},
        {"content": [[11, 16]], "cue": [], "source": [[0, 4]], "stance": "asserts"},
    ]
    found = score([{"text": text, "attributions": gold}], [{"attributions": twice}])
    assert found == {"content.f1": 2 / 3, "source.accuracy": 0.0, "cue.accuracy": 1.0, "stance.accuracy": 0.0}


def test_a_conflict_counts_as_found_where_the_report_departs_from_the_others():
    text = "Anna said on Friday it rains."
    said = {"content": [[20, 28]], "claim": "rains", "said_on": "2025-11-14"}
    gold = [{"text": text, "story": "s", "attributions": [said | {"said_on": day}]} for day in DAYS]
    told = [{"content": [[20, 28]]}] * 2 + [{"content": [[20, 28]], "conflict": "another day"}]
    found = [{"attributions": [one]} for one in told]
    assert disagreements(gold, found) == {"conflict.recall": 1.0, "conflict.precision": 1.0}
    found[0] = {"attributions": [{"content": [[20, 28]], "conflict": "another speaker"}]}
    assert disagreements(gold, found)["conflict.precision"] == 0.5
    found[2] = found[1]
    assert disagreements(gold, found)["conflict.recall"] == 0.0


def test_every_set_names_a_command():
    assert {one.command.split()[0] for one in SETS.values()} == {"analyze", "compare"}
