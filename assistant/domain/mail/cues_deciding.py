"""Sentences in which somebody decides: asks for a review, withdraws, or goes to the Commissioner.

Each starts, ends or moves a duty of the authority (section 45 Code of Practice part 5, EIR reg 11,
FOIA section 50), so each is looked for by what is done and to what, in whatever words, and not
counted where the same sentence only tells of it, makes it depend on something, or denies it.
"""

from assistant.domain.mail.followup_kinds import Act, IntentKind, act

_REQUEST = (
    r"(?:requests?|foia?s?|foi[rs]|eirs?|enquir(?:y|ies)|inquir(?:y|ies)|applications?|quer(?:y"
    r"|ies)"
    r"|submissions?|cases?|matters?)"
)
_ANSWER = (
    r"(?:decisions?|refusals?|responses?|repl(?:y|ies)|answers?|handling|conclusions?|findings?"
    r"|redactions?|exemptions?|exceptions?|estimates?|position|outcome|determination|withholding"
    r"|application of|use of|reliance on|treatment|failure|request|foi)"
)
# What somebody does who asks for something, in the present.
_ASKING = (
    r"(?:\b(?:request(?:ing)?|ask(?:ing)?|want|wish|seek(?:ing)?|require|demand|need|apply(?:ing)?"
    r"|invoke|invoking|exercis(?:e|ing)|lodg(?:e|ing)|submit(?:ting)?|initiat(?:e|ing)|treat|take"
    r"|accept|regard|consider|record|register|conduct|undertake|perform|carry out|carried out"
    r"|arrange|instigate|start|commence|escalate|pass|refer|grateful|please|kindly|would like"
    r"|obliged|(?:should|'d) like|can i (?:have|get)|subject(?:ed)? to|must be)\b|'d like)"
)
_REVIEW_NOUN = (
    r"(?:(?:internal|formal|full|fresh|proper|independent|thorough|senior)[ -](?:\w+ )?"
    r"(?:reviews?|appeals?|reconsideration)"
    r"|(?<!peer )(?<!case )\breviews?(?= (?:of|into) (?:\w+ ){0,3}"
    + _ANSWER
    + r"\b)|\b(?:reconsideration|second opinion|fresh pair of eyes|second look)\b"
    r"|\b(?:a|your|the|for|as|an?|this) (?:internal )?review(?=\W*$| (?:please|carried|done"
    r"|undertaken|conducted|under|on the|because|as|procedure|process"
    r"|of (?:this|it|that|how|why|the way|my|your))\b))"
)
_AGAIN = (
    r"(?:(?<!internal )(?<!an )(?<!a )(?<!the )(?<!your )(?<!this )(?<!detailed )(?<!another )(?<!"
    r"formal )reviews?"
    r"|reconsider|re-?examine|re-?assess|re-?evaluate|re-?visit|re-?open|overturn|reverse"
    r"|rethink|think again about|look (?:again|afresh) (?:at|into)|(?:another|a fresh|a second"
    r"|a new) look at)"
)
# The review is told of, waited for or asked about; or it depends on something.
_REVIEW_ONLY_TOLD = (
    r"\bhow many\b|\bnumber of\b|\b(?:i|we|and) (?:have |had |also |then |formally |already |was )*"
    r"(?:asked|requested|submitted|made|sought|sent|applied|promised|told"
    r"|invited)\b(?: \w+){0,5} (?:review|reconsider\w*)\b"
    r"|\b(?:overdue|outcome of|result of|status of|stage|progress|update|awaiting|waiting"
    r"|completed|conclu(?:ded|sion)|acknowledged|yet to|finished|expect\w*|deadline|delay\w*"
    r"|due|late|when|produce|rest of)\b.{0,60}\breview\b"
    r"|\breview\b.{0,60}\b(?:overdue|outcome|result|awaited|stage|status|progress|response to"
    r"|reached|due"
    r"|response today|completed|concluded|submitted|was (?:asked|requested|made|sent))\b"
    r"|\bthank(?:s| you)\b.{0,90}\breview\b|\bproceeded\b|\b(?:in|of|to|since|after|following"
    r"|regarding|about|on|for) my"
    r" (?:request for (?:an? )?)?(?:internal )?review\b|\byour (?:internal )?review (?:up|found"
    r"|said|states?|says?"
    r"|concluded|decision|outcome|of \d)"
    r"|\b(?:if|unless|otherwise|should)\b.{0,120}\b(?:i|we)(?:'ll| will| shall| may| might| would"
    r"| intend| plan).{0,60}\breview\b|\bso (?:that )?(?:i|we) can\b|\bbefore (?:i|we|asking"
    r"|requesting)\b"
    r"|\b(?:need|want|wish|have) to (?:request|ask for) (?:an? )?(?:internal )?review\?"
    r"|\bsecondary\b|\bwithdr[ae]w\w*|\bcancel\w*"
)

