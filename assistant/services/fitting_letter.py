"""Which letter answers a message on a case, by what the reader of mail took the message for."""

from collections.abc import Mapping

from assistant.domain.case import Purpose, State
from assistant.domain.law.acts import Regime
from assistant.domain.letters.blocks import LetterKind
from assistant.domain.letters.kinds import KINDS
from assistant.domain.mail.followup_kinds import IntentKind

# The best first; the first that fits the case is taken, else a letter in the officer's own words.
_ANSWERED_BY: Mapping[IntentKind, tuple[LetterKind, ...]] = {
    IntentKind.CHASER: (LetterKind.CHASER_REPLY,),
    IntentKind.THANKS: (LetterKind.THANKS_REPLY,),
    IntentKind.QUESTION_ABOUT_RESPONSE: (LetterKind.QUESTION_REPLY,),
    IntentKind.COMPLAINT_ICO: (LetterKind.COMPLAINT_REPLY,),
    IntentKind.WITHDRAWAL: (LetterKind.WITHDRAWAL,),
}


def letter_for(intent: str, regime: Regime, state: State, purpose: Purpose) -> LetterKind:
    """Return the kind of letter that fits a message of an intent on a case that stands so."""
    kinds = {kind.value: kind for kind in IntentKind}
    fitting = _ANSWERED_BY.get(kinds.get(intent, IntentKind.OTHER), ())
    found = (kind for kind in fitting if KINDS[kind].fits(regime, state, purpose))
    return next(found, LetterKind.OTHER)
