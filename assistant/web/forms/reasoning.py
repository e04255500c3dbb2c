"""Why a provision applies: a box for each thing the provision needs on record, and for no other."""

from collections.abc import Callable
from datetime import date

from crispy_forms_gds.layout import Field, Layout
from django import forms

from assistant.domain.law.acts import Basis, Need, Provision, ProvisionKind, Register
from assistant.domain.letters.grounds import Ask, Grounds, asked, companions
from assistant.domain.letters.substance import faults
from assistant.web.forms.base import DayField, VersionedForm

LONGEST = 20_000
LIKELIHOODS = (
    ("would", "Would: more likely than not"),
    (
        "would be likely to",
        "Would be likely to: a real and significant chance, more than hypothetical or remote",
    ),
)
_HARM = {
    Basis.NECESSITY: (
        "Why is the exemption required?",
        (
            "The test is that it is required for the purpose of {interest}; harm alone is not "
            "enough. Say what the information would show, to whom it would be of use, and why "
            "withholding it is reasonably necessary."
        ),
    ),
    Basis.ENDANGERMENT: (
        "Who would be endangered, and how?",
        (
            "The interest protected is {interest}. Name no one. Say which people by role, what "
            "could happen to them, and what you base this on."
        ),
    ),
}
_NCND_HARM = (
    "What would a confirmation show, and what would a denial show?",
    (
        "Both have to tell people something that the provision protects. Say it the same way "
        "whether or not the information is held."
    ),
)
_PLAIN_HARM = (
    "What harm would follow?",
    (
        "The interest protected is {interest}. Say what this information shows, who could do what "
        "with it, and what would follow. Harm that could stand in any letter is not enough."
    ),
)


class ReasoningForm(VersionedForm):
    """The record of one provision; its fields follow from what the register says of it."""

    def __init__(
        self,
        *args: object,
        provision: Provision,
        register: Register,
        today: date,
        **kwargs: object,
    ) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments
        self.provision = provision
        self._register, self._today = register, today
        self.asks = asked(provision, register)
        for ask in self.asks:
            self.fields[ask.value] = (
                _companion_field(provision, register)
                if ask is Ask.COMPANIONS
                else _FIELDS[ask](provision)
            )

    def layout(self) -> Layout:
        """Return the fields in the order in which they are asked."""
        return Layout("version", *(_shown(ask) for ask in self.asks))

    def clean(self) -> dict[str, object]:
        """Hold what was entered against the rules, so that a fault is shown at its own box."""
        given = super().clean() or {}
        for ask, message in faults(self.provision, self.grounds(), self._register, self._today):
            if ask.value not in self.errors:
                self.add_error(ask.value if ask in self.asks else None, message)
        return given

    def grounds(self) -> Grounds:
        """Return what was entered, as the rules take it."""
        apart = {Ask.COMPANIONS, Ask.OPINION_ON}
        texts = [ask.value for ask in self.asks if ask not in apart]
        return Grounds(
            str(self.provision.citation),
            companions=tuple(self.cleaned_data.get(Ask.COMPANIONS) or ()),
            opinion_on=self.cleaned_data.get(Ask.OPINION_ON) or None,
            **{name: str(self.cleaned_data.get(name) or "") for name in texts},
        )


def initial_from(grounds: Grounds, version: int) -> dict[str, object]:
    """Return what the form shows of a record."""
    return {"version": version} | {ask.value: getattr(grounds, ask.value) for ask in Ask}


def _shown(ask: Ask) -> object:
    """Return how a field is laid out."""
    if ask is Ask.LIKELIHOOD:
        return Field.radios(ask.value, small=True)
    if ask is Ask.COMPANIONS:
        return Field.checkboxes(ask.value, small=True)
    return ask.value


