"""Words that lead to a person, and words that lead to something else: tables, no logic."""

import re

from assistant.domain.library.masking_words import (
    JOBS,
    NOBODY,
    ORGANISATION,
    PLAIN,
    words,
)

LABELS = re.compile(
    r"(?<![\w-])(?:(?:full |sur|fore|first |last |given |family |your |contact |client |customer "
    r"|officer )?names?(?: of (?:the )?"
    r"(?:applicant|requester|requestor|complainant|data subject|officer|person|patient"
    r"|witness|victim|child|pupil))?"
    r"|requester|requestor|applicant|complainant|appellant|claimant|contact(?: officer"
    r"| person)?|case ?worker"
    r"|(?:case|investigating|reviewing|responsible|decision|disclosure|handling|foi"
    r"|information|reporting) officer"
    r"|officer(?: dealing| in (?:the )?case| in charge)?|handled by|(?:please )?ask"
    r" for|enquiries to|signed(?: by)?"
    r"|author|attendees|present|apologies|in attendance|prepared by|reviewed by"
    r"|approved by|authorised by"
    r"|decision[- ]maker|reviewer|witness(?:es)?|victim|client|patient|tenant|customer"
    r"|data subject"
    r"|(?:your|our) contact|dealt with by|written by|completed by|submitted by|requested by"
    r"|correspondent|resident|owner|occupier|driver|keeper|registered keeper|next of"
    r" kin|deceased|father|mother"
    r"|parent|guardian|spouse|partner|f\.?a\.?o\.?|attn\.?|for the attention of|cc"
    r"|c\.c\.|copy to|copies to"
    r"|suspect|offender|defendant|line manager|employee|interviewee|informant|executor"
    r"|trustee|landlord|agent|organiser|taken by|led by|secretary)"
    r"(?: {0,20}:|\t| - | {2,20}(?=[A-Z]))[ \t]{0,20}\n?(?=\S)",
    re.IGNORECASE,
)
# What stands before a name and says that it is one: a name of one word will do.
STRONG = re.compile(
    (
        r"\b(?:my (?:full )?name(?:'s| is)|(?:his|her|their|whose) (?:full )?name"
        r" (?:is|was)|name is|name was|(?:i am|i'm) called"
        r"|on behalf of(?: (?:my|our|his|her|their|the)(?: [a-z]+){1,3},?)?"
        r"|(?:my|our|his|her|their|your)(?: late| elderly| former| ex| step| young|"
        r" disabled| deceased)?[ -]?"
        r"(?:client|husband|wife|son|daughter|mother|father|mum|dad|brother|sister"
        r"|partner|friend|neighbour|uncle|aunt"
        r"|nephew|niece|grandson|granddaughter|grandmother|grandfather|mother-in-law"
        r"|father-in-law|colleague|constituent"
        r"|tenant|landlord|boss|line manager|employer|assistant|solicitor|carer|cousin"
        r"|fianc[eé]e?|stepson|stepdaughter)s?"
        r"(?: is|,| called| named)?"
        r"|(?:man|woman|person|boy|girl|child|pupil|patient|resident|officer|constable"
        r"|individual|someone|employee)"
        r" (?:called|named|known as)|named as|identified as|consulted|thx|chasing"
        r"|(?:rang|ring|phone|phoned|telephoned?)(?: [A-Z][a-z]+ or)?|agent is|missus"
        r"|somebody called|n[eé]e|maiden name|previously called"
        r"|formerly called|in the name of|(?:our|your) member|(?:put|gave|give|gives"
        r"|given|giving|by|under|whose) (?:in )?(?:the|her|his|their) name(?: as)?"
        r"|whom (?:they|we|you) call|called by the name(?: of)?"
        r"|(?:for the )?attention of|fao|attn|c/o|care of|pp|p\.p\.|signed by|witnessed by"
        r"|(?:the )?(?:complainant|witness|claimant|appellant|applicant|requester"
        r"|requestor|victim|suspect|defendant"
        r"|deceased|tenant|resident|neighbour|patient|pupil|informant|interviewee|data"
        r" subject|whistleblower)"
        r"(?:,|'s name is| was| is|, namely)?|statement (?:of|by|from|made by)"
        r"|evidence of|interview with|account of)"
        r"[ :,\n\"]{1,4}(?=\S)"
    )
    .replace(" ", r"\s{1,3}")
    .replace(r"[\s{1,3}", r"[\s"),
    re.IGNORECASE,
)
# What often stands before a name: two words with capital letters and no other meaning are needed.
LIKELY = re.compile(
    r"\b(?:(?:spoke|spoken|speaking|speak|talked|met|meeting|correspondence"
    r"|correspond\w*|conversation|discuss\w*|call"
    r"|dealt|deal|interview|contract|exchange|exchanged|complaint|appointment"
    r"|liaise\w*) (?:to|with|by|from|about|against)"
    r"|(?:written|sent|signed|made|raised|reported|reviewed|approved|handled|prepared"
    r"|submitted|provided|taken|completed"
    r"|authored|conducted|carried out|dealt with|chaired|led|attended|owned"
    r"|represented|supported|accompanied|assisted"
    r"|interviewed|assessed|seen|visited|treated|drafted|authorised|undertaken"
    r"|investigated|recorded|received|witnessed"
    r"|decided|considered|headed|appointed|employed|driven|occupied|requested|issued)"
    r" (?:by|from|to)"
    r"|(?:e-?mails?|letters?|calls?|messages?|texts?|requests?|statements?|report"
    r"|reports|note|notes|memo|complaints?"
    r"|evidence|submission|correspondence|reply|response|copy|information) (?:from|to"
    r"|of|by|about|between|concerning"
    r"|regarding|relating to)"
    r"|(?:forwarded|copied|addressed|allocated|assigned|referred|passed|reports?"
    r"|reported|disclosed|sent|known|given"
    r"|according|directed|promoted|married) to"
    r"|contact(?:ed|ing)?|telephoned|phoned|e-?mailed|interviewed|asked|told|informed"
    r"|advised|met|named|arrested"
    r"|between|regarding|concerning|involving|including|namely|about|against|appointed"
    r"|employed|suspended|dismissed"
    r"|colleagues?|officers?|employees?|staff member|caseworkers?|director|manager"
    r"|head|and|than|that|for|is|was"
    r"|by|with|from|to|when|where|while|as|where|because|whether|if|said|saw|of|near) (?=[A-Z])"
)
POST_BEHIND = re.compile(r"(?:,| -|,? \(| \|) ?(?:(?:our|the|its|an?|their|his|her|my|then|former"
        r"|acting|interim|deputy"
                          r"|senior|assistant|group|corporate) ){0,3}")  # fmt: skip
DOES = words(
    """
    said says told stated states confirmed confirms explained advised wrote writes emailed
    e-mailed called phoned rang telephoned attended reported complained alleged claimed asked
    replied responded lives lived resides moved died joined left resigned spoke visited
    witnessed saw signed agreed refused requested contacted suffered received submitted recorded
    noted believes thinks works worked raised met made
    """
)
SPEAKS = words(
    """
    says said told tells thinks thought wrote writes asks asked rang phoned lives lived
    """
)
BEFORE_A_PLACE = words(
    """
    port ysgol hms mount lake saint st fort camp cape king queen uncle statue prize st. mv ss
    rms
    """
)
BEFORE_PLACES = words(
    """
    in at near around the a an on through across within outside towards for and
    """
)
OF_PLACES = words(
    """
    port little great upper lower nether old new saint north east south west
    north-east market chipping abbots kings
    milton ashton bishops castle royal holy high
    """
)
NOT_NAMED = ORGANISATION | PLAIN | JOBS | NOBODY
