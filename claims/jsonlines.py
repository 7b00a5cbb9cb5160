"""JSON lines in, one JSON line out for each; a bad line is told of on its own line and stops no other."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, Any

from claims.errors import ClaimsError

Fields = dict[str, Any]


class BadLine(ClaimsError):
    """What is wrong with a line, and what should stand there."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank, by its number from 1; `error` is empty when it holds a JSON object."""

    number: int
    fields: Fields
    error: str = ""


def read_lines(stream: Iterable[bytes]) -> Iterator[Line]:
    """The objects of a stream of UTF-8 lines; blank lines are skipped."""
    for number, raw in enumerate(stream, 1):
        if number == 1:
            raw = raw.removeprefix(b"\xef\xbb\xbf")
        if raw.strip():
            try:
                yield Line(number, _object(raw))
            except BadLine as error:
                yield Line(number, {}, str(error))


def _object(raw: bytes) -> Fields:
    try:
        value = json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise BadLine(f"not UTF-8 (byte {error.start + 1}); convert the input to UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise BadLine(
            f"not JSON ({error or 'nested too deeply'}); give one JSON object on each line"
        ) from error
    if not isinstance(value, dict):
        raise BadLine(f"not a JSON object but {_named(value)}; give one object on each line")
    return value


def text_field(fields: Fields, name: str, *, required: bool = False) -> str:
    """A text among the fields; null and absent are "", unless it is required. Raises BadLine."""
    value = fields.get(name)
    if value is None and not required:
        return ""
    if not isinstance(value, str):
        found = "missing" if value is None else f"{_named(value)}"
        raise BadLine(f"'{name}' is {found}; it has to be a text")
    return value


def object_field(fields: Fields, name: str) -> Fields:
    """An object among the fields. Raises BadLine."""
    value = fields.get(name)
    if not isinstance(value, dict):
        raise BadLine(f"'{name}' is {'missing' if value is None else _named(value)}; it has to be an object")
    return value


def id_of(fields: Fields) -> Fields:
    """The part of an answer that says which line it answers: nothing when the line names itself by no text."""
    return {"id": fields["id"]} if isinstance(fields.get("id"), str) else {}


def scalar_values(text: str) -> str:
    """The text with U+FFFD for every lone surrogate, which JSON can carry and UTF-8 cannot; every offset stays."""
    return "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text)


def write_line(stream: IO[bytes], answer: Fields) -> None:
    """Write one object; what UTF-8 cannot carry is escaped as JSON does."""
    try:
        line = json.dumps(answer, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        line = json.dumps(answer).encode("ascii")
    stream.write(line + b"\n")


@contextmanager
def until_nobody_reads() -> Iterator[None]:
    """End without a word when whoever reads our output has gone (`… | head -1`), as other programs in a pipe do."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes standard output once more at its end, and would complain then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


def _named(value: object) -> str:
    names = {
        bool: "true or false",
        int: "a number",
        float: "a number",
        str: "a text",
        list: "a list",
        dict: "an object",
    }
    return names.get(type(value), "null")
