"""Bytes become text, whatever wrote them."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text import UnreadableText, decode, storable

TEXT = "Le maire a déclaré : « Ça suffit », en août. Größe, Œuvre – 5 €."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_usual_encodings_are_recognised(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)).text == TEXT


def test_a_declared_encoding_is_believed() -> None:
    assert decode(TEXT.encode("cp850", "replace"), declared="cp850").encoding == "cp850"
    assert decode("Größe".encode("latin-1"), declared="ISO-8859-1").text == "Größe"


@pytest.mark.parametrize("declared", ["no-such-encoding", "base64", "", "\0", "utf-8"])
def test_a_wrong_declaration_does_no_harm(declared: str) -> None:
    assert decode(TEXT.encode("cp1252"), declared=declared).text == TEXT


def test_a_byte_order_mark_wins_over_a_declaration() -> None:
    assert decode(TEXT.encode("utf-16"), declared="latin-1").text == TEXT


def test_damaged_utf8_stays_utf8() -> None:
    data = TEXT.encode()[:10] + b"\xff" + TEXT.encode()[10:]
    decoded = decode(data)
    assert decoded.replaced == 1
    assert decoded.text == TEXT[:10] + "\ufffd" + TEXT[10:]


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x03 \0\0\x02X\x08\x02",
        bytes(range(256)) * 8,
        b"PK\x03\x04\x14\0\0\0\x08\0",
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableText, match="save it as UTF-8"):
        decode(data)


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_or_a_refusal(data: bytes) -> None:
    with suppress(UnreadableText):
        assert isinstance(decode(data).text, str)


@given(st.text(st.characters(), max_size=100))
def test_a_storable_text_has_the_same_length_and_can_be_stored(text: str) -> None:
    stored = storable(text)
    assert len(stored) == len(text)
    assert "\0" not in stored
    assert stored.encode().decode() == stored
