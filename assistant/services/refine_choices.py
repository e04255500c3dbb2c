"""What an officer may have done with a piece of a letter, and what the words may stand on."""

from dataclasses import dataclass

from assistant.domain.case import CasePart
from assistant.domain.letters import refining
from assistant.domain.letters.blocks import Block
from assistant.domain.letters.refining import Action
from assistant.services.who_asked import telling
from assistant.store.blocks import from_json
from assistant.store.cases import parts_of
from assistant.store.models import Draft
from assistant.store.reasoning import grounds_of

# What begins the source of recorded reasons, before the provision that they are about.
REASONS = "case:reasoning:"
NO_MODEL = (
    "No language model is set, so nothing can be proposed. An administrator sets one with "
    "FOI_MODEL."
)


@dataclass(frozen=True, slots=True)
class Choice:
    """What an officer may choose for a piece: the action, and the source or provision it takes."""

    action: Action
    source: str
    label: str


def choices_for(draft: Draft, index: int, *, connected: bool) -> list[Choice]:
    """Return what may be done with a block now; nothing where the draft is not to be edited.

    `connected` says whether a language model is set. What needs a source is offered once for each.
    """
    blocks = from_json(draft.blocks)
    if draft.state != Draft.State.READY or not 0 <= index < len(blocks):
        return []
    block = blocks[index]
    found: list[Choice] = []
    if connected:
        found += [
            Choice(Action.SHORTER, "", "Make it shorter"),
            Choice(Action.PLAINER, "", "Say it in plainer English"),
            *_answers(draft, block),
            *_explanations(draft, block),
        ]
    found.append(Choice(Action.WELSH, "", "Put the fixed sentences of this paragraph in Welsh"))
    return [each for each in found if not refining.refusal(block, each.action)]


def why_not(draft: Draft, index: int, action: str, *, connected: bool) -> str:
    """Say why something is not offered for a block."""
    if draft.state != Draft.State.READY:
        return "The draft cannot be edited while it is being composed or after its approval."
    if not connected and action != Action.WELSH:
        return NO_MODEL
    blocks = from_json(draft.blocks)
    if action in set(Action) and 0 <= index < len(blocks):
        return refining.refusal(blocks[index], Action(action)) or (
            "What it was to stand on is not there: look at the passages and the reasons again."
        )
    return "This cannot be done with this piece of the letter."


def _answers(draft: Draft, block: Block) -> list[Choice]:
    """Return the passages that the question of a block's part can be answered from."""
    return [
        Choice(Action.ANSWER, each["id"], f"Answer the question from “{each['title']}”")
        for each in draft.passages
        if block.part and each["part"] == block.part and each["status"] == "approved"
    ]


def _explanations(draft: Draft, block: Block) -> list[Choice]:
    """Return the provisions that a block is about and whose harm is on record.

    They are those of its part, and those whose recorded reasons it gives.
    """
    part = part_of(draft, block)
    sections = [*(part.sections if part else ())]
    sections += [
        source.id.removeprefix(REASONS) for source in block.sources if source.id.startswith(REASONS)
    ]
    if not sections:
        return []
    harms = {each.citation for each in grounds_of(draft.case) if each.harm.strip()}
    return [
        Choice(Action.EXPLAIN, section, f"Explain {section} from the harm on record")
        for section in dict.fromkeys(sections)
        if section in harms
    ]


def harm_on_record(draft: Draft, section: str) -> str:
    """Return the harm that is on record for a provision."""
    found = next((each for each in grounds_of(draft.case) if each.citation == section), None)
    said = (found.harm, found.causal_link) if found else ()
    return "\n".join(each.strip() for each in said if each.strip())


def part_of(draft: Draft, block: Block, section: str = "") -> CasePart | None:
    """Return the part of the request that a block answers, else one that claims the provision."""
    parts = parts_of(draft.case)
    answered = next((each for each in parts if each.key == block.part), None)
    return answered or next((each for each in parts if section in each.sections), None)


def tells(draft: Draft, text: str) -> bool:
    """Say whether words tell who asked."""
    found = telling(draft.case.requester)
    return bool(found and found.search(text))
