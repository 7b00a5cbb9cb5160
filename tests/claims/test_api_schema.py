"""What the description promises holds for whatever a client sends: schemathesis reads it and tries."""

from __future__ import annotations

import os
from typing import Any

import django
import pytest
import schemathesis
from django.core.cache import cache
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsclaims.settings")
django.setup()

from newsclaims.wsgi import application  # noqa: E402
from tests.claims.telling import told_story  # noqa: E402

# The description needs no database, so it is read here: under pytest 9 schemathesis cannot take it from a fixture.
schema = schemathesis.openapi.from_wsgi("/api/v1/schema/", application)


@pytest.fixture(autouse=True)
def some_stories(transactional_db: None) -> None:
    cache.clear()
    told_story()


@pytest.fixture(autouse=True)
def unthrottled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claims.api.views.ReadThrottle.allow_request", lambda *args: True)


@schema.parametrize()
@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_every_answer_is_as_described(case: schemathesis.Case[Any]) -> None:
    # A slug that no story or speaker has is refused by name, which no description of its form can foretell.
    case.call_and_validate(excluded_checks=[positive_data_acceptance])
