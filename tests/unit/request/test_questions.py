"""What counts as a part of a request, for each way in which people write one."""

import pytest

from assistant.domain.request.questions import key_of, segment
from tests.unit.request.requests import (
    FORWARDED,
    THREE_NUMBERED,
    WELSH,
    WRAPPED,
    labels,
    texts,
)


def test_three_numbered_questions_with_riders_and_groups_are_read_as_written() -> None:
    parts = segment(THREE_NUMBERED)
    assert key_of(parts) == ("1", "2", "2 (second)", "3(a)", "3(b)", "3(c)", "3(d)", "3 (first)")
    assert parts[0].text.endswith("the sex of the person referred.")
    assert parts[2].text.startswith("In relation to the question above")
    assert parts[2].parent == "2"
    assert [part.parent for part in parts[3:]] == ["3"] * 5
    assert parts[7].text == "If so please provide the number for each and break down by year."


def test_the_same_request_without_blank_lines_is_read_the_same() -> None:
    tight = THREE_NUMBERED.replace("\n\n", "\n")
    assert key_of(segment(tight)) == key_of(segment(THREE_NUMBERED))


def test_offsets_index_the_text_that_was_given() -> None:
    for part in segment(THREE_NUMBERED):
        assert THREE_NUMBERED[part.start : part.end] == part.text


def test_lines_that_a_mail_program_wrapped_belong_to_their_item() -> None:
    found = texts(WRAPPED)
    assert [text[:2] for text in found] == ["1)", "2)", "3)"]
    assert found[0].endswith("never\nreturned")
    assert found[2].endswith("since 2021")


def test_a_request_in_welsh_is_read() -> None:
    assert labels(WELSH) == [("", "1"), ("", "2"), ("", "3")]


def test_welsh_prose_is_read_by_its_question_words() -> None:
    request = (
        "Hoffwn wybod faint o geir sydd gan yr heddlu. Pwy sy'n gyfrifol amdanynt?\nCofion\nGwen"
    )
    assert len(texts(request)) == 2


def test_a_forwarded_request_after_a_signature_is_read() -> None:
    assert labels(FORWARDED) == [("", "1"), ("", "2")]


def test_a_postscript_is_read() -> None:
    request = "How many vans do you own?\n\nYours faithfully\nAlex\n\nPS How many are electric?"
    assert texts(request) == ["How many vans do you own?", "PS How many are electric?"]


def test_quoted_history_is_not_read_again() -> None:
    request = (
        "How many horses does the force own?\n\n"
        "On 3 May 2024, Northshire Police wrote:\n> 1. What do you mean by horses?\n"
    )
    assert texts(request) == ["How many horses does the force own?"]


def test_initials_and_quantities_are_no_labels() -> None:
    request = (
        "Please send me the rota for\n3 Northport Road and the minutes that\n"
        "J. Sample took on 3 May."
    )
    assert [part.label for part in segment(request)] == [""]


def test_a_numbered_quotation_is_no_list_of_questions() -> None:
    request = (
        'The guidance says that councils should:\n"(1) find every site\n(2) write a plan"\n'
        "1. Please send me the plan.\n2. When was it written?\n"
    )
    assert texts(request) == ["1. Please send me the plan.", "2. When was it written?"]


def test_years_and_answer_options_stay_inside_their_question() -> None:
    request = (
        "1. How many drones were bought in:\na) 2021\nb) 2022\n"
        "2. Do you run a lost property office? (please tick)\n- Yes\n- No\n"
        "3. How is it paid for?\na) Council tax\nb) Fees\nc) Other\n"
        "4. How many items were found in each year?\n2021-22\n2022-23\n"
    )
    assert key_of(segment(request)) == ("1", "2", "3", "4")
    assert texts(request)[3].endswith("2022-23")


def test_bullets_of_information_under_a_title_are_parts() -> None:
    request = (
        "1. Police horses:\n• Total cost of hay in 2023\n• Number of horses sold\n2. Who decides?\n"
    )
    assert key_of(segment(request)) == ("1 (first)", "1 (second)", "2")


