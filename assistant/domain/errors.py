"""The three ways in which work can fail, named by what to do about them.

NotAllowed     the caller may not do this, or not like this: show the officer the message
TryAgainLater  it surely did not happen: the same work may be tried again by machine
NeedsAPerson   it may have happened, or nobody but a person can tell: never tried again by machine

Messages are shown to people. They say what happened and what to do now, and never carry the text
of a requester's mail.
"""


class NotAllowed(Exception):
    """The rules forbid it; the message says which and what would be allowed."""


class TryAgainLater(Exception):
    """It surely did not happen, and may well succeed later."""


class NeedsAPerson(Exception):
    """It may have happened, or cannot be decided by machine; a person has to look."""
