"""Codes of an authenticator app, recovery codes, and passkeys."""

from typing import Any

from allauth.mfa.base import forms as library
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from crispy_forms_gds.layout import Field, Fluid, Layout
from django import forms

from assistant.web.forms.accounts import bare
from assistant.web.forms.base import PageForm


class _CodeForm(PageForm):
    """A form whose one field is a code."""

    code_label = "Code"
    code_hint = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bare(self.fields["code"], self.code_label, "Enter the code")
        self.fields["code"].help_text = self.code_hint
        self.fields["code"].widget.attrs |= {"inputmode": "numeric", "spellcheck": "false"}

    def layout(self) -> Layout:
        """Return the field, as wide as a code."""
        return Layout(Field.text("code", field_width=Fluid.ONE_THIRD))


class CodeForm(_CodeForm, library.AuthenticateForm):  # type: ignore[misc]  # allauth has no types
    """The second step of signing in."""

    code_hint = "The six figures that your authenticator app shows now, or a recovery code."


class CodeAgainForm(_CodeForm, library.ReauthenticateForm):  # type: ignore[misc]  # no types
    """A code once more, before anything that keeps others out is changed."""

    code_hint = "The six figures that your authenticator app shows now, or a recovery code."


class FirstCodeForm(_CodeForm, ActivateTOTPForm):  # type: ignore[misc]  # allauth has no types
    """The first code of a new authenticator app, which shows that it was set up."""

    code_hint = "The six figures that the app shows now."


class NewPasskeyForm(PageForm, AddWebAuthnForm):  # type: ignore[misc]  # allauth has no types
    """A name for a new passkey; the rest the browser fills in.

    A passkey is always one that asks for a fingerprint or a PIN (`passwordless`), so that it can
    stand for both factors at once.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bare(self.fields["name"], "Name of this passkey", "Enter a name")
        self.fields["name"].help_text = "So that you know later which one it is."
        self.fields["name"].widget.attrs["maxlength"] = "60"
        if not self.is_bound:
            self.initial["name"] = ""
        self.fields["credential"].error_messages["required"] = (
            "The browser made no passkey. Try again; it needs JavaScript and your consent."
        )
        self.fields["passwordless"].widget = forms.HiddenInput()
        self.fields["passwordless"].initial = True

    def layout(self) -> Layout:
        """Return the fields, the name as wide as what goes in."""
        return Layout(
            Field.text("name", field_width=Fluid.TWO_THIRDS), "passwordless", "credential"
        )
