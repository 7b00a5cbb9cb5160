"""What was published: stories, outlets and the articles themselves."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse


class Language(models.TextChoices):
    """The languages that extraction reads; any other is stored and marked unsupported."""

    GERMAN = "de", "Deutsch"
    ENGLISH = "en", "English"
    FRENCH = "fr", "Français"


class Story(models.Model):
    """What a set of articles is about."""

    slug = models.SlugField(unique=True)
    title = models.TextField()
    summary = models.TextField(blank=True, default="")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = "stories"
        ordering = ["title", "pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("story", kwargs={"slug": self.slug})


class Outlet(models.Model):
    """Who published an article."""

    name = models.TextField(unique=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Article(models.Model):
    """One published report, as it was found and as it is read.

    ``source`` is the text as found; ``text`` is what extraction reads: the source without page
    furniture. ``runs`` is a list of ``[start, end]`` in code points of ``source``; joined, they are
    exactly ``text``, so every kept character has its place in the source.
    """

    story = models.ForeignKey(Story, null=True, blank=True, on_delete=models.PROTECT, related_name="articles")
    outlet = models.ForeignKey(
        Outlet, null=True, blank=True, on_delete=models.PROTECT, related_name="articles"
    )
    title = models.TextField(blank=True, default="")
    url = models.TextField(blank=True, default="")
    # None, not "", when there is no address: a unique constraint lets many None stand side by side.
    canonical_url = models.TextField(null=True, blank=True, unique=True)  # noqa: DJ001
    published = models.DateField(null=True, blank=True)
    language = models.TextField(blank=True, default="", help_text="ISO 639-1; empty when nobody could tell")
    language_declared = models.BooleanField(default=False)
    language_probability = models.FloatField(null=True, blank=True)
    source = models.TextField()
    source_name = models.TextField(blank=True, default="", help_text="the file and the id it came with")
    text = models.TextField()
    runs = models.JSONField(default=list)
    text_hash = models.TextField(unique=True, help_text="SHA-256 of the words of the text")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["published", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(canonical_url=""), name="article_canonical_url_not_empty"),
        ]

    def __str__(self) -> str:
        return self.title or f"Article {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("article", kwargs={"pk": self.pk})

    @property
    def is_supported(self) -> bool:
        """Whether extraction reads this article's language."""
        return self.language in Language.values
