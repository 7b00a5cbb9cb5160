"""A web server's process loads the vocabulary before an editor waits for it; a command does not."""

from __future__ import annotations

import subprocess
import sys

from claims.matching import concepts
from claims.matching.linking import link
from claims.warming import _saying, warm_up_in_background
from newsclaims.places import ROOT


def test_what_linking_needs_is_loaded_in_the_background() -> None:
    thread = warm_up_in_background(after=0)
    assert thread.daemon  # so that no process waits for it to end
    thread.join(60)
    loaded = concepts.lexicon.cache_info()
    assert loaded.currsize >= 3
    link([_saying("fr", "le port a fermé"), _saying("de", "der Hafen sei zu")])
    assert concepts.lexicon.cache_info().misses == loaded.misses


def test_a_command_loads_nothing_of_it() -> None:
    setup = "import django; django.setup(); import claims.urls, sys; print('claims.warming' in sys.modules)"
    environment = {"DJANGO_SETTINGS_MODULE": "newsclaims.settings", "PATH": "", "SECRET_KEY": "of a test"}
    said = subprocess.run(
        [sys.executable, "-c", setup], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == "False"
