"""What an officer records about a part of a request: searches, held or not, outcome, sections."""

import re
from collections.abc import Iterable

from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Field, Layout
from django import forms
from django.core.exceptions import ValidationError

from assistant.domain.law.acts import Provision, Regime, Register, Standing
from assistant.domain.law.citations import parse_citation
from assistant.web.forms.base import DayField, PageForm, VersionedForm
from assistant.web.words import HELD, OUTCOMES

GROUPS = (
    (Standing.ABSOLUTE, "Absolute: no public interest test"),
    (Standing.QUALIFIED, "Qualified: the public interest test applies"),
    (Standing.PARTLY, "Qualified, but absolute for some information"),
    (Standing.NONE, "No public interest test"),
)
BETWEEN_SECTIONS = re.compile(r"[;\n]|,(?=\s*(?:s|reg|art|FOIA|EIR|\d))", re.IGNORECASE)


class SearchForm(PageForm):
    """One search: where, by whom, with which words, when, and what came of it."""

    where = forms.CharField(
        label="Where was searched?",
        help_text="For example, the case management system, or a team’s shared folder.",
        max_length=500,
        error_messages={"required": "Enter where was searched"},
    )
    who = forms.CharField(
        label="Who searched?",
        max_length=200,
        error_messages={"required": "Enter who made the search"},
    )
    terms = forms.CharField(label="Search terms (optional)", max_length=500, required=False)
    made_on = DayField(
        label="When was the search made?",
        help_text="For example, 27 3 2026",
        require_all_fields=True,
    )
    result = forms.CharField(
        label="What was found?",
        help_text="Say so too if nothing was found.",
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Enter what the search found"},
    )

    def layout(self) -> Layout:
        """Return the fields in their order."""
        return Layout(
            "where", Field.text("who", field_width="two-thirds"), "terms", "made_on", "result"
        )


class SectionsField(forms.MultipleChoiceField):
    """Sections as boxes to tick; a page groups them, and any of the register may be ticked."""

    widget = forms.CheckboxSelectMultiple


class RecordForm(VersionedForm):
    """Held or not, the outcome, the sections relied on, and facts that only the officer knows."""

    held = forms.ChoiceField(
        label="Is the information held?",
        help_text="A search finds this out. Nothing is proposed here.",
        choices=HELD,
        widget=forms.RadioSelect,
        error_messages={"required": "Select whether the information is held"},
    )
    outcome = forms.ChoiceField(label="Outcome", choices=(), required=False)
    sections = SectionsField(label="Sections relied on", required=False)
    others = forms.CharField(
        label="Other sections (optional)",
        help_text="Separated by semicolons, for example: s.31(1)(b); reg 12(4)(e)",
        required=False,
        max_length=500,
    )
    facts = forms.CharField(
        label="Facts for the response (optional)",
        help_text="Figures, dates, names of publications, and what the prejudice or public "
        "interest test rests on.",
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    def __init__(self, *args: object, register: Register, regime: str, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments
        self._register = register
        provisions = register.exemptions(Regime(regime)) or register.exemptions(Regime.FOI)
        self.groups = grouped(provisions)
        known = [str(provision.citation) for provision in provisions]
        self.fields["sections"].choices = [(each, each) for each in known]  # type: ignore[attr-defined]  # a choice field
        self.fields["outcome"].choices = [("", "Not decided yet"), *OUTCOMES]  # type: ignore[attr-defined]  # a choice field

    def layout(self) -> Layout:
        """Return the fields before the sections; the page writes the rest with their groups."""
        return Layout(
            "version",
            Field.radios("held", small=True),
            Field.select("outcome"),
        )

    @property
    def has_unverified(self) -> bool:
        """Whether the register has a provision here that nobody saw in the Act."""
        return any(not provision.verified for _, members in self.groups for provision in members)

    @property
    def rest(self) -> FormHelper:
        """How the fields after the sections are rendered."""
        helper = self.helper
        helper.layout = Layout("others", "facts")
        return helper

    def ticked(self) -> tuple[str, ...]:
        """Return which sections are ticked now, whether from the row or from what was posted."""
        value = self["sections"].value()
        return tuple(str(each) for each in value) if isinstance(value, list | tuple) else ()

    def clean_others(self) -> tuple[str, ...]:
        """Read sections typed freely as the register prints them; raises for what is none."""
        found = []
        for piece in BETWEEN_SECTIONS.split(self.cleaned_data["others"]):
            if not piece.strip():
                continue
            citation = parse_citation(piece)
            if citation is None:
                raise ValidationError(
                    f"“{piece.strip()}” cannot be read as a section. Write it like s.31(1)(a)."
                )
            found.append(str(citation))
        return tuple(found)

    def chosen_sections(self) -> tuple[str, ...]:
        """Return every section, ticked or typed, once."""
        both = (*self.cleaned_data["sections"], *self.cleaned_data["others"])
        return tuple(dict.fromkeys(both))


def grouped(provisions: Iterable[Provision]) -> list[tuple[str, list[Provision]]]:
    """Sort provisions by whether a public interest test follows, in the order of the Act."""
    listed = list(provisions)
    groups = [(title, [p for p in listed if p.standing is standing]) for standing, title in GROUPS]
    return [(title, members) for title, members in groups if members]
