"""A person's name, role and address."""

from crispy_forms_gds.layout import Field, Layout
from django import forms

from assistant.web.forms.base import PageForm


class NameForm(PageForm):
    """The name that colleagues see, and that letters are signed with."""

    first_name = forms.CharField(
        label="First name",
        max_length=150,
        error_messages={"required": "Enter the first name"},
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )
    last_name = forms.CharField(
        label="Last name",
        max_length=150,
        error_messages={"required": "Enter the last name"},
        widget=forms.TextInput(attrs={"autocomplete": "family-name"}),
    )

    def layout(self) -> Layout:
        """Return both fields, each as wide as what goes in."""
        names = ("first_name", "last_name")
        return Layout(*(Field.text(name, field_width="two-thirds") for name in names))