def test_a_title_with_its_question_on_the_next_line_is_one_part() -> None:
    request = (
        "a) Staff canteen\nPlease send a copy of the menu of 3 May.\nb) Visitors\nWho feeds them?\n"
    )
    assert texts(request)[0] == "a) Staff canteen\nPlease send a copy of the menu of 3 May."


def test_lines_under_a_lead_in_are_parts_without_any_mark() -> None:
    request = (
        "Please could you provide -\nNumber of bicycles found in each town\n"
        "Cost of storing lost bicycles\nWhich town lost the most bicycles? How many?\n"
        "Please provide this in Excel or CSV format.\n"
    )
    assert len(texts(request)) == 3


def test_lines_that_an_including_leads_to_stay_inside() -> None:
    request = (
        "Please provide the following:\nThe sum paid for taxis, including:\n"
        "legal staff;\ncaterers;\n"
    )
    assert texts(request) == ["The sum paid for taxis, including:\nlegal staff;\ncaterers;"]


def test_columns_of_one_answer_are_no_parts() -> None:
    request = (
        "Please can you provide the name of each special school used in 2023?\n"
        "I would like the information in Excel, under the following headings:\n"
        "1. Name\n2. Postcode\n3. Type\n"
    )
    assert len(texts(request)) == 1


def test_prose_gives_one_part_per_sentence_that_asks() -> None:
    request = (
        "Dear Sir,\n\nMy name is Alex and I am a student. Could you tell me how many bicycles were "
        "stolen in Northport in 2023? I would also like to know how many were found again. Please "
        "provide the answer in Excel. If you need any clarification please ask.\n\nRegards\nAlex"
    )
    assert texts(request) == [
        "Could you tell me how many bicycles were stolen in Northport in 2023?",
        "I would also like to know how many were found again.",
    ]


def test_a_sentence_that_asks_two_things_is_split() -> None:
    request = "What training do dog handlers get, and what training do their dogs get?"
    assert texts(request) == [
        "What training do dog handlers get",
        "what training do their dogs get?",
    ]


def test_what_stands_before_answer_the_following_is_asked() -> None:
    request = (
        "Please confirm the name of your fleet manager and answer the following questions.\n"
        "1. How old is the fleet?\n2. Who insures it?\n"
    )
    assert texts(request)[0] == "Please confirm the name of your fleet manager"
    assert len(texts(request)) == 3


def test_short_follow_ups_round_off_their_question() -> None:
    assert len(texts("Does the force keep bees? If so, which stations have hives?")) == 1
    assert len(texts("Which station had the most visitors? How many?")) == 1


def test_a_general_request_counts_only_where_nothing_more_exact_follows() -> None:
    general = "Please provide information concerning the upkeep of your depots."
    assert texts(general) == [general]
    assert len(texts(f"{general}\n1. Who keeps them up?\n2. What does it cost?\n")) == 2


def test_something_named_without_a_request_counts_where_nobody_asks() -> None:
    assert texts("Dear team\nThe minutes of the panel of 3 May.\nYours faithfully\nA") == [
        "The minutes of the panel of 3 May."
    ]


@pytest.mark.parametrize(
    "housekeeping",
    [
        "If this request is too wide, please contact me under section 16.",
        "I look forward to your reply within 20 working days.",
        "Please provide the information in Excel or CSV format.",
        "If any part is exempt please redact it and send the rest.",
        "Please acknowledge receipt of this request.",
        "Please do not hesitate to contact me if you need clarification.",
        "If the cost limit would be exceeded please narrow the request.",
        "I understand that you must answer under the Freedom of Information Act.",
        "Please send your response to the above e-mail address.",
        "Thank you for your help in advance.",
        "Please note that vans means vehicles under 3.5 tonnes.",
        "I am making this request to all other councils.",
        "This e-mail is confidential and meant for the intended recipient.",
        "Edrychaf ymlaen at glywed gennych o fewn 20 diwrnod.",
    ],
)
def test_housekeeping_is_no_part(housekeeping: str) -> None:
    request = f"How many vans do you own?\n\n{housekeeping}\n\nYours faithfully\nAlex"
    assert texts(request) == ["How many vans do you own?"]


