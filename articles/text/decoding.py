"""Bytes to text: the encoding a file is in, and the characters that no database can hold."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Whatever says ASCII or Latin-1 is read as its superset Windows-1252, as browsers do (WHATWG Encoding, 4.2).
READ_AS = {"ascii": "cp1252", "iso8859-1": "cp1252"}
# What news in German, English and French comes in. Without the list a short text in Windows-1252 is taken for
# Cyrillic or Baltic now and then.
CANDIDATES = ["cp1252", "utf_16_le", "utf_16_be", "iso8859_15", "mac_roman", "cp850"]
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")  # PostgreSQL refuses NUL; UTF-8 has no lone surrogates
CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x7f]")
MOST_CONTROLS = 0.05  # texts have none or a few strays; pictures, archives and programs have 10% and more


class UnreadableText(ValueError):
    """The bytes are no text in any encoding that is known here."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """``replaced``: how many bytes were damaged and became U+FFFD."""

    text: str
    encoding: str
    replaced: int = 0


def decode(data: bytes, *, declared: str = "") -> Decoded:
    """The text of a file: by its byte order mark, else by the declared encoding, else UTF-8, else the likeliest.

    A byte order mark wins over a declaration, which is wrong more often. UTF-8 with a few damaged bytes stays UTF-8:
    guessing would turn every accent of the file into two odd characters. Raises ``UnreadableText``.
    """
    decoded = _by_mark(data) or _strictly(data, _known(declared)) or _as_utf8(data) or _by_likelihood(data)
    if decoded is None or len(CONTROLS.findall(decoded.text)) > MOST_CONTROLS * len(decoded.text):
        raise UnreadableText("is no text in a known encoding; save it as UTF-8")
    return decoded


def storable(text: str) -> str:
    """The text with U+FFFD for NUL and lone surrogates, one for one, so that every offset stays right."""
    return UNSTORABLE.sub("\ufffd", text)


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _leniently(data, encoding)
    return None


def _known(declared: str) -> str:
    try:
        name = codecs.lookup(declared.strip()).name if declared.strip() else ""
    except (LookupError, ValueError):
        return ""
    return READ_AS.get(name, name)


def _strictly(data: bytes, encoding: str) -> Decoded | None:
    if not encoding:
        return None
    try:
        return Decoded(data.decode(encoding), encoding)
    except (UnicodeError, LookupError):  # LookupError: a codec that gives no text, such as base64
        return None


def _leniently(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    return Decoded(text, encoding, text.count("\ufffd"))


def _as_utf8(data: bytes) -> Decoded | None:
    decoded = _strictly(data, "utf-8")
    if decoded:
        return decoded
    lenient = _leniently(data, "utf-8")
    whole = sum(1 for character in lenient.text if character > "\x7f") - lenient.replaced
    return lenient if whole > lenient.replaced else None


def _by_likelihood(data: bytes) -> Decoded | None:
    best = from_bytes(data, cp_isolation=CANDIDATES).best()
    return Decoded(str(best), best.encoding) if best else None
