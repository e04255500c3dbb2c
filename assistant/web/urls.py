"""The addresses of the pages."""

from django.urls import path, register_converter

from assistant.domain.letters.blocks import LetterKind
from assistant.web.views import (
    accounts,
    actions,
    approval,
    ask,
    authority,
    case_list,
    cases,
    clock,
    correcting,
    documents,
    drafts,
    files,
    imports,
    joining,
    law,
    letters,
    library,
    linking,
    mail,
    mailboxes,
    notes,
    other_letters,
    oversight,
    parts,
    people,
    profile,
    reasons,
    refining,
    replies,
    second_reading,
    splitting,
    today,
    versions,
    wording,
    wording_proposals,
)

app_name = "web"


class LetterKindConverter:
    """A kind of letter in an address; other words after a case are other pages."""

    regex = "|".join(LetterKind)

    def to_python(self, value: str) -> str:
        """Return the kind."""
        return value

    def to_url(self, value: str) -> str:
        """Return the kind."""
        return value


register_converter(LetterKindConverter, "letter")

CASE = "cases/<str:reference>/"
PART = f"{CASE}parts/<int:position>/"
DRAFT = f"{CASE}<letter:kind>/"

urlpatterns = [
    path("", today.page, name="today"),
    path("sign-in/", accounts.SignIn.as_view(), name="sign-in"),
    path("sign-out/", accounts.SignOut.as_view(), name="sign-out"),
    path("cases/", case_list.cases, name="cases"),
    path("cases/bring-in/", actions.bring_in, name="bring-in"),
    path("profile/", profile.profile, name="profile"),
    path("people/", people.people, name="people"),
    path("people/add/", people.add_person, name="add-person"),
    path("people/second-factor/", people.second_factor_rule, name="second-factor-rule"),
    path("people/<int:person_id>/", people.person, name="person"),
    path("people/<int:person_id>/role/", people.change_role, name="change-role"),
    path("people/<int:person_id>/team/", people.change_team, name="change-team"),
    path("people/<int:person_id>/deactivate/", people.deactivate, name="deactivate"),
    path("people/<int:person_id>/activate/", people.activate, name="activate"),
    path(
        "people/<int:person_id>/reset-second-factor/",
        people.reset_second_factor,
        name="reset-second-factor",
    ),
    path("people/<int:person_id>/link/", people.new_link, name="new-link"),
    path("cases/add/", actions.add_case, name="add-case"),
    path("cases/assign/", case_list.assign, name="assign-cases"),
    path("cases/filters/", case_list.keep_filter, name="keep-filter"),
    path("cases/filters/<int:filter_id>/delete/", case_list.delete_filter, name="delete-filter"),
    path(CASE, cases.case, name="case"),
    path(f"{CASE}ask/", ask.of_case, name="ask-case"),
    path(f"{CASE}ask/questions.<slug:form>", ask.export_of_case, name="export-asked-case"),
    path(f"{CASE}correspondence/", cases.correspondence, name="correspondence"),
    path(f"{CASE}replies/<int:message_id>/answer/", replies.answer_reply, name="answer-reply"),
    path(f"{CASE}replies/<int:message_id>/no-reply/", replies.no_reply, name="no-reply"),
    path(f"{CASE}notes/", notes.notes, name="notes"),
    path(f"{CASE}link/", linking.link, name="link"),
    path(f"{CASE}links/<int:link_id>/unlink/", linking.unlink, name="unlink"),
    path(f"{CASE}split/", splitting.split, name="split"),
    path(f"{CASE}merge/", joining.merge, name="merge"),
    path(f"{CASE}history/", cases.history, name="history"),
    *(
        path(f"{CASE}{action}/", actions.act, {"action": action}, name=action)
        for action in actions.ACTIONS
    ),
    path(f"{CASE}clock/<int:event_id>/withdraw/", clock.withdraw, name="withdraw-clock-event"),
    path(f"{CASE}files/<int:file_id>/", files.case_file, name="case-file"),
    path(f"{CASE}parts/", correcting.parts, name="parts"),
    path(f"{CASE}parts/proposals/", second_reading.settle_proposal, name="settle-proposal"),
    path(PART, parts.part, name="part"),
    path(f"{PART}search/", parts.record_search, name="record-search"),
    path(f"{PART}record/", parts.record_part, name="record-part"),
    path(f"{CASE}write/", other_letters.write_letter, name="write-letter"),
    path(f"{CASE}write/<letter:kind>/", other_letters.begin_letter, name="begin-letter"),
    path(f"{PART}estimate/", reasons.estimate, name="estimate-part"),
    path(f"{CASE}estimate/", reasons.estimate, name="estimate"),
    path(f"{CASE}reasons/<slug:provision>/", reasons.reasons, name="reasons"),
    path(DRAFT, drafts.draft, name="draft"),
    path(f"{DRAFT}discard/", other_letters.discard_letter, name="discard-letter"),
    path(f"{DRAFT}read/", drafts.read_section, name="read-section"),
    path(f"{DRAFT}edit/", drafts.edit_whole, name="edit-whole"),
    path(f"{DRAFT}compose/", drafts.compose_again, name="compose-again"),
    path(f"{DRAFT}set-aside/", drafts.clear_set_aside, name="clear-set-aside"),
    path(f"{DRAFT}approve/", approval.approve, name="approve"),
    path(f"{DRAFT}versions/", versions.versions, name="versions"),
    path(
        f"{DRAFT}versions/<int:number>/restore/", versions.restore_version, name="restore-version"
    ),
    path(f"{DRAFT}document/<str:form>/", documents.draft_document, name="draft-document"),
    path(f"{DRAFT}attach/", files.attach_file, name="attach-file"),
    path(f"{DRAFT}files/<int:file_id>/remove/", files.remove_file, name="remove-file"),
    path(f"{DRAFT}files/<int:file_id>/accept/", files.accept_finding, name="accept-finding"),
    path(f"{DRAFT}blocks/<int:number>/", drafts.edit_block, name="edit-block"),
    path(f"{DRAFT}blocks/<int:number>/accept/", drafts.accept_block, name="accept-block"),
    path(
        f"{DRAFT}blocks/<int:number>/propose/",
        wording_proposals.propose_block,
        name="propose-block",
    ),
    path(f"{DRAFT}blocks/<int:number>/refine/", refining.refine, name="refine"),
    path(
        f"{DRAFT}refinements/<int:refinement_id>/",
        refining.settle_refinement,
        name="settle-refinement",
    ),
    path("wording/", wording.wordings, name="wordings"),
    path("wording/propose/", wording_proposals.propose_new, name="propose-new-wording"),
    path("wording/proposals/", wording_proposals.proposals, name="wording-proposals"),
    path(
        "wording/proposals/<int:proposal_id>/", wording_proposals.proposal, name="wording-proposal"
    ),
    path("wording/<slug:wording_id>/", wording.wording, name="wording"),
    path(
        "wording/<slug:wording_id>/propose/",
        wording_proposals.propose_version,
        name="propose-wording",
    ),
    path("mail/", mail.held, name="held"),
    path("mail/<int:message_id>/", mail.message, name="message"),
    path("mail/<int:message_id>/raw/", mail.raw, name="raw-message"),
    path("mail/<int:message_id>/files/<int:position>/", mail.attachment, name="attachment"),
    path("mail/<int:message_id>/open/", mail.open_case, name="open-case"),
    path("mail/<int:message_id>/file/", mail.file_on_case, name="file-on-case"),
    path("mail/<int:message_id>/set-aside/", mail.set_aside, name="set-aside"),
    path("authority/", authority.authority, name="authority"),
    path("mailboxes/", mailboxes.mailboxes, name="mailboxes"),
    path("mailboxes/folders/<int:folder_id>/start/", mailboxes.choose_start, name="choose-start"),
    path("mailboxes/<int:mailbox_id>/trial/", mailboxes.trial, name="mailbox-trial"),
    path(
        "mailboxes/<int:mailbox_id>/standing-approval/",
        mailboxes.standing,
        name="standing-approval",
    ),
    path(
        "mailboxes/<int:mailbox_id>/standing-approval/end/",
        mailboxes.end_standing,
        name="end-standing-approval",
    ),
    path("letters/", letters.letters, name="letters"),
    path("letters/<int:letter_id>/", letters.letter, name="letter"),
    path(
        "letters/<int:letter_id>/document/<str:form>/",
        documents.letter_document,
        name="letter-document",
    ),
    path("letters/<int:letter_id>/take-back/", approval.void, name="void"),
    path("letters/<int:letter_id>/settle/", letters.settle, name="settle"),
    path(
        "letters/<int:letter_id>/try-again/", letters.step, {"name": "try-again"}, name="try-again"
    ),
    path("letters/<int:letter_id>/enough/", letters.step, {"name": "enough"}, name="enough"),
    path(
        "letters/<int:letter_id>/came-back/", letters.step, {"name": "came-back"}, name="came-back"
    ),
    path("oversight/", oversight.oversight, name="oversight"),
    path("oversight/<slug:slug>.csv", oversight.figures_csv, name="oversight-csv"),
    path("oversight/<slug:slug>.svg", oversight.chart, name="oversight-chart"),
    path("letters/<int:letter_id>/review/", oversight.review, name="review-letter"),
    path("law/", law.law, name="law"),
    path("law/<str:cited>/", law.provision, name="provision"),
    path("letters/<int:letter_id>/promote/", library.promote, name="promote"),
    path("ask/", ask.of_work, name="ask"),
    path("ask/questions.<slug:form>", ask.export_of_work, name="export-asked"),
    path("library/", library.library, name="library"),
    path("library/imports/", imports.imports, name="library-imports"),
    path("library/imports/<int:import_id>/", imports.library_import, name="library-import"),
    path("library/imports/<int:import_id>/columns/", imports.agree_columns, name="agree-columns"),
    path("library/imports/<int:import_id>/stop/", imports.stop_import, name="stop-import"),
    path(
        "library/imports/<int:import_id>/not-taken.csv",
        imports.report_csv,
        name="library-import-csv",
    ),
    path("library/judge/<path:ident>/", library.judge, name="judge-document"),
    path("library/original/<path:ident>/", library.original, name="original-document"),
    path("library/<path:ident>/", library.document, name="document"),
]
