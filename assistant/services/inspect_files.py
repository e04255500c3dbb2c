"""Look into the files that go out with a letter, and say what still stands against them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, prefetch_related_objects

from assistant.domain.inspection.findings import (
    FileFinding,
    Sighting,
    findings_of,
)
from assistant.domain.inspection.rules import EDITION
from assistant.ports import Clock, Inspector
from assistant.services.letter_message import leaving_name
from assistant.store.models import CaseFile, Draft, FileInspection, FindingAcceptance
from assistant.store.packing import unpack

_Answers = Mapping[tuple[str, str], FindingAcceptance]


@dataclass(frozen=True, slots=True)
class Answered:
    """A finding, and who accepted it, or None; `reason` is empty once it was erased."""

    finding: FileFinding
    acceptance: FindingAcceptance | None

    @property
    def open(self) -> bool:
        """Whether the file may not leave because of it."""
        return self.finding.must_be_cleared and self.acceptance is None

    @property
    def reason(self) -> str:
        """Why it was accepted."""
        note = getattr(self.acceptance.event, "note", None) if self.acceptance else None
        return note.text if note else ""


@dataclass(frozen=True, slots=True)
class InspectedFile:
    """A file as it leaves, and what it hides; `findings` is None where nobody looked yet."""

    file: CaseFile
    name: str
    findings: tuple[Answered, ...] | None

    @property
    def open(self) -> tuple[FileFinding, ...]:
        """What nobody cleared or accepted."""
        return tuple(each.finding for each in self.findings or () if each.open)

    @property
    def objection(self) -> str:
        """Why the file may not leave yet, in a sentence, or nothing."""
        if self.findings is None:
            return f"“{self.name}” was not looked into yet. Open this page again."
        if not self.open:
            return ""
        number = len(self.open)
        hides = "something" if number == 1 else f"{number} things"
        return (
            f"“{self.name}” hides {hides} that nobody cleared or accepted. Mend the file and "
            "attach it again, or accept each with a reason."
        )


def inspect_draft(draft_id: int, *, inspector: Inspector, clock: Clock) -> None:
    """Look into those files of a draft that nobody looked into as they are now.

    Call it outside of a transaction: looking may take as long as a person can wait.
    """
    files = CaseFile.objects.filter(drafts=draft_id).select_related("inspection")
    for file in files.defer("compressed"):
        if _current(file) is None:
            content = unpack(file.compressed)
            keep(file, inspector.inspect(file.name, file.type, content), clock=clock)


def keep(file: CaseFile, sightings: Sequence[Sighting], *, clock: Clock) -> None:
    """Store what a file was found to hide."""
    rows = [[each.rule, each.place, each.count, each.within] for each in sightings]
    FileInspection.objects.update_or_create(
        file=file,
        defaults={
            "sha256": file.sha256,
            "edition": EDITION,
            "sightings": rows,
            "inspected_at": clock.now(),
        },
    )


def inspected_files(draft: Draft) -> tuple[InspectedFile, ...]:
    """Return the files of a draft in their order, each with its findings and their answers."""
    with_findings = CaseFile.objects.select_related("case", "inspection").order_by("pk")
    # Kept with the row: the checks ask for the names of the same files.
    prefetch_related_objects([draft], Prefetch("enclosures", with_findings))
    files = [*draft.enclosures.all()]
    answers = _answers(files)
    return tuple(
        InspectedFile(file, leaving_name(file.name, file.case.reference), _answered(file, answers))
        for file in files
    )


def objections_to(files: Sequence[InspectedFile]) -> list[str]:
    """Return why the files may not leave yet, a sentence for each that may not."""
    return [each.objection for each in files if each.objection]


def _answered(file: CaseFile, answers: _Answers) -> tuple[Answered, ...] | None:
    """Return the findings of a file with their answers; None where nobody looked yet."""
    found = _current(file)
    if found is None:
        return None
    return tuple(
        Answered(each, answers.get((file.sha256, each.key)))
        for each in findings_of(Sighting(*row) for row in found.sightings)
    )


def _current(file: CaseFile) -> FileInspection | None:
    """Return what was seen in these very bytes, of all that is looked for today; or None."""
    found: FileInspection | None = getattr(file, "inspection", None)
    if found is not None and (found.sha256, found.edition) == (file.sha256, EDITION):
        return found
    return None


def _answers(files: Sequence[CaseFile]) -> _Answers:
    """Return who accepted what on the files' case: the same bytes hide the same things."""
    if not files:
        return {}
    accepted = FindingAcceptance.objects.filter(
        file__case=files[0].case_id, sha256__in=[file.sha256 for file in files]
    ).select_related("accepted_by", "event__note")
    return {(each.sha256, each.key): each for each in accepted.order_by("-pk")}
