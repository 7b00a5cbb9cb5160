from django.contrib.auth.views import LoginView, LogoutView
from django.urls import include, path
from django.views.generic import RedirectView
from drf_spectacular.views import SpectacularAPIView
from rest_framework.routers import SimpleRouter

from claims import exports, views
from claims.api.views import Claims, Docs, Stories
from claims.forms import SignInForm

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
    *router.urls,
]

urlpatterns = [
    path("", views.front, name="front"),
    path("s/<slug:slug>/", views.story, name="story"),
    path("s/<slug:slug>/claims.csv", exports.claims_csv, name="claims-csv"),
    path("s/<slug:slug>/claims.json", exports.claims_json, name="claims-json"),
    path("s/<slug:slug>/claimreview.json", exports.claim_reviews, name="claim-reviews"),
    path("embed/<slug:slug>/", views.embed, name="embed"),
    path("oembed", views.oembed, name="oembed"),
    path("about/", views.about, name="about"),
    path("speakers/", views.speakers, name="speakers"),
    path("speakers/<int:pk>/", views.speaker, name="speaker-by-number"),
    path("speakers/<int:pk>-<slug:slug>/", views.speaker, name="speaker"),
    path("s/<slug:slug>/compare/", views.compare, name="compare"),
    path("s/<slug:slug>/claims/<int:pk>/", views.claim, name="claim-by-number"),
    path("s/<slug:slug>/claims/<int:pk>-<slug:name>/", views.claim, name="claim"),
    path("s/<slug:slug>/claims/<int:pk>/wordings/", views.wordings, name="wordings"),
    path("s/<slug:slug>/claims/<int:pk>/verdict/", views.verdict, name="verdict"),
    path("articles/<int:pk>/", views.article, name="article"),
    path("sign-in/", sign_in, name="sign-in"),
    path("sign-out/", LogoutView.as_view(next_page="front"), name="sign-out"),
    path("api/v1/", include(api)),
]
