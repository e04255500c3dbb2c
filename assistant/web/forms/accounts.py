"""Signing in, and one's own name and password."""

from typing import Any

from allauth.account import forms as library
from crispy_forms_gds.layout import Field, Layout
from django import forms
from django.contrib.auth.forms import SetPasswordForm

from assistant.web.forms.base import PageForm

GOOD_ONE = (
    "At least 8 characters, not only figures, not one that many people use, and not like your name."
)
TWICE = "Enter the password again"


def bare(field: forms.Field, label: str, required: str) -> None:
    """Give a field of the library our words: a label, what to do where it is empty, no more."""
    field.label = label
    field.help_text = ""
    field.error_messages["required"] = required
    field.widget.attrs.pop("placeholder", None)
    # The error summary takes the focus; a field that takes it at once would hide the heading.
    field.widget.attrs.pop("autofocus", None)


class SignInForm(PageForm, library.LoginForm):  # type: ignore[misc]  # allauth publishes no types
    """User name or e-mail address and password, with one message whatever was wrong."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bare(
            self.fields["login"],
            "User name or e-mail address",
            "Enter your user name or e-mail address",
        )
        self.fields["login"].widget.attrs |= {
            "autocomplete": "username webauthn",
            "spellcheck": "false",
            "autocapitalize": "none",
        }
        bare(self.fields["password"], "Password", "Enter your password")

    def add_prefix(self, field_name: str) -> str:
        """Call the field `username`, which is the name that password managers look for."""
        return super().add_prefix("username" if field_name == "login" else field_name)

    def layout(self) -> Layout:
        """Return both fields, each as wide as what goes in."""
        return Layout(
            Field.text("login", field_width="two-thirds"),
            Field.text("password", field_width="two-thirds"),
        )


class PasswordAgainForm(PageForm, library.ReauthenticateForm):  # type: ignore[misc]  # no types
    """The password once more, before anything that keeps others out is changed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bare(self.fields["password"], "Your password", "Enter your password")

    def layout(self) -> Layout:
        """Return the field, as wide as what goes in."""
        return Layout(Field.text("password", field_width="two-thirds"))


class ChangePasswordForm(PageForm, library.ChangePasswordForm):  # type: ignore[misc]  # no types
    """The password that is, and the one that shall be, twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bare(self.fields["oldpassword"], "Present password", "Enter your present password")
        bare(self.fields["password1"], "New password", "Enter a new password")
        bare(self.fields["password2"], "New password again", TWICE)
        self.fields["password1"].help_text = GOOD_ONE

    def layout(self) -> Layout:
        """Return the fields, each as wide as what goes in."""
        names = ("oldpassword", "password1", "password2")
        return Layout(*(Field.text(name, field_width="two-thirds") for name in names))


class FirstPasswordForm(PageForm, SetPasswordForm):  # type: ignore[type-arg]  # not generic here
    """The password that somebody chooses who came by a one-time link."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bare(self.fields["new_password1"], "New password", "Enter a new password")
        bare(self.fields["new_password2"], "New password again", TWICE)
        self.fields["new_password1"].help_text = GOOD_ONE

    def layout(self) -> Layout:
        """Return the fields, each as wide as what goes in."""
        names = ("new_password1", "new_password2")
        return Layout(*(Field.text(name, field_width="two-thirds") for name in names))
