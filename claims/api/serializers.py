"""What the REST interface hands out: the values of `claims.timeline`, field by field."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims.api.judged import VerdictSerializer, VerdictsSerializer
from claims.models import Attribution, Conflict, Drift, Origin, Precision, Speaker, Stance
from claims.services import StorySuggestion
from claims.timeline import ClaimLine, Evidence, Selector


class SpeakerSerializer(serializers.Serializer[Any]):
    slug = serializers.CharField()
    name = serializers.CharField()
    kind = serializers.ChoiceField(Speaker.Kind.choices)


class LanguageCountSerializer(serializers.Serializer[Any]):
    language = serializers.CharField(help_text="ISO 639-1; empty when nobody could tell")
    reports = serializers.IntegerField()

    def to_representation(self, instance: tuple[str, int]) -> dict[str, Any]:
        language, reports = instance
        return {"language": language, "reports": reports}


class SelectorSerializer(serializers.Serializer[Any]):
    """A selector of the W3C Web Annotation Data Model; start and end count code points of the article's text."""

    type = serializers.ChoiceField(["TextPositionSelector", "TextQuoteSelector"])
    start = serializers.IntegerField(required=False)
    end = serializers.IntegerField(required=False)
    exact = serializers.CharField(required=False)
    prefix = serializers.CharField(required=False)
    suffix = serializers.CharField(required=False)


class TargetSerializer(serializers.Serializer[Any]):
    """One unbroken piece of an article, as a W3C Web Annotation target: two selectors that name the same words."""

    source = serializers.URLField(help_text="the article")  # type: ignore[assignment]  # W3C calls it so
    selector = SelectorSerializer(many=True)


class EvidenceSerializer(serializers.Serializer[Any]):
    """How one article words a claim."""

    id = serializers.IntegerField(source="attribution_id")
    article = serializers.IntegerField(source="article_id")
    address = serializers.SerializerMethodField(help_text="the words in their article, as a page")
    title = serializers.CharField(source="article_title")
    outlet = serializers.CharField()
    language = serializers.CharField()
    published = serializers.DateField(allow_null=True)
    type = serializers.ChoiceField(Attribution.Type.choices)
    stance = serializers.ChoiceField(Stance.choices)
    state = serializers.ChoiceField(
        Attribution.State.choices,
        help_text="orphaned: the article's text changed and the words stand there no more, so their places are left out",
    )
    text = serializers.CharField(
        source="content", help_text="the words of the content, pieces joined by ' […] '"
    )
    content = serializers.SerializerMethodField()
    source = serializers.SerializerMethodField()  # type: ignore[assignment]  # our word for who says it
    cue = serializers.SerializerMethodField()
    hedges = serializers.SerializerMethodField(help_text="the words that leave it open")
    said_on = serializers.DateField(allow_null=True)
    said_on_precision = serializers.ChoiceField(
        Precision.choices, allow_null=True, help_text="how precisely said_on is known; null when it is not"
    )
    to = serializers.CharField()
    medium = serializers.CharField()
    via = serializers.CharField(help_text="through whom the article knows it")
    based_on = serializers.CharField()
    nested = serializers.BooleanField()
    continuation = serializers.BooleanField()

    def get_address(self, evidence: Evidence) -> str:
        return f"{self._article_address(evidence)}#a{evidence.attribution_id}"

    @extend_schema_field(TargetSerializer(many=True))
    def get_content(self, evidence: Evidence) -> list[dict[str, Any]]:
        return self._targets(evidence, evidence.content_pieces)

    @extend_schema_field(TargetSerializer(many=True))
    def get_source(self, evidence: Evidence) -> list[dict[str, Any]]:
        return self._targets(evidence, evidence.source_pieces)

    @extend_schema_field(TargetSerializer(many=True))
    def get_cue(self, evidence: Evidence) -> list[dict[str, Any]]:
        return self._targets(evidence, evidence.cue_pieces)

    @extend_schema_field(TargetSerializer(many=True))
    def get_hedges(self, evidence: Evidence) -> list[dict[str, Any]]:
        return self._targets(evidence, evidence.hedge_pieces)

    def _targets(self, evidence: Evidence, pieces: tuple[Selector, ...]) -> list[dict[str, Any]]:
        article = self._article_address(evidence)
        return [
            {
                "source": article,
                "selector": [
                    {"type": "TextPositionSelector", "start": piece.start, "end": piece.end},
                    {
                        "type": "TextQuoteSelector",
                        "exact": piece.exact,
                        "prefix": piece.prefix,
                        "suffix": piece.suffix,
                    },
                ],
            }
            for piece in pieces
        ]

    def _article_address(self, evidence: Evidence) -> str:
        address: str = self.context["request"].build_absolute_uri(
            reverse("article", args=[evidence.article_id])
        )
        return address


