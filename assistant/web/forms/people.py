"""A person's name, role and address."""

from crispy_forms_gds.choices import Choice
from crispy_forms_gds.layout import Field, Layout, Size
from django import forms
from django.contrib.auth.validators import UnicodeUsernameValidator

from assistant.store.models import User
from assistant.web.forms.base import PageForm

ROLES = (
    Choice(
        User.Role.AUDITOR, "Auditor", hint="Reads cases, letters and histories. Changes nothing."
    ),
    Choice(User.Role.OFFICER, "Officer", hint="Works on cases and approves letters."),
    Choice(
        User.Role.SUPERVISOR,
        "Supervisor",
        hint="As an officer. Also decides what the library may be trusted for, approves "
        "acknowledgements ahead, and sees who opened which case.",
    ),
    Choice(
        User.Role.ADMINISTRATOR, "Administrator", hint="As a supervisor. Also says who may come in."
    ),
)


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


class RoleForm(PageForm):
    """What a person may do."""

    role = forms.ChoiceField(
        label="Role",
        choices=ROLES,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a role"},
    )

    def layout(self) -> Layout:
        """Return the choice, its legend a small heading."""
        return Layout(Field.radios("role", legend_size=Size.SMALL))


class TeamForm(PageForm):
    """The team by which supervisors count a person's work."""

    team = forms.CharField(
        label="Team",
        help_text="The figures of oversight are counted by it. Leave it empty for none.",
        required=False,
        max_length=100,
    )

    def layout(self) -> Layout:
        """Return the field, as wide as what goes in."""
        return Layout(Field.text("team", field_width="two-thirds"))


class PersonForm(NameForm, RoleForm):
    """Somebody new."""

    field_order = ("first_name", "last_name", "username", "email", "role")
    username = forms.CharField(
        label="User name",
        help_text="What the person signs in with. Letters, figures, and the signs @ . + - _",
        max_length=150,
        validators=[UnicodeUsernameValidator(message="Enter letters, figures and @ . + - _ alone")],
        error_messages={"required": "Enter a user name"},
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    email = forms.EmailField(
        label="E-mail address",
        help_text="Signs in too. With an account of your organisation it must be that account’s.",
        required=False,
        error_messages={"invalid": "Enter an address such as name@example.gov.uk"},
        widget=forms.TextInput(attrs={"type": "email", "autocomplete": "off"}),
    )

    def layout(self) -> Layout:
        """Return the fields in the order in which people are asked for them."""
        names = ("first_name", "last_name", "username", "email")
        return Layout(
            *(Field.text(name, field_width="two-thirds") for name in names),
            Field.radios("role", legend_size=Size.SMALL),
        )


class RuleForm(PageForm):
    """The roles that need a second factor."""

    roles = forms.MultipleChoiceField(
        label="Roles that need a second factor",
        choices=[(value, label) for value, label in User.Role.choices],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def layout(self) -> Layout:
        """Return the boxes, their legend a small heading."""
        return Layout(Field.checkboxes("roles", legend_size=Size.SMALL))
