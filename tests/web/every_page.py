"""The address of every page that somebody signed in can see, for tests that look at all of them."""

from assistant.domain.letters.provenance import sources_used
from assistant.store.blocks import from_json
from assistant.store.models import CaseMessage
from tests.letters import mail
from tests.web.scene import Scene


def first_source(scene: Scene) -> str:
    """Return the name of the first part of the request as a source of its response."""
    draft = scene.prevent.drafts.get(kind="response")
    used = sources_used(from_json(draft.blocks))
    return next(each.name for each in used if each.source.id.startswith("case:part"))


def reply(scene: Scene) -> int:
    """Return the id of a reply that waits on the case; the first who asks has it delivered."""
    waits = CaseMessage.objects.filter(case=scene.prevent, part="reply", settled_at=None)
    if not waits.exists():
        scene.world.deliver(
            mail(
                "Many thanks for your help.",
                message_id="<thanks-1@example.org>",
                in_reply_to="<request-1@example.org>",
            )
        )
    return waits.values_list("message", flat=True)[0]


def addresses(scene: Scene) -> dict[str, str]:
    """Return the pages by a name for each."""
    case = f"/cases/{scene.prevent.reference}"
    doubtful = f"/letters/{scene.doubtful.pk}"
    return {
        "today": "/",
        "cases": "/cases/",
        "cases-narrowed": "/cases/?state=all&order=-received&regime=FOI&since=1/1/2026",
        "cases-misread": "/cases/?since=31+2+2026",
        "nothing-found": "/cases/?q=nothing+at+all",
        "case": f"{case}/",
        "parts": f"{case}/parts/",
        "parts-read-otherwise": f"/cases/{scene.rivers.reference}/parts/",
        "part": f"{case}/parts/1/",
        "part-refused": f"{case}/parts/{scene.prevent.parts.count()}/",
        "reasons-prejudice": f"{case}/reasons/foia-s31-1-i/",
        "reasons-necessity": f"{case}/reasons/foia-s24-1/",
        "reasons-opinion": f"{case}/reasons/foia-s36-2-a-iii/",
        "estimate": f"{case}/estimate/",
        "estimate-part": f"{case}/parts/1/estimate/",
        "acknowledgement": f"{case}/acknowledgement/",
        "response": f"{case}/response/",
        "response-block-beside": f"{case}/response/?block=54",
        "response-source-beside": f"{case}/response/?source={first_source(scene)}",
        "write-letter": f"{case}/write/",
        "begin-clarification": f"{case}/write/clarification/",
        "begin-extension": f"{case}/write/pit_extension/",
        "begin-unfit": f"{case}/write/review_outcome/",
        "edit-block": f"{case}/response/blocks/1/",
        "refine": f"{case}/response/blocks/1/refine/",
        "refinement": f"{case}/response/refinements/{scene.refinement.pk}/",
        "edit-whole": f"{case}/response/edit/",
        "versions": f"{case}/response/versions/",
        "approve": f"{case}/response/approve/",
        "response-with-file": f"/cases/{scene.rivers.reference}/response/",
        "approve-with-file": f"/cases/{scene.rivers.reference}/response/approve/",
        "correspondence": f"{case}/correspondence/",
        "notes": f"{case}/notes/",
        "history": f"{case}/history/",
        "no-reply": f"{case}/replies/{reply(scene)}/no-reply/",
        "correct-receipt": f"{case}/correct-receipt/",
        "correct-address": f"{case}/correct-address/",
        "change-regime": f"{case}/change-regime/",
        "assign": f"{case}/assign/",
        "not-a-request": f"{case}/not-a-request/",
        "reopen": f"{case}/reopen/",
        "withdrawn": f"{case}/withdrawn/",
        "transferred": f"{case}/transferred/",
        "sent-elsewhere": f"{case}/sent-elsewhere/",
        "open-review": f"{case}/open-review/",
        "link": f"{case}/link/?other={scene.rivers.reference}",
        "split": f"{case}/split/",
        "merge": f"{case}/merge/",
        "merge-both": f"{case}/merge/?other={scene.rivers.reference}",
        "clarification-sought": f"{case}/clarification-sought/",
        "clarification-received": f"{case}/clarification-received/",
        "fees-notice": f"{case}/fees-notice/",
        "fee-received": f"{case}/fee-received/",
        "extend": f"{case}/extend/",
        "add-case": "/cases/add/",
        "held": "/mail/",
        "held-decided": "/mail/?show=settled",
        "message": f"/mail/{scene.held.pk}/",
        "mailboxes": "/mailboxes/",
        "standing-approval": f"/mailboxes/{scene.mailbox.pk}/standing-approval/",
        "letters": "/letters/",
        "letters-in-doubt": "/letters/?show=doubt",
        "letter": f"/letters/{scene.acknowledged.pk}/",
        "letter-in-doubt": f"{doubtful}/",
        "take-back": f"{doubtful}/take-back/",
        "settle": f"{doubtful}/settle/",
        "law": "/law/",
        "law-unverified": "/law/?show=all&mark=unverified",
        "law-nothing-found": "/law/?q=quokka",
        "provision": "/law/FOIA%20s31(1)(a)/",
        "provision-with-two-contents": "/law/FOIA%20s37(1)(a)/",
        "wordings": "/wording/",
        "wordings-narrowed": "/wording/?kind=why&section=s.31&status=all",
        "wordings-nothing-found": "/wording/?q=no+such+words",
        "wording": "/wording/acknowledgement-foi/",
        "propose-wording": "/wording/acknowledgement-foi/propose/",
        "propose-new-wording": "/wording/propose/",
        "wording-proposals": "/wording/proposals/",
        "wording-proposal": f"/wording/proposals/{scene.proposal.pk}/",
        "propose-block": f"{case}/response/blocks/1/propose/",
        "provision-section": "/law/FOIA%20s40/",
        "profile": "/profile/",
        "change-password": "/profile/password/",
        "second-factor": "/profile/second-factor/",
        "reauthenticate": "/profile/again/",
        "ask": "/ask/",
        "ask-prefilled": "/ask/?q=What+is+s.40%282%29%3F",
        "ask-case": f"{case}/ask/",
        "library": "/library/?q=prevent+referrals",
        "document": "/library/northshire-prevent-2024/",
    }


