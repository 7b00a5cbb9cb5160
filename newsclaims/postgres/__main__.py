"""python -m newsclaims.postgres start|stop|status|url: the embedded server by hand."""

from __future__ import annotations

import argparse
import sys

from newsclaims import postgres
from newsclaims.places import VAR


def main() -> int:
    """The exit status: 0, 1 for an error, 3 for `status` of a server that does not run."""
    parser = argparse.ArgumentParser(prog="python -m newsclaims.postgres", description=__doc__)
    parser.add_argument("action", choices=["start", "stop", "status", "url"])
    action = parser.parse_args().action
    cluster = postgres.Cluster(VAR)
    try:
        if action == "start":
            postgres.start(cluster)
        elif action == "stop":
            postgres.stop(cluster)
        elif action == "status":
            running = postgres.is_running(cluster)
            print("running" if running else "stopped")
            return 0 if running else 3
    except postgres.PostgresFailed as error:
        print(error, file=sys.stderr)
        return 1
    if action in ("start", "url"):
        print(cluster.url())
    return 0


if __name__ == "__main__":
    sys.exit(main())
