"""Who comes to the desk, and how a decision that cannot be comes back in words."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers

from claims import services
from claims.views.keeping import NOT_SENT, takes_words

View = Callable[..., HttpResponse]


def for_editors(view: View) -> View:
    """Lead whoever is not signed in to the sign-in and then back here; refuse whoever is no editor. Nothing is cached."""

    @takes_words
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if not services.is_editor(request.user):
            raise PermissionDenied
        response = view(request, *args, **kwargs)
        add_never_cache_headers(response)
        return response

    return guarded


def problem_of(request: HttpRequest, decide: Callable[[], object]) -> str:
    """Decide, and give what stands against it, "" when nothing does. What was only kept is not decided, but shown."""
    if request.method != "POST":
        return str(NOT_SENT)
    try:
        decide()
    except services.ClaimsError as error:
        return str(error)
    return ""


def refused_status(request: HttpRequest, problems: Collection[str]) -> int:
    """Of the page that shows a form with what stands against it; what was only kept was not refused."""
    return 400 if problems and request.method == "POST" else 200
