"""Who asked, as what models are shown must not tell: found in a text, masked or blanked out."""

import re

from assistant.domain.library.masking import Known, mask
from assistant.store import models

# Stands for a character that a model is not shown; prompts/read.md says so.
BLANK = "▢"
NAMED = (
    "These words name who asked, and a model is not told that. Change them by hand, or take the "
    "name out first."
)
_SHORTEST_NAME = 3


def masked(question: str, case: models.Case) -> str:
    """Return a question without personal data: its own people's, and above all who asked."""
    requester = case.requester
    known = Known(
        people=(requester.name,) if requester.name.strip() else (),
        addresses=tuple(filter(str.strip, (requester.address, requester.postal_address))),
        authority=(case.authority.name,),
    )
    text = mask(question, known).text
    tells = telling(requester)
    return tells.sub("[name]", text) if tells else text


def telling(requester: models.Requester) -> re.Pattern[str] | None:
    """Return what finds the requester in a text: the address, the name, a capitalised part of it.

    A name of everyday words ("Will March") counts where it is written as a name.
    """
    name = requester.name.split()
    local, _, _ = requester.address.partition("@")
    whole = [re.escape(each) for each in (requester.address, local) if len(each) > _SHORTEST_NAME]
    whole += [r"\s+".join(map(re.escape, name))] if len(name) > 1 else []
    pieces = [each for each in name if len(each.strip(".,")) >= _SHORTEST_NAME]
    spelt = [re.escape(form) for each in pieces for form in {each.capitalize(), each.upper(), each}]
    patterns = [f"(?i:{'|'.join(whole)})"] if whole else []
    patterns += ["|".join(spelt)] if spelt else []
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)") if patterns else None


def blanked(text: str, requester: models.Requester) -> str:
    """Return a text in which who asked is blanked out, every other character in its place."""
    tells = telling(requester)
    return tells.sub(lambda found: BLANK * len(found[0]), text) if tells else text
