"""Searching the library."""

from django import forms


class LibraryForm(forms.Form):
    """What to look for; the page writes its one field, so that searching stays a plain GET."""

    q = forms.CharField(max_length=2_000, required=False)
