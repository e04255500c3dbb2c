"""Propose words as approved wording: a new version of one there is, or a new one."""

import re
from dataclasses import replace
from datetime import date

from assistant.domain.errors import NotAllowed
from assistant.domain.law.acts import Register
from assistant.domain.law.citations import Act, Citation, parse_citation
from assistant.domain.letters.wording import Wording, WordingKind
from assistant.domain.letters.wording_proposals import problem_of
from assistant.ports import Clock
from assistant.services.choice import chosen
from assistant.store import models
from assistant.store.wording import approved, rows_for

_AUDITORS_READ = "Auditors read wording and propose none."
_ID = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")


def propose_version(
    ident: str, *, base: str, text: str, why: str, by: models.User, clock: Clock
) -> models.WordingProposal:
    """Propose a new version of a wording; `base` is the version that it starts from.

    Raises NotAllowed where the wording is not in use, has another version by now, or would be
    composed by no letter; the message says what to mend.
    """
    authority = _authority(by, why)
    present = _present(authority, ident, base)
    if text.strip() == present.text.strip():
        raise NotAllowed("The words are those in use already. Change them, or propose nothing.")
    return _keep(authority, _with(present, text), base, why, by, clock)


def propose_new(
    ident: str,
    *,
    kind: str,
    section: str,
    title: str,
    text: str,
    why: str,
    by: models.User,
    register: Register,
    clock: Clock,
) -> models.WordingProposal:
    """Propose a wording that is not there yet, for a provision as the register prints it, or none.

    Raises NotAllowed where the id is taken or no id, the provision is not in the register, or the
    text would be composed by no letter; the message says what to mend.
    """
    authority = _authority(by, why)
    if not _ID.fullmatch(ident):
        raise NotAllowed("An id has small letters, digits and hyphens alone, as foia-31-1-a-why.")
    if rows_for(authority).filter(ident=ident).exists():
        raise NotAllowed(f"There is a wording with the id {ident}. Propose a new version of it.")
    cited = parse_citation(section) if section else None
    if section and (cited is None or not _is_cited(cited, register)):
        raise NotAllowed(f"“{section}” is not in the register of provisions. See “The law”.")
    try:
        proposed = Wording(
            id=ident,
            version="0",
            kind=WordingKind(chosen(kind, WordingKind, "kind of wording")),
            section=str(cited) if cited else "",
            title=title.strip(),
            owner=by.shown_name,
            review_by=date.max,
            regime="any" if cited is None else ("EIR" if cited.act is Act.EIR else "FOI"),
            text=text.strip(),
        )
    except ValueError as problem:
        raise NotAllowed(str(problem)) from problem
    return _keep(authority, proposed, "", why, by, clock)


def refuse_unfit(authority: models.Authority, proposed: Wording) -> None:
    """Raise NotAllowed where a letter could not be composed with a wording; it says why."""
    earlier = rows_for(authority).filter(ident=proposed.id).values_list("text", flat=True)
    if problem := problem_of(proposed, earlier, approved(authority)):
        raise NotAllowed(problem)


def _keep(
    authority: models.Authority,
    proposed: Wording,
    base: str,
    why: str,
    by: models.User,
    clock: Clock,
) -> models.WordingProposal:
    """Store a proposal that a letter could be composed with."""
    refuse_unfit(authority, proposed)
    return models.WordingProposal.objects.create(
        authority=authority,
        ident=proposed.id,
        base=base,
        kind=proposed.kind.value,
        section=proposed.section,
        regime=proposed.regime,
        title=proposed.title,
        text=proposed.text,
        why=why.strip(),
        by=by,
        at=clock.now(),
    )


def _is_cited(citation: Citation, register: Register) -> bool:
    """Whether the register has a provision, or limbs of it."""
    return bool(register.find(str(citation)) or register.limbs_of(citation))


def _authority(by: models.User, why: str) -> models.Authority:
    """Return whose wording it is; raises NotAllowed where the person may not, or says no reason."""
    if not by.may_change or by.authority is None:
        raise NotAllowed(_AUDITORS_READ)
    if not why.strip():
        raise NotAllowed("Say why these words are better: whoever approves them reads it.")
    return by.authority


def _present(authority: models.Authority, ident: str, base: str) -> Wording:
    """Return the wording in use; raises NotAllowed where it is not the version that was seen."""
    try:
        present = approved(authority).get(ident)
    except ValueError as problem:
        raise NotAllowed(f"This wording is not in use: {problem}.") from problem
    if present.version != base:
        raise NotAllowed(
            f"The wording has version {present.version} now, and you started from version {base}. "
            "Read it again, and change that."
        )
    return present


def _with(present: Wording, text: str) -> Wording:
    """Return a wording with another text; raises NotAllowed where it has a slot unknown to all."""
    try:
        return replace(present, text=text.strip())
    except ValueError as problem:
        raise NotAllowed(str(problem)) from problem
