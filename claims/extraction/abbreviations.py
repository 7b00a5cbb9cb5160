"""Words that stand before a full stop without ending their sentence: abbreviations, and what leads German ordinals."""

from __future__ import annotations


def _words(lines: str) -> frozenset[str]:
    return frozenset(lines.split())


# Abbreviations that are followed by a capital inside a sentence, in the three languages together.
ABBREVIATIONS = _words(
    """
    a.m abs abt approx apr art aug av bd bros bspw bzw ca capt cf cmdr co col corp d.c d.h dec del dept
    dipl dr e.g ed env est etc evtl feb fr frhr geb gen gest ggf gov hl hr i.d.r i.e inc ing inkl jan jr
    jul jun lt ltd m maj mar me mgr mio mlle mm mme mr mrd mrs ms no nos nov nr o.ä oct p p.m pp prof rd
    rep reps rev s s.o sen sens sep sept sgt sog sr st str supt u.a u.k u.n u.s u.u usw v v.a vgl vs z.b
    éd
    """
)
# What a German ordinal is followed by even at a sentence's end: 26. Oktober, 19. Jahrhundert.
MONTHS = _words(
    """
    april august dezember februar jahrhundert jahrhunderts januar juli juni mai märz november oktober
    september
    """
)
# Words before a German ordinal: *am 3. Spieltag*, *der 7. Berlin Biennale*. A number without one ends its sentence
# (*Platz 3.*).
BEFORE_ORDINAL = _words(
    """
    ab am ans beim das dem den der des die diese diesem diesen dieser dieses erstmals ihr ihre ihrem
    ihren ihrer im ins jede jeder jedes kommende kommenden sein seine seinem seinen seiner seit
    vergangenen vom zum zur
    """
)
