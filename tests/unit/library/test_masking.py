"""What is masked in a letter before it joins the library, and what stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.library.masking import Kind, Known, mask

KNOWN = Known(
    authority=("Northshire Council",),
    own_addresses=("foi@northshire.example",),
    own_phones=("01632 960000",),
)
LETTER = """Northshire Council
Information Governance Team
County Hall
Market Square
Northton
NS1 1AA
Tel: 01632 960000
Email: foi@northshire.example

Ms Ifeoma Okonkwo-Bell
Flat 2, 18 Tanner's Row
Northton
NS4 7QT

Our ref: FOI/2024/0123
4 March 2024

Dear Ms Okonkwo-Bell,

Thank you for your request of 3 February, which you made on behalf of your mother, Grace Bell.
My colleague Tomasz Wielgosz spoke to Mr J. Young at 14 Alder Close, Northton NS4 9ZZ.
Mr Young's car, a Ford Focus AB12 CDE, was there. Young people live on Marsh Lane.

You may write to the Information Commissioner, Wycliffe House, Water Lane, Wilmslow, Cheshire
SK9 5AF, 0303 123 1113, icocasework@ico.org.uk.

Yours sincerely,

Margaret Oyelaran
Senior Information Governance Officer
Direct line: 01632 960 412
"""


def masked(text: str, known: Known = KNOWN) -> str:
    return mask(text, known).text


def found(text: str, kind: Kind) -> list[str]:
    return [text[span.start : span.end] for span in mask(text, KNOWN).spans if span.kind is kind]


def test_a_letter_still_reads_when_it_is_masked() -> None:
    assert (
        masked(LETTER)
        == """Northshire Council
Information Governance Team
County Hall
Market Square
Northton
NS1 1AA
Tel: 01632 960000
Email: foi@northshire.example

[name 1]
[address]
[postcode]

Our ref: FOI/2024/0123
4 March 2024

Dear [name 1],

Thank you for your request of 3 February, which you made on behalf of your mother, [name 2].
My colleague [name 3] spoke to [name 4] at [address] [postcode].
[name 4]'s car, a Ford Focus [vehicle], was there. Young people live on Marsh Lane.

You may write to the Information Commissioner, Wycliffe House, Water Lane, Wilmslow, Cheshire
SK9 5AF, 0303 123 1113, icocasework@ico.org.uk.

Yours sincerely,

