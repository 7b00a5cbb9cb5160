from django.apps import AppConfig
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from claims.matching import embedding


class ClaimsConfig(AppConfig):
    name = "claims"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        try:
            embedding.use_named(settings.EMBEDDINGS_MODEL)
        except embedding.MissingExtra as error:
            raise ImproperlyConfigured(str(error)) from error
