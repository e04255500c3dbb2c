"""Let a file leave with something it hides, for a reason that the history keeps."""

from django.db import transaction

from assistant.domain.case import EventKind
from assistant.domain.errors import NotAllowed
from assistant.ports import Clock
from assistant.services.inspect_files import inspected_files
from assistant.store.events import record
from assistant.store.models import Draft, FindingAcceptance, User


def accept_finding(
    draft_id: int, *, file_id: int, key: str, reason: str, by: User, clock: Clock
) -> FindingAcceptance:
    """Accept one finding of one file, for these very bytes; `key` is the finding's own.

    Raises NotAllowed without a reason, where the finding is not there, needs no answer or has one,
    or where the draft cannot be changed.
    """
    said = reason.strip()
    if not said:
        raise NotAllowed("Say why the file may leave as it is.")
    with transaction.atomic():
        draft = (
            Draft.objects.select_for_update(of=("self",))
            .select_related("case")
            .filter(pk=draft_id, case__authority=by.authority)
            .first()
        )
        if draft is None or draft.state != Draft.State.READY:
            raise NotAllowed("Only files of a draft that is ready can be accepted.")
        found = next((each for each in inspected_files(draft) if each.file.pk == file_id), None)
        if found is None:
            raise NotAllowed("That file is not attached any more.")
        finding = next((each for each in found.open if each.key == key), None)
        if finding is None:
            raise NotAllowed(
                "The file does not hide that, or somebody accepted it already. Look at it again."
            )
        event = record(
            draft.case,
            EventKind.FILE_FINDING_ACCEPTED,
            by=by,
            at=clock.now(),
            reason=said,
            draft=draft.pk,
            file=found.file.pk,
            sha256=found.file.sha256,
            rule=finding.rule,
            finding=finding.key,
        )
        return FindingAcceptance.objects.create(
            file=found.file,
            sha256=found.file.sha256,
            rule=finding.rule,
            key=finding.key,
            accepted_by=by,
            accepted_at=clock.now(),
            event=event,
        )
