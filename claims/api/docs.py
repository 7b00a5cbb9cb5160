"""The description for people: each endpoint with a form that leads to its answer, and each field that comes back."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from claims.api.described import description
from claims.freshness import fresh

# Before the names of what is tried, so that `lang` tells what to ask for and not how to read this page.
GIVEN = "p."


@require_safe
@fresh(lambda: "")
def docs(request: HttpRequest) -> HttpResponse:
    """The page, or with `try` and values the address that answers to them: a form alone would send blanks along."""
    told = description()
    tried = told.endpoint(request.GET.get("try", ""))
    given = {
        name.removeprefix(GIVEN): str(value) for name, value in request.GET.items() if name.startswith(GIVEN)
    }
    address = tried.address(given) if tried else None
    if address:
        return redirect(address)
    context = {"told": told, "tried": tried, "at_docs": True}
    return render(request, "claims/api_docs.html", context, status=400 if tried else 200)
