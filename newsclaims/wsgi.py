"""The entry for a web server."""

import os

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

from claims.warming import warm_up_in_background
from newsclaims.places import VAR

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsclaims.settings")

application = get_wsgi_application()

if not os.environ.get("SECRET_KEY") and not (VAR / "secret_key").exists():
    # Each process would have its own key, and nobody would stay signed in.
    raise ImproperlyConfigured(
        f"Set SECRET_KEY, or make {VAR} writable: {settings.SETTINGS_MODULE} found no key to keep."
    )

# An editor under deadline does not wait for the vocabulary; pages are served meanwhile.
warm_up_in_background()
