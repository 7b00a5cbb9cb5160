"""A newer version of the extractor marks the same sayings a little differently; nothing is shown twice, nothing lost."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.models import Article
from claims import services
from claims.extraction import records
from claims.matching import linking
from claims.models import Attribution, Claim
from claims.services import Recorded, link_story, record_attributions
from tests.claims.linked import judge, link_equal_words
from tests.factories import make_article, make_editor, make_record, make_story

pytestmark = pytest.mark.django_db

TEXT = "The mayor said on Friday that the old port is closed and that ships wait outside the harbour."
OLD = make_record(TEXT, "that the old port is closed", cue="said")
NEW = make_record(TEXT, "the old port is closed", cue="said on Friday")
BOTH = make_record(TEXT, "the old port is closed and that ships wait outside the harbour", cue="said")
OTHER = make_record(TEXT, "ships wait outside the harbour", cue="said")


@pytest.fixture(autouse=True)
def _equal_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linking, "link", link_equal_words)


def read(article: Article, version: str, *found: records.Attribution) -> Recorded:
    recorded = record_attributions(article=article, version=version, attributions=found)
    assert article.story is not None
    link_story(story=article.story)
    return recorded


def article_read(*found: records.Attribution) -> Article:
    article = make_article(TEXT, story=make_story())
    read(article, "1", *found)
    return article


def shown(article: Article) -> list[str]:
    rows = article.attributions.filter(state="current").order_by("content__0__start")
    return [row.content[0]["exact"] for row in rows]


def decide(row: Attribution, how: str) -> None:
    editor = make_editor()
    if how == "judged":
        assert row.claim is not None
        judge(row.claim)
    elif how == "headline":
        services.choose_headline(attribution=row, editor=editor)
    elif how == "rejected":
        services.reject_wording(attribution=row, editor=editor)
    else:
        Attribution.objects.filter(pk=row.pk).update(claim_pinned=True)


@pytest.mark.parametrize("how", ["judged", "headline", "rejected", "pinned"])
def test_what_an_editor_decided_about_stays_and_the_new_reading_of_its_place_is_taken_for_it(
    how: str,
) -> None:
    article = article_read(OLD)
    row = article.attributions.get()
    decide(row, how)
    row.refresh_from_db()
    claim = row.claim
    assert read(article, "2", NEW) == Recorded(unchanged=1)
    row.refresh_from_db()
    assert shown(article) == ["that the old port is closed"]
    assert (row.claim, row.state, row.run.version) == (claim, "current", "2")
    assert read(article, "2", NEW) == Recorded(unchanged=1)
    assert article.attributions.count() == 1


def test_a_reading_that_joins_or_parts_what_was_decided_is_shown_no_second_time() -> None:
    article = article_read(OLD, OTHER)
    decide(article.attributions.get(content__0__start=OLD.content[0][0]), "pinned")
    assert read(article, "2", BOTH) == Recorded(unchanged=1, retired=1)
    assert shown(article) == ["that the old port is closed"]
    assert read(article, "3", NEW, OTHER) == Recorded(unchanged=1, revived=1)
    assert shown(article) == ["that the old port is closed", "ships wait outside the harbour"]


def test_what_stands_inside_something_that_was_decided_is_another_saying() -> None:
    nested = replace(NEW, nested=True, stance="denies")
    article = article_read(OLD)
    decide(article.attributions.get(), "pinned")
    read(article, "2", nested)
    assert len(shown(article)) == 2


def test_what_stood_beside_a_decided_wording_stays_there() -> None:
    article = article_read(OLD, BOTH)
    decide(article.attributions.get(content__0__start=OLD.content[0][0]), "pinned")
    read(article, "2", NEW, BOTH)
    assert shown(article) == ["that the old port is closed", BOTH_WORDS]


BOTH_WORDS = TEXT[slice(*BOTH.content[0])]


def test_a_retired_reading_of_a_decided_place_does_not_come_back() -> None:
    article = article_read(NEW)
    read(article, "2", OLD)
    decide(article.attributions.get(state="current"), "pinned")
    assert read(article, "3", NEW) == Recorded(unchanged=1)
    assert shown(article) == ["that the old port is closed"]


def test_once_the_decision_is_undone_the_next_version_has_its_way() -> None:
    article = article_read(OLD)
    decide(article.attributions.get(), "pinned")
    read(article, "2", NEW)
    Attribution.objects.update(claim_pinned=False)
    assert read(article, "3", NEW) == Recorded(added=1, retired=1)
    assert shown(article) == ["the old port is closed"]


def test_a_claim_goes_on_when_a_better_reading_replaces_its_only_wording() -> None:
    article = article_read(OLD)
    claim = Claim.objects.get()
    assert read(article, "2", NEW) == Recorded(added=1, retired=1)
    assert article.attributions.get(state="current").claim == claim
    claim.refresh_from_db()
    assert claim.retired_at is None
    assert Claim.objects.count() == 1


def test_a_reading_of_another_stance_goes_on_with_no_claim() -> None:
    article = article_read(OLD)
    claim = Claim.objects.get()
    read(article, "2", replace(NEW, stance="denies"))
    assert article.attributions.get(state="current").claim != claim


def test_a_judged_wording_keeps_its_stance() -> None:
    article = article_read(OLD)
    decide(article.attributions.get(), "judged")
    assert read(article, "2", replace(OLD, stance="denies", confidence=0.5)) == Recorded(altered=1)
    row = article.attributions.get()
    assert (row.stance, row.confidence) == ("asserts", 0.5)


FOUND = [OLD, NEW, OTHER, make_record(TEXT, "ships wait outside", cue="said")]


@given(
    st.lists(
        st.tuples(st.sets(st.integers(0, 3), max_size=3), st.sampled_from(["", "judged", "pinned"])),
        min_size=1,
        max_size=5,
    )
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_after_any_versions_what_was_decided_stands_and_nothing_new_stands_at_its_place(
    versions: list[tuple[set[int], str]],
) -> None:
    article = make_article(TEXT, story=make_story())
    decided: dict[int, Any] = {}
    for number, (chosen, how) in enumerate(versions):
        before = set(article.attributions.filter(state="current").values_list("pk", flat=True))
        found = [FOUND[index] for index in sorted(chosen)]
        read(article, str(number), *found)
        for row in article.attributions.filter(pk__in=decided):
            assert (row.content, row.claim_id) == decided[row.pk][:2]
            new = article.attributions.filter(state="current").exclude(pk__in={*before, *decided})
            if row.state == "current" and not any(
                row.content[0]["start"] == one.content[0][0] for one in found
            ):
                assert not any(meets(row, one) for one in new)
        again = list(article.attributions.order_by("pk").values())
        read(article, str(number), *found)
        assert list(article.attributions.order_by("pk").values()) == again
        current = article.attributions.filter(state="current").first()
        if how and current and current.claim:
            decide(current, how)
            for row in article.attributions.filter(claim=current.claim):
                if how == "judged" or row.pk == current.pk:
                    decided[row.pk] = row.content, row.claim_id


def meets(one: Attribution, other: Attribution) -> bool:
    a, b = one.content[0], other.content[0]
    common = min(a["end"], b["end"]) - max(a["start"], b["start"])
    return common >= 0.5 * min(a["end"] - a["start"], b["end"] - b["start"])
