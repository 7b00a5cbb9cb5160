"""The interface in German and French: every message is translated, and compiled as it is written."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from django.template import engines
from django.template.base import FilterExpression, Node
from django.template.loader_tags import ExtendsNode
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.test import Client
from django.utils import translation
from django.utils.functional import Promise

from newsclaims.places import ROOT
from tests.claims.browsing import page
from tests.claims.telling import Told

LANGUAGES = ["de", "fr"]
MARKS = {"_", "gettext", "gettext_lazy", "pgettext", "ngettext"}


def catalog(language: str) -> Catalog:
    with (ROOT / "locale" / language / "LC_MESSAGES" / "django.po").open("rb") as file:
        return read_po(file, locale=language)


def messages_of_code() -> Iterator[str]:
    for path in [*ROOT.glob("claims/**/*.py"), *ROOT.glob("articles/**/*.py")]:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS:
                words = [part.value for part in node.args if isinstance(part, ast.Constant)]
                yield str(words[-1 if node.func.id == "pgettext" else 0])


def messages_of_templates() -> Iterator[str]:
    for path in Path(ROOT / "templates").glob("**/*.html"):
        template = engines["django"].get_template(str(path.relative_to(ROOT / "templates"))).template  # type: ignore[attr-defined]
        for node in template.nodelist.get_nodes_by_type(Node):
            yield from messages_of(node)


def messages_of(node: Node) -> Iterator[str]:
    if isinstance(node, TranslateNode):
        yield str(node.filter_expression.var.literal)
    elif isinstance(node, BlockTranslateNode):
        yield node.render_token_list(node.singular)[0].strip()
    elif not isinstance(node, ExtendsNode):
        yield from (str(mark) for value in vars(node).values() for mark in marked_in(value))


def marked_in(value: object) -> Iterator[str]:
    """The `_("...")` of a template's expressions, in the arguments of tags and filters."""
    if isinstance(value, dict):
        yield from (mark for one in value.values() for mark in marked_in(one))
    elif isinstance(value, Promise):  # resolved while the template was read, and translated when it is shown
        with translation.override("en"):
            yield str(value)
    elif isinstance(value, FilterExpression):
        yield from marked_in(value.var)
        yield from (mark for _, arguments in value.filters for _, one in arguments for mark in marked_in(one))


def spelled(catalog: Catalog) -> dict[tuple[tuple[str, ...], str], tuple[str, ...]]:
    """Each message, singular and plural, with its translations."""
    return {
        (forms(message.id), context_of(message)): forms(message.string)
        for message in catalog
        if message.id and not message.fuzzy
    }


def context_of(message: Message) -> str:
    context: Any = message.context or ""
    return context.decode() if isinstance(context, bytes) else context  # a compiled file gives bytes


def forms(text: object) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_lacks_its_translation(language: str) -> None:
    messages = {*messages_of_code(), *messages_of_templates()}
    assert len(messages) > 100
    done = {ids[0] for (ids, _), strings in spelled(catalog(language)).items() if all(strings)}
    assert messages - done == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_messages_are_the_written_ones(language: str) -> None:
    with (ROOT / "locale" / language / "LC_MESSAGES" / "django.mo").open("rb") as file:
        assert spelled(read_mo(file)) == spelled(catalog(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_every_placeholder(language: str) -> None:
    assert [error for message in catalog(language) for error in message.check(catalog(language))] == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "word", "day"), [("de", "bestreitet", "4. Mär"), ("fr", "dément", "4 mars")]
)
def test_a_page_speaks_the_readers_language(
    client: Client, told: Told, language: str, word: str, day: str
) -> None:
    html = page(client, "/s/harbour/", language)
    assert f'<html lang="{language}">' in html
    assert word in html
    assert day in html
