"""What a change to a case needs: the words of its page, its form, the service that does it."""

from collections.abc import Callable
from dataclasses import dataclass

from assistant.store.models import Case
from assistant.web.access import OfficerRequest
from assistant.web.forms.base import PageForm

FormOf = Callable[[OfficerRequest, Case], PageForm]


@dataclass(frozen=True, slots=True)
class Action:
    """A change to a case: what its page says, its form, and the service that does it.

    `work` is called with the id of the case, the form's answers, and `by` and `clock`; it returns
    the case to go on with.
    """

    heading: str
    button: str
    done: str
    explanation: str
    form: FormOf
    work: Callable[..., Case]
    warns: bool = False
