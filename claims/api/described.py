"""The OpenAPI description as values that a page can show: what may be asked, and what comes back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import quote, urlencode

from drf_spectacular.generators import SchemaGenerator

PAGED = "Paginated"  # begins the names of shapes that hold one page of others
NULL = "NullEnum"


@dataclass(frozen=True, slots=True)
class Parameter:
    """`choices` are all values that are allowed; none of them for any value of the `kind`."""

    name: str
    kind: str
    description: str
    choices: tuple[str, ...] = ()
    default: str = ""
    is_in_path: bool = False

    @property
    def is_number(self) -> bool:
        return self.kind == "integer"


@dataclass(frozen=True, slots=True)
class Type:
    """A kind of value: a `shape` by its name, or a plain `kind`, or one of `choices`; maybe a list of it, maybe null."""

    kind: str = ""
    shape: str = ""
    choices: tuple[str, ...] = ()
    is_list: bool = False
    is_paged: bool = False
    may_be_null: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    type: Type
    description: str


@dataclass(frozen=True, slots=True)
class Shape:
    name: str
    description: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """`other_answers` are those that are not the one that was asked for, by status."""

    name: str
    path: str
    summary: str
    description: str
    parameters: tuple[Parameter, ...]
    answer: Type
    other_answers: tuple[tuple[str, str], ...]

    def address(self, given: Mapping[str, str]) -> str | None:
        """Where the endpoint answers to these values, blank ones left out; None when one that it needs is missing."""
        path, query = self.path, {}
        for one in self.parameters:
            value = given.get(one.name, "").strip()
            if one.is_in_path and not value:
                return None
            if one.is_in_path:
                path = path.replace(f"{{{one.name}}}", quote(value, safe=""))
            elif value:
                query[one.name] = value
        return f"{path}?{urlencode(query)}" if query else path


@dataclass(frozen=True, slots=True)
class Description:
    endpoints: tuple[Endpoint, ...]
    shapes: tuple[Shape, ...]

    def endpoint(self, name: str) -> Endpoint | None:
        return next((one for one in self.endpoints if one.name == name), None)


@cache
def description() -> Description:
    """All of it, read once: it changes with a new release only."""
    told = SchemaGenerator().get_schema(request=None, public=True)  # type: ignore[no-untyped-call]
    schemas: dict[str, Any] = told["components"]["schemas"]
    endpoints = sorted(
        (_endpoint(path, ways["get"], schemas) for path, ways in told["paths"].items()),
        key=lambda one: (one.path.count("{"), one.path),
    )
    wanted = list(dict.fromkeys(_reached([one.answer.shape for one in endpoints], schemas)))
    return Description(tuple(endpoints), tuple(_shape(name, schemas) for name in wanted))


def _reached(names: Iterable[str], schemas: Mapping[str, Any]) -> Iterator[str]:
    """The shapes of these names and those that they hold, each before what it holds."""
    waiting, seen = list(names), set()
    while waiting:
        name = waiting.pop(0)
        if not name or name in seen:
            continue
        seen.add(name)
        yield name
        waiting += [field.type.shape for field in _shape(name, schemas).fields]


def _endpoint(path: str, told: Mapping[str, Any], schemas: Mapping[str, Any]) -> Endpoint:
    responses = dict(told["responses"])
    good = responses.pop("200")["content"]["application/json"]["schema"]
    return Endpoint(
        name=told["operationId"],
        path=path,
        summary=told["summary"],
        description=told["description"],
        parameters=tuple(_parameter(one) for one in sorted(told["parameters"], key=_order)),
        answer=_type(good, schemas),
        other_answers=tuple((status, one["description"]) for status, one in sorted(responses.items())),
    )


def _order(told: Mapping[str, Any]) -> tuple[bool, bool, str]:
    """What belongs to the path first, what is about the page and its language last."""
    return told["in"] != "path", told["name"] in ("after", "page_size", "lang"), told["name"]


def _parameter(told: Mapping[str, Any]) -> Parameter:
    schema = told["schema"]
    return Parameter(
        name=told["name"],
        kind=schema["type"],
        description=_sentence(told.get("description", "")),
        choices=tuple(schema.get("enum", ())),
        default=str(schema.get("default", "")),
        is_in_path=told["in"] == "path",
    )


def _shape(name: str, schemas: Mapping[str, Any]) -> Shape:
    schema = schemas[name]
    fields = tuple(
        Field(field, _type(told, schemas), _sentence(told.get("description", "")))
        for field, told in schema.get("properties", {}).items()
    )
    return Shape(name, _sentence(schema.get("description", "")), fields)


def _type(told: Mapping[str, Any], schemas: Mapping[str, Any]) -> Type:
    may_be_null = bool(told.get("nullable"))
    if told.get("type") == "array":
        inner = _type(told["items"], schemas)
        return Type(inner.kind, inner.shape, inner.choices, is_list=True, may_be_null=may_be_null)
    name = next(iter(_names(told)), "")
    if not name:
        choices = tuple(map(str, told.get("enum", ())))
        return Type(told.get("format") or told.get("type", ""), "", choices, may_be_null=may_be_null)
    schema = schemas[name]
    if name.startswith(PAGED):
        inner = _type(schema["properties"]["results"], schemas)
        return Type(inner.kind, inner.shape, is_list=True, is_paged=True)
    if "enum" in schema:
        return Type(schema["type"], "", tuple(schema["enum"]), may_be_null=may_be_null)
    return Type("object", name, may_be_null=may_be_null)


def _names(told: Mapping[str, Any]) -> Iterator[str]:
    """The names of the shapes that a value may have."""
    for one in (told, *told.get("allOf", ()), *told.get("oneOf", ())):
        name = one.get("$ref", "").rpartition("/")[2]
        if name and name != NULL:
            yield name


def _sentence(text: str) -> str:
    """A description without the list of values that the generator puts below it."""
    return text.partition("* `")[0].strip()
