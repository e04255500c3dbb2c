"""What a subject is about, without what programs put before and behind it."""

import re

from assistant.domain.mail.quotemarks import FORWARD_SUBJECT, REPLY_SUBJECT

# "[FOI-2026-00001]", "[EXTERNAL]", "[Ticket#123]": put there by programs on the way.
_TAG = re.compile(r"\[[^\[\]]{1,60}\]|^\s*(?:external|caution external|ext)\s?:", re.IGNORECASE)
_LONGEST = 250
_MOST_PREFIXES = 10


def base_subject(subject: str) -> str:
    """Return a subject in lower case without "Re:", "Fwd:" and tags in brackets; "" for none."""
    text = _TAG.sub(" ", subject[:1000]).strip()
    for _ in range(_MOST_PREFIXES):
        prefix = REPLY_SUBJECT.match(text) or FORWARD_SUBJECT.match(text)
        if not prefix:
            break
        text = text[prefix.end() :]
    return " ".join(text.split()).casefold()[:_LONGEST].strip()
