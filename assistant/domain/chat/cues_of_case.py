"""What tells the questions about a case apart: dates, what is missing, decisions."""

from assistant.domain.chat.kinds import Kind

# Rows as domain/chat/cues.py explains them.
OF_CASE: tuple[tuple[Kind, int, str], ...] = (
    (Kind.DUE, 5, r"<due>"),
    (Kind.DUE, 4, r"<overdue>"),
    (Kind.DUE, 5, r"<how_long>.* (?:<left>|left|have we got|have i got|until|got|on this|on r_1)"),
    (Kind.DUE, 4, r"<how_long> (?:do|have|has|did) (?:we|i|you) (?:have|got)"),
    (Kind.DUE, 4, r"^<how_long>(?: <left>| is <left>| is left)?$"),
    (Kind.DUE, 5, r"<clock>"),
    (Kind.DUE, 4, r"<when> .*(?:<answer>|<reply>|<response>|<send> @it|<send> out)"),
    (Kind.DUE, 3, r"<when> .*(?:<must>|need|needs|<show>)"),
    (Kind.DUE, 5, r"<when> .*(?:received|receive|come in|came in|arrive|arrived|get here|land)"),
    (Kind.DUE, 3, r"(?:<when>|<why>).* <due>|<due>.* (?:<when>|<why>)"),
    (Kind.DUE, 4, r"is (?:it|this|this <case>|r_1) <overdue>"),
    (Kind.DUE, 5, r"<how_long> (?:<left>|<missing>)"),
    (Kind.DUE, 6, r"<how_long> (?:is|are) up|<how_long>.* <when>$"),
    (Kind.DUE, 9, r"\b(?:in|on) time\b(?! limit)"),
    (Kind.DUE, 9, r"(?:last day|<when>|until|<how_long>).* (?:<cost>|<fees_notice>)"),
    (Kind.DUE, 6, r"<why> .*(?:\bcount|working day|bank holiday)|not .*\bcounted"),
    (Kind.DUE, -3, r"<extension>"),
    (Kind.DUE, -9, r"<review>|<how_many>.* <case>|<mine>|<nobody>"),
    (Kind.MISSING, 5, r"<missing>"),
    (
        Kind.MISSING,
        5,
        r"^(?:what|anything|what else)(?: is| have we| do we have)?(?: still)?(?: <left>| left)",
    ),
    (Kind.MISSING, 4, r"(?:what|anything)(?: is| else)*(?: still)? (?:<left>|left)"),
    (Kind.MISSING, 5, r"<next>"),
    (Kind.MISSING, 4, r"what (?:do|should|must|have|else) (?:i|we) .*(?:do|<show>|<must>)\b"),
    (Kind.MISSING, 5, r"<ready>.* (?:to|for) |is (?:it|this|the \S+) <ready>|<ready> yet|^<ready>"),
    (Kind.MISSING, 7, r"^can (?:i|we|this|it)(?: be)?(?: now)? (?:<approve>|<send>)"),
    (
        Kind.MISSING,
        5,
        (
            r"why (?:can|can not|can i not) .*(?:<approve>|<send>)|<why> .*not .*(?:<approve>|"
            r"<send>)"
        ),
    ),
    (Kind.MISSING, 3, r"(?:what|which) .*(?:<part>|<question>)s? .*(?:not|<missing>|undecided)"),
    (Kind.MISSING, 4, r"undecided|not <decide>|<must> (?:i|we) still"),
    (Kind.MISSING, 5, r"<part>.* not .*<decide>|not .*<decide> yet"),
    (
        Kind.MISSING,
        6,
        (
            r"<wrong>.* (?:<draft>|<response>|<letter>|<acknowledgement>|<case>|here|this|it)|"
            r"^(?:any |what is |the )*<wrong>|what .*<wrong>"
        ),
    ),
    (Kind.MISSING, 5, r"(?:all|every) .*(?:<part>|<question>).* <decide>|<decide> .*every <part>"),
    (
        Kind.MISSING,
        5,
        r"(?:what|who|anything) (?:am i|are we|is it|is this|are you) waiting|still waiting",
    ),
    (Kind.MISSING, 6, r"still (?:<show>|need|<missing>)|still .*<must>"),
    (Kind.MISSING, -3, r"^<who>|<how_long>"),
    (Kind.STATUS, 5, r"<status>"),
    (Kind.STATUS, 9, r"<why> .*<closed>"),
    (
        Kind.STATUS,
        4,
        r"(?:is|has|have) @it (?:been )?(?:<closed>|<answer>|<open>|finished|<ready>)",
    ),
    (Kind.STATUS, 7, r"(?:an|the|quick|latest) <happen> (?:on|for|about) "),
    (Kind.STATUS, 4, r"^<closed>|<closed> (?:yet|now)|still <open>"),
    (
        Kind.DECISION,
        4,
        r"p_1.*(?:<refuse>|<decide>|<exemption>|<use>|<release>|s_1|<status>|<answer>)",
    ),
    (
        Kind.DECISION,
        4,
        r"(?:<refuse>|<decide>|<exemption>|<use>|<release>|<why>|s_1|<answer>).*p_1",
    ),
    (Kind.DECISION, 4, r"<why>.*(?:<refuse>|<decide>|<exemption>|<use>|<release>)"),
    (Kind.DECISION, 4, r"(?:what|how) (?:did|have|has|was|were|is|are).* <decide>"),
    (Kind.DECISION, 5, r"<why> (?:are|is|did|do|have|has|was|were) .*s_1"),
    (
        Kind.DECISION,
        5,
        (
            r"(?:<which>|what) (?:<exemption>|<section>).* (?:on|in|for|here) ?(?:this|here|the "
            r"<case>)?(?: <case>)?$"
        ),
    ),
    (
        Kind.DECISION,
        4,
        r"(?:<which>|what|any) (?:<part>|<question>)s? .*(?:<refuse>|<release>|s_1)",
    ),
    (
        Kind.DECISION,
        4,
        (
            r"(?:<refuse>|<release>) .*(?:this <case>|here)|what .*(?:<refuse>|<release>)(?: and| "
            r"here| then)?"
        ),
    ),
    (Kind.DECISION, 4, r"is (?:it|this|p_1|any of (?:it|this)) (?:being )?(?:<refuse>|<release>)"),
    (Kind.DECISION, 4, r"^p_1$|^(?:and|what about|how about) p_1$|<status>.* p_1"),
    (Kind.DECISION, 6, r"we <write> .*p_1"),
    (Kind.DECISION, 9, r"what (?:did|have|do) we (?:give|gave|given|tell|told|<release>).* p_1"),
    (Kind.DECISION, 7, r"(?:\bharm|\bprejudice|\bbalance|<why>) .*<record>.* s_1"),
    (Kind.DECISION, 7, r"<record>.* (?:harm|prejudice|balance|<why>).* s_1"),
    (Kind.DECISION, 6, r"(?:<which>|what) (?:<exemption>|<section>) (?:is|was|are|were) on "),
    (Kind.DECISION, 4, r"<absolute>.* p_1|p_1.* <absolute>"),
    (Kind.DECISION, -6, r"<must>|<search>|<cost>|t_1"),
    (Kind.HELD, 5, r"<held>"),
    (Kind.HELD, 7, r"(?:<how_many>|what|where) .*(?:did|have) (?:we|i|you|they) (?:<find>|found)"),
    (Kind.HELD, 6, r"<search>"),
    (Kind.HELD, 4, r"<where>|where .*<search>"),
    (Kind.HELD, 3, r"(?:found|find|<find>) anything|anything .*found|turn up"),
    (
        Kind.HELD,
        -9,
        r"<search>.*(?:for <response>|<response>)|<held> (?:<letter>|messages)|<delay>",
    ),
    (Kind.OWNER, 6, r"<whose>"),
    (Kind.OWNER, 9, r"is (?:this|it|r_1) (?:one )?(?:of )?<mine>"),
    (Kind.OWNER, 5, r"<owner>"),
    (Kind.OWNER, 5, r"<who>.* <assign> ?(?:to)?|<assign> to <who>"),
    (Kind.OWNER, 4, r"<who> (?:is )?(?:has|got|have|is on|is) (?:got )?@it(?: one)?$"),
    (
        Kind.OWNER,
        4,
        (
            r"^(?:officer|who officer|<who> is (?:the )?officer)|(?:<who>|what) (?:is )?(?:the )"
            r"?officer"
        ),
    ),
    (
        Kind.REQUEST,
        5,
        (
            r"what .*(?:<ask>|<write>).*p_1|what (?:is|does|was|did) p_1(?: <ask>| <write>|$| "
            r"about)"
        ),
    ),
    (
        Kind.REQUEST,
        5,
        (
            r"(?:what|how many|which).* (?:do|did|does|is|are|was|were) (?:they|he|she|the "
            r"<requester>|<requester>|this person|you) .*<ask>"
        ),
    ),
    (Kind.REQUEST, 4, r"what .*<ask>"),
    (
        Kind.REQUEST,
        5,
        (
            r"(?:<find>|read|see|show|open) (?:me )?(?:@it|the original <request>|original "
            r"<request>|p_1|the <letter>)$"
        ),
    ),
    (
        Kind.REQUEST,
        5,
        (
            r"what (?:is|was) (?:in )?(?:the|this) (?:original )?(?:<request>|<question>|<case>)"
            r"(?: about)?$"
        ),
    ),
    (
        Kind.REQUEST,
        5,
        r"<how_many> (?:<part>|<question>)|(?:text|wording|words) of (?:the )?(?:<request>|p_1)",
    ),
    (
        Kind.REQUEST,
        4,
        r"what (?:are|were) the (?:<part>|<question>)s?|what is (?:this|it|r_1) about",
    ),
    (
        Kind.REQUEST,
        5,
        r"(?:<find>|<show>|<open>) (?:me )?(?:the )?(?:original |full |whole )?<request>$",
    ),
    (Kind.REQUEST, -9, r"(?:did|have) we\b"),
    (
        Kind.REQUEST,
        9,
        (
            r"^what (?:did|do|does) (?:the )?(?:<requester>|they|he|she) (?:actually |first |"
            r"originally )?<write>$"
        ),
    ),
    (Kind.REQUEST, -4, r"<before>|<clarification>|<who>|t_1"),
)
