"""What templates need to show: days left, states as tags, dates from JSON, and where errors are."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms, template
from django.utils.dateparse import parse_date
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime

from assistant.domain.case import Outcome
from assistant.domain.event_words import event_words as words_of_event
from assistant.domain.law.acts import Provision
from assistant.domain.letters.context import long_date
from assistant.store.models import Case, Letter, RequestPart, StandingApproval, User
from assistant.web import law_text, words
from assistant.web.days import TimeLeft
from assistant.web.permissions import may
from assistant.web.request_text import part_name

register = template.Library()


@register.filter
def may_open(user: object, view_name: str) -> bool:
    """Whether a person's role may look at a page, so that no link leads to where they may not go.

    `{% if user|may_open:"web:settle" %}`; the door asks the same table (permissions.py).
    """
    return isinstance(user, User) and may(user.role, "GET", view_name)


@register.filter
def tag(shown: TimeLeft | tuple[str, str] | None) -> SafeString | str:
    """Return a GOV.UK tag: the words say it, the colour repeats it."""
    if shown is None:
        return ""
    text, colour = (shown.words, shown.colour) if isinstance(shown, TimeLeft) else shown
    return format_html('<strong class="govuk-tag govuk-tag--{}">{}</strong>', colour, text)


@register.filter
def state_tag(state: str) -> tuple[str, str]:
    """Return the words and the colour of a case's state."""
    return words.STATES.get(state, (state, "grey"))


@register.filter
def standing_tag(case: Case) -> tuple[str, str]:
    """Return the words and the colour of how a case stands: an answer that came back is none."""
    if case.answered_elsewhere:
        return words.SENT_ELSEWHERE
    return words.CAME_BACK if case.undelivered_at else state_tag(case.state)


@register.filter
def stage_tag(stage: str) -> tuple[str, str]:
    """Return the words and the colour of how far a letter has come."""
    return words.STAGES.get(stage, (stage, "grey"))


_TABLES = {
    "held": dict(words.HELD),
    "outcome": dict(words.OUTCOMES),
    "regime": dict(words.REGIMES),
    "receipt": words.RECEIPTS,
    "clock event": words.CLOCK_EVENTS,
    "letter": words.LETTERS,
    "way": words.WAYS,
    "disposition": words.DISPOSITIONS,
}


@register.filter
def named(value: str | None, table: str) -> str:
    """Return what the pages call a value of one of the vocabularies."""
    return _TABLES[table].get(value or "") or str(value or "").replace("_", " ").capitalize()


@register.filter
def majority(answer: Mapping[str, Any]) -> str:
    """Return how many of the letters that are alike had the outcome that is named."""
    same = next((each for each in answer["counts"] if each["outcome"] == answer["outcome"]), None)
    count = same["letters"] if same else len(answer["evidence"])
    # Kept by an earlier version, it says how many had which outcome, and not of how many.
    whole = answer.get("letters") or sum(each["letters"] for each in answer["counts"]) or count
    if whole == 1:
        return "The one similar letter"
    return f"{count} of {whole} similar letters"


@register.filter
def in_ten(share: float) -> int:
    """Return a share, from 0 to 1, as so many in ten."""
    return round(10 * share)


@register.filter
def how_sure(answer: Mapping[str, Any]) -> str:
    """Return how often such a majority came true, and what of that was measured (library.md)."""
    often = f"about {in_ten(answer['confidence'])} of 10 cases"
    if answer["outcome"] == Outcome.DISCLOSED_FULL.value:
        return f"Such majorities came true in {often}; 5 to 6 of 10 letters end so anyway."
    return f"By estimate that comes true in {often}. There were too few such letters to test it."


@register.filter
def approver(letter: Letter) -> str:
    """Return who approved a letter: a person, or a machine under whose standing approval."""
    if letter.standing is None:
        return letter.approved_by.shown_name
    return f"machine, {under_standing(letter.standing)}"


