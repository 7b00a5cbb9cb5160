"""What was said, and what editors decided about it.

Evidence is kept as W3C-like selectors: each piece of a content, cue, source or hedge is
``{"start", "end", "exact"}`` in code points of the article's text, and triggers in Postgres
hold ``text[start:end] == exact`` for everything that is not orphaned: one here refuses evidence
that does not stand in the text, one on the articles' table (a migration) orphans the evidence that
a changed text breaks.
"""

from __future__ import annotations

import hashlib

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q

from articles.models import Article, Story
from claims.extraction.when import When
from claims.extraction.when import when as when_of
from claims.models.speakers import Speaker


class Run(models.Model):
    """One reading of one article by one version of the extractor.

    Reading the same again renews ``read_at``: an article's last run tells what its attributions stand for.
    """

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="runs_of_extraction")
    version = models.TextField()
    # Not the article's text_hash: that one is of the words, and a moved blank already moves every span.
    input_hash = models.TextField(help_text="SHA-256 of what was read: language, date and text")
    attributions = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["article", "version", "input_hash"], name="run_once_a_reading"),
        ]
        indexes = [
            # The last reading of an article.
            models.Index(fields=["article", "-read_at"], name="run_latest"),
        ]

    def __str__(self) -> str:
        return f"{self.article_id} by {self.version}"

    @staticmethod
    def hash_of(article: Article) -> str:
        """Fingerprint everything about an article that a reading depends on."""
        read = "\0".join([article.language, str(article.published or ""), article.text])
        return hashlib.sha256(read.encode()).hexdigest()


class Precision(models.TextChoices):
    """How precisely a time is known; `claims.extraction.when` says what that means."""

    DAY = "day", "day"
    WEEK = "week", "week"
    MONTH = "month", "month"
    YEAR = "year", "year"


# A time has both fields or none, and one that is not known to the day is kept as the first day that it may be.
_TIME_IS_WHOLE = Q(said_on=None, said_on_precision="") | Q(said_on__isnull=False) & (
    Q(said_on_precision="day")
    | Q(said_on_precision="week", said_on__iso_week_day=1)
    | Q(said_on_precision="month", said_on__day=1)
    | Q(said_on_precision="year", said_on__day=1, said_on__month=1)
)


class Stance(models.TextChoices):
    """What a saying does to what is said."""

    ASSERTS = "asserts", "asserts"
    DENIES = "denies", "denies"
    DECLINES = "declines-to-comment", "declines to comment"
    CANNOT_VERIFY = "cannot-verify", "could not verify"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), append_only=True)
class Claim(models.Model):
    """What a speaker said, once a story, whatever the report and the language.

    A claim that no report carries any more is retired, never deleted: its address stays good, and it is the same
    claim again when a later reading finds its wordings. A retired claim that an editor judged is still shown.
    One that an editor merged into another has no wordings; its address leads to that other, or on from there. So does
    that of one whose words a machine joined with those of another.
    Only undoing the beginning of a story deletes claims: the empty ones of that story, together with it.
    """

    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="claims")
    speaker = models.ForeignKey(
        Speaker, null=True, blank=True, on_delete=models.PROTECT, related_name="claims"
    )
    stance = models.TextField(choices=Stance.choices)
    said_on = models.DateField(
        null=True, blank=True, help_text="the day most reports give, or the first of the week, month or year"
    )
    said_on_precision = models.TextField(choices=Precision.choices, blank=True, default="")
    retired_at = models.DateTimeField(null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged"
    )
    # Kept by machines when they empty a claim, and of no meaning while it has wordings: no decision of an editor.
    joined_into = models.ManyToManyField(
        "self",
        symmetrical=False,
        blank=True,
        related_name="joined",
        help_text="the claims that its words went to when linking or a newer reading emptied it",
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(merged_into=models.F("pk")), name="claim_merged_into_another"
            ),
            models.CheckConstraint(condition=_TIME_IS_WHOLE, name="claim_time_is_whole"),
        ]
        indexes = [
            # The timeline reads the living claims of one story by day.
            models.Index(fields=["story", "said_on"], name="claim_story_day"),
        ]

    def __str__(self) -> str:
        return f"Claim {self.pk}"

    @property
    def when(self) -> When | None:
        """The time of saying as one value."""
        return when_of(self.said_on, self.said_on_precision)

    @when.setter
    def when(self, time: When | None) -> None:
        self.said_on, self.said_on_precision = (time.first, time.precision) if time else (None, "")

    @property
    def successor(self) -> Claim:
        """The claim that this one is since editors merged it, maybe in several steps; itself when nobody did.

        A claim is only merged into one that has wordings, and loses its own by it: so there is no circle.
        """
        claim = self
        while claim.merged_into is not None:
            claim = claim.merged_into
        return claim


