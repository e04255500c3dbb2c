"""What an answer gives, where it points, and what else a letter does than answer."""

from assistant.domain.library.signals import Cue, Signal, cue, section

_THINGS = (
    r"(?:information|data|records?|figures|documents?|details|statistics|breakdown|list|copies|copy"
    r"|correspondence|reports?|log|database|register)"
)

CUES: tuple[Cue, ...] = (
    cue(
        "accessible",
        Signal.ACCESSIBLE,
        "It says that the information can be had elsewhere already (section 21).",
        r"reasonably accessible",
        section("21"),
        r"already (?:\w+ )?(?:in the public domain|available|accessible|published|been published)",
        r"(?:publicly|readily|freely) (?:available|accessible)",
        r"accessible (?:to you )?by other means",
    ),
    cue(
        "linked",
        Signal.LINKED,
        "It says where the information is published.",
        r"(?:can|may) be (?:\w+ )?(?:found|accessed|viewed|obtained|downloaded|seen)"
        r"(?: \w+){0,5} (?:at|on|here|via|from|in|by|using|through)\b",
        r"(?:is|are) (?:\w+ )?(?:available|published|accessible) (?:\w+ ){0,4}"
        r"(?:at|on|online|here|via|from)\b",
        r"(?:following|this|below|these|attached) (?:web ?)?(?:links?|pages?|urls?|websites?)",
        r"(?:link|website|web page)s? (?:below|is|here)",
        r"https?://\S+|www\.\S+",
    ),
    cue(
        "attached",
        Signal.GIVEN,
        "It provides the information with the letter.",
        r"(?:please|kindly) (?:\w+ )?(?:find|see) (?:\w+ ){0,4}(?:attach|enclos)",
        r"(?:is|are|have|has|been|I|we) (?:\w+ ){0,3}(?:attach(?:ed|ing|)|enclos(?:ed|ing|e))\b",
        r"(?:see|find|refer to|per) (?:\w+ ){0,4}(?:the |our )?(?:attach(?:ed|ment)"
        r"|enclosed|enclosure|spreadsheet|appendix|annex)",
        r"(?:attached|enclosed) (?:\w+ )?(?:is|are|documents?|spreadsheets?|files?|pdfs?|tables?"
        r"|schedules?|lists?|copy|copies|reports?|information|data)",
        unless=(
            r"attach\w* (?:to|conditions)",
            # The letter itself came as a file; what it says is not known here.
            (
                r"attach\w* (?:\w+ ){0,3}(?:response|letter|reply|notice|decision|refusal"
                r"|(?:copy of )?(?:my|our|the)"
                r" internal review)\b(?! to q)(?!.{0,40}\b(?:documents|documentation|files"
                r"|spreadsheet))"
            ),
            (
                r"(?:response|letter|reply|notice|decision) (?:\w+ ){0,8}(?:set out )?attach"
                r"(?!.{0,40}\b(?:documents|documentation|files|spreadsheet))"
            ),
            r"(?:complaint|form|request)s? (?:is )?attached",
        ),
    ),
    cue(
        "set out",
        Signal.GIVEN,
        "It sets out the information asked for.",
        rf"(?:the |your )?(?:{_THINGS}|answers?|breakdown|table)[^.;]{{0,60}}"
        r"(?:as follows|set out below|shown below|provided below|listed below|detailed below"
        r"|outlined below|tabulated|given below|in the table)",
        r"(?:table|figures|list|breakdown|data) below",
        r"below (?:is|are) (?:\w+ ){0,3}(?:table|figures|list|breakdown|details|information)",
        r"(?:we|I|council|authority) (?:\w+ ){0,3}(?:able to|can|pleased to|happy to) (?:\w+ )?"
        r"(?:provide|disclose|release|supply)",
        r"(?:we|I) (?:are (?:\w+ )?(?:disclos|releas|provid)ing|have (?:disclosed|released))",
        unless=(
            r"(?:would|will) (?:be|then|only|not)",
            r"(?:may|might|could) (?:\w+ )?be able",
            r"(?:if|once|before|until|when|whether) (?:you|we|the)",
            r"(?:not|un)(?:able)? (?:be )?able to",
            r"response to your (?:request|enquiry)",
        ),
    ),
    cue(
        "answer attached",
        Signal.ELSEWHERE,
        "The answer came as a file of its own, which is not read here.",
        r"attach\w* (?:\w+ ){0,3}(?:response|letter|reply|notice|decision|refusal|internal"
        r" review)\b",
        r"(?:response|letter|reply|notice|decision|review) (?:\w+ ){0,8}(?:is |are |set out"
        r" )?attach",
    ),
    cue(
        "answer announced",
        Signal.ANNOUNCED,
        "It announces the answer to the request.",
        r"(?:please )?(?:find|see|below is|here is|set out|provide)\b[^:;]{0,80}\b(?:response"
        r"|answer"
        r"|reply|information)s?\b",
        r"(?:our|the) (?:council['’]s )?(?:response|answer|reply)s? (?:[^:;]{0,40})(?:below|as"
        r" follows"
        r"|is:|:$)",
        r"(?:response|reply|answer)[^:;]{0,40}\b(?:below|as follows)",
        r"(?:in|with) (?:response|reply|answer) to (?:your|the) (?:request|question|enquir|query)",
        unless=(r"(?:expect|will|if|when|until|before)\b",),
    ),
    cue(
        "not a valid request",
        Signal.INVALID,
        "It says that the request was not a valid one (section 8).",
        section("8"),
        r"(?:not|in)[ -]?(?:a )?valid (?:\w+ ){0,3}request",
        r"(?:full|real|actual|legal) name[^.;]{0,60}(?:valid|require|need|provide)",
        r"(?:require|need|provide|confirm|supply)[^.;]{0,60}(?:full|real|actual|legal) name",
        r"pseudonym",
        r"not (?:\w+ ){0,4}(?:a )?(?:request|question)s? for (?:recorded )?information",
    ),
    cue(
        "unclear",
        Signal.UNCLEAR,
        "It asks the requester what is meant, or for more to find it by (section 1(3)).",
        r"(?:need|require|seek\w*|ask\w*|request\w*|obtain|await\w*|wait\w*|like|grateful) "
        r"(?:\w+ ){0,6}clarif",
        r"clarif(?:y|ication) (?:\w+ ){0,6}(?:request|what|which|question|following|required|needed"
        r"|sought|from you)",
        r"please (?:\w+ ){0,3}(?:clarify|specify)",
        r"(?:could|can|would) you (?:\w+ ){0,3}(?:clarify|specify|be more specific|explain what"
        r"|confirm (?:what|which|whether|if) you)",
        r"(?:not|un)[ -]?(?:\w+ )?clear (?:\w+ )?(?:what|which|from|exactly|whether)",
        section("1") + r" ?\(3\)",
        r"(?:need|require) (?:\w+ ){0,3}(?:further|more|additional) (?:information|details?) "
        r"(?:\w+ ){0,4}(?:from you|to (?:identify|locate|process|be able|answer|deal|enable))",
        r"(?:do you mean|are you (?:asking|looking|referring|interested|requesting|seeking))",
        r"(?:once|when|until) (?:we (?:have )?receive|you (?:have )?(?:provide|clarif|respond"
        r"|confirm))",
        unless=(
            r"(?:if|should) you (?:require|need|have|would like|wish)",
            r"(?:thank|thanks)\b[^.]{0,30}clarif",
            r"(?:asked|sought|requested|wrote)\b[^.]{0,30}clarif[^.]{0,60}(?:you|received|respon)",
            r"(?:your|you have|you|following|received) clarif(?:ied|ication)",
        ),
    ),
    cue(
        "waiting",
        Signal.WAITING,
        "It goes on only when the requester has answered.",
        r"(?:before|until|so that|in order (?:for us )?(?:to|that)) (?:\w+ ){0,5}"
        r"(?:process|proceed|deal|continue|begin|progress|take|answer)",
        r"(?:if|unless|should)[^.;]{0,60}(?:clarif|hear|receive|respon|reply)[^.;]{0,80}"
        r"(?:clos|laps|withdraw|consider|assum|cancel|treat|no longer)",
        r"(?:clock|time|period|20 working days?)[^.;]{0,60}(?:start|begin|restart|paus|stop|suspend"
        r"|hold)[^.;]{0,60}(?:clarif|receiv|receipt|respon|reply)",
        r"(?:on hold|paused|suspended)\b",
        r"(?:cannot|can['’]t|unable to|not able to|not be able to) (?:\w+ ){0,2}(?:proceed|process"
        r"|progress|take (?:\w+ )+further|continue)",
    ),
    cue(
        "transferred",
        Signal.TRANSFERRED,
        "It says that another authority has been given the request.",
        r"(?:transferr?|forward|pass|redirect|sen[dt])\w* (?:\w+ ){0,3}(?:request|enquiry|it|this) "
        r"(?:\w+ ){0,3}to (?!(?:the|our|my|a)? ?(?:\w+ ){0,3}(?:department|team|colleague|service"
        r"|officer|section|you\b|us\b|me\b))",
        r"request (?:has been|was|is being) (?:transferred|redirected) to (?!(?:the|our)? ?"
        r"(?:\w+ ){0,3}(?:department|team|colleague|service|officer))",
        unless=(
            r"(?:can|could|should|may|would|might) (?:\w+ )?(?:transfer|forward|pass|redirect)",
        ),
    ),
    cue(
        "extended",
        Signal.EXTENDED,
        "It takes more time under section 10(3) or regulation 7.",
        r"(?:regulation|reg\.?) ?7(?: ?\(1\))?\b",
        section("10") + r" ?\(3\)",
        r"extend(?:ing|ed)? (?:\w+ ){0,3}(?:deadline|time|period|limit|date)",
        r"not (?:yet )?(?:\w+ )?(?:reach|ma[dk]e|come to|complet|conclud)\w* (?:\w+"
        r" ){0,4}(?:decision"
        r"|conclusion|public interest)",
        unless=(
            r"(?:received|sent|following|further to|after|did not|our) (?:\w+ ){0,6}extension",
        ),
    ),
    cue(
        "delayed",
        Signal.DELAYED,
        "It says that the answer will come later than it was due.",
        r"(?:need|require|tak(?:e|ing)|extend\w*|additional|more|further|longer)[^.;]{0,50}"
        r"(?:time|deadline|period|(?:20|40|twenty|forty) working days)",
        r"(?:not|n['’]t) (?:yet |currently )?(?:been able|in a position|able) to (?:\w+"
        r" )?(?:respond"
        r"|complete|provide (?:you with )?(?:a|the|our) (?:full )?(?:response|reply))",
        r"still (?:being )?(?:working|await|collat|waiting|process|consider|gather)",
        r"currently (?:being )?(?:await|collat|waiting|gather)",
        r"(?:delay|overdue|late)\w* (?:in|with|to|and) ",
        r"(?:will|to|hope to|aim to) (?:\w+ ){0,3}(?:respond|reply|send|answer"
        r"|provide)\w*[^.;]{0,60}"
        r"(?:as soon as|shortly)",
        unless=(r"(?:may|might|could) (?:also )?be (?:a |some |further )*delay",),
    ),
    cue(
        "received",
        Signal.RECEIVED,
        "It acknowledges the request and says when it will be answered.",
        r"acknowledg\w+",
        r"(?:has been|was|is|now been) (?:\w+ )?(?:logged|registered|recorded as|allocated|received"
        r"|passed|assigned|forwarded)",
        r"(?:expect|hope) to (?:hear|receive|respond|reply)",
        r"(?:will|shall|aim to|endeavour to|must|should|required to) (?:\w+ ){0,4}(?:respon[ds]"
        r"|repl|deal|process|contact|answer|provide|consider|send)\w*[^.;]{0,60}"
        r"(?:working days|by \d|by the|within|no later|soon|in due course|shortly|under)",
        r"(?:dealing with|processing|considering|handling|looking into) (?:your|this|it)\b",
        r"within (?:20|twenty) working days",
        r"(?:response|reply|deadline|due) (?:\w+ ){0,4}(?:by|is|on|due) ",
    ),
    cue(
        "reviewed",
        Signal.REVIEWED,
        "It is the outcome of an internal review.",
        r"(?:outcome|result|conclusion|findings?|response|completed) (?:\w+ ){0,4}internal review",
        r"internal review (?:\w+ ){0,4}(?:complete|conclud|outcome|response|attached|decision)",
        r"(?:uphold|upheld)\b",
        r"(?:I|we) have (?:now )?(?:reviewed|re-?considered) (?:\w+ ){0,4}(?:request|response"
        r"|decision"
        r"|handling|case)",
    ),
)