# Nothing is like this.
_NEVER = r"(?!)"
REVIEW_ACTS: tuple[Act, ...] = (
    act(
        IntentKind.INTERNAL_REVIEW_REQUEST,
        "uses the words of a review request",
        r"\bperson who conducts\b.{0,60}\breviews?\b|\b(?:conducts?|carr(?:y|ies) out)(?: your)?"
        r" internal reviews\b",
        _NEVER,
    ),
    act(
        IntentKind.INTERNAL_REVIEW_REQUEST,
        "asks for a review",
        _ASKING
        + r".{0,110}"
        + _REVIEW_NOUN
        + "|"
        + _REVIEW_NOUN
        + r" (?:is|be|of this)? ?(?:please|requested|required|sought|needed)\b"
        r"|^\W*(?:this is |it is )?(?:an? "
        r"|my )?(?:formal )?(?:request for (?:an? )?)?(?:internal review|ir|review)"
        r"(?: request)?(?: please)?\W*$"
        r"|\breviewed (?:internally|by (?:an?|some|the|your)|under your)|\b(?:request|want"
        r"|need) an? ir\b"
        r"|\bexercis\w+ my right.{0,40}\breview\b|\bright of (?:internal )?(?:review"
        r"|appeal)\b.{0,40}\bexercise",
        _REVIEW_ONLY_TOLD,
    ),
    act(
        IntentKind.INTERNAL_REVIEW_REQUEST,
        "asks that the decision be looked at again",
        r"(?:\b(?:please|kindly|could|can|would|will|ask(?:ing)?|request|that|like|want|wish"
        r"|invite|urge"
        r"|expect|need|should|must|to|therefore)\b|'d like).{0,60}\b"
        + _AGAIN
        + r"\b.{0,50}\b(?:this|it|that|"
        + _ANSWER
        + r")(?: again)?\b"
        r"|\b(?:ask|invite|urge|request|want|like|expect)\b.{0,60}\bto (?:reconsider"
        r"|think again)\W*$"
        r"|\b(?:please|kindly) (?:reconsider|review|re-?examine)(?: this| it| again)*\W*$"
        r"|\b(?:fresh|new) (?:decision|consideration)\b"
        r"|\b(?:looked (?:at|into)|considered|decided)(?: again)? by (?:\w+ ){0,2}(?:review\w*"
        r"|senior|another|different|independent|someone|somebody)\b"
        r"|\b(?:request|decision|refusal|response|answer|exemptions?|handling|case|estimate|this"
        r"|it)\b"
        r".{0,50}\b(?:(?:be|is|are|being|to be|have it|have this) |)"
        r"(?:reviewed|reconsidered|re-?examined|re-?assessed|re-?visited|overturned|reversed"
        r"|looked at"
        r" (?:again|afresh))\b"
        r"|\b(?:please|kindly|could you|would you|can you|you to"
        r"|will you) (?:\w+ ){0,3}look (?:again )?at"
        r" (?:this|it|that|my \w+|your \w+|the \w+)(?: \w+){0,3} ?again\b",
        r"\b(?:if|unless|whether|when|why|how|who|had|has been|have been|was|were|been"
        r"|having)\b.{0,40}"
        r"\b(?:reviewed|reconsidered|overturned|reversed|revisited)\b|\b(?:have|has)(?: not| never"
        r"|n't)? (?:\w+ )?reviewed\b|\bthank(?:s| you)\b.{0,60}\b(?:review|look|reconsider)"
        r"|\b(?:before|until|after|in advance of) (?:\w+ ){0,3}(?:review|reconsider)"
        r"|\bsupply me with|\bpeer review\b|\bcase review\b"
        r"|\bneed(?:s)? to review\b|\bto review (?:them|it) before\b|\b(?:i|we) (?:will|shall|can"
        r"|may|am going to|need to|'ll) review\b"
        r"|\bwithdr[ae]w\w*|\bplan(?:s|ned)? to review\b|\breview (?:dates?|meetings?|periods?)\b"
        r"|\bdid\b.{0,30}\breview\b"
        r"|\b(?:ico|commissioner)\b.{0,30}\breview\b",
    ),
    act(
        IntentKind.INTERNAL_REVIEW_REQUEST,
        "appeals against the answer",
        r"\b(?:i|we)\b.{0,50}\b(?:appeal(?:ing)?|challeng(?:e|ing)|contest(?:ing)?|disput(?:e|ing)"
        r"|object(?:ing)? to)\b"
        r".{0,60}\b(?:this|it|" + _ANSWER + r")(?:\b|$)"
        r"|\b(?:please|kindly|wish to|like to"
        r"|want to) (?:\w+ ){0,4}(?:internal(?:ly)? )?appeal\b(?! court)"
        r"|\bhereby appeal\b|^\W*(?:i|we) (?:wish to |would like to |want to )?appeal\W*$"
        r"|\brepresentations?\b.{0,90}\b(?:failed to comply|reconsider|regulation|requirement"
        r"|my request)\b"
        r"|\b(?:under|per|of) (?:reg(?:ulation)?\.?) ?11\b",
        r"\b(?:how|whether|if|unless|otherwise|when|where)\b.{0,60}\b(?:appeal|challenge"
        r"|dispute)\b|\bplanning appeal"
        r"|\bappeals? (?:court|tribunal|panel)\b|\bnumber of\b|\bdo not (?:dispute|object"
        r"|contest)\b"
        r"|\bhow many\b|\bwithdr[ae]w\w*",
    ),
    act(
        IntentKind.INTERNAL_REVIEW_REQUEST,
        "complains of how the request was handled, for the authority to look into",
        r"\bcomplain(?:t|ing)?\b.{0,50}\b(?:handling|handled|way|dealt with|response to (?:my"
        r"|this)|refusal|decision"
        r"|failure to (?:respond|answer|reply|provide)|under your (?:internal )?(?:review"
        r"|complaints?))\b"
        r"|\b(?:wish|want|like|writing|write|have|going|am|here) to (?:formally )?complain\W*$"
        r"|\b(?:unhappy|dissatisfied|not satisfied|not happy"
        r"|disappointed)\b.{0,60}\b(?:wish|want|like"
        r"|have) to (?:make a )?(?:formal )?(?:formally )?complain\w*\b"
        r"|\bcomplain(?:t|ing)? (?:about|regarding|against|of) (?:how"
        r"|your) (?:\w+ ){0,3}(?:request|foi|response|answer|repl(?:y|ies)|refusal|decision)\b"
        r"|\bdissatisf(?:ied|action)\b.{0,60}\b(?:through|under|via|using|to) (?:your"
        r"|the) (?:internal )?(?:review|complaints?)\b"
        r"|\b(?:formal complaint|internal complaint)\b.{0,60}\b(?:request|foi|decision|response"
        r"|refusal)\b",
        r"\b(?:ico|commissioner|regulator|ombudsman)\b|\bhow many\b|\bnumber of\b|\b(?:if|unless"
        r"|otherwise|or|failing)\b"
        r".{0,60}\bcomplain|\bhow (?:do|can|to|should|would)\b|\b(?:may|might|could|option|reserve"
        r"|consider\w*)\b"
        r".{0,40}\bcomplain|\bwithdr[ae]w\w*|\bresponse to my complaint\b",
    ),
)

