"""A draft for the request that the project started from: part by part, few gaps, no fault."""

import json
import re
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.installation import Installation
from tests.environment import SHARED

pytestmark = pytest.mark.shared

SECTIONS = ["s24(1)", "s31(1)(a)", "s31(1)(b)"]
KEYS = ("1", "2", "2 (second)", "3(a)", "3(b)", "3(c)", "3(d)", "3 (first)")
HEADINGS = (
    "Part 1",
    "Part 2",
    "The question that follows part 2",
    "Part 3(a)",
    "Part 3(b)",
    "Part 3(c)",
    "Part 3(d)",
    "The question that follows part 3(d)",
)
REASONS: dict[str, dict[str, str]] = {
    "s24(1)": {
        "harm": "Figures by cause, put beside those of other forces, would show somebody who "
        "recruits for violence where little is noticed. Withholding them is reasonably necessary, "
        "because that picture cannot be taken back."
    },
    "s31(1)(a)": {
        "likelihood": "would be likely to",
        "harm": "People who mean to commit crime could move to a group that has not come to "
        "notice, and officers would see the signs later or not at all.",
    },
    "s31(1)(b)": {
        "likelihood": "would be likely to",
        "harm": "The numbers for one group are small. Somebody who is under suspicion could "
        "conclude it, and destroy evidence before an arrest.",
        "tips": "A local figure would add little to the national figures that are published, and "
        "we judge the risk of the harm described above to be real and significant.",
    },
}
ADVICE = (
    "We looked at totals for all years and at wider bands, and found that each would still show "
    "which groups have come to notice."
)


@pytest.fixture
def request_text() -> str:
    """Read the request out of the letter that quotes it."""
    letter = (SHARED / "data/seed/prevent-refusal.txt").read_text(encoding="utf-8")
    quoted = re.search(r"^REQUEST$(.*?)^RESPONSE$", letter, re.MULTILINE | re.DOTALL)
    assert quoted is not None
    return quoted[1].strip()


@pytest.fixture
def email(tmp_path: Path, request_text: str) -> Path:
    """Write the request as an e-mail of a fictional person."""
    message = EmailMessage()
    message["From"] = "Alex Carter <alex.carter@example.org>"
    message["To"] = "foi@northshire.police.example"
    message["Subject"] = "Freedom of information request"
    message["Message-ID"] = "<request-1@example.org>"
    message["Date"] = "Mon, 02 Mar 2026 09:30:00 +0000"
    message.set_content(f"Dear Northshire Police,\n\n{request_text}\n\nAlex Carter\n")
    file = tmp_path / "request.eml"
    file.write_bytes(message.as_bytes())
    return file


def drafted(installation: Installation, email: Path, **more: object) -> dict[str, Any]:
    """Draft the response where everything is held and refused under all three provisions."""
    search = {"where": "the case system", "made_on": "2026-03-04", "result": "referrals"}
    part = {"held": "held", "outcome": "refused", "sections": SECTIONS, "searches": [search]}
    decisions = email.with_name("decisions.json")
    decisions.write_text(json.dumps({"parts": dict.fromkeys(KEYS, part), **more}), encoding="utf-8")
    said = installation.run("draft", str(email), "--decisions", str(decisions), "--json")
    response: dict[str, Any] = json.loads(said)["response"]
    return response


def gaps(response: dict[str, Any]) -> list[str]:
    return [block["text"].strip() for block in response["blocks"] if block["kind"] == "gap"]


def errors(findings: list[dict[str, Any]]) -> list[str]:
    return [one["rule"] for one in findings if one["severity"] == "error"]


def test_each_part_is_answered_on_its_own_and_both_exemptions_carry_their_tests(
    tmp_path: Path, email: Path
) -> None:
    response = drafted(Installation(tmp_path), email)
    text = response["text"]

    headings = [line for line in text.splitlines() if line in HEADINGS]
    assert headings == list(HEADINGS)
    answers = re.split(r"^Our answer: ", text, flags=re.MULTILINE)[1:]
    assert len(answers) == len(HEADINGS)
    for answer in answers:
        assert answer.startswith("We confirm that Northshire Police holds this information.")
        assert "exempt under sections 24(1), 31(1)(a) and 31(1)(b) of FOIA" in answer
    assert "required for the purpose of safeguarding national security" in text
    for limb, interest in (
        ("31(1)(a)", "the prevention or detection of crime"),
        ("31(1)(b)", "the apprehension or prosecution of offenders"),
    ):
        assert f"Section {limb} of FOIA exempts information if its disclosure would" in text
        assert f"prejudice {interest}, in this way" in text
    for limb in ("24(1)", "31(1)(a)", "31(1)(b)"):
        assert text.count(f"Section {limb}: factors in favour of disclosure") == 1
        assert text.count(f"Section {limb}: factors in favour of maintaining the exemption") == 1


def test_a_gap_asks_for_one_fact_once_and_there_are_ten_at_most(
    tmp_path: Path, email: Path
) -> None:
    response = drafted(Installation(tmp_path), email)
    found = gaps(response)
    assert 0 < len(found) <= 10
    assert len(set(found)) == len(found)
    assert set(errors(response["findings"])) == {"gap"}


def test_filled_by_an_officer_the_draft_passes_every_check(
    tmp_path: Path, email: Path, request_text: str
) -> None:
    installation = Installation(tmp_path)
    response = drafted(installation, email, reasoning=REASONS)
    (left,) = gaps(response)
    assert errors(response["findings"]) == ["gap"]

    letter, case = tmp_path / "letter.txt", tmp_path / "case.json"
    letter.write_text(response["text"].replace(left, ADVICE), encoding="utf-8")
    facts = {
        "regime": "FOI",
        "authority": "Northshire Police",
        "reference": "FOI-2026-DRAFT",
        "requester_name": "Alex Carter",
        "received_on": "2026-03-02",
        "outcome": "refused",
        "request": request_text,
        "claimed": SECTIONS,
    }
    case.write_text(json.dumps(facts), encoding="utf-8")
    checked = json.loads(
        installation.run("check-letter", str(letter), "--case", str(case), "--json")
    )
    assert checked["findings"] == []
    assert checked["passed"] is True
