"""Editing a draft, attaching files to it, approving it, and taking an approval back."""

from django import forms

from assistant.web.forms.base import LONGEST_REASON, LetterText, PageForm, VersionedForm

LONGEST_LETTER = 200_000
MOST_BLOCKS = 100_000


class BlockForm(VersionedForm):
    """The words of one block; emptied, the block disappears."""

    text = LetterText(
        label="Text of the block",
        help_text="What you change becomes your own words, with your name beside them. "
        "Empty the box to take the block out.",
        required=False,
        max_length=LONGEST_LETTER,
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments
        self.fields["text"].widget.attrs["rows"] = 8


class WholeForm(VersionedForm):
    """The whole letter as one text."""

    text = LetterText(
        label="Text of the letter",
        help_text="Sentences you leave as they are keep their sources. What you change becomes "
        "your own words.",
        max_length=LONGEST_LETTER,
        error_messages={"required": "Enter the text of the letter"},
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments
        self.fields["text"].widget.attrs["rows"] = 30


class ReadForm(VersionedForm):
    """The first and the last of the blocks that somebody has read."""

    first = forms.IntegerField(min_value=1, max_value=MOST_BLOCKS, widget=forms.HiddenInput)
    last = forms.IntegerField(min_value=1, max_value=MOST_BLOCKS, widget=forms.HiddenInput)


class FileForm(PageForm):
    """A file that goes with a letter."""

    file = forms.FileField(
        label="Choose a file",
        help_text="It leaves with the letter, and the approval covers it.",
        max_length=200,
        error_messages={
            "required": "Choose a file",
            "empty": "The file is empty. Choose another",
            "missing": "Choose a file",
            "max_length": "The name of the file is too long. Rename it and choose it again",
        },
    )


class AcceptForm(PageForm):
    """Why a file may leave with something that it hides; `page` is where the person was."""

    key = forms.CharField(max_length=64)
    page = forms.ChoiceField(choices=(("draft", ""), ("approve", "")))
    reason = forms.CharField(
        max_length=LONGEST_REASON,
        error_messages={
            "required": "Say why the file may leave as it is.",
            "max_length": f"Say it in at most {LONGEST_REASON:,} characters.",
        },
    )


class ApprovalForm(PageForm):
    """What the person saw: the version of the draft and the fingerprint of what would leave."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    fingerprint = forms.CharField(widget=forms.HiddenInput, max_length=64)
    reason = forms.CharField(required=False, max_length=LONGEST_REASON)


class VoidForm(PageForm):
    """Why an approval is taken back."""

    reason = forms.CharField(
        label="Why is the approval taken back?",
        help_text="Kept in the history of the case.",
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Enter why the approval is taken back"},
    )


class SettleForm(PageForm):
    """What a person found out about a letter that a crash left in doubt."""

    left = forms.ChoiceField(
        label="Did the letter leave?",
        help_text="Look in the Sent folder and in the mail server’s log, or ask the requester.",
        choices=(
            ("yes", "Yes, it left. Close the matter"),
            ("no", "No, it did not leave. Send it now"),
        ),
        widget=forms.RadioSelect,
        error_messages={"required": "Select whether the letter left"},
    )
    reason = forms.CharField(
        label="How do you know?",
        help_text="Kept in the history of the case.",
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Enter how you know"},
    )


class WhyForm(PageForm):
    """Why a person does something about a letter; the page's own words ask for it."""

    reason = forms.CharField(
        help_text="Kept in the history of the case.",
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: object, question: str, missing: str, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments
        self.fields["reason"].label = question
        self.fields["reason"].error_messages["required"] = missing