class ReasonedSerializer(serializers.Serializer[Any]):
    """What links, conflicts and drift have in common: why, in words."""

    reason = serializers.CharField(help_text="a sentence in English, or an editor's own words")
    reason_key = serializers.CharField(help_text="names the sentence; empty for an editor's own words")
    reason_words = serializers.DictField(child=serializers.CharField(), help_text="fill the sentence")


class LinkSerializer(ReasonedSerializer):
    """Another claim, seen from this one."""

    how = serializers.ChoiceField(
        ["denies", "denied-by", "supports", "contradicts", "relies-on", "relied-on-by"],
        help_text="supports and contradicts are mutual",
    )
    claim = serializers.IntegerField(source="claim_id")
    speaker = serializers.CharField(help_text="empty when nobody is named")
    stance = serializers.ChoiceField(Stance.choices)
    headline = serializers.CharField()
    headline_language = serializers.CharField()
    origin = serializers.ChoiceField(Origin.choices)
    score = serializers.FloatField(min_value=0, max_value=1)


class SideWordingSerializer(serializers.Serializer[Any]):
    attribution = serializers.IntegerField(source="attribution_id")
    article = serializers.IntegerField(source="article_id")
    outlet = serializers.CharField()
    language = serializers.CharField()
    text = serializers.CharField(source="content")


class ConflictSideSerializer(serializers.Serializer[Any]):
    value = serializers.CharField(help_text="a speaker's slug, a day in ISO 8601, or words")
    label = serializers.CharField()  # type: ignore[assignment]  # what to show for the value
    reports = serializers.IntegerField()
    wordings = SideWordingSerializer(many=True)


class ConflictSerializer(ReasonedSerializer):
    """Reports disagree; no side is chosen."""

    id = serializers.IntegerField()
    kind = serializers.ChoiceField(Conflict.Kind.choices)
    sides = ConflictSideSerializer(many=True)
    other_claim = serializers.IntegerField(
        source="other_claim_id", allow_null=True, help_text="when the second side is a claim of its own"
    )
    origin = serializers.ChoiceField(Origin.choices)
    score = serializers.FloatField(min_value=0, max_value=1)
    settled_at = serializers.DateTimeField(allow_null=True, help_text="null while it is open")
    settlement = serializers.CharField(help_text="what settled it, in an editor's words")


class DriftSerializer(ReasonedSerializer):
    """What one wording adds to, omits from or changes in the claim's reference wording."""

    attribution = serializers.IntegerField(source="attribution_id")
    reference = serializers.IntegerField(
        source="reference_id", help_text="the attribution that it is measured by"
    )
    kind = serializers.ChoiceField(Drift.Kind.choices)
    pieces = serializers.ListField(child=serializers.CharField(), help_text="the exact words that depart")
    reference_pieces = serializers.ListField(
        child=serializers.CharField(), help_text="the exact words that they depart from"
    )


