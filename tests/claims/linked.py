"""Small stories to link, and a linker so simple that its result can be told beforehand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from articles.models import Article, Story
from claims.matching.linking import Group, Saying
from claims.models import Attribution, Claim, Verdict
from tests.factories import make_article, make_attribution, make_editor


def link_equal_words(sayings: Sequence[Saying], *_: object) -> tuple[Group, ...]:
    together: dict[tuple[str, str], list[Saying]] = defaultdict(list)
    for saying in sayings:
        together[saying.content.casefold(), saying.stance].append(saying)
    return tuple(
        Group(
            speaker=min(
                (one.speaker for one in group if one.speaker), key=lambda one: one.slug, default=None
            ),
            sayings=tuple(sorted(one.key for one in group)),
        )
        for _, group in sorted(together.items())
    )


def say(story: Story, *words: str, **fields: Any) -> Article:
    """An article of the story that says each of some things, one a paragraph."""
    article = make_article("\n\n".join(words) or "Nothing.", story=story, **fields)
    for one in words:
        make_attribution(article, content=one)
    return article


def partition(story: Story) -> set[frozenset[tuple[str, str]]]:
    """What stands together: each claim as its articles' texts and words."""
    claims: dict[int | None, set[tuple[str, str]]] = defaultdict(set)
    for row in Attribution.objects.filter(article__story=story, state="current").select_related("article"):
        claims[row.claim_id].add((row.article.text, row.content[0]["exact"]))
    return {frozenset(members) for members in claims.values()}


def judge(claim: Claim) -> None:
    Verdict.objects.create(claim=claim, editor=make_editor(), about="content", status="verified")
