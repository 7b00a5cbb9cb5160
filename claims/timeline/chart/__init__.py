"""The lane chart, worked out on the server: time across, a mark a claim, a lane a speaker or a story. Django-free.

It comes as two drawings of one content: a wide one, and a tall one for narrow screens. Words are put in by the
template; here are places only, in units of the drawing (pixels at full width).
"""

from claims.timeline.chart.drawing import TALL_WIDTH, arcs_of, draw
from claims.timeline.chart.labels import shorten, wrapped
from claims.timeline.chart.values import Arc, Chart, Column, Dot, Drawing, Lane

__all__ = [
    "TALL_WIDTH",
    "Arc",
    "Chart",
    "Column",
    "Dot",
    "Drawing",
    "Lane",
    "arcs_of",
    "draw",
    "shorten",
    "wrapped",
]
