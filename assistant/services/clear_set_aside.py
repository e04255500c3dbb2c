"""Take away the words that gave way in a draft, once a person has seen to them."""

from django.db import transaction

from assistant.domain.errors import NotAllowed
from assistant.store.locking import take
from assistant.store.models import Draft, User


def clear_set_aside(draft_id: int, *, version: int, by: User) -> Draft:
    """Show them no more; they stay in the draft's earlier versions.

    Raises NotAllowed where the draft is another authority's, or has changed since it was shown.
    """
    with transaction.atomic():
        draft = take(Draft, draft_id, version)
        if draft.case.authority_id != by.authority_id:
            raise NotAllowed("The draft belongs to another authority.")
        draft.set_aside = []
        # The words of the letter are as they were, so it is still the version that was looked at.
        draft.version = version
        draft.save(update_fields=["set_aside"])
    return draft
