"""Texts such as letters have, for properties; and the words of a text without what draws shapes."""

from hypothesis import strategies as st

from assistant.domain.letters.structure import readable

_LETTERS = "abcdeghimnorstuwyŵŷâéÀŴ"
_MARKS = "’“”–£().,;:/&<>'\"#_$@\\%+=[]{}!?-…"
WORD = st.one_of(
    st.text(_LETTERS, min_size=1, max_size=12),
    st.text(_LETTERS + _MARKS + "0123456789", min_size=1, max_size=14),
    st.sampled_from(
        [
            "31(1)(a)",
            "foi@northshire.example",
            "(https://northshire.example/a-b/c?d=e).",
            "www.northshire.example/make-a-complaint,",
            "<script>alert(1)</script>",
            "“Llŷn’s”",
            "£1,234.50",
            "2022/23",
            "Dear",
            "follow-up",
        ]
    ),
).map(str.strip)
SENTENCE = st.lists(WORD, min_size=1, max_size=30).map(" ".join)
_MARKER = st.sampled_from(["- ", "• ", "1. ", "2. ", "(a) ", "(b) ", "i) ", "ii) ", "  ", "> "])
_ROW = st.lists(SENTENCE, min_size=2, max_size=4)
LINE = st.one_of(
    SENTENCE,
    st.tuples(_MARKER, SENTENCE).map("".join),
    _ROW.map(lambda row: f"| {' | '.join(row)} |"),
    _ROW.map("\t".join),
    st.sampled_from(["", "", "|---|---|", "Dear Alex Morgan", "Yours sincerely", "Our reasons"]),
)
# Most are well formed; some hold any character at all.
LETTER = st.lists(LINE, max_size=14).map("\n".join)
ANYTHING = st.text(st.characters(exclude_categories=("Cs",)), max_size=300)


def bare(text: str) -> list[str]:
    """Return the words of a text; what stands alone without a letter or a figure draws a shape."""
    shown = readable(text).replace("|", " ")
    return [word for word in shown.split() if any(each.isalnum() for each in word)]
