"""Which law answers a request."""

import pytest

from assistant.domain.law.acts import Regime
from assistant.domain.request.questions import segment
from assistant.domain.request.regime import classify, part_regimes

OWN = [
    "Please send me a copy of all the personal data that Northshire Police holds about me.",
    "This is a subject access request under Article 15 of the UK GDPR. Send everything you hold.",
    "I would like a copy of my social services file from the time I was in care.",
    "Under the Data Protection Act 2018 please send me the video of my arrest on 3 May.",
    "Can I have copies of all e-mails between officers that mention me by name?",
    "I want to see my housing file.",
    "Please let me have my daughter's care records.",
]
FOI = [
    "How many subject access requests did the council receive in 2023, and how many late?",
    "Please provide your policy on handling subject access requests.",
    "How many officers were dismissed in 2022?",
    "Please provide a copy of your contract with the towing firm.",
    "How many compensation claims for pothole damage were refused in 2023?",
    "How much income came from parking penalties on Elm Road?",
    "Please supply copies of my council's minutes on staff pay.",
    "Please send the legal advice the council took about the tree protesters.",
    "If you redact under the Data Protection Act please say so. How many staff left in 2023?",
]
EIR = [
    "Please provide the inspection records of Elm Road for the last three years.",
    "What pesticides are used on the verges?",
    "Please send all correspondence on planning application 24/0001.",
    "How many tonnes of household waste were sent to landfill?",
    "Please provide the air quality readings for Northport.",
    "How many street lights are switched off at night?",
    "Which streams flooded in 2023?",
    "Please send the report on noise at Northport quarry.",
]
BUSINESS = [
    "There is a pothole outside 3 Elm Road. Please can you fix it.",
    "I would like to report a broken street light on Elm Road.",
    "I wish to complain about the officer who spoke to me on Friday. He was rude.",
    "My bin was not emptied this week. Please collect it.",
    "How do I apply for a parking permit?",
    "Please can you send me an application form for a bus pass.",
    "Hello, I would like to book the village hall for a party on 3 June.",
    "We would like to introduce our new printers. Would you be interested in a free trial?",
    "Why was it necessary to close the café?",
    "The officers who helped my mother were kind.",
]
MIXED = [
    "Please send me a copy of my personnel file. Also, how many staff left the council in 2023?",
    "I wish to complain about the noise of the works. Please send me a copy of the assessment.",
    "Which firm has the catering contract? How can I apply to join the list?",
]


@pytest.mark.parametrize(
    ("regime", "text"),
    [
        (regime, text)
        for regime, texts in (
            (Regime.SAR, OWN),
            (Regime.FOI, FOI),
            (Regime.EIR, EIR),
            (Regime.BAU, BUSINESS),
            (Regime.MIXED, MIXED),
        )
        for text in texts
    ],
)
def test_the_subject_of_a_request_decides_its_regime(regime: Regime, text: str) -> None:
    assert classify(text).value is regime


@pytest.mark.parametrize(
    "text",
    [
        "Please send me my late father's care records; he died in March.",
        "I am the executor of Mrs Sample, deceased. Please send all records about my mother.",
    ],
)
def test_records_of_the_dead_are_never_subject_access(text: str) -> None:
    verdict = classify(text)
    assert verdict.value is Regime.FOI
    assert "no personal data" in verdict.reasons[0]


def test_the_subject_line_counts() -> None:
    assert classify("Please send all documents since May.", "Elm Road drainage").value is Regime.EIR
    assert classify("Please send everything.", "Subject access request").value is Regime.SAR


def test_one_environmental_aside_among_many_questions_decides_nothing() -> None:
    asked = "\n".join(f"{n}. How many shops did officer {n} visit?" for n in range(1, 12))
    request = f"{asked}\n12. How many goods went to landfill?\n"
    assert classify(request).value is Regime.FOI


def test_what_leads_into_the_questions_decides_for_them_all() -> None:
    request = "These questions are about planning application 24/0001.\n" + "\n".join(
        f"{n}. Who attended meeting {n}?" for n in range(1, 8)
    )
    assert classify(request).value is Regime.EIR


def test_reasons_name_the_provision_an_officer_can_look_up() -> None:
    verdict = classify("Please send the inspection reports on the carriageway of Elm Road.")
    assert any("EIR reg 2(1)(c)" in reason for reason in verdict.reasons)
    assert "FOIA s1(1)" in classify("How many officers are there?").reasons[0]


def test_a_text_without_words_is_left_to_an_officer_as_a_request() -> None:
    assert classify("").value is Regime.FOI


def test_each_part_of_a_mixed_request_has_its_own_regime() -> None:
    request = (
        "1. Please send me a copy of my personnel file.\n2. How many trees were felled in 2023?\n"
        "3. How many compensation claims were paid?\n4. How do I apply for a badge?\n"
    )
    verdicts = part_regimes(request, segment(request))
    assert [verdict.value for verdict in verdicts] == [
        Regime.SAR,
        Regime.EIR,
        Regime.FOI,
        Regime.BAU,
    ]


def test_a_part_that_names_no_subject_goes_with_the_whole() -> None:
    request = "1. How many trees were felled in 2023?\n2. Who decided it?\n"
    verdicts = part_regimes(request, segment(request))
    assert [verdict.value for verdict in verdicts] == [Regime.EIR, Regime.EIR]
    mixed = MIXED[0] + " Who are they?"
    assert part_regimes(mixed, segment(mixed))[-1].value is Regime.FOI
