"""make bench: how fast reports are read and linked, how time grows, and what the pages cost."""

from __future__ import annotations

import os

import django
from django.db import connection

from newsclaims import postgres
from newsclaims.places import VAR


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsclaims.settings")
    django.setup()
    from benchmarks import archives, growth, linking, pages, reading_speed, relating

    for measured in (reading_speed, growth, linking, relating):
        for line in measured.lines():
            print(line, flush=True)
        print()
    with postgres.in_use(postgres.Cluster(VAR / "test", is_durable=False)) as cluster:
        connection.settings_dict["HOST"] = str(cluster.sockets)
        connection.settings_dict["TEST"]["NAME"] = f"test_newsclaims_{os.getpid()}"
        for measured_in_it in (pages, archives):
            for line in measured_in_it.lines():
                print(line, flush=True)
            print()


if __name__ == "__main__":
    main()
