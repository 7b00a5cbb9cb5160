"""Signing in, and what somebody is told who has tried too often."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from claims.forms import SignInForm

sign_in = LoginView.as_view(
    template_name="claims/sign_in.html", authentication_form=SignInForm, extra_context={"at_sign_in": True}
)


def locked_out(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """The answer to a name that is locked, right password or wrong: wait, and how long."""
    wait = settings.AXES_COOLOFF_TIME
    context = {"minutes": int(wait.total_seconds() // 60), "at_sign_in": True}
    response = render(request, "claims/locked_out.html", context, status=429)
    response["Retry-After"] = str(int(wait.total_seconds()))
    return response