def test_a_question_about_refusals_or_limits_is_no_housekeeping() -> None:
    assert len(texts("How many requests were refused under section 12 of the Act in 2023?")) == 1
    assert len(texts("Please could you tell me how many badges were withheld last year?")) == 1


def test_asking_leave_to_reuse_the_answer_is_a_part() -> None:
    request = (
        "1. How many vans are there?\nCan you also confirm whether I may reuse the information?\n"
    )
    assert len(texts(request)) == 2


def test_a_list_that_a_definition_leads_to_is_no_list_of_questions() -> None:
    request = (
        "I would like to request the following information.\n- The number of thefts in 2020.\n"
        "A theft is the taking of a thing without leave. It includes:\n- Purse snatching\n"
    )
    assert texts(request) == ["- The number of thefts in 2020."]


def test_a_numbered_story_after_the_questions_is_no_part() -> None:
    request = (
        "How many vans are there?\nBackground to this request\n1. In May a van was lost.\n"
        "2. In June it came back.\n"
    )
    assert texts(request) == ["How many vans are there?"]


def test_a_list_that_nobody_asked_for_is_kept_where_most_of_it_names_information() -> None:
    request = (
        "My request is about buses:\n1. Number of buses\n2. Cost of fuel\n3. Drivers trained\n"
    )
    assert len(texts(request)) == 3


def test_a_narrated_earlier_request_is_not_asked_again() -> None:
    request = (
        "In May I submitted a request to the force asking for its rota.\n"
        "How many officers were on duty on 3 May?\n"
    )
    assert texts(request) == ["How many officers were on duty on 3 May?"]


def test_a_lone_bullet_before_a_lead_in_is_a_title() -> None:
    request = (
        "I would like answers to these questions:\n- Gas contracts\nPlease confirm the following:\n"
        "1. Who supplies your gas?\n2. When does the contract end?\n"
    )
    assert key_of(segment(request)) == ("1", "2")


def test_questions_without_labels_under_a_numbered_lead_in_stand_under_it() -> None:
    request = "1. Please answer the following:\nWhich vans were sold?\nWhich vans were bought?\n"
    assert [part.parent for part in segment(request)] == ["1", "1"]


def test_a_footnote_to_a_starred_word_is_no_part() -> None:
    request = (
        "Please send:\n- The value of radios* lent\n- The number of losses\n"
        "*That means handsets too.\n"
    )
    assert len(texts(request)) == 2


def test_only_the_given_spans_are_read() -> None:
    text = "How many cats?\nOld: how many dogs do you own?\nHow many horses?\n"
    first, last = text.index("Old"), text.index("How many horses")
    found = segment(text, [(last, len(text)), (0, first)])
    assert [part.text for part in found] == ["How many cats?", "How many horses?"]
    assert [text[part.start : part.end] for part in found] == [part.text for part in found]


def test_an_item_never_reaches_over_the_edge_of_a_span() -> None:
    text = "1. How many vans?\nPlease break down by year.\n"
    edge = text.index("Please")
    first, *_ = segment(text, [(0, edge), (edge, len(text))])
    assert first.end <= edge


def test_parts_of_an_attachment_name_it() -> None:
    assert {part.origin for part in segment("How many vans?", origin="request.docx")} == {
        "request.docx"
    }


@pytest.mark.parametrize("nothing", ["", "\n \t\n", "Thank you.", "> quoted", "....", "-----"])
def test_a_text_that_asks_nothing_has_no_parts(nothing: str) -> None:
    assert segment(nothing) == ()
