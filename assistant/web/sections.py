"""A draft in the sections in which it is read, and what of it somebody has not read, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain.letters.provenance import Section, sections_of
from assistant.services.read_draft import Unread
from assistant.store.blocks import from_json
from assistant.store.models import Draft
from assistant.web.shown import ShownBlock, ShownDraft


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A section with its blocks, and the numbers of those that this person has not read."""

    section: Section
    blocks: tuple[ShownBlock, ...]
    unread: tuple[int, ...]


def shown_sections(draft: Draft, shown: ShownDraft, left: Unread) -> tuple[ShownSection, ...]:
    """Return the sections of a draft as its page shows them."""
    return tuple(
        ShownSection(
            section,
            shown.blocks[section.first - 1 : section.last],
            _within(section, left.unread),
        )
        for section in sections_of(from_json(draft.blocks))
    )


def unread_sections(draft: Draft, left: Unread) -> list[tuple[Section, tuple[int, ...]]]:
    """Return the sections of which somebody has not read all, with the numbers of those blocks."""
    found = [
        (section, _within(section, left.unread)) for section in sections_of(from_json(draft.blocks))
    ]
    return [(section, numbers) for section, numbers in found if numbers]


def _within(section: Section, numbers: Sequence[int]) -> tuple[int, ...]:
    return tuple(number for number in numbers if number in section.numbers)
