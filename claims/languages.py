"""The language that a reader gets: `?lang=`, else the cookie it left, else what the browser asks for."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils import translation

A_YEAR = 365 * 24 * 3600


class ReaderLanguageMiddleware(LocaleMiddleware):
    """Django's own, with `?lang=` before everything else; a choice is kept in the language cookie.

    Not that of a program or a picture: their language is not how somebody wants to read the pages.
    """

    def process_request(self, request: HttpRequest) -> None:
        super().process_request(request)
        if chosen := _chosen(request):
            translation.activate(chosen)
            request.LANGUAGE_CODE = chosen

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        response = super().process_response(request, response)
        if (chosen := _chosen(request)) and response.headers.get("Content-Type", "").startswith("text/html"):
            response.set_cookie(
                settings.LANGUAGE_COOKIE_NAME,
                chosen,
                max_age=A_YEAR,
                samesite="Lax",
                httponly=True,
                secure=request.is_secure(),
            )
        return response


def reader_language() -> str:
    """The language of this request: de, en or fr."""
    return (translation.get_language() or settings.LANGUAGE_CODE)[:2]


def _chosen(request: HttpRequest) -> str:
    lang = request.GET.get("lang", "")
    return lang if lang in dict(settings.LANGUAGES) else ""
