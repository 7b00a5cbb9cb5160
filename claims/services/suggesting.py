"""Which stories an article without one may belong to, found through an index over what all articles are about."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection
from django.db.models import F, IntegerField
from django.db.models.expressions import RawSQL

from articles.models import Article, Story
from claims.matching import suggesting
from claims.matching.reasons import Reason
from claims.matching.suggesting import Other, Rarity, Trait
from claims.models import ArticleTraits

MOST_COMPARED = 200  # articles that share most of the rare marks; a story that fits is among them
COUNTED = 300  # articles in which a mark is counted: one that more have is not rare, however many stories they are of

# How many stories, and how many articles, have each of some marks: of the newest, so that it is the same each time.
_HAVING = f"""
    SELECT mark, stories, articles FROM unnest(%s::text[]) AS mark CROSS JOIN LATERAL (
        SELECT count(DISTINCT article.story_id) AS stories, count(*) AS articles FROM (
            SELECT article_id FROM claims_articletraits WHERE marks @> ARRAY[mark]
            ORDER BY article_id DESC LIMIT {COUNTED}
        ) AS having_it JOIN articles_article AS article ON article.id = having_it.article_id
    ) AS counted
"""
_SHARED = "(SELECT count(*) FROM unnest(claims_articletraits.marks) AS mark WHERE mark = ANY(%s::text[]))"


@dataclass(frozen=True, slots=True)
class StorySuggestion:
    """`score` is the share of what is particular about the article that the story's reports tell of, too."""

    story: Story
    score: float
    reasons: tuple[Reason, ...]


def note_traits(*, article: Article) -> Sequence[Trait]:
    """Keep what an article is about, and give it; nothing is read when that is known, or in an unsupported language."""
    read_hash = hash_of(article)
    known = ArticleTraits.objects.filter(article=article, read_hash=read_hash).first()
    if known:
        return [Trait(*row) for row in known.traits]
    if not article.is_supported:
        ArticleTraits.objects.filter(article=article).delete()
        return ()
    traits = suggesting.traits_of(article.title, article.text, article.language)
    ArticleTraits.objects.update_or_create(
        article=article,
        defaults={
            "read_hash": read_hash,
            "marks": sorted(one.mark for one in traits),
            "traits": [[one.mark, one.printed, one.weight] for one in traits],
        },
    )
    return traits


def hash_of(article: Article) -> str:
    """Fingerprint everything about an article that its traits depend on."""
    read = "\0".join([suggesting.VERSION, article.language, article.title, article.text])
    return hashlib.sha256(read.encode()).hexdigest()


def suggest_stories(*, article: Article) -> tuple[StorySuggestion, ...]:
    """The stories that an article may belong to, the best first, with their reasons; none where nothing fits."""
    traits = note_traits(article=article)
    rarity, having = _counted(traits)
    others = _others(article, suggesting.rarest(traits, rarity, having))
    found = suggesting.suggest(traits, article.published, others, rarity)
    stories = Story.objects.in_bulk([one.story for one in found])
    return tuple(StorySuggestion(stories[one.story], one.score, one.reasons) for one in found)


def _counted(traits: Sequence[Trait]) -> tuple[Rarity, dict[str, int]]:
    """How rare each mark is, and how many articles have it.

    Rarity is counted in stories: a name is no less particular for standing in all reports of one.
    """
    with connection.cursor() as cursor:
        cursor.execute(_HAVING, [[one.mark for one in traits]])
        rows = cursor.fetchall()
    rarity = Rarity(Story.objects.count(), {mark: stories for mark, stories, _ in rows})
    return rarity, {mark: articles for mark, _, articles in rows}


def _others(article: Article, marks: Sequence[str]) -> list[Other[int]]:
    """The articles of stories that share most of the marks, the latest first among equals."""
    rows = (
        ArticleTraits.objects.filter(marks__overlap=list(marks), article__story__isnull=False)
        .exclude(article=article)
        .annotate(shared=RawSQL(_SHARED, [list(marks)], output_field=IntegerField()))
        .order_by("-shared", F("article__published").desc(nulls_last=True), "article_id")
        .values_list("article__story_id", "article__published", "traits")[:MOST_COMPARED]
    )
    return [
        Other(story, published, {mark: weight for mark, _, weight in traits})
        for story, published, traits in rows
        if story is not None
    ]
