"""Write down that a person opened a case, a letter, a message or an original."""

from datetime import datetime

from assistant.store.models import Case, Letter, LibraryDocument, Message, Reading, User

Thing = Case | Letter | Message | LibraryDocument
What = Reading.What


def record_reading(thing: Thing, what: Reading.What, *, by: User, hour: datetime) -> None:
    """Note it once for each hour, in one query, whoever else does so at the same time.

    `hour` is the beginning of an hour, in UTC.
    """
    row = Reading(person=by, what=what, key=f"{what}:{thing.pk}", hour=hour)
    if isinstance(thing, Case):
        row.case = thing
    elif isinstance(thing, Letter):
        row.case_id = thing.case_id
    elif isinstance(thing, Message):
        row.message = thing
    else:
        row.document = thing
    Reading.objects.bulk_create([row], ignore_conflicts=True)
