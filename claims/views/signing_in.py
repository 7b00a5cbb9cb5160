"""Signing in, forms that have expired, and what somebody is told who has tried too often."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import REASON_NO_CSRF_COOKIE
from django.shortcuts import render
from django.urls import Resolver404, resolve
from django.utils.translation import gettext_lazy as _

from claims.forms import SignInForm
from claims.views.keeping import AT, KEPT, ask_to_sign_in, keep_words, pack, prose

EXPIRED = _("The form has expired. Send it again. If that does not help, allow cookies for this site.")


class SignIn(LoginView):
    template_name = "claims/sign_in.html"
    authentication_form = SignInForm
    extra_context = {"at_sign_in": True}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        typed = self.request.POST.get(KEPT, "")
        return super().get_context_data(typed=typed, prose=prose(typed), **kwargs)

    def form_valid(self, form: Any) -> HttpResponse:
        super().form_valid(form)
        return self.lead_on()

    def lead_on(self) -> HttpResponse:
        """Go on, with what was typed elsewhere kept for the address that its form was sent to."""
        address, packed = self.get_success_url(), self.request.POST.get(KEPT, "")
        keep_words(self.request, address=address, packed=packed)
        return HttpResponseRedirect(f"{address}{AT}" if packed else address)

    def expired(self) -> HttpResponse:
        """The answer to a sign-in form whose token fits no more, mostly since another tab signed in."""
        if self.request.user.is_authenticated:
            return self.lead_on()
        form = SignInForm(self.request, initial={"username": self.request.POST.get("username", "")})
        return self.render_to_response(self.get_context_data(form=form, problem=EXPIRED), status=403)


sign_in = SignIn.as_view()


def expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The answer to a form whose token is not that of its sender: it comes back with what was typed.

    Not so what another site may have sent: Django tells it by where it comes from before it looks at the token.
    """
    is_token = reason == REASON_NO_CSRF_COOKIE or reason.startswith("CSRF token")
    try:
        view = resolve(request.path_info)
    except Resolver404:
        is_token = False
    if is_token and view.url_name == "sign-in":
        again = SignIn()
        again.setup(request)
        return again.expired()
    if not is_token or not getattr(view.func, "takes_words", False):
        return render(request, "403_csrf.html", status=403)
    if not request.user.is_authenticated:
        return ask_to_sign_in(request)
    keep_words(request, address=request.path, packed=pack(request.POST))
    return HttpResponseRedirect(f"{request.path}{AT}")


def locked_out(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """The answer to a name that is locked, right password or wrong: wait, and how long."""
    wait = settings.AXES_COOLOFF_TIME
    context = {
        "minutes": int(wait.total_seconds() // 60),
        "prose": prose(request.POST.get(KEPT, "")),
        "at_sign_in": True,
    }
    response = render(request, "claims/locked_out.html", context, status=429)
    response["Retry-After"] = str(int(wait.total_seconds()))
    return response
