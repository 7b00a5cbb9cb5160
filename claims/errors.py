"""What can go wrong in this app, in words that tell the reader what to do."""


class ClaimsError(Exception):
    """The base of this app's errors; the message is fit to be shown."""


class NotAnEditor(ClaimsError):
    """Somebody outside the group Editors tried to decide something."""


class InvalidVerdict(ClaimsError):
    """A verdict that says nothing we know, or says it at too great a length."""


class ClaimGone(ClaimsError):
    """A claim was to be judged whose wordings have all gone to other claims since the page was opened."""


class InvalidDecision(ClaimsError):
    """An editor's decision that cannot be: on what is not there, or against what always holds."""


class NameTaken(InvalidDecision):
    """A speaker was to get a name that another one bears; whoever decides has to say that they are two."""


class ExtractionFailed(ClaimsError):
    """One article could not be read; its earlier attributions stay as they were, and other articles are unharmed."""


class BadExtraction(ClaimsError):
    """The extractor handed out spans that do not lie in the text: a bug, and nothing was recorded."""


class ArticleChanged(ClaimsError):
    """An article's text was changed while it was being read; nothing was recorded, and it has to be read again."""


class LinkingFailed(ClaimsError):
    """The claims of one story could not be joined; they stay as they were."""


class BadLinking(ClaimsError):
    """The linker did not hand back every saying exactly once: a bug, and nothing was changed."""
