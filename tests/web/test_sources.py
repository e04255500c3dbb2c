"""The draft beside its sources, from either end; what who approves has opened and read."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from assistant.domain.letters.provenance import sources_used
from assistant.services.edit_draft import edit_block
from assistant.services.import_knowledge import import_knowledge
from assistant.services.prepare import add_user
from assistant.services.read_draft import unread_by
from assistant.services.record_estimate import EstimateRow, record_estimate
from assistant.services.record_part import record_part
from assistant.services.record_search import record_search
from assistant.store.blocks import from_json
from assistant.store.models import (
    Case,
    Draft,
    DraftReading,
    Letter,
    LibraryDocument,
    Passage,
    ReasoningRecord,
    Wording,
)
from assistant.web.beside import Beside, beside, excerpt
from assistant.web.words import number_runs
from tests.web.scene import PRECEDENT
from tests.web.test_approval import shown
from tests.world import PASSWORD, World


def draft_of(case: Case, kind: str = "response") -> Draft:
    return Draft.objects.select_related("case__authority").get(case=case, kind=kind)


def address(case: Case, then: str = "", kind: str = "response") -> str:
    return f"/cases/{case.reference}/{kind}/{then}"


def number_of(draft: Draft, source: str) -> int:
    """Return the first block that rests on a source."""
    return next(
        number
        for number, block in enumerate(draft.blocks, start=1)
        if any(each["id"] == source for each in block["sources"])
    )


def name_of(draft: Draft, source: str) -> str:
    return next(
        each.name for each in sources_used(from_json(draft.blocks)) if each.source.id == source
    )


def side(page: str, number: int) -> str:
    """Return what the page has beside a block."""
    _, _, rest = page.partition(f'id="block-{number}-side"')
    return rest.partition("</section>")[0]


def marked(page: str) -> list[str]:
    return [
        re.sub(r"<span[^>]*>.*?</span>", "", each).strip()
        for each in re.findall(r'<mark class="foi-mark">(.*?)</mark>', page, re.DOTALL)
    ]


def add_block(draft: Draft, **block: Any) -> None:
    """Put a block at the head of a draft."""
    plain = {"part": "", "author": "", "at": None, "accepted": False, "sources": []}
    draft.blocks = [{**plain, **block}, *draft.blocks]
    draft.save()


def resting_on(draft: Draft, ident: str, words: str = "") -> Beside:
    """Return what stands beside a draft whose first block rests on a source, and is selected."""
    source = {"id": ident, "version": "", "title": ident, "start": None, "end": None}
    add_block(draft, kind="case_fact", text=f"{words}\n", sources=[source])
    return beside(
        draft, unread_by(draft, draft.case.authority.people.first()), block="1", source=""
    )


def test_a_block_is_shown_beside_the_requesters_message_with_its_part_marked(
    signed_in: Client, world: World
) -> None:
    case = world.case()
    number = number_of(draft_of(case), "case:part:1")
    closed = signed_in.get(address(case)).content.decode()
    assert f'href="?block={number}#block-{number}"' in closed
    assert marked(closed) == []

    page = side(signed_in.get(address(case, f"?block={number}")).content.decode(), number)

    part = case.parts.get(key="1")
    assert marked(page) == [part.text.replace("'", "&#x27;")]
    assert "What they asked in their message" in page
    assert "The requester’s own words, part 1" in page
    assert f'href="/cases/{case.reference}/parts/{part.position}/"' in page


def test_approved_wording_is_shown_with_its_version_and_the_sentence_marked(
    signed_in: Client, world: World
) -> None:
    case = world.case()
    draft = draft_of(case, "acknowledgement")
    number = number_of(draft, "acknowledgement-foi")
    there = address(case, f"?block={number}", "acknowledgement")
    page = side(signed_in.get(there).content.decode(), number)
    assert "Approved wording:" in page
    assert "version 1" in page
    assert len(marked(page)) == 1
    assert "{due_on}" in page
    assert marked(page)[0].split()[:3] == draft.blocks[number - 1]["text"].split()[:3]


def test_a_source_leads_to_every_place_where_it_is_used(signed_in: Client, world: World) -> None:
    case = world.case()
    draft = draft_of(case, "acknowledgement")
    name = name_of(draft, "acknowledgement-foi")
    there = address(case, f"?source={name}", "acknowledgement")
    page = signed_in.get(there).content.decode()
    used = next(e for e in sources_used(from_json(draft.blocks)) if e.name == name).numbers
    assert len(used) > 1
    for number in used:
        assert "Rests on the selected source" in side(page, number)
        assert f'<a class="govuk-link" href="#block-{number}">{number}</a>' in page
    assert page.count("Rests on the selected source") == len(used)
    assert len(marked(page)) == len(used)


def test_what_the_draft_has_not_selects_nothing(signed_in: Client, world: World) -> None:
    case = world.case()
    for then in ("?block=0", "?block=9999", "?block=x", "?source=nothing", "?block=%C2%B2"):
        assert marked(signed_in.get(address(case, then)).content.decode()) == []
    assert not DraftReading.objects.exists()


def test_a_quotation_is_marked_in_its_earlier_response(signed_in: Client, world: World) -> None:
    import_knowledge(world.authority.pk, [PRECEDENT], library=world.library, clock=world.clock)
    case = world.case()
    document = LibraryDocument.objects.get(ident=PRECEDENT.ident)
    passage = Passage.objects.filter(document=document).last()
    assert passage is not None
    start = document.text.index("The figures")
    source = {
        "id": passage.ident, "version": document.version, "title": document.title,
        "start": start, "end": start + 40,
    }  # fmt: skip
    draft = draft_of(case)
    add_block(draft, kind="quote", text="The figures\n", sources=[source])
    page = side(signed_in.get(address(case, "?block=1")).content.decode(), 1)
    assert marked(page) == [document.text[start : start + 40]]
    assert "Earlier response:" in page
    assert "Example, 14 May 2024." in page
    assert f"/library/{document.ident}/#" in page

    LibraryDocument.objects.update(version="another")
    page = side(signed_in.get(address(case, "?block=1")).content.decode(), 1)
    assert "has been changed since" in page
    assert marked(page) == ["The figures"]

    add_block(draft, kind="quote", text="x\n", sources=[{**source, "id": "gone"}])
    assert "not stored here any more" in signed_in.get(address(case, "?block=1")).content.decode()
    whole = {**source, "id": document.ident, "version": "another", "start": None, "end": None}
    add_block(draft, kind="generated", text="x\n", sources=[whole])
    page = signed_in.get(address(case, "?block=1")).content.decode()
    assert "Read the whole response" in page


def test_what_officers_recorded_is_shown_from_where_they_recorded_it(world: World) -> None:
    case = world.case()
    part = case.parts.get(key="1")
    record_search(
        part.pk, where="The register", who="Olwen Price", terms="prevent",
        made_on=date(2026, 3, 2), result="Nothing", by=world.officer, clock=world.clock,
    )  # fmt: skip
    record_part(
        part.pk, version=part.version, held="held", outcome="disclosed_full",
        sections=["FOIA s24(1)"], facts="There were 31.", by=world.officer,
        register=world.register, clock=world.clock,
    )  # fmt: skip
    record_estimate(
        case.pk, part_id=None, version=0, by=world.officer, clock=world.clock,
        rows=[EstimateRow("locating", "Read every file", Decimal(20))],
    )  # fmt: skip
    ReasoningRecord.objects.create(
        case=case, citation="FOIA s24(1)", harm="Groups would adapt.", updated_at=world.clock.now()
    )
    draft = draft_of(case)
    draft.supplied = {"values": {"unclear": "Which vans?"}, "author": "Olwen Price", "at": ""}
    for ident, words, says in (
        ("case:facts:1", "There were 31.", "There were 31."),
        ("case:searches:1", "The register", "2 March 2026: The register, for prevent."),
        ("case:sections", "FOIA s24(1)", "Part 1: FOIA s24(1)"),
        ("case:estimate:request", "Read every file", "Read every file: 20 hours"),
        ("case:estimate:total", "20 hours", "Read every file: 20 hours"),
        ("case:reasoning:FOIA s24(1)", "Groups would adapt.", "Harm: Groups would adapt."),
        ("case:letter:unclear", "Which vans?", "Which vans?"),
        ("case:due_on", "31 March 2026", "31 March 2026"),
    ):
        found = resting_on(draft, ident, words).opened[0]
        assert says in found.recorded.text, ident
        assert marked(found.text) == [words], ident
    for ident in ("case:part:9", "case:facts:2", "case:searches:2", "case:reasoning:FOIA s31(1)(a)",
                  "case:estimate:2", "case:letter:fee"):  # fmt: skip
        assert "not recorded any more" in resting_on(draft, ident).opened[0].recorded.note, ident


def test_a_part_that_somebody_typed_is_shown_as_typed(world: World) -> None:
    case = world.case()
    part = case.parts.get(key="1")
    part.message, part.text = None, "How many vans?"
    part.save()
    found = resting_on(draft_of(case), "case:part:1").opened[0]
    assert marked(found.text) == ["How many vans?"]
    assert found.recorded.note == "Added by an officer."


def test_a_long_text_is_cut_to_what_stands_around_the_place() -> None:
    text = f"{'before ' * 500}<b>here</b>{' after' * 500}"
    at = text.index("<b>")
    shown_text = excerpt(text, [(at, at + 11)])
    assert marked(shown_text) == ["&lt;b&gt;here&lt;/b&gt;"]
    assert shown_text.startswith("… before")
    assert shown_text.endswith("after …")
    assert len(shown_text) < 1500
    assert excerpt("short", []) == "short"
    assert excerpt("x" * 2000, []) == f"{'x' * 2000}"


def test_a_long_wording_is_there_whole_as_well(signed_in: Client, world: World) -> None:
    case = world.case()
    draft = draft_of(case, "acknowledgement")
    Wording.objects.filter(ident="acknowledgement-foi").update(text=f"{'Words. ' * 400}The end.")
    number = number_of(draft, "acknowledgement-foi")
    there = address(case, f"?block={number}", "acknowledgement")
    page = side(signed_in.get(there).content.decode(), number)
    assert "cannot be told: they were edited" in page
    whole = page.partition("All of it")[2].partition("</details>")[0]
    assert "The end." in whole
    assert page.count("The end.") == 1


def test_numbers_that_follow_one_another_are_written_as_a_run() -> None:
    assert number_runs([9, 1, 2, 3]) == "1 to 3, 9"
    assert number_runs([]) == ""


def test_gaps_lead_to_the_one_before_and_the_next(signed_in: Client, world: World) -> None:
    case = world.case()
    draft = draft_of(case)
    gaps = [n for n, block in enumerate(draft.blocks, start=1) if block["kind"] == "gap"]
    page = signed_in.get(address(case)).content.decode()
    first, second, last = gaps[0], gaps[1], gaps[-1]
    head = page.partition(f'id="block-{second}"')[2].partition("</section>")[0]
    assert f"(2 of {len(gaps)})" in head
    assert f'href="#block-{first}">Previous gap' in head
    assert f'href="#block-{gaps[2]}">Next gap' in head
    end = page.partition(f'id="block-{last}"')[2].partition("</section>")[0]
    assert "Next gap" not in end


def test_every_finding_leads_to_its_place(signed_in: Client, world: World) -> None:
    case = world.case()
    draft = draft_of(case)
    start = len(draft.blocks[0]["text"])
    draft.findings = [
        {"rule": "a", "severity": "error", "message": "Here.", "start": start, "end": start + 4},
        {"rule": "b", "severity": "warning", "message": "Missing.", "start": 0, "end": 0},
        {"rule": "search-recorded", "severity": "error", "message": "None.", "start": 0, "end": 0},
    ]
    draft.save()
    page = signed_in.get(address(case)).content.decode()
    found = page.partition('id="findings"')[2].partition("</ul>")[0]
    assert 'href="#block-2"' in found
    assert 'href="#letter-heading"' in found
    assert f'href="/cases/{case.reference}/#parts"' in found
    assert 'href="#findings"' in side(page, 2)
    assert 'href="#findings"' not in side(page, 1)


def test_the_approval_names_what_was_not_opened_and_not_read(
    signed_in: Client, world: World
) -> None:
    case = world.case()
    draft = draft_of(case, "acknowledgement")
    there = address(case, "", "acknowledgement")
    approving = f"{there}approve/"
    page = signed_in.get(approving).content.decode()
    count = len(draft.blocks)
    assert "You have not opened the one source of this letter:" in page
    assert f"?source={name_of(draft, 'acknowledgement-foi')}#source-" in page
    assert f"The whole letter</a> (blocks 1 to {count})" in page
    assert f"You have not marked any of the {count} blocks as read:" in page

    signed_in.get(f"{there}?source={name_of(draft, 'acknowledgement-foi')}")
    posted = {"version": draft.version, "first": 1, "last": 3}
    answer = signed_in.post(f"{there}read/", posted)
    assert answer["Location"] == f"{there}?read=1#read-1"
    page = signed_in.get(approving).content.decode()
    assert "You have opened every source of this letter." in page
    assert f"You have not marked {count - 3} of the {count} blocks as read:" in page
    assert "You can approve all the same." in page

    signed_in.post(approving, shown(signed_in, approving))
    letter = Letter.objects.get()
    assert letter.unread == {
        "sources": [], "of_sources": 1, "blocks": [*range(4, count + 1)], "of_blocks": count,
    }  # fmt: skip
    said = f"Blocks marked as read: 3 of {count}."
    history = signed_in.get(f"/cases/{case.reference}/history/").content.decode()
    assert f"Sources opened by who approved it: 1 of 1. {said}" in history
    assert said in signed_in.get(f"/letters/{letter.pk}/").content.decode()


def test_the_approval_of_a_letter_names_some_of_its_sources(
    signed_in: Client, world: World
) -> None:
    case = world.case()
    draft = draft_of(case)
    many = len(unread_by(draft, world.officer).sources)
    page = signed_in.get(address(case, "approve/")).content.decode()
    assert f"You have not opened any of the {many} sources of this letter:" in page
    signed_in.get(address(case, f"?block={number_of(draft, 'case:part:1')}"))
    page = signed_in.get(address(case, "approve/")).content.decode()
    assert f"You have not opened {many - 1} of the {many} sources of this letter:" in page
    assert "The requester’s own words, part 1" not in page
    assert "The requester’s own words, part 2" in page
    assert "You can approve all the same." not in page


def test_what_one_person_opened_and_read_is_not_read_for_another(
    signed_in: Client, world: World
) -> None:
    case = world.case()
    draft = draft_of(case)
    number = number_of(draft, "case:part:1")
    signed_in.get(address(case, f"?block={number}"))
    posted = {"version": draft.version, "first": 1, "last": len(draft.blocks)}
    signed_in.post(address(case, "read/"), posted)
    mine, theirs = unread_by(draft, world.officer), unread_by(draft, world.supervisor)
    assert mine.unread == ()
    assert len(mine.unopened) == len(mine.sources) - 1
    assert len(theirs.unread) == theirs.blocks
    assert theirs.unopened == theirs.sources
    assert DraftReading.objects.filter(version=draft.version).count() == len(draft.blocks) + 1


def test_who_types_words_has_read_them_and_nobody_else_has(world: World) -> None:
    case = world.case()
    draft = draft_of(case, "acknowledgement")
    edit_block(
        draft.pk, version=draft.version, index=4, text="Dear Robin", by=world.officer,
        register=world.register, clock=world.clock,
    )  # fmt: skip
    draft.refresh_from_db()
    assert set(range(1, 13)) - set(unread_by(draft, world.officer).unread) == {5}
    assert 5 in unread_by(draft, world.supervisor).unread


def test_a_section_that_was_read_says_so_where_it_was_marked(
    signed_in: Client, world: World
) -> None:
    case = world.case()
    draft = draft_of(case)
    page = signed_in.get(address(case)).content.decode()
    first, last = re.findall(r'name="(?:first|last)" value="(\d+)"', page)[:2]
    posted = {"version": draft.version, "first": first, "last": last}
    page = signed_in.post(address(case, "read/"), posted, follow=True).content.decode()
    there = page.partition(f'id="read-{first}"')[2].partition("</div>")[0]
    assert "You have read this" in there
    assert "autofocus" in there
    assert f"marked {last} of {len(draft.blocks)} blocks as read" in page


@pytest.mark.parametrize(
    ("posted", "said"),
    [
        ({"first": 1}, "It was not said which blocks were read"),
        ({"first": 1, "last": 9999}, "The draft has no such block"),
        ({"first": 3, "last": 2}, "The draft has no such block"),
        ({"first": 1, "last": 1, "version": 77}, "Somebody changed the draft since you looked"),
    ],
)
def test_nobody_marks_as_read_what_they_have_not_seen(
    signed_in: Client, world: World, posted: dict[str, int], said: str
) -> None:
    case = world.case()
    posted = {"version": draft_of(case).version, **posted}
    page = signed_in.post(address(case, "read/"), posted, follow=True).content.decode()
    assert said in page
    assert not DraftReading.objects.exists()


def test_an_auditor_reads_without_buttons(client: Client, world: World) -> None:
    case = world.case()
    auditor, _ = add_user(
        username="ada", password=PASSWORD, role="auditor", authority=world.authority
    )
    client.force_login(auditor)
    page = client.get(address(case)).content.decode()
    assert "Show it beside" in page
    assert "I have read this" not in page
