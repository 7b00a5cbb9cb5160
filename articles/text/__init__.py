"""From bytes to a clean text: decoding, main text of a page, furniture, doubled bodies, language. No Django.

``clean`` never rewrites: it leaves out, and every kept character has its place in the source.
"""

from articles.text.cleaning import Cleaned, clean, to_source
from articles.text.decoding import Decoded, UnreadableText, decode, storable
from articles.text.language import Detected, detect_language, language_code
from articles.text.pages import NoMainText, Page, read_page
from articles.text.plain import headline, words

__all__ = [
    "Cleaned",
    "Decoded",
    "Detected",
    "NoMainText",
    "Page",
    "UnreadableText",
    "clean",
    "decode",
    "detect_language",
    "headline",
    "language_code",
    "read_page",
    "storable",
    "to_source",
    "words",
]
