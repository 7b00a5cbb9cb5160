"""What of a name finds room in a drawing, where nothing wraps."""

from __future__ import annotations

from django import template
from django.utils.text import Truncator

from claims.templatetags.words import stance_word
from claims.timeline.chart import TALL_WIDTH, Dot

register = template.Library()

BOLD, PLAIN = 9.2, 7.3  # pixels of an average letter, in as wide a face as systems have
SHORTEST = 8  # letters of a name that is still one


@register.filter
def before_stance(name: str, dot: Dot) -> str:
    """A name as far as it finds room before what its bearer does, in the tall drawing."""
    room = TALL_WIDTH - dot.text_x - PLAIN * (len(stance_word(dot.stance)) + 1)
    return Truncator(name).chars(max(SHORTEST, int(room / BOLD)))