@register.filter
def standing_words(standing_id: int) -> str:
    """Return a standing approval in words, by the id that an event of the history holds."""
    row = StandingApproval.objects.select_related("approved_by").filter(pk=standing_id).first()
    return under_standing(row) if row else ""


@register.filter
def under_standing(standing: StandingApproval) -> str:
    """Return a standing approval in words: whose it is, and of when."""
    day = localtime(standing.approved_at)
    return f"under the standing approval of {standing.approved_by.shown_name} of {long_date(day)}"


@register.filter
def event_name(kind: str) -> str:
    """Return what the history calls an event."""
    return words_of_event(kind)


@register.filter
def read_words(kept: Mapping[str, Any]) -> str:
    """Return how much an approver had opened and read, as an event or a letter keeps it."""
    if "not_read" in kept:
        (closed, sources), (unread, blocks) = kept["not_opened"], kept["not_read"]
    else:
        closed, sources = len(kept["sources"]), kept["of_sources"]
        unread, blocks = len(kept["blocks"]), kept["of_blocks"]
    return (
        f"Sources opened by who approved it: {sources - closed} of {sources}. "
        f"Blocks marked as read: {blocks - unread} of {blocks}."
    )


@register.filter
def in_runs(numbers: Iterable[int]) -> str:
    """Return numbers of blocks as “1 to 4, 7”."""
    return words.number_runs(numbers)


@register.filter
def lower_first(text: str) -> str:
    """Return a text with a small first letter, the rest as it is."""
    return text[:1].lower() + text[1:]


@register.filter
def need_name(need: str) -> str:
    """Return what only a person can supply for a provision, in words."""
    return words.NEEDS.get(need, need.replace("-", " "))


@register.filter
def name_of_part(part: RequestPart) -> str:
    """Return what the pages call a part."""
    return part_name(part)


@register.filter
def law_link(section: str) -> SafeString | str:
    """Return a citation as a link to its page."""
    return law_text.law_link(section)


@register.filter
def law_links(sections: Iterable[str]) -> SafeString:
    """Return citations as links to their pages, with commas between them."""
    return law_text.law_links(sections)


@register.filter
def limb_about(provision: Provision) -> str:
    """Return what a provision is about."""
    return law_text.about(provision)


@register.filter
def limb_more(provision: Provision) -> str:
    """Return what tells a provision from its neighbours where its title does not."""
    return law_text.more(provision)


@register.filter
def as_date(text: str | None) -> date | None:
    """Read a date in ISO form, as JSON columns hold it; None where it is none."""
    try:
        return parse_date(text) if text else None
    except ValueError:
        return None


@register.filter
def as_words(text: str) -> str:
    """Turn a name with underscores or hyphens into words."""
    return str(text).replace("_", " ").replace("-", " ")


@register.inclusion_tag("web/_problems.html")
def problem_summary(*given: object) -> dict[str, object]:
    """List every error of the forms on a page, each leading to the box to mend."""
    problems: list[tuple[str, str]] = []
    for form in given:
        # A page without that form hands in an empty text.
        if isinstance(form, forms.BaseForm) and form.is_bound:
            problems += _problems(form)
        elif isinstance(form, forms.BaseFormSet) and form.is_bound:
            problems += [("main-content", str(error)) for error in form.non_form_errors()]
            problems += [problem for row in form for problem in _problems(row)]
    return {"problems": problems}


def _problems(form: forms.BaseForm) -> list[tuple[str, str]]:
    """Return (id of the element to go to, message) for each error of a form."""
    shown = [field for field in form if not field.is_hidden]
    first = _place(shown[0]) if shown else "main-content"
    found = [(first, str(error)) for error in form.non_field_errors()]
    for field in form:
        place = first if field.is_hidden else _place(field)
        found += [(place, str(error)) for error in field.errors]
    return found


def _place(field: forms.BoundField) -> str:
    """Return the id of the first element of a field that can take the focus."""
    widget = field.field.widget
    if isinstance(widget, forms.MultiWidget):
        return f"{field.auto_id}_0"
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return f"id_{field.html_name}_1"
    return str(field.auto_id)
