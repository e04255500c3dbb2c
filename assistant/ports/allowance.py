"""What language models may be used for in a minute and in a day, by all processes together."""

from typing import Protocol


class Allowance(Protocol):
    """Counts calls and tokens, and says when it is enough.

    A call is taken before it is made and settled after it. One that is never settled, because its
    process died, counts as what was expected of it.
    """

    def take(self, model: str, tokens: int) -> int:
        """Note a call that begins now and takes about so many tokens; return its number.

        Raises TryAgainLater, saying why and until when, where this minute has had its calls, the
        day its budget, or the model's server has asked to be left alone.
        """
        ...

    def settle(self, number: int, *, tokens_in: int, tokens_out: int) -> None:
        """Note what a call took in truth."""
        ...

    def rest(self, model: str, seconds: float) -> None:
        """Leave a model alone for so long, as its server asked (Retry-After, RFC 9110 10.2.3)."""
        ...