[name 5]
Senior Information Governance Officer
Direct line: [phone]
"""
    )


def test_one_person_alone_has_no_number() -> None:
    assert (
        masked("Dear Mr Achterberg,\n\nMr Achterberg's file.") == "Dear [name],\n\n[name]'s file."
    )


def test_a_man_and_a_woman_of_one_surname_are_two_people() -> None:
    text = "We met Mr Achterberg. Mrs Achterberg was away."
    assert masked(text) == "We met [name 1]. [name 2] was away."


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("From: Wielgosz, Tomasz <t@x.example>\n", ["Wielgosz, Tomasz"]),
        ("On Mon, 3 Mar 2025 at 10:14, Ifeoma Bell wrote:\n> Hello", ["Ifeoma Bell"]),
        ("Hi Bronagh,\n\nThank you.", ["Bronagh"]),
        ("Please see below.\n\nKind regards\n\nkwame osei\n", ["kwame osei"]),
        ("The report is by PC 1234 Achterberg.", ["PC 1234 Achterberg"]),
        ("It was seen by Cllr Anwar Siddiqui and Rev Dr Amos Lund.",
         ["Cllr Anwar Siddiqui", "Rev Dr Amos Lund"]),
        ("My name is Zofia and I rent a flat.", ["Zofia"]),
        ("Case officer: Hannah Wójcik\nDate: 2 June 2025", ["Hannah Wójcik"]),
        ("The complainant, Zofia Nowak, was told. Nowak's reply is here.",
         ["Zofia Nowak", "Nowak"]),
        ("We heard Ifeoma Adeyemi, Head of Legal Services.", ["Ifeoma Adeyemi"]),
        ("ABARA Ngozi, permit 4", ["ABARA Ngozi"]),
        ("Dr van der Merwe attended.", ["Dr van der Merwe"]),
        ("The Achterbergs moved. Dear Mr Achterberg, no.", ["Achterbergs", "Mr Achterberg"]),
    ],
)  # fmt: skip
def test_people_are_found_however_they_are_named(text: str, names: list[str]) -> None:
    assert found(text, Kind.NAME) == names


@pytest.mark.parametrize(
    "text",
    [
        "Dear Northshire Council,\n\nPlease send the file.",
        "Dear Sir or Madam\n\nYours faithfully\n\nInformation Governance Team\nNorthshire Council",
        "In Dransfield v Information Commissioner [2012] UKUT 440 (AAC), Judge Wikeley held so.",
        "Mr Justice Holt said so in R (Evans) v Attorney General.",
        "Section 31(1)(a) of the Freedom of Information Act 2000 and the Data Protection Act 2018.",
        "The Chief Constable and the Head of Legal Services decided on 4 March 2024.",
        "The work was done by Achterberg & Sons Ltd at the Victoria Road depot.",
        "The library at Castle Street is open. Marsh Lane is closed. Clare's Law applies.",
        "Write to foi@northshire.example or information.rights@x.example, or ring 0300 123 4567.",
        "Call our switchboard on 01632 960000.",
        "Northshire Hospital, 29 Front Street, Northton NS3 4AB",
        "The fee was 450.00, case 01632960777 of 12.03.2024, contract FOI/2024/0456.",
    ],
)  # fmt: skip
def test_what_is_no_personal_data_stays(text: str) -> None:
    assert masked(text) == text


@pytest.mark.parametrize(
    ("text", "kind", "data"),
    [
        ("Write to zofia.nowak@mail.example today.", Kind.EMAIL, "zofia.nowak@mail.example"),
        ("It is zofia [at] mail [dot] example.", Kind.EMAIL, "zofia [at] mail [dot] example"),
        ("My mobile is 07700 900 123.", Kind.PHONE, "07700 900 123"),
        ("Direct dial: (01632) 960 123 ext 4412", Kind.PHONE, "(01632) 960 123 ext 4412"),
        ("Ring me on +353 1 555 0123.", Kind.PHONE, "+353 1 555 0123"),
        ("I live at 3 Mill Lane, Northton NS4 7QT.", Kind.ADDRESS, "3 Mill Lane, Northton"),
        ("I live at 3 Mill Lane, Northton NS4 7QT.", Kind.POSTCODE, "NS4 7QT"),
        ("National Insurance number AB 12 34 56 C", Kind.NI_NUMBER, "AB 12 34 56 C"),
        ("She was born on 12 May 2009.", Kind.DATE_OF_BIRTH, "12 May 2009"),
        ("DOB: 12/05/09", Kind.DATE_OF_BIRTH, "12/05/09"),
        ("The van AB12 CDE was parked.", Kind.VEHICLE, "AB12 CDE"),
        ("Her old car, registration ABC 123D.", Kind.VEHICLE, "ABC 123D"),
    ],
)
def test_each_kind_of_personal_data_is_found(text: str, kind: Kind, data: str) -> None:
    assert found(text, kind) == [data]


def test_what_the_importer_knows_is_masked_wherever_it_stands() -> None:
    known = Known(people=("Jo Page",), addresses=("jo@page.example", "Rose Bank, Northton"))
    text = "jo page of Rose Bank,\nNorthton wrote; Page wrote again from jo@page.example."
    assert masked(text, known) == "[name] of [address] wrote; [name] wrote again from [email]."


def test_what_is_the_authoritys_own_stays_wherever_it_stands() -> None:
    known = Known(authority=("Anna Seward Trust",), own_addresses=("anna@seward.example",))
    text = "The Anna Seward Trust can be reached at anna@seward.example."
    assert masked(text, known) == text


def test_places_are_code_points_of_the_original() -> None:
    text = "\U0001f4e7\u00a0Dear Mr\u00a0Achterberg,\r\n\r\nNo."
    (span,) = mask(text).spans
    assert text[span.start : span.end] == "Mr\u00a0Achterberg"


PIECES = st.sampled_from(
    [
        *("Dear ", "Mr ", "Jane ", "Smith", "van ", "PC 12 ", "\n", ", ", "A. ", "@", ".example"),
        *(" v ", "07700 900123", "NS4 7QT", "14 Alder Close", "Flat 2, ", "AB12 CDE", "born "),
        *("12/05/2009", "> ", "Yours sincerely", "From: ", "wrote:", "(", ")", "\u2019s ", "<b>"),
        *("&amp;", "é", "\U0001f4e7", "Act "),
    ]
)


@given(st.lists(PIECES | st.text(max_size=5), max_size=40).map("".join))
def test_spans_are_sorted_and_disjoint_and_the_rest_of_the_text_stays(text: str) -> None:
    answer = mask(text, KNOWN)
    at, rest = 0, []
    for span in answer.spans:
        assert at <= span.start < span.end <= len(text)
        rest.append(text[at : span.start])
        at = span.end
    rest.append(text[at:])
    place = 0
    for piece in rest:
        place = answer.text.index(piece, place) + len(piece)


LONG = (
    *("Mr A ", "a@", "Dear A\n", "1 1 1 ", "(0", "01632 960123 ", "A, A, ", "A1 1AA, ", "A1 1AA\n"),
    *("From: a\n", "Yours sincerely\nAb Cd\n", "John ", "wrote:", "Smith v ", "Act ", "\n", "> "),
    *("PC 1 ", "Flat 1, ", "born 1", "12 High Street, ", "my name is ", "Name: A, B; ", "Mr van "),
    *("a at b dot ", "A. ", "<a ", "lives at A, ", "Mr Smith, 1 A, ", '"A", ', "A-\n"),
)


@pytest.mark.parametrize("piece", LONG)
def test_what_is_repeated_without_end_is_masked_to_its_end(piece: str) -> None:
    # bench/masking.py measures how long that takes.
    text = piece * (64_000 // len(piece))
    masked = mask(text, KNOWN)
    places = [(span.start, span.end) for span in masked.spans]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(text) for start, end in places)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("From: Autumn Page <autumn.page@lanes.example>\n\nPlease see below.", "Autumn Page"),
        ("To: Page, Mark <markpage@lanes.example>; FOI Team\n\nHello", "Page, Mark"),
        ("Please ask Hope Bishop (hope.bishop@lanes.example) for the key.", "Hope Bishop"),
        ("First name: Summer\nSurname: Wood\nTelephone: none", "Summer"),
        ("First name: Summer\nFamily name: Wood\nTelephone: none", "Wood"),
    ],
)
def test_a_name_of_ordinary_words_is_one_beside_its_address_and_in_a_form(
    text: str, name: str
) -> None:
    masked = {text[span.start : span.end] for span in mask(text).spans}
    assert name in masked


@pytest.mark.parametrize(
    "text",
    [
        "Waste Collection Team <waste.collection@northshire.example>",
        "Write to the Parking Office (parking@northshire.example).",
        "Our telephone number is 01632 960 300.",
    ],
)
def test_an_office_beside_its_address_and_its_number_stay(text: str) -> None:
    assert mask(text).spans == ()