_OBJECT = (
    r"(?:\b(?:this|it|that|these|them|both|mine|(?:my|the|our|this|that|above|original|first"
    r"|second|last|latest|previous"
    r"|earlier|other|one|all|any) (?:[\w'/-]+ ){0,5}"
    + _REQUEST
    + r"|(?:foi|request|case|ref(?:erence)?) (?:no\.? |number |ref )?[\w/-]*\d[\w/-]*)\b)"
)
_ENDS = (
    r"(?:withdraw(?:ing)?|retract(?:ing)?|rescind(?:ing)?|cancel(?:ling|ing)?|abandon(?:ing)?"
    r"|drop(?:ping)?|pull(?:ing)?|stop(?:ping)?(?: (?:work(?:ing)?|processing|looking))?(?: (?:on"
    r"|into|for|at))?|discontinu(?:e|ing)|clos(?:e|ing)(?: down)?|scrap|void|annul|terminat(?:e"
    r"|ing))"
)
WITHDRAWAL_ACTS: tuple[Act, ...] = (
    act(
        IntentKind.WITHDRAWAL,
        "withdraws the request",
        r"(?:\b(?:i|we|please|kindly|to|can|could|would|will|hereby|am|'ll|you|and|so|now|just)\b"
        r"|^)"
        r"[^,;]{0,40}\b"
        + _ENDS
        + r"\b (?:down |off )?(?:\w+ of )?"
        + _OBJECT
        + r"|\b(?:treat|consider|regard|mark|record|take|deem)\b.{0,60}\b(?:as "
        r"|to be )?(?:withdrawn|closed|cancelled"
        r"|void|discontinued|concluded)\b"
        r"|\b(?:happy|content|like|want|wish|agree|ask|fine|please|request)\b.{0,50}\b"
        + _REQUEST
        + r"\b.{0,20}\b(?:be|is|to be|being) (?:withdrawn|closed|cancelled|dropped|discontinued)\b"
        r"|^\W*(?:please )?(?:" + _REQUEST + r"|this|it)(?: is)?(?: now)?(?: hereby)? withdrawn\W*$"
        r"|\bwithdrawing\b.{0,30}\b" + _REQUEST + r"\b"
        r"|\bwithdraw\b.{0,30}\b(?:internal review|review|complaint|appeal)\b"
        r"|\b(?:my|this|the) "
        + _REQUEST
        + r" (?:is|should be|can be|may be|can now be) (?:now )?(?:withdrawn|closed|cancelled)\b"
        r"|\bwithdraw\b.{0,12}\b(?:i|we)\b.{0,20}\b" + _REQUEST + r"\b",
        r"\b(?:not|never|n't|nor)\b(?: \w+){0,3} (?:withdr|cancel|clos|drop|abandon|retract)\w*"
        r"|\b(?:if|unless|until|before|why|who|whom|when|whether|how many|number of)\b.{0,60}"
        r"\b(?:withdr|cancel|clos|drop|abandon)\w*|\bor (?:withdraw|close|cancel)|\byou(?:'ve"
        r"| have|) (?:closed|cancelled|withdrew)"
        r"|\bwithdraw(?:ing)? (?:the |your |this |that )?(?:exemption|claim|statement|refusal"
        r"|allegation|reliance|comment|remark)"
        r"|\bwithdraw(?:ing)? (?:parts?|questions?|points?|items?|q)\b|\bdrop(?:ping)? (?:parts?"
        r"|questions?|points?|items?)\b"
        r"|\bfiles?\b.{0,20}\bclos|\bcost limit\b|\bto close (?:it|this|the) (?:gap|loophole)",
    ),
    act(
        IntentKind.WITHDRAWAL,
        "no longer wants an answer",
        r"\b(?:i|we)(?:'ve| have| am|'m| do| did| would)?\b[^,;]{0,40}\b(?:no longer|not"
        r"|n't)\b[^,;]{0,25}\b(?:wish|want|need|require"
        r"|interested|going|intend)\b[^,;]{0,30}\b(?:proceed|pursue|continue|go ahead|go on"
        r"|go through|take (?:this|it)|answer"
        r"|"
        + _REQUEST
        + r"|information|response|reply|this|it|documents?|data|anything further on this)\b"
        r"|n't (?:wish|want|need) to (?:proceed|pursue|continue|go ahead|take)"
        r"|\b(?:decided|chosen|prefer|opted) (?:not to|against) (?:pursu|proceed|continu|go|tak)\w*"
        r"|\bno (?:longer|further) (?:need|want|wish|require|interested|necessary|needed|required"
        r"|relevant)\b"
        r"|\bno longer (?:to )?(?:pursue|proceed)|(?:\bnot|n't) (?:be )?(?:pursuing"
        r"|proceeding with|continuing with|taking)\b"
        r".{0,30}\b(?:this|it|" + _REQUEST + r"|further)\b"
        r"|\b(?:no need|not necessary|needn't|need not|do(?: not|n't) (?:need|have) to"
        r"|not needed)\b"
        r"(?: for you)?(?: to)?(?: \w+)? (?:respond|reply|answer|continue|proceed|process"
        r"|do anything|do any more)\b"
        r"|\bdo(?: not|n't) (?:bother|trouble|worry)\b[^,;]{0,25}\b(?:respond|reply|answer|"
        + _REQUEST
        + r")\b"
        r"|\b"
        + _REQUEST
        + r" (?:is|are|was|has become|have become|can be)(?: \w+)? (?:redundant|superfluous|moot"
        r"|unnecessary|not needed|no longer)\b"
        r"|\b(?:take|need) no further action\b|\b(?:you|your team|they)(?: can| may"
        r"|'re free to)?(?: now)? (?:stop|cease) (?:looking|searching|work(?:ing)?|processing)\b"
        r"|n't need (?:your|an?|the) (?:answer|response|reply)\b|\b(?:close|shut) (?:the|this|my"
        r"|your) (?:file|case|matter|request|enquiry)\b"
        r"|\bno further action (?:is |will be )?(?:needed|required|necessary|on (?:this|my))"
        r"|\b(?:forget|disregard|ignore|scratch|bin|delete"
        r"|discard)\b(?: all)?(?: about)? (?:\w+ of )?"
        + _OBJECT
        + r"|\b(?:forget|disregard|ignore|delete|discard)\b.{0,25}\b(?:e-?mail"
        r"|message)\b.{0,40}\b(?:request|asking|another|wrong|error|mistake)"
        r"|\b(?:wrong (?:council|authority|force|body|department|address|organi[sz]ation|trust"
        r"|place)|(?:sent|submitted|made|meant).{0,30}"
        r"\b(?:by mistake|in error|by accident|accidentally|twice|for (?:another|a different)))\b",
        r"\b(?:if|unless|until|whether|why|how many|number of|explain|before)\b|\byou (?:do not"
        r"|don't|did not|no longer|are not)"
        r" (?:wish|want|need|require|intend)\b|\b(?:you|they|council|force|authority) "
        r"(?:say|said|state|claim|no longer|have decided|decided)\b|\byou(?:'ve| have| are"
        r"|'re)? (?:\w+ )?(?:ignor|disregard|refus)\w*"
        r"|\bcontinu\w+ to ignore\b|\bignore me\b|\bi (?:do not|don't) need (?:you to|names"
        r"|personal|any personal|the names)"
        r"|\bplease (?:do not|don't) ignore\b|\b(?:names?|personal (?:data|details"
        r"|information))\b.{0,20}\bnot\b"
        r"|\brather than\b|\bonly\b|\binstead\b|\bbut\b.{0,60}\b(?:still|please|would|question)\b",
    ),
)

