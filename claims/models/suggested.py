"""What articles are about, kept so that a new one finds the stories that it may belong to."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from articles.models import Article


class ArticleTraits(models.Model):
    """What `claims.matching.suggesting` read in an article.

    ``traits`` is a list of ``[mark, as printed, weight]``, the weightiest first; ``marks`` are the same marks, to be
    found by. ``read_hash`` tells whether they are still those of the article's words.
    """

    article = models.OneToOneField(Article, primary_key=True, on_delete=models.CASCADE, related_name="traits")
    read_hash = models.TextField()
    marks = ArrayField(models.TextField())
    traits = models.JSONField()

    class Meta:
        verbose_name_plural = "article traits"
        indexes = [
            # The articles that share a mark, or any of some.
            GinIndex(fields=["marks"], name="traits_marks"),
        ]

    def __str__(self) -> str:
        return f"Traits of article {self.article_id}"
