"""Cues of people who ask for an internal review of an answer, in those words or in others."""

from assistant.domain.mail.followup_kinds import IntentKind, cues

REVIEW = cues(
    IntentKind.INTERNAL_REVIEW_REQUEST,
    (
        1,
        "speaks of an internal review",
        r"\binternal review\b",
    ),
    (
        3,
        "is not satisfied",
        (
            r"\b(?:not|far from|un|dis|n't)(?: \w+){0,2} ?satisf(?:ied|actory)\b|\bunhappy with\b"
            r"|\bunacceptable\b"
        ),
    ),
    (
        3,
        "calls an exemption wrongly used",
        (
            r"\b(?:section|exemption|exception|s\.? ?\d+|regulation)\b.{0,80}\b(?:misus\w*|wrong\w*"
            r"|incorrect\w*|does not apply|not engaged|inappropriate\w*|misappl\w*|cannot apply"
            r"|unjustified)\b|\b(?:misus\w*|wrongly|incorrectly)\b.{0,60}\b(?:section|exemption"
            r"|exception|appl\w+|refus\w+|withh\w+)\b"
        ),
    ),
    (
        2,
        "argues the public interest",
        (
            r"\b(?:in|balance of|of|overriding) (?:the )?public interest\b|\bpublic should\b"
            r"|\bshould be (?:made )?public\b"
        ),
    ),
    (
        2,
        "says that nothing asked for was given",
        (
            r"\bnone of (?:the|my)(?: \w+){0,3} (?:information|requested|questions)\b|\b(?:failed"
            r"|refused|refusing|failure) to (?:provide|answer|disclose|address|respond)\b"
            r"|\byou (?:have )?(?:refused|rejected|declined)\b|\bi ask again\b"
        ),
    ),
    (
        2,
        "disagrees with the answer",
        r"\b(?:i|we) (?:do not|don't|cannot|can't) (?:agree|accept|believe)\b|\bi disagree\b",
    ),
)
