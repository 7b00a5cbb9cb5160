"""`manage.py reread`: read the stored articles again, after the extraction or its data changed."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Q

from articles.models import Article, Story
from claims.errors import ClaimsError
from claims.processing import process_article, process_story


class Command(BaseCommand):
    help = "Read stored articles again and link their stories. Unchanged rows stay; verdicts are never lost."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--story", help="only the articles of this story (its slug)")

    def handle(self, *args: Any, story: str | None, **options: Any) -> None:
        stories = Story.objects.filter(slug=story) if story else Story.objects.all()
        if story and not stories.exists():
            raise CommandError(f"There is no story {story!r}: give the slug that stands in its address.")
        articles = Article.objects.filter(story__in=stories) if story else Article.objects.all()
        failed = sum(self._reread(article) for article in articles)
        # Those also into which an editor put one of the articles while it was read.
        now = Story.objects.filter(articles__in=[article.pk for article in articles])
        for one in Story.objects.filter(Q(pk__in=stories) | Q(pk__in=now)):
            process_story(one)
        if failed:
            raise CommandError(f"{failed} could not be read; everything else is done.")

    def _reread(self, article: Article) -> bool:
        """Print one line for the article; whether it failed."""
        try:
            outcome = process_article(article).outcome
        except ClaimsError as error:
            self.stderr.write(f"failed: {error}")
            return True
        self.stdout.write(f"{outcome}: {article.get_absolute_url()} {article}")
        return False
