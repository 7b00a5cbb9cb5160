"""ETags for the pages: a browser that has a page as it is now gets 304 and no body."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.views.decorators.http import condition

from claims.languages import reader_language

View = Callable[..., HttpResponse]


def fresh(version: Callable[..., str | None]) -> Callable[[View], View]:
    """Answer 304 while `version` (called with the view's own arguments), reader and dress of the page stay the same.

    A page that carries a message of the moment has no ETag, and a version of None leaves the answer to the view.
    """

    def etag(request: HttpRequest, *args: Any, **kwargs: Any) -> str | None:
        if settings.DEBUG or len(get_messages(request)):
            return None
        now = version(*args, **kwargs)
        if now is None:
            return None
        parts = [
            now,
            _dress(),
            reader_language(),
            _reader(request),
            request.get_full_path(),
            request.get_host(),
        ]
        parts += [request.headers.get("HX-Request", "")]
        return f'"{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:32]}"'

    def decorate(view: View) -> View:
        conditional = condition(etag_func=etag)(view)

        @wraps(view)
        def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            response: HttpResponse = conditional(request, *args, **kwargs)
            if request.user.is_authenticated:
                patch_cache_control(response, private=True, no_cache=True)
            else:
                patch_cache_control(response, public=True, max_age=0, must_revalidate=True)
            patch_vary_headers(response, ("Cookie", "Accept-Language", "HX-Request"))
            return response

        return answered

    return decorate


def _reader(request: HttpRequest) -> str:
    """Who reads: a new session gets new tokens in its forms, so it counts too."""
    return f"{request.user.pk} {request.session.session_key}" if request.user.is_authenticated else ""


@cache
def _dress() -> str:
    """A digest over everything that turns contents into a page; it changes with a new release only."""
    root = Path(__file__).resolve().parents[1]
    folders = (
        "claims/**/*.py",
        "templates/**/*.html",
        "static/*",
        "locale/**/*.mo",
        "tests/quality/floors.json",
    )
    digest = hashlib.sha256()
    for pattern in folders:
        for path in sorted(root.glob(pattern)):
            if path.is_file():
                digest.update(path.read_bytes())
    return digest.hexdigest()