class ClaimSerializer(serializers.Serializer[Any]):
    """What a speaker said, once a story, whatever the report and the language."""

    id = serializers.IntegerField()
    address = serializers.SerializerMethodField(help_text="the claim's own page, which stays there")
    story = serializers.SerializerMethodField(help_text="the slug of its story")
    speaker = SpeakerSerializer(allow_null=True, help_text="null when no report names one")
    stance = serializers.ChoiceField(Stance.choices)
    headline = serializers.CharField(
        help_text="a wording in the reader's language when a report has one, never a translation"
    )
    headline_language = serializers.CharField()
    said_on = serializers.DateField(
        allow_null=True,
        help_text="null when unknown; the first day of the week, month or year when no more is known",
    )
    said_on_precision = serializers.ChoiceField(
        Precision.choices, allow_null=True, help_text="how precisely said_on is known; null when it is not"
    )
    first_published = serializers.DateField(allow_null=True)
    reports = serializers.IntegerField()
    languages = LanguageCountSerializer(many=True)
    verdicts = VerdictsSerializer(source="*")
    history = VerdictSerializer(many=True, help_text="every verdict, newest first, those taken back, too")
    retired = serializers.BooleanField(
        help_text="no report carries it any more; kept because an editor judged it"
    )
    links = LinkSerializer(
        many=True, help_text="other claims that it denies, supports and so on, or that do so to it"
    )
    conflicts = ConflictSerializer(many=True, help_text="where its reports disagree")
    drifts = DriftSerializer(many=True, help_text="where one wording departs from the others")
    evidence = EvidenceSerializer(many=True)
    merged = serializers.SerializerMethodField(
        help_text="ids of claims that were merged into this one; their addresses lead here"
    )
    joined_into = serializers.SerializerMethodField(
        help_text="ids of the claims that have the words of a retired one now, where these are several"
    )

    def get_merged(self, claim: ClaimLine) -> list[int]:
        found: list[int] = self.context["merged"].get(claim.id, [])
        return found

    def get_joined_into(self, claim: ClaimLine) -> list[int]:
        found: list[int] = self.context["joined_into"].get(claim.id, [])
        return found

    def get_story(self, claim: ClaimLine) -> str:
        slug: str = self.context["stories"][claim.id]
        return slug

    def get_address(self, claim: ClaimLine) -> str:
        path = reverse("claim", args=[self.get_story(claim), claim.id, claim.name])
        address: str = self.context["request"].build_absolute_uri(path)
        return address


class StorySerializer(serializers.Serializer[Any]):
    slug = serializers.SlugField(source="story.slug")
    address = serializers.SerializerMethodField(help_text="the story's page")
    title = serializers.CharField(source="story.title")
    summary = serializers.CharField(source="story.summary")
    claims = serializers.IntegerField()
    denials = serializers.IntegerField()
    reports = serializers.IntegerField()
    languages = LanguageCountSerializer(many=True)
    first_said_on = serializers.DateField(allow_null=True)
    last_said_on = serializers.DateField(allow_null=True)

    def get_address(self, line: Any) -> str:
        address: str = self.context["request"].build_absolute_uri(reverse("story", args=[line.story.slug]))
        return address


class SuggestionSerializer(serializers.Serializer[Any]):
    """A story that an article may belong to."""

    story = serializers.SlugField(source="story.slug")
    address = serializers.SerializerMethodField(help_text="the story's page")
    title = serializers.CharField(source="story.title")
    score = serializers.FloatField(
        help_text="0 to 1: the share of what is particular about the article that the story's reports tell of, too"
    )
    reasons = serializers.SerializerMethodField(help_text="sentences in English")

    def get_address(self, suggestion: StorySuggestion) -> str:
        path = reverse("story", args=[suggestion.story.slug])
        address: str = self.context["request"].build_absolute_uri(path)
        return address

    def get_reasons(self, suggestion: StorySuggestion) -> list[str]:
        return [reason.in_english for reason in suggestion.reasons]