_COMMISSIONER = (
    r"(?:\bico\b|\binformation commissioner|\bcommissioner(?:'s office|s office)?\b"
    r"|\binformation regulator|\bthe regulator\b)"
)
_GOES = (
    r"(?:refer(?:r?(?:ed|ing))?|complain(?:ed|ing|ts?)?|report(?:ed|ing)?|escalat(?:ed?|ing)"
    r"|rais(?:ed?|ing)|tak(?:en|e|ing)|took"
    r"|contact(?:ed|ing)?|submit(?:t?(?:ed|ing))?|lodg(?:ed?|ing)|pass(?:ed|ing)?|fil(?:ed?|ing)"
    r"|ma(?:d|k)e|making|go(?:ing|ne)?|went|writ(?:e|ing|ten)"
    r"|wrote|ask(?:ed|ing)?|approach(?:ed|ing)?|appl(?:y|ied|ying)|inform(?:ed|ing)?|notif(?:y|ied"
    r"|ying)|alert(?:ed|ing)?|send(?:ing)?"
    r"|sent|appeal(?:ed|ing)?|hand(?:ed|ing)?|brought|bring(?:ing)?|forward(?:ed|ing)?|involv(?:ed"
    r"|ing)|requested|requesting|seek(?:ing)?|invit(?:ed|ing)|hear(?:ing)?)"
)
_ONLY_A_THREAT = (
    r"\b(?:if|unless|otherwise|or (?:i|we|else)|failing (?:which|that|this|an?|your|any|to)"
    r"|failure to .{0,30} will|before|without (?:having|needing|the need)"
    r"|rather not|not (?:want|wish)|don't want|hope not|avoid|do i|should i|shall i|may i|can i"
    r"|could i|would i|will i|need to involve|right to"
    r"|entitled|option|reserve|(?:i|we)(?: \w+)? (?:may|might|could)|considering"
    r"|consider (?:whether|referring|complaining|going|taking|making|raising)"
    r"|next steps? (?:is|will|would|may|could|by)|forced|lack of|in the event|depending"
    r"|should (?:you|there|the)|advised? (?:me|us|that i can)|so (?:that )?(?:i|we) can"
    r"|need(?:ed|s)? to (?:refer|complain|go|escalate)|(?:please|you) (?:\w+ )?(?:give|provide"
    r"|send|confirm).{0,40}(?:details|address))\b"
    r"|\b(?:ico|commissioner)(?:'s)?(?: office)? (?:guidance|says?|states?|stated|advises?|code"
    r"|website|ruled|decided|decision notices?|confirms?|has (?:ruled|said|confirmed|stated))\b"
    r"|\b(?:has|have) (?:the council|the force|you|the authority)\b|\bhow many\b|\bnumber of\b"
    r"|\b(?:police|crime) (?:and crime )?commissioner"
    r"|\bwithdr[ae]w\w*|\b(?:between|from) (?:the (?:council|force|authority)|you) (?:and"
    r"|to) the (?:ico|information)|\bcopies of\b"
    r"|\b(?:please|could you|can you|would you) (?:\w+ )?(?:list|provide|supply|send|tell|disclose"
    r"|state|confirm)\b"
    r"|\bcomplaints (?:that|which|to|about|made)\b|\bcontact with\b|\bin advance of\b"
)
COMPLAINT_ACTS: tuple[Act, ...] = (
    act(
        IntentKind.COMPLAINT_ICO,
        "goes to the Commissioner",
        r"(?:\b(?:i|we|i'm|i've|i'll|my|our|be|been|being|is|therefore|this|will|case|matter"
        r"|complaint|hereby|now|so|requires?)\b|^).{0,90}\b"
        + _GOES
        + r"\b.{0,90}"
        + _COMMISSIONER
        + r"|"
        + _COMMISSIONER
        + r".{0,60}\b(?:has|have|had|is|will|am) (?:now |also |already |been |being |be )*"
        + r"(?:"
        + _GOES
        + r"|copied|investigating|looking|dealing|considering)\b"
        r"|\b(?:complaint|case|matter|this|it|appeal|file)\b.{0,25}\b(?:is|are|has been|now|been"
        r"|lies|sits)\b.{0,20}\b(?:with|before|in the hands of)\b.{0,10}"
        + _COMMISSIONER
        + r"|\b(?:complaint|complained|complaining|appeal(?:ed|ing)?)\b.{0,60}"
        + _COMMISSIONER
        + r"|"
        + _COMMISSIONER
        + r".{0,60}\b(?:i|we)\b.{0,40}\b"
        + _GOES
        + r"\b|\b(?:ico|commissioner)(?:'s)?(?: office)? (?:case|complaint|reference"
        r"|ref)\b.{0,20}\d"
        r"|\b(?:ico|commissioner)\b.{0,30}\b(?:accepted|received|registered|acknowledged|taken up"
        r"|opened|allocated)\b.{0,40}\b(?:complaint|case|my)\b"
        r"|\blet (?:the )?(?:ico|information commissioner|commissioner) (?:decide|rule|judge"
        r"|look)\b"
        r"|\bcopy(?:ing|ied)?\b.{0,30}"
        + _COMMISSIONER
        + r"|\b(?:complain\w*|appl\w+|decision)\b.{0,50}\bsection 50\b",
        _ONLY_A_THREAT,
    ),
)
# Where nothing decides, a word of it is a hint: better an officer looks once too often.
HINTS: tuple[Act, ...] = (
    act(
        IntentKind.INTERNAL_REVIEW_REQUEST,
        "speaks of a review or an appeal as wanted",
        r"\b(?:internal|formal|your) rev\w{2,5}\b|\breview panel\b|\b(?:rev(?:ie|ei)ew\w*"
        r"|appeal(?:ing)?|reconsider\w*|overturn\w*)\b|\bdissatisfied\b|\bescalat\w+\b",
        _REVIEW_ONLY_TOLD
        + r"|\b(?:ico|commissioner|planning|tribunal|court|peer|annual|case|risk|ofsted|policy"
        r"|safety|performance)\b",
    ),
    act(
        IntentKind.WITHDRAWAL,
        "speaks of not going on",
        r"\bwithdrawn?\b|\bchanged (?:my|our) minds?\b|\b(?:no need to|not"
        r"|n't)\b.{0,25}\b(?:carry on|go on with|bother(?:ed)?(?: about| with)?|keep going)\b"
        r"|\byou can (?:just )?leave it\b|\bleave it (?:there|at that)\b"
        r"|\bremove my (?:\w+ )?(?:request|foi|enquiry)\b|\bno longer\b.{0,30}\b(?:needed|required"
        r"|relevant|necessary)\b",
        r"\b(?:if|unless|not|n't|never|how many|number of|why|who|when)\b.{0,20}\bwithdr"
        r"|\b(?:exemption|refusal|statement|question|part)s?\b|\bwas withdrawn\b"
        r"|\bwere withdrawn\b",
    ),
    act(
        IntentKind.COMPLAINT_ICO,
        "speaks of the Commissioner as of the next to decide",
        _COMMISSIONER + r"|\bsection 50\b",
        _ONLY_A_THREAT
        + r"|\b(?:guidance|decision notice|ruling|code|website|tribunal|previously|told|advice"
        r"|according)\b|\?",
    ),
)
ACTS = (*REVIEW_ACTS, *COMPLAINT_ACTS, *WITHDRAWAL_ACTS)
