"""What can be wrong with a report, said to the person who brought it."""

from __future__ import annotations


class ArticleError(Exception):
    """A report that cannot be read or stored. Its message is one sentence that says why and what to do."""
