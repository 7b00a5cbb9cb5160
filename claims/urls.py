from django.contrib.auth.views import LogoutView
from django.urls import include, path
from django.views.generic import RedirectView
from drf_spectacular.views import SpectacularAPIView
from rest_framework.routers import SimpleRouter

from claims import exports
from claims.api.docs import docs
from claims.api.views import Claims, Stories, Suggestions
from claims.desk import claims as desk_claims
from claims.desk import decisions
from claims.desk import speakers as desk_speakers
from claims.desk import stories as desk_stories
from claims.views import browsing, claims, inbox, sharing, signing_in, stories
from claims.views.oembed import oembed

router = SimpleRouter()
router.register("stories", Stories, basename="api-story")
router.register("claims", Claims, basename="api-claim")

api = [
    path("", RedirectView.as_view(pattern_name="api-docs"), name="api"),
    path("schema/", SpectacularAPIView.as_view(), name="api-schema"),
    path("docs/", docs, name="api-docs"),
    path("articles/<str:pk>/suggestions/", Suggestions.as_view({"get": "retrieve"}), name="api-suggestions"),
    *router.urls,
]

urlpatterns = [
    path("", browsing.front, name="front"),
    path("s/<slug:slug>/", stories.story, name="story"),
    path("s/<slug:slug>/claims.csv", exports.claims_csv, name="claims-csv"),
    path("s/<slug:slug>/claims.json", exports.claims_json, name="claims-json"),
    path("s/<slug:slug>/claimreview.json", exports.claim_reviews, name="claim-reviews"),
    path("embed/<slug:slug>/", sharing.embed, name="embed"),
    path("embed/<slug:slug>/claims/<int:pk>/", sharing.embed_claim, name="embed-claim"),
    path("oembed", oembed, name="oembed"),
    path("s/<slug:slug>/picture.png", sharing.story_picture, name="story-picture"),
    path("s/<slug:slug>/claims/<int:pk>/picture.png", sharing.claim_picture, name="claim-picture"),
    path("about/", browsing.about, name="about"),
    path("speakers/", browsing.speakers, name="speakers"),
    path("speakers/<int:pk>/", browsing.speaker, name="speaker-by-number"),
    path("speakers/<int:pk>-<slug:slug>/", browsing.speaker, name="speaker"),
    path("s/<slug:slug>/compare/", stories.compare, name="compare"),
    path("s/<slug:slug>/claims/<int:pk>/", claims.claim, name="claim-by-number"),
    path("s/<slug:slug>/claims/<int:pk>-<slug:name>/", claims.claim, name="claim"),
    path("s/<slug:slug>/claims/<int:pk>/wordings/", claims.wordings, name="wordings"),
    path("s/<slug:slug>/claims/<int:pk>/verdict/", claims.verdict, name="verdict"),
    path(
        "s/<slug:slug>/claims/<int:pk>/verdict/<int:verdict_pk>/take-back/",
        claims.take_back,
        name="take-back",
    ),
    path("s/<slug:slug>/claims/<int:pk>/edit/", desk_claims.edit, name="claim-edit"),
    path("s/<slug:slug>/claims/<int:pk>/edit/wordings/", desk_claims.wordings, name="claim-wordings"),
    path("s/<slug:slug>/claims/<int:pk>/edit/links/<int:link_pk>/", desk_claims.link, name="claim-link"),
    path(
        "s/<slug:slug>/claims/<int:pk>/edit/conflicts/<int:conflict_pk>/",
        desk_claims.conflict,
        name="claim-conflict",
    ),
    path("s/<slug:slug>/claims/<int:pk>/edit/<slug:purpose>/", desk_claims.other, name="claim-other"),
    path("s/<slug:slug>/edit/", desk_stories.edit, name="story-edit"),
    path("s/<slug:slug>/decisions/", decisions.decisions, name="decisions"),
    path("decisions/<int:pk>/undo/", decisions.undo, name="undo"),
    path("speakers/<int:pk>/edit/", desk_speakers.edit, name="speaker-edit"),
    path(
        "speakers/<int:pk>/edit/stands-for/<int:affiliation_pk>/",
        desk_speakers.disaffiliate,
        name="speaker-disaffiliate",
    ),
    path("speakers/<int:pk>/edit/<slug:purpose>/", desk_speakers.other, name="speaker-other"),
    path("articles/<int:pk>/", browsing.article, name="article"),
    path("articles/<int:pk>/place/", inbox.place, name="place-article"),
    path("articles/<int:pk>/begin-story/", inbox.begin, name="begin-story"),
    path("inbox/", inbox.inbox, name="inbox"),
    path("sign-in/", signing_in.sign_in, name="sign-in"),
    path("sign-out/", LogoutView.as_view(next_page="front"), name="sign-out"),
    path("api/v1/", include(api)),
]
