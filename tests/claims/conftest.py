import pytest
from django.utils import translation

from tests.claims.telling import Told, told_story


@pytest.fixture(autouse=True)
def begins_in_english() -> None:
    """A request of an earlier test may have left another language behind."""
    translation.activate("en")


@pytest.fixture
def told(db: None) -> Told:
    """A small story in three languages."""
    return told_story()
