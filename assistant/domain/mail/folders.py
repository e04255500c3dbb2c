"""What the name of a mail folder says of what lies in it."""

import re

_JUNK = re.compile(
    r"(?:^|[/.\\])(?:junk(?: e-?mail)?|spam|bulk mail|\[gmail\]/spam|sothach|courrier ind\S+"
    r"|spamverdacht)$",
    re.IGNORECASE,
)


def is_junk(name: str) -> bool:
    """Say whether a folder is one that servers put spam into: Junk, Spam and their kin."""
    return bool(_JUNK.search(name.strip()))
