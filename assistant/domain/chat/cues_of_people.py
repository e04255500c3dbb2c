"""What tells the questions about people and steps apart: who wrote, who did what, what to do."""

from assistant.domain.chat.kinds import Kind

# Rows as domain/chat/cues.py explains them.
OF_PEOPLE: tuple[tuple[Kind, int, str], ...] = (
    (
        Kind.MESSAGES,
        5,
        (
            r"(?:<requester>|they|he|she|anyone|anybody|anything|we).* (?:<write>|<reply>|<chase>|"
            r"<answer>)"
        ),
    ),
    (
        Kind.MESSAGES,
        5,
        (
            r"(?:<write>|<reply>|<chase>|<letter>).* (?:from|by) (?:the |our )?(?:<requester>|them|"
            r"him|her)"
        ),
    ),
    (
        Kind.MESSAGES,
        4,
        r"(?:any|last|latest|newest|new|<happen>) (?:<reply>|<letter>|<write>|<chase>)",
    ),
    (Kind.MESSAGES, 4, r"^(?:has|have|did|any) .*<chase>|^<chase>|^any (?:<reply>|<letter>)"),
    (Kind.MESSAGES, 16, r"(?:have|did|has).* <heard>"),
    (
        Kind.MESSAGES,
        6,
        r"(?:anything|any|<happen>|<letter>).* from (?:the )?(?:<requester>|them|him|her)",
    ),
    (
        Kind.MESSAGES,
        -9,
        r"^<who>|^<draft>|we (?:<reply>|<answer>|<write>)|have we|did we|<search>|<due>",
    ),
    (
        Kind.REQUESTER,
        6,
        r"<who> (?:is|was|are) (?:the |this |our )?(?:<requester>|they|he|she|<ask>)",
    ),
    (
        Kind.REQUESTER,
        6,
        (
            r"<requester> (?:<name>|<address>|<meaning>|details)|(?:<name>|<address>|details).* "
            r"(?:of|for) (?:the )?(?:<requester>|them)"
        ),
    ),
    (
        Kind.REQUESTER,
        5,
        (
            r"<who> (?:<ask>|<write>|<send>|made|submitted|put)(?: in)?(?: for| the| in| us| to)* "
            r"?(?:it|this|<request>|the <request>|this <request>|in)?$"
        ),
    ),
    (Kind.REQUESTER, 5, r"(?:their|his|her|<requester>) (?:<name>|<address>|<who>|details)"),
    (
        Kind.REQUESTER,
        4,
        (
            r"<who> (?:is|was) (?:it|this|the <request>|<request>) from|^<requester>$|<who> "
            r".*<requester>$"
        ),
    ),
    (
        Kind.REQUESTER,
        14,
        r"^<who> <send> (?:this|it|the <request>|<request>|that)(?: in| to us| us)?$",
    ),
    (Kind.REQUESTER, 4, r"(?:where|what <address>|which <address>) .*(?:<send>|<reply>|<write>)"),
    (
        Kind.WHO_DID,
        8,
        (
            r"<who> (?:has |had |was it that |last |actually |it was that )?(?:<approve>|<send>|"
            r"<change>|<draft>|<search>|<assign>|<open>|<record>|<void>|<refuse>|<decide>|"
            r"<release>|<write>|<acknowledgement>|<extension>|<reopen>|<find>|<answer>|<transfer>|"
            r"<closed>|did)"
        ),
    ),
    (
        Kind.WHO_DID,
        5,
        r"(?:<approve>|<send>|<change>|<draft>|<assign>|<record>|<search>) by <who>|by <who>",
    ),
    (
        Kind.WHO_DID,
        5,
        (
            r"(?:<when>) (?:was|were|did|is|has|have) .*(?:<approve>|<send>|<draft>|<change>|"
            r"<assign>|<acknowledgement>)"
        ),
    ),
    (
        Kind.WHO_DID,
        5,
        (
            r"(?:has|have|was|were|did|is).* (?:<acknowledgement>|<response>|<letter>|"
            r"<clarification>|<fees_notice>|<extension>|<delay>|<transfer>).* ?(?:<approve>|<send>|"
            r"out)"
        ),
    ),
    (
        Kind.WHO_DID,
        5,
        (
            r"(?:has|have|did|did we|have we|was|is) .*(?:<send>|<approve>) .*(?:<acknowledgement>|"
            r"<response>|<letter>|<clarification>|<extension>)"
        ),
    ),
    (
        Kind.WHO_DID,
        4,
        (
            r"(?:has|have|did|was) (?:it|we|this|anyone|anybody|someone) .*(?:<approve>|<send>|"
            r"<acknowledgement>)"
        ),
    ),
    (
        Kind.WHO_DID,
        4,
        (
            r"^(?:<letter>|<acknowledgement>|<response>) (?:<approve>|<send>)|what <letter>.* "
            r"(?:<send>|<approve>)|<which> <letter>.* (?:<send>|<approve>)"
        ),
    ),
    (
        Kind.WHO_DID,
        6,
        r"^<who> (?:was|is|were) .*(?:<change>|<approve>|<send>|<draft>|<record>|<search>)",
    ),
    (
        Kind.WHO_DID,
        6,
        (
            r"^(?:has|have|did|was|is) (?:the |an |a |our )?(?:<acknowledgement>|<response>|"
            r"<letter>|<clarification>) (?:<send>|go|been|<approve>)"
        ),
    ),
    (Kind.WHO_DID, 7, r"(?:<approve>|<send>|<draft>|<change>|<open>) by$"),
    (
        Kind.WHO_DID,
        -9,
        (
            r"<send> (?:this|it) (?:in|to us)$|<who> (?:is|was) (?:the )?<requester>|<who> <send> "
            r"(?:the |this |in )*<request>|<who> <write> (?:the |this )?<request>"
        ),
    ),
    (Kind.CHANGED, 6, r"(?:<change>|<happen>).* t_1|t_1.* (?:<change>|<happen>)"),
    (Kind.CHANGED, 5, r"(?:what|anything|any|everything|all) .*(?:<change>|<happen>)"),
    (Kind.CHANGED, 5, r"^<happen>|^<change>|<happen>$|^what (?:is )?<happen>"),
    (
        Kind.CHANGED,
        4,
        (
            r"^(?:what|anything)(?: else| is there| <happen>)? t_1|(?:i|we) (?:missed|miss)|while "
            r"i was"
        ),
    ),
    (Kind.CHANGED, 6, r"<difference> t_1"),
    (Kind.CHANGED, -6, r"^<who>|<case> .*t_1.*<how_many>|<draft> "),
    (Kind.REGIME, 5, r"<regime>"),
    (
        Kind.REGIME,
        6,
        (
            r"<why> (?:is|was|are) (?:it|this|r_1|the <request>|this <request>|p_1|we) "
            r".*(?:<environmental>|<subject_access>|<request>|<law>|bau|business)"
        ),
    ),
    (
        Kind.REGIME,
        5,
        (
            r"is (?:it|this|p_1|r_1) (?:a |an |under )?(?:<environmental>|<subject_access>|"
            r"<request>|<law>)(?: or.*)?$"
        ),
    ),
    (
        Kind.REGIME,
        6,
        (
            r"is (?:it|this|p_1|r_1) (?:a |an )(?:<environmental>|<subject_access>|<law>) "
            r"<request>|(?:<environmental>|<subject_access>) at all"
        ),
    ),
    (
        Kind.REGIME,
        4,
        (
            r"(?:<request>|<law>) or (?:<environmental>|<subject_access>)|<environmental> or "
            r"(?:<request>|<law>)"
        ),
    ),
    (Kind.DRAFT, 5, r"<draft>"),
    (
        Kind.DRAFT,
        7,
        r"(?:<write>|<send>|<draft>|give) (?:\S+ )?(?:something|a note|a line|a word).*<delay>",
    ),
    (
        Kind.WHO_DID,
        9,
        r"^(?:what|<when>|how|<why>) (?:did|have|had|was|were) (?:we|it|they|i) .*<clarification>",
    ),
    (
        Kind.DRAFT,
        5,
        (
            r"^(?:please |can you |could you |can we |i want to |i need to |we need to |let us )"
            r"*(?:<draft>|<write>|<acknowledgement>|<ask> (?:the )?(?:<requester>|them|him|her)|"
            r"<reply>|<answer> the|<clarification>$|<send> (?:the |out )*(?:<clarification>|"
            r"<extension>|<delay>|<fees_notice>|<refusal_notice>))"
        ),
    ),
    (
        Kind.DRAFT,
        4,
        (
            r"(?:need|<show>|want|like) .*(?:<clarification>|<fees_notice>|<extension> <letter>|"
            r"<delay>|<refusal_notice>|<withdrawal>|<letter>)"
        ),
    ),
    (
        Kind.DRAFT,
        3,
        r"<ask> (?:the <requester>|them|<requester>).* (?:p_1|<clarification>|<meaning>)",
    ),
    (
        Kind.DRAFT,
        6,
        (
            r"^(?:an? |the )?(?:<clarification>|<acknowledgement>|<extension>|<delay>|<transfer>|"
            r"<withdrawal>|<chase>|<fees_notice>|<refusal_notice>) (?:<letter>|<reply>|for p_1|p_1)"
        ),
    ),
    (
        Kind.DRAFT,
        -9,
        (
            r"<wrong>|<status>|^<who>|^<when>|^(?:has|have|did|was|is)\b|^what\b|^<why>|^<which>|"
            r"<how_long>"
        ),
    ),
    (
        Kind.ACTION,
        5,
        (
            r"^(?:please |can you |could you |can i |can we |i want to |i need to |let me |go and )"
            r"*(?:<assign>|<approve>|<record>|<reopen>|<correct>|<closed>|<extension>|<change>|"
            r"<void>|<send>|mark|set|add|make|put|<refuse>|<release>|<transfer>|<search>) "
            r"(?!<letter>)"
        ),
    ),
    (
        Kind.ACTION,
        7,
        (
            r"how (?:do|can|would|should) (?:i|we) .*(?:<assign>|<approve>|<record>|<reopen>|"
            r"<correct>|<closed>|<change>|<void>|<send>|<extension>)"
        ),
    ),
    (Kind.ACTION, 3, r"^<record>"),
    (
        Kind.ACTION,
        9,
        r"where (?:do|can|should|must|would) (?:i|we) (?:put|enter|add|<record>|note|type)",
    ),
    (Kind.ACTION, 9, r"^(?:just |now |please |go ahead and )*(?:<approve>|<send>)"),
    (Kind.ACTION, -4, r"^(?!<record>|how).*<clarification>"),
    (
        Kind.ACTION,
        -9,
        (
            r"^(?:<search>|<find>).* (?:<response>|for|library)|^can we (?:<refuse>|<extension>)|"
            r"<cost>|^(?:<send>|<change>|<refuse>|<extension>|<approve>|<assign>|<closed>)$"
        ),
    ),
)
