"""Set what letters say of the authority: addresses, contact, signature, regulator, cost limit."""

from collections.abc import Collection, Mapping

from django.db import transaction

from assistant.domain.errors import NotAllowed
from assistant.ports import Clock
from assistant.store import models

Values = dict[str, str | int]

OF_AUTHORITY = (
    "address",
    "phone",
    "review_contact",
    "regulator_name",
    "regulator_address",
    "regulator_url",
    "cost_limit",
)
OF_LETTERHEAD = ("signatory",)
FIELDS = (*OF_AUTHORITY, *OF_LETTERHEAD)
# Letters that lack one of these would not say what s.17(7) FOIA asks for.
NEEDED = ("review_contact", "regulator_name", "regulator_address", "regulator_url")
# The appropriate limits of SI 2004/3244 regulation 3, in pounds.
COST_LIMITS = (450, 600)


def values_of(authority: models.Authority) -> Values:
    """Return the values that letters use now, by field."""
    letterhead, _ = models.Letterhead.objects.get_or_create(authority=authority)
    return {name: getattr(authority, name) for name in OF_AUTHORITY} | {
        name: getattr(letterhead, name) for name in OF_LETTERHEAD
    }


def keep_what_was_set(authority: models.Authority) -> None:
    """Note the values that the settings have just given, and put what was set here in their place.

    Called in the transaction that took the settings.
    """
    profile, _ = models.AuthorityProfile.objects.get_or_create(authority=authority)
    profile.from_settings = values_of(authority)
    profile.save(update_fields=["from_settings"])
    _put(authority, profile.set_here)


def set_authority_profile(
    authority_id: int,
    *,
    values: Mapping[str, str | int],
    give_back: Collection[str] = (),
    reason: str,
    by: models.User,
    clock: Clock,
) -> list[models.AuthorityChange]:
    """Set the fields that differ, give back those that the settings shall decide; return changes.

    Letters composed from now on use them; drafts that are there keep their words until they are
    composed again. Raises NotAllowed for whoever is no administrator of the authority, without a
    reason, and where a value cannot be.
    """
    if not by.administers or by.authority_id != authority_id:
        raise NotAllowed("Only an administrator of the authority changes this. Ask one.")
    if not reason.strip():
        raise NotAllowed("Say why: it stays on record with the change.")
    with transaction.atomic():
        authority = models.Authority.objects.select_for_update(no_key=True).get(pk=authority_id)
        profile, _ = models.AuthorityProfile.objects.get_or_create(authority=authority)
        before = values_of(authority)
        wanted = before | {name: values[name] for name in FIELDS if name in values}
        wanted |= {
            name: profile.from_settings[name]
            for name in give_back
            if name in FIELDS and name in profile.from_settings
        }
        _refuse(wanted)
        changed = [name for name in FIELDS if wanted[name] != before[name]]
        returned = [name for name in give_back if name in profile.set_here]
        for name in changed:
            profile.set_here[name] = wanted[name]
        for name in returned:
            del profile.set_here[name]
        profile.save(update_fields=["set_here"])
        _put(authority, wanted)
        return [
            models.AuthorityChange.objects.create(
                authority=authority,
                field=name,
                was=str(before[name]),
                now=str(wanted[name]),
                given_back=name in returned,
                reason=reason.strip(),
                by=by,
                at=clock.now(),
            )
            for name in FIELDS
            if name in changed or name in returned
        ]


def _put(authority: models.Authority, values: Mapping[str, str | int]) -> None:
    """Write values where letters take them from."""
    of_authority = [name for name in OF_AUTHORITY if name in values]
    for name in of_authority:
        setattr(authority, name, values[name])
    if of_authority:
        authority.save(update_fields=of_authority)
    for name in OF_LETTERHEAD:
        if name in values:
            models.Letterhead.objects.filter(authority=authority).update(**{name: values[name]})


def _refuse(values: Values) -> None:
    """Raise NotAllowed where a value cannot be."""
    for name in NEEDED:
        if not str(values[name]).strip():
            raise NotAllowed(
                "A letter has to say where to ask for a review, and who the regulator is with its "
                "address and page (s.17(7) FOIA). Fill these in."
            )
    if values["cost_limit"] not in COST_LIMITS:
        raise NotAllowed("The cost limit is £450 or £600 (SI 2004/3244 regulation 3).")
    if not str(values["regulator_url"]).startswith("https://"):
        raise NotAllowed("The regulator’s page begins with https://.")
