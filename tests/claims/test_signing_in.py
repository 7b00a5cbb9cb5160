"""Who guesses passwords is locked out for a while; who knows theirs gets in again afterwards."""

from __future__ import annotations

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.core.cache import caches
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from tests.claims.telling import editor

pytestmark = pytest.mark.django_db


def try_(client: Client, password: str, language: str = "en", **extra: str) -> HttpResponse:
    return client.post(  # type: ignore[return-value]
        "/sign-in/",
        {"username": "petra", "password": password},
        headers={"accept-language": language},
        **extra,  # type: ignore[arg-type]
    )


def fail(client: Client, times: int) -> None:
    for number in range(times):
        try_(client, f"guess {number}")


def test_eight_wrong_passwords_lock_the_name_even_for_the_right_one(client: Client) -> None:
    editor()
    fail(client, 7)
    assert try_(client, "one more").status_code == 429
    response = try_(client, "a long password")
    assert response.status_code == 429
    assert response["Retry-After"] == "900"
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "Wait 15 minutes"), ("de", "Warten Sie 15 Minuten"), ("fr", "Attendez 15 minutes")],
)
def test_who_is_locked_out_is_told_how_long_to_wait(client: Client, language: str, words: str) -> None:
    editor()
    fail(client, 8)
    assert words in try_(client, "a long password", language).content.decode()


def test_the_lock_is_lifted_after_its_time(client: Client) -> None:
    editor()
    fail(client, 8)
    fail(client, 3)  # impatience makes nobody wait longer
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=15, seconds=1))
    assert try_(client, "a long password").status_code == 302


def test_the_right_password_clears_what_was_counted(client: Client) -> None:
    editor()
    fail(client, 7)
    assert try_(client, "a long password").status_code == 302
    client.post("/sign-out/")
    fail(client, 7)
    assert try_(client, "a long password").status_code == 302


def test_a_guesser_elsewhere_does_not_lock_the_editor_out(client: Client) -> None:
    editor()
    for number in range(9):
        try_(client, f"guess {number}", REMOTE_ADDR="203.0.113.7")
    assert try_(client, "a long password", REMOTE_ADDR="203.0.113.7").status_code == 429
    assert try_(client, "a long password").status_code == 302


def test_the_admins_door_is_locked_too(client: Client) -> None:
    editor()
    for number in range(8):
        client.post("/admin/login/", {"username": "petra", "password": f"guess {number}"})
    assert try_(client, "a long password").status_code == 429


def test_no_password_is_kept_of_a_failed_attempt(client: Client) -> None:
    editor()
    fail(client, 1)
    kept = AccessAttempt.objects.get()
    assert "guess 0" not in f"{kept.post_data} {kept.get_data} {kept.path_info}"


def test_all_processes_count_requests_together() -> None:
    cache = caches["default"]
    cache.set("told-by-one", 1)
    assert type(cache).__name__ == "DatabaseCache"
    assert cache.get("told-by-one") == 1
