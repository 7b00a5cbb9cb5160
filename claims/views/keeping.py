"""What an editor typed survives that they were signed out meanwhile, or that the form has expired.

Who is signed out is asked to sign in, and what was typed travels in that form; who is signed in still finds it kept in
the session. Either way the browser asks for the address that the form was sent to, and is shown the form once more,
filled in and not sent: nothing is decided without a click.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from claims import services
from claims.forms import SignInForm

View = Callable[..., HttpResponse]

AT = "#refused"  # where a page has what stands against a form
KEPT = "typed"  # the name in the session, and of the field in the sign-in form
PROSE = ("title", "summary", "name", "settlement", "note")  # the fields in which people write
NOT_SENT = _(
    "Nothing was changed yet: you were signed out, or the form had expired. What you typed is here again."
    " Look at it, then send it once more."
)


def takes_words(view: View) -> View:
    """Let editors alone send this form; ask whoever is signed out to sign in, and keep what was typed."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "POST":
            if not request.user.is_authenticated:
                return ask_to_sign_in(request)
            if not services.is_editor(request.user):
                raise PermissionDenied
        return view(request, *args, **kwargs)

    guarded.takes_words = True  # type: ignore[attr-defined]
    return guarded


def words_sent(request: HttpRequest) -> QueryDict | None:
    """What a form sent, or what was kept of it; None when there is nothing, so that the page is only asked for."""
    if request.method == "POST":
        return request.POST
    if not hasattr(request, "kept_words"):
        request.kept_words = _taken_out(request)  # type: ignore[attr-defined]  # once, however often it is asked
    found: QueryDict | None = request.kept_words  # type: ignore[attr-defined]
    return found


def _taken_out(request: HttpRequest) -> QueryDict | None:
    """What the session kept for this address; it is given once."""
    kept = request.session.get(KEPT)
    if not kept or kept["address"] != request.path:
        return None
    del request.session[KEPT]
    words = QueryDict(mutable=True)
    for name, values in kept["fields"].items():
        words.setlist(name, values)
    return words


def keep_words(request: HttpRequest, *, address: str, packed: str) -> None:
    """Keep what was typed until its form is shown at its address; nonsense is left out."""
    if fields := _unpacked(packed):
        request.session[KEPT] = {"address": address, "fields": fields}


def pack(fields: QueryDict) -> str:
    """The fields of a form but for its token, as text that a hidden field can hold."""
    return json.dumps({name: values for name, values in fields.lists() if name != "csrfmiddlewaretoken"})


def _unpacked(packed: str) -> dict[str, list[str]]:
    try:
        fields = json.loads(packed)
        packed.encode()
        json.dumps(fields, ensure_ascii=False).encode()  # no half of a surrogate pair, which no page can show
    except (ValueError, RecursionError):
        return {}
    if not isinstance(fields, dict) or not all(map(_is_list_of_text, fields.values())):
        return {}
    return fields


def _is_list_of_text(values: object) -> bool:
    return isinstance(values, list) and all(isinstance(value, str) for value in values)


def prose(packed: str) -> list[str]:
    """What people wrote of it, fit to be read and copied."""
    fields = _unpacked(packed)
    return [value for name in PROSE for value in fields.get(name, ()) if value.strip()]


def is_to_be_done(request: HttpRequest, form: Form) -> bool:
    """Whether a form is acceptable and was sent; of what was only kept it says that nothing was changed."""
    if request.method != "POST":
        form.add_error(None, NOT_SENT)
    return form.is_valid()


def ask_to_sign_in(request: HttpRequest) -> HttpResponse:
    """The sign-in in the place of the answer to a form, with all that was typed."""
    packed = pack(request.POST)
    context = {
        "form": SignInForm(request),
        "next": request.path,
        "typed": packed,
        "prose": prose(packed),
        "is_asked": True,
        "at_sign_in": True,
    }
    return render(request, "claims/sign_in.html", context, status=403)
