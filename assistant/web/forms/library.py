"""Searching the library."""

from django import forms

from assistant.store.library_filters import Filters

_DATE = {"invalid": "Enter the date as day, month and year, such as 31 1 2024."}
_FORMS = ("%Y-%m-%d", "%d/%m/%Y", "%d %m %Y", "%d %B %Y")


class LibraryForm(forms.Form):
    """What to look for, and among which; the page writes its fields: searching is a plain GET."""

    q = forms.CharField(max_length=2_000, required=False)
    section = forms.CharField(max_length=100, required=False)
    outcome = forms.CharField(max_length=30, required=False)
    status = forms.CharField(max_length=12, required=False)
    since = forms.DateField(required=False, input_formats=_FORMS, error_messages=_DATE)
    until = forms.DateField(required=False, input_formats=_FORMS, error_messages=_DATE)

    def filters(self) -> Filters:
        """Return what a passage has to be; call it on a valid form."""
        names = ("section", "outcome", "status", "since", "until")
        return Filters(**{name: self.cleaned_data[name] for name in names})
