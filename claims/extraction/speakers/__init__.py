"""Resolves who is meant by a source inside one article: names, roles of bodies, descriptions and pronouns.

``entities`` keeps whom the article named, ``names`` reads names, ``mentions`` reads the words of a
source, and ``resolving`` puts them together.
"""

from claims.extraction.speakers.resolving import Speakers
from claims.extraction.speakers.slugs import slugify

__all__ = ["Speakers", "slugify"]
