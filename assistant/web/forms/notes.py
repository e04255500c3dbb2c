"""A note on a case."""

from django import forms

from assistant.services.add_note import LONGEST_NOTE
from assistant.web.forms.base import PageForm


class NoteForm(PageForm):
    """What an officer wants their colleagues to know."""

    text = forms.CharField(
        label="Add a note",
        help_text="For colleagues. It goes into no letter and to no model. It cannot be changed "
        "afterwards: put it right with a further note. If the requester asks for the file of their "
        "case, it may be disclosed.",
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Enter the note"},
    )
