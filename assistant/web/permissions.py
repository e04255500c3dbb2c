"""Who may open and who may change what, page by page; what stands in no row nobody may open.

A row says who is let in at the door. Some pages let officers in and tell them, in their own words,
what only a supervisor does there; the use case refuses it too. Whose rows a page shows is a matter
of access.py: the person's own authority's.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.store.models import User

Role = User.Role
_NOBODY: frozenset[str] = frozenset()
_EVERYBODY = frozenset(str(role) for role in Role)
_OFFICERS = _EVERYBODY - {Role.AUDITOR}
_SUPERVISORS = frozenset({str(Role.SUPERVISOR), str(Role.ADMINISTRATOR)})
_ADMINISTRATORS = frozenset({str(Role.ADMINISTRATOR)})


@dataclass(frozen=True, slots=True)
class Page:
    """The roles that may look at a page, and those that may send it something."""

    look: frozenset[str]
    change: frozenset[str]


# Signing in and one's own account: everybody's, whatever their role.
OWN = Page(_EVERYBODY, _EVERYBODY)
# What machines ask, without signing in and without anybody's data (project/watching.py); it stands
# open to everybody who reaches it, but for the figures, which ask for a token or a network.
WATCH = Page(_EVERYBODY, _NOBODY)
# What is there to be read.
READ = Page(_EVERYBODY, _NOBODY)
# A record that an auditor reads and an officer fills in on the same page.
RECORD = Page(_EVERYBODY, _OFFICERS)
# A step of an officer's work.
WORK = Page(_OFFICERS, _OFFICERS)
# What shows personal data that was masked for everybody else: an auditor can judge a letter by what
# was sent, without it. Officers are told to ask a supervisor.
UNMASKED = Page(_OFFICERS, _NOBODY)
# The figures of everybody's work, and what is thought of the letters they sent.
OVERSEE = Page(_SUPERVISORS | {str(Role.AUDITOR)}, _NOBODY)
JUDGE = Page(OVERSEE.look, _SUPERVISORS)
# How somebody wants lists to look for themselves.
PERSONAL = Page(_EVERYBODY, _EVERYBODY)
# What everybody may follow, and supervisors decide.
DECIDE = Page(_EVERYBODY, _SUPERVISORS)
SUPERVISE = Page(_SUPERVISORS, _SUPERVISORS)
ADMINISTER = Page(_ADMINISTRATORS, _ADMINISTRATORS)


def _pages(page: Page, names: str, within: str = "web:") -> Iterable[tuple[str, Page]]:
    return ((f"{within}{name}", page) for name in names.split())


PAGES: Mapping[str, Page] = dict(
    [
        *_pages(
            OWN,
            "account_login account_logout account_inactive first-password account_change_password "
            "account_reauthenticate openid_connect_login openid_connect_callback mfa_authenticate "
            "mfa_login_webauthn mfa_reauthenticate mfa_reauthenticate_webauthn mfa_index "
            "mfa_activate_totp mfa_deactivate_totp mfa_add_webauthn mfa_remove_webauthn "
            "mfa_view_recovery_codes mfa_generate_recovery_codes",
            within="",
        ),
        *_pages(OWN, "sign-in sign-out profile"),
        *_pages(WATCH, "health-live health-ready metrics", within=""),
        *_pages(
            READ,
            "today cases case correspondence history case-file part draft draft-document versions "
            "held message raw-message attachment mailboxes letters letter letter-document law "
            "provision library document wordings wording wording-proposals export-asked "
            "export-asked-case",
        ),
        *_pages(RECORD, "notes reasons estimate estimate-part standing-approval ask ask-case"),
        *_pages(
            WORK,
            "add-case assign-cases correct-receipt correct-address change-regime assign "
            "answer-reply no-reply not-a-request reopen merge split link unlink "
            "open-review sent-elsewhere withdrawn transferred restore-version "
            "clarification-sought clarification-received fees-notice fee-received extend "
            "withdraw-clock-event parts settle-proposal refine settle-refinement record-search "
            "record-part write-letter begin-letter "
            "discard-letter read-section edit-whole compose-again clear-set-aside approve "
            "attach-file remove-file accept-finding edit-block accept-block open-case file-on-case "
            "set-aside choose-start end-standing-approval void settle "
            "try-again enough came-back promote judge-document "
            "propose-wording propose-new-wording propose-block",
        ),
        *_pages(UNMASKED, "original-document"),
        *_pages(PERSONAL, "keep-filter delete-filter"),
        *_pages(OVERSEE, "oversight oversight-csv oversight-chart"),
        *_pages(JUDGE, "review-letter"),
        *_pages(DECIDE, "wording-proposal"),
        *_pages(SUPERVISE, "second-factor-rule bring-in library-imports agree-columns stop-import"),
        *_pages(SUPERVISE, "library-import library-import-csv"),
        *_pages(ADMINISTER, "people add-person person change-role change-team"),
        *_pages(ADMINISTER, "authority mailbox-trial"),
        *_pages(ADMINISTER, "deactivate activate reset-second-factor new-link"),
    ]
)

# What somebody may use whose role needs a second factor and who has none yet.
WITHOUT_SECOND_FACTOR = frozenset(
    name for name, page in PAGES.items() if page is OWN and name != "web:profile"
)
LOOKING = frozenset({"GET", "HEAD", "OPTIONS"})


def may(role: str, method: str, view_name: str) -> bool:
    """Whether a role may send a page a request of this method; nobody, where it has no row."""
    page = PAGES.get(view_name)
    return page is not None and role in (page.look if method in LOOKING else page.change)
