"""Names things for a reader: the parts of a request and the provisions a letter relies on."""

import re
from collections.abc import Iterable, Mapping, Sequence

from assistant.domain.case import CasePart
from assistant.domain.law.citations import DIVISIONS, Act, Citation

_UNLABELLED = re.compile(r"p\d+")
_OF = {Act.FOIA: "FOIA", Act.EIR: "the EIR"}


def part_names(parts: Sequence[CasePart]) -> dict[str, str]:
    """Return what each part is called in a letter, by its key.

    A label is the requester's own ("part 3(a)"). Where the requester gave none at all, parts are
    counted; where some have one, the others are named by the part they follow.
    """
    if not any(_label(part) for part in parts):
        return {part.key: f"part {number}" for number, part in enumerate(parts, start=1)}
    names: dict[str, str] = {}
    taken: dict[str, int] = {}
    after = "the opening question"
    for part in parts:
        if label := _label(part):
            names[part.key] = f"part {label}"
            after = f"the question that follows part {label}"
            continue
        taken[after] = taken.get(after, 0) + 1
        names[part.key] = after if taken[after] == 1 else f"{after} ({taken[after]})"
    return names


def parts_in_words(keys: Sequence[str], names: Mapping[str, str]) -> str:
    """Name several parts: "parts 1, 2 and 3(a)", or "your request" where it has only one part."""
    if len(names) == 1:
        return "your request"
    if len(keys) == len(names):
        return "every part of your request"
    numbered = [names[key].removeprefix("part ") for key in keys if names[key].startswith("part ")]
    others = [names[key] for key in keys if not names[key].startswith("part ")]
    word = "part" if len(numbered) == 1 else "parts"
    return and_list(([f"{word} {and_list(numbered)}"] if numbered else []) + others)


def provision_in_words(citation: Citation) -> str:
    """Name a provision without its enactment: "section 31(1)(a)", "regulation 12(4)(e)"."""
    return f"{DIVISIONS[citation.act].word} {citation.number}"


def numbers_in_words(citations: Sequence[Citation]) -> str:
    """Name several of one enactment without it: "sections 40(2) and 40(3B)"."""
    word = DIVISIONS[citations[0].act].word + ("" if len(citations) == 1 else "s")
    return f"{word} {and_list([citation.number for citation in citations])}"


def provisions_in_words(citations: Sequence[Citation]) -> str:
    """Name several with their enactment: "sections 24(1) and 31(1)(a) of FOIA"."""
    return and_list([_of_one_act(act, citations) for act in _acts(citations)])


def and_list(items: Sequence[str]) -> str:
    """Join with commas and a last "and"."""
    return " and ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))


def capital(text: str) -> str:
    """Return a text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def _label(part: CasePart) -> str:
    """Return the label path that the requester gave, or nothing.

    A rider has none of its own, though its key is made from the part that it stands under.
    """
    return part.key if part.label and not _UNLABELLED.fullmatch(part.key) else ""


def _acts(citations: Iterable[Citation]) -> list[Act]:
    """Return the enactments cited, in the order of their first citation."""
    return list(dict.fromkeys(citation.act for citation in citations))


def _of_one_act(act: Act, citations: Iterable[Citation]) -> str:
    """Name the provisions of one enactment."""
    named = numbers_in_words([citation for citation in citations if citation.act is act])
    return f"{named} of {_OF.get(act, DIVISIONS[act].title)}"
