"""Addresses that name what was merged since: they lead to the same page of what it is now."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, QueryDict

from claims.models import Claim, Speaker
from claims.timeline import successor_of

View = Callable[..., HttpResponse]


def leads_on(view: View) -> View:
    """Answer 301 when the address asks for a speaker or a claim that was merged into another."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        query = led_on(request.GET)
        if query is not None:
            return HttpResponsePermanentRedirect(f"{request.path}?{query.urlencode()}")
        return view(request, *args, **kwargs)

    return answered


def led_on(query: QueryDict) -> QueryDict | None:
    """The same query with the successors of what was merged; None when it names nothing of the kind."""
    new = {}
    if (speaker := query.get("speaker", "")) and (slug := successor_of_speaker(speaker)):
        new["speaker"] = slug
    claim = query.get("claim", "")
    if claim.isascii() and claim.isdigit() and len(claim) < 19:
        found = Claim.objects.filter(pk=claim).first()
        if found is not None and (successor := successor_of(found)):
            new["claim"] = str(successor.pk)
    if not new:
        return None
    changed = query.copy()
    for name, value in new.items():
        changed[name] = value
    return changed


def successor_of_speaker(slug: str) -> str | None:
    """The slug of the speaker whom this one was merged into, None when it was not."""
    if "\0" in slug:
        return None
    return Speaker.objects.filter(slug=slug).values_list("merged_into__slug", flat=True).first()
