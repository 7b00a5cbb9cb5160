"""What the database itself holds to, whoever writes and by whatever road."""

from __future__ import annotations

import json
from datetime import date
from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.db import DatabaseError, IntegrityError, connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extraction.when import PRECISIONS, Precision, When
from claims.models import Attribution, Verdict
from tests.factories import (
    history_of,
    make_article,
    make_attribution,
    make_claim,
    make_editor,
    make_run,
    make_story,
    piece,
)

pytestmark = pytest.mark.django_db

TEXT = "« Le port est fermé », a dit la maire 🙂. The mayor said so."


def sql(statement: str, *values: str | int | None) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)


@pytest.mark.parametrize("field", ["content", "cue", "source", "hedges"])
@pytest.mark.parametrize(
    "pieces",
    [
        [{"start": 2, "end": 20, "exact": "something else"}],
        [{"start": 3, "end": 21, "exact": "Le port est fermé"}],
        [{"start": -1, "end": 1, "exact": "«"}],
        [{"start": 2, "end": 2, "exact": ""}],
        [{"start": 0, "end": 9999, "exact": TEXT}],
        [{"start": 0, "exact": TEXT}],
        [{"start": None, "end": 1, "exact": "«"}],
        [{}],
        [7],
        {"start": 0, "end": 1, "exact": "«"},
        "text",
    ],
)
def test_an_attribution_with_other_words_is_refused(field: str, pieces: object) -> None:
    attribution = make_attribution(make_article(TEXT))
    with pytest.raises(DatabaseError):
        sql(f"UPDATE claims_attribution SET {field} = %s WHERE id = %s", json.dumps(pieces), attribution.pk)


@pytest.mark.parametrize("table", ["claims_claim", "claims_attribution"])
@pytest.mark.parametrize(
    ("day", "precision", "stands"),
    [
        (None, "", True),
        ("2025-11-14", "day", True),
        ("2025-11-10", "week", True),
        ("2025-11-01", "month", True),
        ("2025-01-01", "year", True),
        (None, "day", False),
        (None, "week", False),
        ("2025-11-14", "", False),
        ("2025-11-14", "week", False),
        ("2025-11-14", "month", False),
        ("2025-11-01", "year", False),
        ("2025-11-14", "hour", False),
    ],
)
def test_a_time_is_whole(table: str, day: str | None, precision: str, stands: bool) -> None:
    make_attribution(make_article(TEXT), claim=make_claim())
    change = f"UPDATE {table} SET said_on = %s, said_on_precision = %s"
    if stands:
        sql(change, day, precision)
        return
    with pytest.raises(IntegrityError):
        sql(change, day, precision)


@given(st.dates(), st.sampled_from(PRECISIONS))
@settings(deadline=None)
def test_every_time_can_be_kept_and_comes_back(day: date, precision: Precision) -> None:
    claim, when = make_claim(), When.of(day, precision)
    claim.when = when
    claim.save()
    claim.refresh_from_db()
    assert (claim.when, claim.said_on, claim.said_on_precision) == (when, when.first, precision)


def test_an_attribution_without_content_is_refused() -> None:
    attribution = make_attribution(make_article(TEXT))
    with pytest.raises(DatabaseError):
        sql("UPDATE claims_attribution SET content = '[]' WHERE id = %s", attribution.pk)


def test_an_attribution_cannot_move_to_an_article_that_reads_otherwise() -> None:
    attribution, other = make_attribution(make_article(TEXT)), make_article("Other words.")
    with pytest.raises(DatabaseError):
        sql("UPDATE claims_attribution SET article_id = %s WHERE id = %s", other.pk, attribution.pk)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1), st.data())
