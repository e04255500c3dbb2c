"""What tells the questions about earlier answers, the law and the work apart."""

from assistant.domain.chat.kinds import Kind

# Rows as domain/chat/cues.py explains them.
OF_LAW: tuple[tuple[Kind, int, str], ...] = (
    (
        Kind.BEFORE,
        6,
        (
            r"(?:<answer>|<ask>|<response>|<release>|<refuse>|seen|had|got|<request>|<question>|"
            r"<similar>|<write>|<find>|come up|came up|do this|done).* (?:<before>|b4)"
        ),
    ),
    (Kind.BEFORE, 6, r"<before> (?:<answer>|<ask>|<response>|<release>|<refuse>|seen|had)"),
    (Kind.BEFORE, 6, r"<similar>"),
    (
        Kind.BEFORE,
        5,
        (
            r"(?:has|have) (?:anyone|anybody|somebody|someone|we|people) (?:else )?(?:ever )"
            r"?(?:<before> )?(?:<ask>|<answer>|had|seen|got|<release>|<refuse>|neither|<held>)"
        ),
    ),
    (
        Kind.BEFORE,
        5,
        (
            r"what (?:did|have) we (?:<write>|<answer>|<reply>|<release>|do|<decide>).* (?:last "
            r"time|before|<before>|about|on)"
        ),
    ),
    (
        Kind.BEFORE,
        5,
        (
            r"how (?:did|have|would|do) we (?:usually |normally )?(?:<answer>|<reply>|deal|respond|"
            r"<refuse>)"
        ),
    ),
    (
        Kind.BEFORE,
        6,
        (
            r"(?:anything|something|any|ones?|<case>|<request>|<response>) (?:else )?like (?:p_1|"
            r"this|it|that)"
        ),
    ),
    (Kind.BEFORE, 3, r"<find> .*<before>|last time"),
    (Kind.BEFORE, 5, r"(?:<answer>|<ask>|<release>|<refuse>|<request>|had) <before>$"),
    (Kind.BEFORE, -5, r"<exemption>|^<who>|<section>"),
    (Kind.EXEMPTIONS_USED, 5, r"(?:<exemption>|<section>|s_1).* <use>"),
    (Kind.EXEMPTIONS_USED, 5, r"<use>.* (?:<exemption>|<section>)"),
    (Kind.EXEMPTIONS_USED, 3, r"(?:<which>|what|<how_many>|any|<find>) (?:<exemption>|<section>)"),
    (Kind.EXEMPTIONS_USED, 3, r"(?:did|have|do|were|are|was) (?:we|they)?.* ?<use>"),
    (Kind.EXEMPTIONS_USED, 3, r"(?:<exemption>|s_1).* t_1"),
    (Kind.EXEMPTIONS_USED, 4, r"(?:<exemption>|<section>) (?:for|about|on|in) "),
    (Kind.EXEMPTIONS_USED, 4, r"how often .*(?:<use>|s_1|<refuse>)|<how_many> times"),
    (
        Kind.EXEMPTIONS_USED,
        4,
        (
            r"(?:what|<which>|on what|under what|under <which>) .*did we <refuse>.* (?:about|on|"
            r"for|t_1)"
        ),
    ),
    (
        Kind.EXEMPTIONS_USED,
        6,
        r"(?:<which>|what|under) (?:<exemption>|<section>).* (?:did|have) we <refuse>",
    ),
    (
        Kind.EXEMPTIONS_USED,
        6,
        r"(?:did|have|do) we (?:normally |usually |always )?<use>.* <refuse>",
    ),
    (Kind.EXEMPTIONS_USED, -9, r"this <case>$|here$"),
    (Kind.EXEMPTIONS_USED, 4, r"<when> (?:did|have) we .*(?:<use>|<refuse>).* s_1"),
    (Kind.EXEMPTIONS_USED, -6, r"p_1|<case> |<must>|<difference>"),
    (
        Kind.SEARCH,
        5,
        (
            r"(?:<find>|<search>) .*(?:<response>|<answer>|<request>|<before>|<letter>|about|on|"
            r"for|s_1|with|where)"
        ),
    ),
    (
        Kind.SEARCH,
        5,
        (
            r"(?:<response>|<answer>).* (?:about|on|mentioning|regarding|using|with|under|"
            r"concerning) "
        ),
    ),
    (Kind.SEARCH, 5, r"^(?:<find>|<search>) (?!me the|this|it|the <re)"),
    (
        Kind.SEARCH,
        4,
        (
            r"(?:anything|what do we have|what have we (?:got)?) (?:in the library|on file|about|"
            r"on) "
        ),
    ),
    (Kind.SEARCH, 6, r"<refuse> (?:under |on |by |with |for )?s_1.* t_1"),
    (Kind.SEARCH, 6, r"^<response> (?:<use>|s_1|under|with|t_1|about|on) ?"),
    (Kind.SEARCH, -4, r"<case>|<open>"),
    (
        Kind.SEARCH,
        -5,
        (
            r"<due>|<mine>|<nobody>|<overdue>|<case>$|<requester>|where|<find> (?:the |this )"
            r"?(?:<request>|<case>|p_1)|p_1"
        ),
    ),
    (Kind.MUST_SHOW, 6, r"(?:<must>|<show>).*s_1"),
    (Kind.MUST_SHOW, 6, r"s_1.* (?:<must>|<show>)"),
    (Kind.MUST_SHOW, 4, r"(?:<refuse>|<use>).* s_1.*|s_1 <refuse>|s_1 (?:<refusal_notice>|<show>)"),
    (Kind.MUST_SHOW, 3, r"what .*(?:<show>|<must>).* (?:<exemption>|<refuse>|<refusal_notice>)"),
    (
        Kind.MUST_SHOW,
        5,
        r"(?:can|could|when can|how do|how can) (?:we|i|you) (?:<use>|<refuse>).* s_1",
    ),
    (
        Kind.MUST_SHOW,
        -7,
        r"<case>|<which> <section>|did we|have we|were we|how often|<how_many>|<absolute>",
    ),
    (Kind.MUST_SHOW, -4, r"t_1|<why>|<difference>|p_1|^<who>"),
    (Kind.PROVISION, 6, r"^(?:the )?(?:about )?(?:<section> )?s_1$"),
    (Kind.PROVISION, 6, r"what (?:is|are|does|do|was) (?:the )?(?:<section> |<exemption> )?s_1"),
    (Kind.PROVISION, 6, r"<meaning>.* s_1|s_1.* <meaning>"),
    (Kind.PROVISION, 6, r"(?:<absolute>.*s_1|s_1.*<absolute>)"),
    (Kind.PROVISION, 4, r"s_1 (?:about|for|<write>|cover)"),
    (
        Kind.PROVISION,
        4,
        (
            r"(?:<find>|remind me of|look up|read|text of|wording of) (?:me )?(?:the )"
            r"?(?:about )?(?:<section> )?s_1$"
        ),
    ),
    (Kind.PROVISION, 3, r"^what .*s_1|s_1 .*<law>|<law>.* s_1"),
    (
        Kind.PROVISION,
        14,
        (
            r"(?:<which>|what) (?:<section>|<exemption>) (?:<show>|is|protects|about|for|do we "
            r"<use> for) .*s_1"
        ),
    ),
    (Kind.PROVISION, -4, r"<difference>|t_1|<use>|<why>|p_1|<refuse>"),
    (Kind.DIFFERENCE, 6, r"<difference>.* s_1|s_1.* <difference>"),
    (Kind.DIFFERENCE, 6, r"<when> .*s_1.* (?:and |or )?<when> .*s_1"),
    (Kind.DIFFERENCE, 2, r"s_1.* s_1"),
    (Kind.DIFFERENCE, 5, r"s_1.* (?:or|v|vs|against|with) .*s_1"),
    (Kind.REVIEW_TIME, 5, r"<review>.* (?:<how_long>|<due>|<limit>|<when>|day|time|<overdue>)"),
    (Kind.REVIEW_TIME, 5, r"(?:<how_long>|<due>|<limit>|<when>|day|quick|fast|time).* <review>"),
    (Kind.REVIEW_TIME, 4, r"<review> (?:<limit>|time|period|<due>)"),
    (
        Kind.TIME_LIMIT,
        5,
        (
            r"(?:<how_long>|<limit>|<when>|<due>).* (?:<environmental>|<subject_access>|<law>|a "
            r"<request>|an <request>|<request>s)"
        ),
    ),
    (
        Kind.TIME_LIMIT,
        5,
        r"(?:<environmental>|<subject_access>|<law>|<request>).* (?:<how_long>|<limit>|<due>)",
    ),
    (
        Kind.TIME_LIMIT,
        6,
        r"(?:can|could|may|how|how far|<when> can|how much|by how much) .*<extension>",
    ),
    (Kind.TIME_LIMIT, 5, r"<how_long> .*(?:<extension>|<clarification>)|<limit>"),
    (Kind.TIME_LIMIT, 4, r"(?:statutory|legal) <?(?:limit|period|due)"),
    (Kind.TIME_LIMIT, -9, r"<review>|<draft>|<cost>"),
    (Kind.TIME_LIMIT, -3, r"this <case>|this <request>|<left>|left|this$|r_1"),
    (Kind.COST, 6, r"<cost>"),
    (Kind.COST, 3, r"(?:can|could|may|do|would|is) (?:we|it|i|you)?.* ?<cost>"),
    (Kind.COST, 8, r"over (?:the )?<limit>"),
    (Kind.COST, -3, r"<draft>|^<who>|<before>|s_1 .*s_1"),
    (
        Kind.WORK,
        6,
        (
            r"<how_many> (?:of |all )?(?:the |our |my |foi |<environmental> |<subject_access> |"
            r"<open> |new |<overdue> )*(?:<case>|<request>|<mine>|<overdue>|<due>|<open>|<nobody>)"
        ),
    ),
    (Kind.WORK, 6, r"<how_many>.* (?:<case>|<mine>|<nobody>)"),
    (Kind.WORK, 5, r"(?:<which>|<find>|what|any|all|<how_many>).* <case>.*"),
    (
        Kind.WORK,
        6,
        (
            r"(?:<case>|<request>).* (?:<overdue>|<nobody>|<due>|<mine>)|(?:<overdue>|<nobody>|"
            r"<mine>|<due>).* (?:<case>s?|<request>s)"
        ),
    ),
    (Kind.WORK, 6, r"<mine>|<nobody>|<case>.* (?:have i got|do i have|i have|for me$)"),
    (
        Kind.WORK,
        7,
        (
            r"^(?:what|<which>|<who>|anything|any|who|<find>)(?: (?:is|are|one|ones|else|have we "
            r"got|do we have|have i got))* (?:<overdue>|<due>)(?: t_1| soon| tomorrow| next| in | "
            r"on |$)"
        ),
    ),
    (
        Kind.WORK,
        5,
        (
            r"^<overdue>$|<how_many> (?:are )?(?:<overdue>|<open>|<due>)|<how_many> .*(?:received|"
            r"receive|came in|come in|<answer>|<refuse>)"
        ),
    ),
    (Kind.WORK, 3, r"(?:<due>|<overdue>) (?:t_1|tomorrow|next|soon)"),
    (
        Kind.WORK,
        5,
        (
            r"<held> <letter>|<letter>.* (?:waiting|<approve>$)|waiting for (?:me|<approve>)|work "
            r"?load|backlog"
        ),
    ),
    (Kind.WORK, 6, r"<case>.* <use> s_1|<find>.* <open> .*<case>"),
    (
        Kind.WORK,
        -6,
        r"this <case>|r_1|^<who> <approve>|<whose>|is it|is this|p_1|<owner>|when is|<status>",
    ),
)
