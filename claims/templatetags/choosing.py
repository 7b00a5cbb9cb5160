"""What templates ask where editors choose: who may, how well a story fits, and why."""

from __future__ import annotations

from django import template
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.utils import translation

from claims.matching.reasons import SENTENCES, Reason
from claims.services import is_editor

register = template.Library()


@register.filter
def percent(share: float) -> str:
    """A share of one, as the language of the interface writes it."""
    blank = "" if (translation.get_language() or "en").startswith("en") else "\u00a0"
    return f"{round(share * 100)}{blank}%"


@register.filter
def may_decide(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Whether somebody is an editor."""
    return is_editor(user)


@register.filter
def in_readers_words(reason: Reason) -> str:
    """A reason in the language of the interface."""
    return translation.gettext(SENTENCES[reason.key]) % dict(reason.words)