@settings(deadline=None)
def test_any_span_of_any_text_is_accepted(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    article = make_article(text)
    pieces = [{"start": start, "end": end, "exact": text[start:end]}]
    assert make_attribution(article, content=text[start:end]).pk
    assert (
        Attribution.objects.filter(article=article).update(content=pieces, source=pieces, hedges=pieces) == 1
    )


def test_a_changed_text_orphans_what_it_breaks_and_nothing_else() -> None:
    article = make_article("The port is closed. The mayor said it reopens on Monday.")
    stands = make_attribution(article, content="The port is closed")
    breaks = make_attribution(article, content="reopens on Monday")
    elsewhere = make_attribution(make_article(article.text), content="reopens on Monday")
    sql("UPDATE articles_article SET text = 'The port is closed. Soon it reopens.' WHERE id = %s", article.pk)
    states = {row.pk: row.state for row in Attribution.objects.all()}
    assert states == {stands.pk: "current", breaks.pk: "orphaned", elsewhere.pk: "current"}
    breaks.refresh_from_db()
    assert breaks.content == [
        piece("The port is closed. The mayor said it reopens on Monday.", "reopens on Monday")
    ]


def test_a_changed_hedge_orphans_its_attribution() -> None:
    text = "The mayor allegedly said that the port is closed."
    article = make_article(text)
    row = make_attribution(
        article, content="the port is closed", cue="said", hedges=[piece(text, "allegedly")]
    )
    sql(
        "UPDATE articles_article SET text = %s WHERE id = %s",
        text.replace("allegedly", "certainly"),
        article.pk,
    )
    row.refresh_from_db()
    assert row.state == "orphaned"


def test_words_that_moved_are_orphaned_too() -> None:
    article = make_article("The port is closed.")
    attribution = make_attribution(article, content="The port is closed")
    article.text = "Update. The port is closed."
    article.save()
    attribution.refresh_from_db()
    assert attribution.state == "orphaned"


def test_an_orphan_comes_back_only_where_its_words_stand() -> None:
    article = make_article("The port is closed.")
    attribution = make_attribution(article, content="port")
    sql("UPDATE articles_article SET text = 'A harbour is closed.' WHERE id = %s", article.pk)
    with pytest.raises(DatabaseError):
        sql("UPDATE claims_attribution SET state = 'current' WHERE id = %s", attribution.pk)


@pytest.mark.parametrize(("judged", "pinned", "stays"), [(0, 0, False), (1, 0, True), (0, 1, True)])
def test_a_retired_orphan_leaves_its_claim_unless_an_editor_cared(
    judged: int, pinned: int, stays: bool
) -> None:
    claim, article = make_claim(), make_article("The port is closed.")
    row = make_attribution(article, claim=claim, state="retired", claim_pinned=bool(pinned))
    if judged:
        Verdict.objects.create(claim=claim, editor=make_editor(), about="content", status="verified")
    sql("UPDATE articles_article SET text = 'Nothing.' WHERE id = %s", article.pk)
    row.refresh_from_db()
    assert (row.state, row.claim_id) == ("orphaned", claim.pk if stays else None)


def test_two_attributions_cannot_share_a_place() -> None:
    article = make_article()
    make_attribution(article, key="here")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_attribution(article, key="here")


@pytest.mark.parametrize(
    "statement", ["UPDATE claims_verdict SET status = 'unverified'", "DELETE FROM claims_verdict"]
)
def test_a_verdict_cannot_be_altered_or_deleted(statement: str) -> None:
    Verdict.objects.create(claim=make_claim(), editor=make_editor(), about="content", status="verified")
    with pytest.raises(DatabaseError, match="Cannot (update|delete)"):
        sql(statement)


def test_a_judged_claim_cannot_be_deleted() -> None:
    claim = make_claim()
    Verdict.objects.create(claim=claim, editor=make_editor(), about="content", status="verified")
    with pytest.raises(DatabaseError), transaction.atomic():
        sql("DELETE FROM claims_claim")
        sql("SET CONSTRAINTS ALL IMMEDIATE")


def test_every_change_of_a_claim_is_kept_even_by_raw_sql() -> None:
    claim = make_claim(stance="asserts")
    sql("UPDATE claims_claim SET stance = 'denies' WHERE id = %s", claim.pk)
    sql("UPDATE claims_claim SET stance = 'denies' WHERE id = %s", claim.pk)  # nothing new, nothing kept
    events = history_of("claim")
    assert [(event.pgh_label, event.stance) for event in events] == [
        ("insert", "asserts"),
        ("update", "denies"),
    ]
    with pytest.raises(DatabaseError):
        sql("DELETE FROM claims_claimevent")


def test_the_group_of_editors_is_made_by_a_migration_and_only_once() -> None:
    Group.objects.all().delete()  # whatever the tests before left
    editors = import_module("claims.migrations.0003_editors")
    editors.make_group(apps, None)
    editors.make_group(apps, None)
    assert Group.objects.filter(name="Editors").count() == 1


def test_a_reading_is_kept_once() -> None:
    article = make_article(story=make_story())
    make_run(article)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_run(article)
