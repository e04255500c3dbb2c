"""What the lists can be narrowed down to."""

from django import forms

FILTERS = (
    ("open", "Open"),
    ("mine", "Mine"),
    ("waiting", "Waiting for the requester"),
    ("all", "All"),
)
ORDERS = (("due", "Due date"), ("received", "Newest first"), ("reference", "Reference"))


class WorkListForm(forms.Form):
    """Which cases, found by which words, in which order; a wrong value is read as the first."""

    show = forms.ChoiceField(choices=FILTERS, required=False, label="Show")
    q = forms.CharField(max_length=200, required=False, label="Reference or subject")
    order = forms.ChoiceField(choices=ORDERS, required=False, label="Sort by")

    def chosen(self) -> dict[str, str]:
        """Return what was asked for, with the usual where nothing or nonsense was."""
        self.is_valid()
        given = self.cleaned_data
        return {
            "show": given.get("show") or "open",
            "q": given.get("q") or "",
            "order": given.get("order") or "due",
        }