def of_one_authority(scene: Scene) -> list[str]:
    """Return the pages that show one authority's rows by their address."""
    everybodys = {
        "/", "/ask/", "/cases/", "/cases/add/", "/mail/", "/mailboxes/", "/letters/", "/library/",
    }  # fmt: skip
    persons = ("/law/", "/profile/", "/wording/")
    proposal = f"/wording/proposals/{scene.proposal.pk}/"
    return [
        each
        for each in addresses(scene).values()
        if each == proposal
        or (each.partition("?")[0] not in everybodys and not each.startswith(persons))
    ]


def of_administrators(scene: Scene) -> dict[str, str]:
    """Return the pages that an administrator can open and an officer cannot, by a name for each."""
    pages = {
        "oversight": "/oversight/",
        "review-letter": f"/letters/{scene.acknowledged.pk}/review/",
        "bring-in": "/cases/bring-in/",
        "library-imports": "/library/imports/",
        "library-import": f"/library/imports/{scene.imported.pk}/",
        "library-import-columns": f"/library/imports/{scene.log.pk}/",
        "people": "/people/",
        "add-person": "/people/add/",
        "second-factor-rule": "/people/second-factor/",
        "authority": "/authority/",
        "mailbox-trial": f"/mailboxes/{scene.mailbox.pk}/trial/",
        "person": f"/people/{scene.world.officer.pk}/",
    }
    return pages | {"history-with-readings": f"/cases/{scene.prevent.reference}/history/"}


# What shows once somebody has shown that it is they, and has an authenticator app.
OF_SECOND_FACTORS = {
    "recovery-codes": "/profile/second-factor/codes/",
    "second-factor-with-app": "/profile/second-factor/",
    "remove-app": "/profile/second-factor/app/remove/",
    "add-passkey": "/profile/second-factor/passkey/",
    "new-recovery-codes": "/profile/second-factor/codes/new/",
    "reauthenticate-code": "/profile/again/code/",
}
