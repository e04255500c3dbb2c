"""All cues of what a message is for; each file beside this one holds those of a theme."""

from assistant.domain.mail.cues_asking import ABOUT_RESPONSE, NEW_IN_THREAD
from assistant.domain.mail.cues_disputing import REVIEW
from assistant.domain.mail.cues_replying import CLARIFICATION, THANKS
from assistant.domain.mail.cues_waiting import CHASER

ALL_CUES = (
    *CHASER,
    *REVIEW,
    *CLARIFICATION,
    *THANKS,
    *NEW_IN_THREAD,
    *ABOUT_RESPONSE,
)
