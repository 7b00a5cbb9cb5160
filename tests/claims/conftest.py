import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import translation

from claims.matching import linking
from tests.claims.desk import as_told
from tests.claims.telling import Told, editor, told_story


@pytest.fixture(autouse=True)
def begins_in_english() -> None:
    """A request of an earlier test may have left another language behind."""
    translation.activate("en")


@pytest.fixture
def told(db: None) -> Told:
    """A small story in three languages."""
    return told_story()


@pytest.fixture
def petra(db: None) -> User:
    """An editor."""
    return editor()


@pytest.fixture
def desk(client: Client, told: Told, petra: User, monkeypatch: pytest.MonkeyPatch) -> Client:
    """A client in which an editor is signed in, at a story that linking leaves as it is told."""
    monkeypatch.setattr(linking, "link", as_told(told.story))
    client.force_login(petra)
    return client
