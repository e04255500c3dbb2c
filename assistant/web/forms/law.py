"""What the list of provisions can be narrowed down to."""

from collections.abc import Iterable

from django import forms

from assistant.domain.law.acts import Provision, ProvisionKind, Register
from assistant.domain.law.citations import Act, parse_citation
from assistant.web.words import ACTS

SHOWS = (
    ("refusing", "Exemptions and exceptions"),
    ("ncnd", "Neither confirming nor denying"),
    ("grounds", "Other grounds for not complying"),
    ("purposes", "Purposes of section 31(2)"),
    ("duties", "Duties and procedure"),
    ("rights", "Rights"),
    ("supplements", "Definitions and certificates"),
    ("all", "Everything"),
)
MARKS = (
    ("present", "The present law"),
    ("unverified", "Not verified"),
    ("replaced", "No longer the law"),
    ("every", "Both"),
)
_KINDS = {
    "refusing": {ProvisionKind.EXEMPTION, ProvisionKind.EXCEPTION},
    "ncnd": {ProvisionKind.NCND},
    "grounds": {ProvisionKind.GROUND},
    "purposes": {ProvisionKind.PURPOSE},
    "duties": {ProvisionKind.DUTY},
    "rights": {ProvisionKind.RIGHT},
    "supplements": {ProvisionKind.SUPPLEMENT},
    "all": set(ProvisionKind),
}


class LawForm(forms.Form):
    """Which provisions, found by which words; a wrong value is read as the first of its list."""

    q = forms.CharField(max_length=200, required=False, label="Number or words")
    act = forms.ChoiceField(choices=(("", "Every Act"), *ACTS), required=False, label="Act")
    show = forms.ChoiceField(choices=SHOWS, required=False, label="Kind")
    mark = forms.ChoiceField(choices=MARKS, required=False, label="Status")

    def chosen(self) -> dict[str, str]:
        """Return what was asked for, with the usual where nothing or nonsense was.

        Whoever looks for words looks among everything, unless a kind is chosen as well.
        """
        self.is_valid()
        given = self.cleaned_data
        words = str(given.get("q") or "").strip()
        return {
            "q": words,
            "act": given.get("act") or "",
            "show": given.get("show") or ("all" if words else "refusing"),
            "mark": given.get("mark") or "present",
        }


def narrowed(register: Register, chosen: dict[str, str]) -> list[Provision]:
    """Return the provisions that were asked for, in the order of the Acts."""
    kinds = _KINDS[chosen["show"]]
    acts = [Act(chosen["act"])] if chosen["act"] else list(Act)
    return [
        each
        for act in acts
        for each in _matching(register, chosen["q"])
        if each.citation.act is act and each.kind in kinds and _has_mark(each, chosen["mark"])
    ]


def _has_mark(provision: Provision, mark: str) -> bool:
    """Whether a provision belongs under the mark that was chosen."""
    if mark == "every":
        return True
    if mark == "replaced":
        return not provision.is_present
    return provision.is_present and (mark == "present" or not provision.verified)


def _matching(register: Register, words: str) -> Iterable[Provision]:
    """Return the provisions that a number means, or whose text holds every word."""
    citation = parse_citation(words) if words else None
    if citation is not None:
        return [each for each in register if each.citation.within(citation)]
    wanted = words.lower().split()
    return [each for each in register if all(word in _text(each) for word in wanted)]


def _text(provision: Provision) -> str:
    """Return what a provision can be found by."""
    said = (provision.citation, provision.title, provision.prejudice_to, provision.note)
    return " ".join(map(str, said)).lower()
