"""No annotated words are lost: neither of the sample, nor of the real reports and corpora that lie beside the project."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from articles.reading import Found, read_reports
from articles.text import clean, detect_language
from newsclaims.places import ROOT

SHARED = ROOT.parent / "shared"
SAMPLES = ROOT / "samples"
# One in a thousand: the rate at which a reader would find a claim damaged. None is lost today.
MOST_LOST = 0.001

shared_only = pytest.mark.skipif(not SHARED.is_dir(), reason="the real reports are not beside the project")


def rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def lost(row: dict[str, Any]) -> list[str]:
    """The contents of a report that cleaning damages."""
    text = row["text"]
    kept = bytearray(len(text))
    for start, end in clean(text).runs:
        kept[start:end] = b"\1" * (end - start)
    return [
        text[start:end]
        for attribution in row["attributions"]
        for start, end in attribution["content"]
        if not all(kept[index] or not text[index].isalnum() for index in range(start, end))
    ]


@pytest.mark.parametrize(
    "path", [SAMPLES / "gold.jsonl", pytest.param(SHARED / "reports" / "gold.jsonl", marks=shared_only)]
)
def test_every_gold_content_survives_whole(path: Path) -> None:
    for row in rows(path):
        assert lost(row) == []
        assert detect_language(clean(row["text"]).text).language == row["lang"]


FURNITURE = {
    "000_7160b0d408bb4989": [
        "Vues:",
        "Date:",
        "est ici",
        "se trouve sur ce site",
        "COMMENTAIRE",
        "entrez",
        "PARTAGER",
        "spot_img",
    ],
    "002_0215e5c0edb4d32a": ["Sign up", "Or\n", "Acast", "acast.com", "By Choses", "ratings", "Listeners"],
    "003_5e4a5749522fc073": ["übersetzt", "Übersetzung", "info@", "ANMELDEN"],
}


@shared_only
def test_the_furniture_of_the_real_reports_is_gone() -> None:
    for row in rows(SHARED / "reports" / "gold.jsonl"):
        text = clean(row["text"]).text
        assert [piece for piece in FURNITURE.get(row["id"], []) if piece in text] == []


@shared_only
def test_a_doubled_real_body_is_read_once() -> None:
    doubled = next(row for row in rows(SHARED / "reports" / "gold.jsonl") if row["id"].startswith("002"))
    (run,) = clean(doubled["text"]).runs
    assert run[1] < len(doubled["text"]) / 2


@shared_only
@pytest.mark.parametrize(
    "name", ["en_dev", "en_train", "de_dev", "de_train", "fr_dev", "fr_train", "fr_wikinews_dev"]
)
def test_practically_no_annotated_words_are_lost(name: str) -> None:
    damaged = contents = 0
    for row in rows(SHARED / "eval" / f"{name}.jsonl"):
        damaged += len(lost(row))
        contents += len(row["attributions"])
    assert damaged <= MOST_LOST * contents


def test_the_sample_says_of_itself_what_a_report_should() -> None:
    found = [item for item in read_reports(SAMPLES) if isinstance(item, Found) and item.name.endswith(".md")]
    reports = [item.report for item in found]
    assert sorted(report.language for report in reports) == ["de", "de", "en", "fr", "fr", "fr"]
    assert {(report.story, report.story_title) for report in reports} == {
        ("alibaba-sample", "Alibaba and the White House memo")
    }
    assert all(report.title and report.outlet and report.published for report in reports)
    assert len({report.outlet for report in reports}) == len(reports)


def test_the_gold_of_the_sample_is_about_the_sample() -> None:
    texts = {
        Path(item.name).stem: item.report.source for item in read_reports(SAMPLES) if isinstance(item, Found)
    }
    for row in rows(SAMPLES / "gold.jsonl"):
        assert row["text"] == texts[row["id"]]
        for attribution in row["attributions"]:
            for start, end in attribution["content"] + attribution["cue"] + attribution["source"]:
                assert 0 <= start < end <= len(row["text"])
                assert row["text"][start:end] == row["text"][start:end].strip()
