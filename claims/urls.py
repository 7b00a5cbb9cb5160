from django.contrib.auth.views import LoginView, LogoutView
from django.urls import include, path
from django.views.generic import RedirectView
from drf_spectacular.views import SpectacularAPIView
from rest_framework.routers import SimpleRouter

from claims import exports
from claims.api.views import Claims, Docs, Stories, Suggestions
from claims.forms import SignInForm
from claims.views import browsing, claims, inbox, sharing, stories

sign_in = LoginView.as_view(
    template_name="claims/sign_in.html", authentication_form=SignInForm, extra_context={"at_sign_in": True}
)

router = SimpleRouter()
router.register("stories", Stories, basename="api-story")
router.register("claims", Claims, basename="api-claim")

api = [
    path("", RedirectView.as_view(pattern_name="api-docs"), name="api"),
    path("schema/", SpectacularAPIView.as_view(), name="api-schema"),
    path("docs/", Docs.as_view(url_name="api-schema"), name="api-docs"),
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
    path("oembed", sharing.oembed, name="oembed"),
    path("about/", browsing.about, name="about"),
    path("speakers/", browsing.speakers, name="speakers"),
    path("speakers/<int:pk>/", browsing.speaker, name="speaker-by-number"),
    path("speakers/<int:pk>-<slug:slug>/", browsing.speaker, name="speaker"),
    path("s/<slug:slug>/compare/", stories.compare, name="compare"),
    path("s/<slug:slug>/claims/<int:pk>/", claims.claim, name="claim-by-number"),
    path("s/<slug:slug>/claims/<int:pk>-<slug:name>/", claims.claim, name="claim"),
    path("s/<slug:slug>/claims/<int:pk>/wordings/", claims.wordings, name="wordings"),
    path("s/<slug:slug>/claims/<int:pk>/verdict/", claims.verdict, name="verdict"),
    path("articles/<int:pk>/", browsing.article, name="article"),
    path("articles/<int:pk>/place/", inbox.place, name="place-article"),
    path("articles/<int:pk>/begin-story/", inbox.begin, name="begin-story"),
    path("inbox/", inbox.inbox, name="inbox"),
    path("sign-in/", sign_in, name="sign-in"),
    path("sign-out/", LogoutView.as_view(next_page="front"), name="sign-out"),
    path("api/v1/", include(api)),
]
