"""How other sites learn which frame shows the story or the claim of an address (oEmbed 1.0)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import Resolver404, resolve
from django.utils import translation
from django.views.decorators.http import require_safe

from articles.models import Story
from claims.languages import reader_language
from claims.models import Claim
from claims.timeline import claim_lines, successor_of
from claims.views.frames import Frame, frame_of_claim, frame_of_story
from claims.views.parsing import whole_number

OF_A_STORY = ("story", "compare", "embed")
OF_A_CLAIM = ("claim", "claim-by-number", "embed-claim")
FORBIDDEN_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@require_safe
def oembed(request: HttpRequest) -> HttpResponse:
    """How to embed the story or the claim whose address is given, in JSON or XML."""
    form = request.GET.get("format", "json")
    if form not in ("json", "xml"):
        return JsonResponse({"error": "Only format=json and format=xml are answered."}, status=501)
    address, language = _asked(request)
    with translation.override(language or reader_language()):
        frame = _frame_at(request, address)
    if frame is None:
        return JsonResponse({"error": "Give the address of a story or a claim as url=."}, status=404)
    if language:
        frame = replace(frame, source=f"{frame.source}?lang={language}")
    told = _told(request, _fitted(frame, request))
    response = JsonResponse(told) if form == "json" else _xml(told)
    response["Access-Control-Allow-Origin"] = "*"
    return response


def _asked(request: HttpRequest) -> tuple[str, str]:
    """The path that is asked for, and its language if it names one; "" where it is no address of this site."""
    try:
        parts = urlsplit(request.GET.get("url", "")[:2000])
    except ValueError:
        return "", ""
    if parts.netloc not in ("", request.get_host()):
        return "", ""
    language = parse_qs(parts.query).get("lang", [""])[0]
    return parts.path, language if language in dict(settings.LANGUAGES) else ""


def _frame_at(request: HttpRequest, path: str) -> Frame | None:
    try:
        match = resolve(path or "?")
    except Resolver404:
        return None
    story = Story.objects.filter(slug=match.kwargs.get("slug", "")).first()
    if story and match.url_name in OF_A_STORY:
        return frame_of_story(request, story)
    if story and match.url_name in OF_A_CLAIM:
        found = Claim.objects.select_related("story", "speaker").filter(pk=match.kwargs["pk"], story=story)
        return _frame_of(request, found[0]) if found else None
    return None


def _frame_of(request: HttpRequest, claim: Claim) -> Frame:
    claim = successor_of(claim) or claim
    return frame_of_claim(
        request, claim.story, claim_lines([claim], language=reader_language(), brief=True)[0]
    )


def _fitted(frame: Frame, request: HttpRequest) -> Frame:
    """No larger than the room that there is for it."""
    return replace(
        frame,
        width=min(frame.width, whole_number(request.GET.get("maxwidth")) or frame.width),
        height=min(frame.height, whole_number(request.GET.get("maxheight")) or frame.height),
    )


def _told(request: HttpRequest, frame: Frame) -> dict[str, Any]:
    return {
        "version": "1.0",
        "type": "rich",
        "title": frame.title,
        "provider_name": "Newsclaims",
        "provider_url": request.build_absolute_uri("/"),
        "width": frame.width,
        "height": frame.height,
        "html": frame.html,
    }


def _xml(told: dict[str, Any]) -> HttpResponse:
    root = ElementTree.Element("oembed")
    for name, value in told.items():
        ElementTree.SubElement(root, name).text = FORBIDDEN_IN_XML.sub("", str(value))
    body = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return HttpResponse(body, content_type="text/xml; charset=utf-8")
