"""Every table, by theme: people, mail, cases, clocks, letters, sending, library, models."""

from assistant.store.models.accounts import AccountEvent, SharedCache
from assistant.store.models.cases import (
    Case,
    CaseMessage,
    CaseNumber,
    CaseWords,
    Event,
    EventNote,
    Requester,
    RequestSketch,
)
from assistant.store.models.clock import AuthorityClock, ClockEvent
from assistant.store.models.elsewhere import AnswerElsewhere
from assistant.store.models.imports import LibraryImport, LibraryImportItem, LibraryUpload
from assistant.store.models.inspections import FileInspection, FindingAcceptance
from assistant.store.models.language_models import ModelCall, ModelGate, ModelSlot
from assistant.store.models.letters import (
    CaseFile,
    Draft,
    DraftVersion,
    Letter,
    Outbox,
)
from assistant.store.models.library import (
    LibraryDecision,
    LibraryDocument,
    LibraryIndex,
    LibraryOriginal,
    Passage,
    Wording,
)
from assistant.store.models.links import CaseLink
from assistant.store.models.mail import (
    AttachmentText,
    AwaitedMessage,
    Delivery,
    Message,
    RawMessage,
)
from assistant.store.models.mailbox_trials import MailboxTrial
from assistant.store.models.oversight import QualityReview
from assistant.store.models.parts import RequestPart, Search
from assistant.store.models.people import (
    Authority,
    LeftAlone,
    Letterhead,
    Mailbox,
    MailboxFolder,
    User,
)
from assistant.store.models.profiles import AuthorityChange, AuthorityProfile
from assistant.store.models.questions import AskedQuestion
from assistant.store.models.readings import DraftReading, Reading
from assistant.store.models.reasoning import EstimateRow, ReasoningRecord
from assistant.store.models.refinements import Refinement
from assistant.store.models.saved_filters import SavedFilter
from assistant.store.models.search import LibraryCheck, TermCount, TermStatistics
from assistant.store.models.second_readings import SecondReading
from assistant.store.models.sending import (
    Addressee,
    DeliveryReport,
    SendingGate,
    SendingSlot,
)
from assistant.store.models.standing import StandingApproval, StandingDecision
from assistant.store.models.wording_proposals import WordingProposal, WordingUse

__all__ = [
    "AccountEvent",
    "Addressee",
    "AnswerElsewhere",
    "AskedQuestion",
    "AttachmentText",
    "Authority",
    "AuthorityChange",
    "AuthorityClock",
    "AuthorityProfile",
    "AwaitedMessage",
    "Case",
    "CaseFile",
    "CaseLink",
    "CaseMessage",
    "CaseNumber",
    "CaseWords",
    "ClockEvent",
    "Delivery",
    "DeliveryReport",
    "Draft",
    "DraftReading",
    "DraftVersion",
    "EstimateRow",
    "Event",
    "EventNote",
    "FileInspection",
    "FindingAcceptance",
    "LeftAlone",
    "Letter",
    "Letterhead",
    "LibraryCheck",
    "LibraryDecision",
    "LibraryDocument",
    "LibraryImport",
    "LibraryImportItem",
    "LibraryIndex",
    "LibraryOriginal",
    "LibraryUpload",
    "Mailbox",
    "MailboxFolder",
    "MailboxTrial",
    "Message",
    "ModelCall",
    "ModelGate",
    "ModelSlot",
    "Outbox",
    "Passage",
    "QualityReview",
    "RawMessage",
    "Reading",
    "ReasoningRecord",
    "Refinement",
    "RequestPart",
    "RequestSketch",
    "Requester",
    "SavedFilter",
    "Search",
    "SecondReading",
    "SendingGate",
    "SendingSlot",
    "SharedCache",
    "StandingApproval",
    "StandingDecision",
    "TermCount",
    "TermStatistics",
    "User",
    "Wording",
    "WordingProposal",
    "WordingUse",
]
