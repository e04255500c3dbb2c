"""Answers `law`: what the register says of a provision, or of all of them; stores nothing."""

from datetime import date
from typing import Any

from assistant.domain.errors import NotAllowed
from assistant.domain.law.acts import Provision, Register
from assistant.domain.law.citations import in_words, parse_citation


def law_document(register: Register, citation: str = "", on: str = "") -> dict[str, Any]:
    """Return the provisions that a citation means, as `law --json` prints them.

    An exact limb gives that limb, a section everything in it, a deeper piece the limb above it; no
    citation gives the whole register. `on` is a day (ISO 8601): the law of that day instead of the
    present one. Raises NotAllowed for a citation that the register does not hold, and for a day
    that is none.
    """
    day = _day(on)
    found = _meant(register, citation, day) if citation else _in_force(register, day)
    unverified = sum(not each.verified for each in found)
    return {"provisions": [_document(each) for each in found], "unverified": unverified}


def _day(text: str) -> date | None:
    """Read the day; none where none was given."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as fault:
        raise NotAllowed(f"“{text}” is not a day. Write it like 2017-05-31.") from fault


def _in_force(register: Register, on: date | None) -> list[Provision]:
    """Return the whole law of a day, or the present law."""
    return [each for each in register if each.stands(on)]


def _meant(register: Register, text: str, on: date | None) -> list[Provision]:
    """Return the provisions that a citation means; raises NotAllowed where there is none."""
    citation = parse_citation(text)
    if citation is None:
        raise NotAllowed(f"“{text}” cannot be read as a citation. Write it like s.31(1)(a).")
    within = [each for each in register.limbs_of(citation, on) if each.citation.within(citation)]
    covering = register.covering(citation, on)
    if within or covering is None:
        return within or [register.require(citation, on)]
    return [covering]


def _document(provision: Provision) -> dict[str, Any]:
    """Return one provision as plain values; what it does not have is null or empty."""
    links = {
        "ncnd": provision.ncnd,
        "cited_with": provision.cited_with,
        "replaced_by": provision.replaced_by,
        "public_interest_test": provision.public_interest_test,
    }
    days = {"valid_from": provision.valid_from, "valid_until": provision.valid_until}
    return {
        "citation": str(provision.citation),
        "in_words": in_words(provision.citation),
        "title": provision.title,
        "regime": str(provision.regime),
        "kind": str(provision.kind),
        "standing": str(provision.standing),
        "basis": str(provision.basis),
        "prejudice_to": provision.prejudice_to,
        "threshold": provision.threshold,
        "who_may_use": provision.who_may_use,
        "absolute_for": provision.absolute_for,
        "needs": [str(need) for need in provision.needs],
        "excludes": [str(each) for each in provision.excludes],
        "together": provision.together,
        "emissions": provision.emissions,
        **{name: None if each is None else str(each) for name, each in links.items()},
        **{name: None if each is None else each.isoformat() for name, each in days.items()},
        "verified": provision.verified,
        "source": provision.source,
        "note": provision.note,
    }
