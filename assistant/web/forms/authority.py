"""What letters say of the authority."""

from crispy_forms_gds.choices import Choice
from crispy_forms_gds.layout import Field, Layout, Size
from django import forms

from assistant.services.set_authority_profile import COST_LIMITS
from assistant.web.forms.base import LONGEST_REASON, PageForm

LABELS = {
    "address": "Postal address",
    "phone": "Telephone",
    "review_contact": "Where requests for internal review go",
    "signatory": "Signed as",
    "regulator_name": "Regulator",
    "regulator_address": "Regulator’s postal address",
    "regulator_url": "Regulator’s page for complaints",
    "cost_limit": "Cost limit of section 12",
}
_LIMITS = {450: "£450, for most authorities", 600: "£600, for central government"}


def _lines(name: str, rows: int = 3, **options: object) -> forms.CharField:
    return forms.CharField(
        label=LABELS[name],
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": rows}),
        **options,  # type: ignore[arg-type]  # options of the field
    )


class AuthorityForm(PageForm):
    """The profile of the authority, and why it changes."""

    address = _lines("address", required=False)
    phone = forms.CharField(label=LABELS["phone"], max_length=50, required=False)
    review_contact = _lines(
        "review_contact",
        help_text="An e-mail address, or a postal address in a few lines.",
        error_messages={"required": "Enter where requests for internal review go"},
    )
    signatory = forms.CharField(
        label=LABELS["signatory"],
        help_text="Stands below the officer’s name.",
        max_length=200,
        required=False,
    )
    regulator_name = forms.CharField(
        label=LABELS["regulator_name"],
        max_length=200,
        error_messages={"required": "Enter the name of the regulator"},
    )
    regulator_address = _lines(
        "regulator_address",
        error_messages={"required": "Enter the regulator’s postal address"},
    )
    regulator_url = forms.URLField(
        label=LABELS["regulator_url"],
        help_text="It begins with https://.",
        max_length=200,
        assume_scheme="https",
        # The GOV.UK template styles text fields, and knows none for addresses of pages.
        widget=forms.TextInput(attrs={"inputmode": "url"}),
        error_messages={
            "required": "Enter the address of the regulator’s page",
            "invalid": "Enter an address such as https://regulator.example/complain",
        },
    )
    cost_limit = forms.TypedChoiceField(
        label=LABELS["cost_limit"],
        help_text="SI 2004/3244 regulation 3.",
        choices=tuple((limit, _LIMITS[limit]) for limit in COST_LIMITS),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the cost limit"},
    )
    reason = forms.CharField(
        label="Why is it changed?",
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Enter why it is changed"},
    )

    def __init__(self, *args: object, set_here: tuple[str, ...] = (), **kwargs: object) -> None:
        """Take the names of the fields that are set here: each can be given back."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # as Django's form takes them
        if set_here:
            self.fields["give_back"] = forms.MultipleChoiceField(
                label="Let the settings decide again",
                choices=[Choice(name, LABELS[name]) for name in LABELS if name in set_here],
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )

    def layout(self) -> Layout:
        """Return the fields, each as wide as what goes in, and the reason last."""
        narrow = {"phone": "one-half"}
        fields: list[object] = []
        for name, field in self.fields.items():
            if name == "cost_limit":
                fields.append(Field.radios(name, legend_size=Size.SMALL))
            elif name == "give_back":
                fields.append(Field.checkboxes(name, legend_size=Size.SMALL))
            elif name != "reason" and isinstance(field.widget, forms.TextInput):
                fields.append(Field.text(name, field_width=narrow.get(name, "full")))
            elif name != "reason":
                fields.append(name)
        return Layout(*fields, "reason")

    def values(self) -> dict[str, str | int]:
        """Return the values by field; lines end as they do everywhere here."""
        return {
            name: value.replace("\r\n", "\n").strip() if isinstance(value, str) else value
            for name, value in self.cleaned_data.items()
            if name in LABELS
        }
