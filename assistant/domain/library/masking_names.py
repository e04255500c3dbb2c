"""Finds where a letter names people: a table of finders, each of which knows one way of naming.

What they find is looked for again by masking_people.
"""

from collections.abc import Callable, Iterator

from assistant.domain.library.masking_beside import called, reached
from assistant.domain.library.masking_blocks import Blocks
from assistant.domain.library.masking_finding import NameFinders
from assistant.domain.library.masking_headings import closings, headers, labels, salutations
from assistant.domain.library.masking_lists import columns, copies, spelt_alone
from assistant.domain.library.masking_person import Name, NameReader
from assistant.domain.library.masking_placed import (
    alone_by_context,
    blackened,
    by_place,
    cells,
    macs,
    with_another,
)
from assistant.domain.library.masking_sentences import (
    alone,
    for_somebody,
    in_a_sentence,
    likely,
    posts,
    said,
    spelt_in_addresses,
)
from assistant.domain.library.masking_signatures import by_themselves
from assistant.domain.library.masking_small import in_small_letters
from assistant.domain.library.masking_titles import initials, nicknamed, surname_first, titles

FINDERS: tuple[Callable[[NameFinders], Iterator[Name]], ...] = (
    titles,
    salutations,
    closings,
    headers,
    labels,
    said,
    likely,
    alone,
    initials,
    nicknamed,
    surname_first,
    by_themselves,
    in_a_sentence,
    posts,
    spelt_in_addresses,
    by_place,
    cells,
    blackened,
    with_another,
    macs,
    alone_by_context,
    in_small_letters,
    copies,
    columns,
    spelt_alone,
    reached,
    called,
    for_somebody,
)


def find_names(reader: NameReader, blocks: Blocks) -> Iterator[Name]:
    """Yield all names found, in no order; some more than once."""
    finders = NameFinders(reader, blocks)
    for finder in FINDERS:
        yield from finder(finders)
