import pytest

from tests.claims.telling import Told, told_story


@pytest.fixture
def told(db: None) -> Told:
    """A small story in three languages."""
    return told_story()