# Refuses words that the article does not have at that place. FOR SHARE waits for a transaction that is just changing
# the text, so that neither can overlook the other.
_EVIDENCE_STANDS = """
    IF NEW.state = 'orphaned' THEN RETURN NEW; END IF;
    IF jsonb_typeof(NEW.content) <> 'array' OR jsonb_typeof(NEW.cue) <> 'array' OR jsonb_typeof(NEW.source) <> 'array'
        OR jsonb_typeof(NEW.hedges) <> 'array' OR NEW.content = '[]'::jsonb
    THEN
        RAISE EXCEPTION 'content, cue, source and hedges are lists of pieces, and the content is not empty'
            USING ERRCODE = 'check_violation';
    END IF;
    SELECT text INTO read_text FROM articles_article WHERE id = NEW.article_id FOR SHARE;
    FOR piece IN SELECT jsonb_array_elements(NEW.content || NEW.cue || NEW.source || NEW.hedges) LOOP
        IF (
            (piece->>'start')::int >= 0 AND (piece->>'end')::int > (piece->>'start')::int
            AND (piece->>'end')::int <= char_length(read_text)
            AND substr(read_text, (piece->>'start')::int + 1, (piece->>'end')::int - (piece->>'start')::int)
                = (piece->>'exact')
        ) IS NOT TRUE THEN
            RAISE EXCEPTION 'article % does not read so: %', NEW.article_id, piece
                USING ERRCODE = 'check_violation';
        END IF;
    END LOOP;
    RETURN NEW;
"""


class Attribution(models.Model):
    """One place in one article where somebody is said to say something.

    ``speaker_slug``, ``speaker_name`` and ``speaker_kind`` are who the article alone tells it is, and all that
    linking reads, so that its result does not hang on what was linked before; ``speaker`` is who linking
    found that to be across the story, None before that. The same holds for ``via``.
    """

    class Type(models.TextChoices):
        DIRECT = "direct", "direct"
        INDIRECT = "indirect", "indirect"
        MIXED = "mixed", "part direct"

    class State(models.TextChoices):
        CURRENT = "current", "current"
        RETIRED = "retired", "retired"  # a newer reading no longer finds it
        ORPHANED = "orphaned", "orphaned"  # the article's text changed under it

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="attributions")
    run = models.ForeignKey(
        Run, on_delete=models.PROTECT, related_name="found", help_text="the last reading that found it"
    )
    claim = models.ForeignKey(
        Claim, null=True, blank=True, on_delete=models.SET_NULL, related_name="attributions"
    )
    # An editor put this attribution where it is; machine runs leave it there.
    claim_pinned = models.BooleanField(default=False)
    # An editor's choice among the claim's wordings in this language.
    is_headline = models.BooleanField(default=False)
    speaker = models.ForeignKey(
        Speaker, null=True, blank=True, on_delete=models.PROTECT, related_name="attributions"
    )
    speaker_slug = models.TextField(blank=True, default="")
    speaker_name = models.TextField(blank=True, default="", help_text="the name that the article gives")
    speaker_kind = models.TextField(blank=True, default="")
    key = models.TextField(help_text="fingerprint of the spans of content and cue")
    content = models.JSONField()
    cue = models.JSONField(default=list)
    source = models.JSONField(default=list)
    hedges = models.JSONField(default=list, help_text="the words that leave it open")
    type = models.TextField(choices=Type.choices)
    stance = models.TextField(choices=Stance.choices)
    rule = models.TextField()
    confidence = models.FloatField()
    said_on = models.DateField(null=True, blank=True)
    said_on_precision = models.TextField(choices=Precision.choices, blank=True, default="")
    to = models.TextField(blank=True, default="")
    medium = models.TextField(blank=True, default="")
    via = models.ForeignKey(Speaker, null=True, blank=True, on_delete=models.PROTECT, related_name="relayed")
    via_slug = models.TextField(blank=True, default="")
    via_name = models.TextField(blank=True, default="")
    via_kind = models.TextField(blank=True, default="")
    based_on = models.TextField(blank=True, default="")
    nested = models.BooleanField(default=False)
    continuation = models.BooleanField(default=False)
    state = models.TextField(choices=State.choices, default=State.CURRENT)

    class Meta:
        ordering = ["article_id", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "key"], condition=~Q(state="orphaned"), name="attribution_once_a_place"
            ),
            models.CheckConstraint(
                condition=Q(confidence__gte=0, confidence__lte=1), name="attribution_confidence_0_to_1"
            ),
            models.CheckConstraint(condition=_TIME_IS_WHOLE, name="attribution_time_is_whole"),
        ]
        indexes = [
            # A claim's wordings, and the linker's read of one story.
            models.Index(fields=["claim", "state"], name="attribution_claim_state"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="evidence_stands",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert
                | pgtrigger.UpdateOf("article_id", "content", "cue", "source", "hedges", "state"),  # type: ignore[no-untyped-call]
                declare=[("read_text", "TEXT"), ("piece", "JSONB")],
                func=_EVIDENCE_STANDS,
            ),
        ]

    def __str__(self) -> str:
        return " […] ".join(piece["exact"] for piece in self.content)

    @property
    def when(self) -> When | None:
        """The time of saying as one value."""
        return when_of(self.said_on, self.said_on_precision)