def _text(label: str, hint: str, rows: int = 4) -> forms.CharField:
    """Return a box for a few sentences."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def _companion_field(provision: Provision, register: Register) -> forms.Field:
    """Return the purposes or conditions to tick."""
    purpose = Need.PURPOSE in provision.needs
    return forms.MultipleChoiceField(
        label="For which purpose?" if purpose else "What is it claimed with?",
        help_text="Kept among the sections of every part that this provision is relied on for.",
        required=False,
        choices=[
            (str(each.citation), f"{each.citation}: {each.prejudice_to or each.title}")
            for each in companions(provision, register)
        ],
        widget=forms.CheckboxSelectMultiple,
    )


def _likelihood(provision: Provision) -> forms.Field:
    """Return the two levels that the Act knows, in plain words."""
    inhibits = "inhibit" in provision.threshold
    verb = "this" if provision.kind is ProvisionKind.NCND else "disclosure"
    return forms.ChoiceField(
        label=f"How likely is it that {verb} does harm?" if not inhibits else "How likely is it?",
        help_text="The response states the level. Choose the one that you can show.",
        required=False,
        choices=LIKELIHOODS,
        widget=forms.RadioSelect,
    )


def _harm(provision: Provision) -> forms.Field:
    """Return the question for the harm, in the words of the provision's own test."""
    if provision.kind is ProvisionKind.NCND:
        label, hint = _NCND_HARM
    else:
        label, hint = _HARM.get(provision.basis, _PLAIN_HARM)
    interest = provision.prejudice_to or provision.title
    return _text(label, hint.format(interest=interest.rstrip(".")), rows=5)


def _why(provision: Provision) -> forms.Field:
    """Return the question for the facts, with what has to be named in them."""
    hint = "Say which of the information it is, and what shows that the provision covers it."
    if Need.ENACTMENT in provision.needs:
        hint += " Name the enactment that prohibits disclosure, with its section."
    if Need.COMPLETION in provision.needs:
        hint += " Name who is preparing the material, and when it will be finished."
    if provision.kind is ProvisionKind.GROUND:
        hint = "Say which facts bring the request within it."
    return _text("Why does it apply?", hint, rows=5)


_FIELDS: dict[Ask, Callable[[Provision], forms.Field]] = {
    Ask.QUALIFIED_PERSON: lambda _: forms.CharField(
        label="Who is the qualified person?",
        help_text="Name and office. Only this person can form the opinion; nothing is proposed "
        "here.",
        required=False,
        max_length=200,
    ),
    Ask.OPINION_ON: lambda _: DayField(
        label="When was the opinion given?", help_text="For example, 27 3 2026", required=False
    ),
    Ask.OPINION: lambda _: _text(
        "What does the opinion say?",
        "In the qualified person’s own words: what would follow, and why.",
        rows=5,
    ),
    Ask.LIKELIHOOD: _likelihood,
    Ask.HARM: _harm,
    Ask.CAUSAL_LINK: lambda _: _text(
        "How does disclosure lead to that harm?",
        "The step from the information being public to the harm. What is known already, from you "
        "or others, cannot cause it.",
    ),
    Ask.WHY: _why,
    Ask.LEGITIMATE_INTERESTS: lambda _: _text(
        "Which legitimate interests does the requester have, and why do they not prevail?",
        "Under the first condition: the interest in the information, whether disclosure is "
        "necessary for it, and how it weighs against the rights of the people concerned (UK GDPR "
        "article 6(1)(f)). Name no one.",
    ),
    Ask.FOR_DISCLOSURE: lambda _: _text(
        "What speaks for disclosure?",
        "What this information would add to what the public knows. One factor a line.",
    ),
    Ask.AGAINST: lambda _: _text(
        "What speaks against it?",
        "Only what the provision protects; that a topic is sensitive is no factor. One factor a "
        "line.",
    ),
    Ask.TIPS: lambda _: _text(
        "What tips the balance?",
        "Why the one side outweighs the other here. Where they weigh the same, the information is "
        "disclosed.",
    ),
}
