"""How the description for programs is put into HTML."""

from __future__ import annotations

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()


@register.filter
def coded(text: str) -> SafeString:
    """What stands between grave accents is code."""
    parts = text.split("`")
    return format_html_join("", "{}", ((_part(one, number),) for number, one in enumerate(parts)))


def _part(words: str, number: int) -> str:
    return format_html("<code>{}</code>", words) if number % 2 else words
