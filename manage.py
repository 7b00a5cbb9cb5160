#!/usr/bin/env python
"""Django's command line; a command that needs the database finds it running."""

import os
import sys
from contextlib import nullcontext

NEED_NO_DATABASE = {
    "",
    "analyze",
    "check",
    "collectstatic",
    "compare",
    "compilemessages",
    "diffsettings",
    "findstatic",
    "help",
    "makemessages",
    "spectacular",
    "version",
}


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsclaims.settings")
    from django.core.management import execute_from_command_line

    from newsclaims.database import NoDatabase, available

    command = sys.argv[1] if len(sys.argv) > 1 else ""
    is_help = command.startswith("-") or {"-h", "--help"} & set(sys.argv)
    try:
        with nullcontext() if is_help or command in NEED_NO_DATABASE else available():
            execute_from_command_line(sys.argv)
    except NoDatabase as error:
        sys.exit(f"manage.py: {error}")


if __name__ == "__main__":
    main()
