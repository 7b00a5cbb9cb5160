"""What was kept before a migration is whole after it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import connection

from tests.factories import make_article, make_attribution, make_claim

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def before() -> Iterator[str]:
    """The name of the migration to go back to; all of them stand again behind the test."""
    yield "0007_cache"
    call_command("migrate", "claims", verbosity=0)


def test_times_that_were_kept_before_are_known_to_the_day(before: str) -> None:
    dated, undated = make_claim(), make_claim()
    make_attribution(make_article(), claim=dated)
    call_command("migrate", "claims", before, verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE claims_claim SET said_on = '2025-11-14' WHERE id = %s", [dated.pk])
        cursor.execute("UPDATE claims_attribution SET said_on = '2025-11-14'")
    call_command("migrate", "claims", verbosity=0)
    dated.refresh_from_db()
    undated.refresh_from_db()
    assert [str(row.when) for row in (dated, dated.attributions.get(), undated)] == [
        "2025-11-14",
        "2025-11-14",
        "None",
    ]
