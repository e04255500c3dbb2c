"""Citations in letters that authorities really sent: what is found is what stands there."""

import json
import re
from collections.abc import Iterator

import pytest

from assistant.adapters.knowledge_folders import knowledge_folder
from assistant.adapters.register_files import load_register
from assistant.domain.law.citations import Act, find_citations, parse_citation
from tests.environment import SHARED

pytestmark = pytest.mark.shared

FOI = SHARED / "data" / "foi"
# A word of the law with a number that Part II or regulation 12 could have, and no other law named.
LOOKS_LIKE_ONE = re.compile(
    r"\b(?:section|sec\.?|s\.?|regulation|reg\.?|exemption|exception)\s?"
    r"(?:1[0246]|2[1-4]|3[0-9]|4[0-4])\s?\(\d[A-Z]?\)(?!\s*\d)",
    re.IGNORECASE,
)


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)


@pytest.fixture(scope="module")
def letters() -> list[str]:
    rows = [
        json.loads(line)
        for path in sorted(FOI.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").split("\n")
        if line
    ]
    police = [
        path.read_text(encoding="utf-8") for path in sorted((FOI / "police_letters").glob("*.txt"))
    ]
    texts = [text for text in dict.fromkeys([*strings(rows), *police]) if len(text) > 100]
    assert len(texts) > 300
    return texts


def test_whatever_looks_like_a_citation_of_a_limb_is_found(letters: list[str]) -> None:
    missed = []
    for text in letters:
        spans = [(start, end) for start, end, _ in find_citations(text)]
        for match in LOOKS_LIKE_ONE.finditer(text):
            after = text[match.end() : match.end() + 40]
            another = re.match(r"[^.,;]{0,12}\b(?:of|Act|Regulations)\b", after)
            if not another and not any(start <= match.start() < end for start, end in spans):
                missed.append(text[match.start() - 20 : match.end() + 40])
    assert missed == []


def test_no_postcode_and_no_section_of_another_act_is_taken_for_one(letters: list[str]) -> None:
    for text in letters:
        for start, end, citation in find_citations(text):
            after = text[end : end + 40]
            assert not re.match(r"\s\d[A-Z]{2}\b", after), text[start : end + 10]
            named = re.match(r"\s+of\s+(?:the\s+)?((?:[A-Z]\w+\s+){1,4})Act\b", after)
            assert not named or re.search(r"Information|Protection|FOI", named[1]), after
            assert citation.section


def test_what_is_found_is_a_provision_that_the_register_knows(letters: list[str]) -> None:
    register = load_register(knowledge_folder("law"))
    unknown = {
        str(citation)
        for text in letters
        for _, _, citation in find_citations(text)
        if citation.path
        and citation.act in {Act.FOIA, Act.EIR}
        and register.covering(citation) is None
        and not any(limb.citation.within(citation) for limb in register.limbs_of(citation))
    }
    # Letters err too: section 45 has no such subsection in the register, and a section 38(6) is
    # another Act's whose name stands nowhere near.
    assert unknown <= {"FOIA s45(1)", "FOIA s38(6)"}


def test_each_one_is_read_back_from_its_own_words(letters: list[str]) -> None:
    for text in letters:
        for start, end, citation in find_citations(text):
            alone = parse_citation(text[start:end])
            # An item of a list, such as "(b)", carries on from the one before and has no reading
            # of its own.
            if alone is not None:
                assert (alone.section, alone.path) == (citation.section, citation.path)
