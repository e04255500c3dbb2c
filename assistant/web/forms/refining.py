"""What is to be done with a piece of a letter."""

from collections.abc import Sequence

from django import forms

from assistant.services.refine_choices import Choice
from assistant.web.forms.base import VersionedForm


class RefineForm(VersionedForm):
    """One of the things that can be done with this piece."""

    choice = forms.TypedChoiceField(
        label="What do you want?",
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Select what you want",
            "invalid_choice": "The letter has changed since you looked. Choose again",
        },
    )

    def __init__(self, *args: object, offered: Sequence[Choice], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments
        self.offered = offered
        self.fields["choice"].choices = [  # type: ignore[attr-defined]  # a choice field
            (number, each.label) for number, each in enumerate(offered)
        ]

    @property
    def chosen(self) -> tuple[str, str]:
        """The action and the source that it takes."""
        choice = self.offered[self.cleaned_data["choice"]]
        return choice.action.value, choice.source
