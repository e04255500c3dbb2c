"""The forms in which letters name people and say where they live: each is masked, wherever."""

import time

import pytest

from assistant.domain.library.masking import Kind, Known, mask

KNOWN = Known(authority=("Northshire Council",))
NAMED = {
    "a name whose words are words, above a street": (
        "Our reference 12\n\nHope Bishop\n3 Alder Row\nNorthton\nNS1 4PE\n\nDear Ms Bishop\n",
        ["Hope Bishop", "Bishop"],
    ),
    "a name whose words are words, above a post": (
        "Yours sincerely\n\nWill Price-Adair\nInformation Adviser\n",
        ["Will Price-Adair"],
    ),
    "a surname first, in a column": (
        """Mark          Driver                Reason
117           Mahmoud, Tarek        tyre
118           SINGH BAINS Harjit    tyre
119           Brzoza Z.             tyre
""",
        ["Mahmoud, Tarek", "SINGH BAINS Harjit", "Brzoza Z"],
    ),
    "ordinary words in a column of names": (
        "Name                Role\nRob Lamb            Minute taker\nGrace Wells         Chair\n",
        ["Rob Lamb", "Grace Wells"],
    ),
    "copies, one below the other": (
        "Regards\n\ncc  Yuliia Hrytsak, Legal\n    Meizhen Ouyang, Audit\n",
        ["Yuliia Hrytsak", "Meizhen Ouyang"],
    ),
    "an Arabic surname with its article": ("Dear Dr Bassam al-Khatib\n", ["Bassam al-Khatib"]),
    "Irish and Gaelic ways to call somebody": ("A Chiaráin, a chara\n\nThank you", ["Chiaráin"]),
    "particles in small letters": ("Written by R. van der Veen in May.", ["R. van der Veen"]),
    "a name broken at a line's end": (
        "We told your aunt, Halina Nowak-\nBright, of it.",
        ["Halina Nowak-\nBright"],
    ),
    "a surname that is a word of letters": ("I saw Declan Page there.", ["Declan Page"]),
    "two who share a surname": (
        "Jean-Luc and Bernadette Thibault came.",
        ["Jean-Luc", "Bernadette Thibault"],
    ),
    "a forename that is blackened": ("From: [REDACTED] Kaczor\nTo: all\n", ["Kaczor"]),
    "a surname known by its first letters": ('the "McGlinn sisters" came', ["McGlinn"]),
    "a family": ("It is the Stokoe family's.", ["Stokoe"]),
    "a woman's and a man's form of one surname": (
        "Mrs Ewa Lewandowska came. We met the Lewandowskis.",
        ["Ewa Lewandowska", "Lewandowskis"],
    ),
    "initials of somebody who is named": (
        'By "TO" we mean Titi Oyebanji.\n\nThanks\n\nTO\n',
        ["TO", "Titi Oyebanji", "TO"],
    ),
    "a user name": ("Regards\n\nKit Sommers\n@kitsommers_wm", ["@kitsommers_wm"]),
    "a letter in small letters": (
        "hi there\nmy neighbour rafiqul haque is loud. agnieszka said so too. please help. thanks",
        ["rafiqul haque", "agnieszka"],
    ),
    "a surname that an address of e-mail spells": (
        "To: zbigniew.pawlik@post.example\nSubject: Answer 12 (Pawlik)\n",
        ["Pawlik"],
    ),
    "whoever a number reaches": ("Ring Hodan Geedi, 01632 960 123.", ["Hodan Geedi"]),
}
STAYS = {
    "a minister": "19 May: Rt Hon Alun Marchmont MP, Secretary of State. Mr Marchmont dined.",
    "a peer": "We met Baroness Oakeshott on 2 March.",
    "a firm": "The linen was washed by James Fisher Laundries Ltd.",
    "a statue": "A statue of Josiah Crabbe stands there.",
    "one who died long ago": "It was painted by Mark Sommers (1781-1839).",
    "wards": "Patients of Rose and Grace wards are counted.",
    "what is called after somebody": "The ship was named after Jane Hill.",
    "a novelist": "We hold the novels of Hilary Benson.",
    "months beside each other": "It was sent between 1 May and 1 June 2022.",
}
PLACES = {
    "in small letters": "44 coppice rd northton",
    "in Germany": "Lindenstraße 4 a, 09999 Niederau, Germany",
    "in France": "41 rue des Tanneurs, 35000 Rennes, France",
    "in Poland": "ul. Długa 8/3, 31-147 Kraków, Poland",
}


def of(text: str, kind: Kind) -> list[str]:
    return [text[span.start : span.end] for span in mask(text, KNOWN).spans if span.kind is kind]


@pytest.mark.parametrize("form", NAMED)
def test_a_person_is_masked_in_each_of_these_forms(form: str) -> None:
    text, names = NAMED[form]
    masked = of(text, Kind.NAME)
    for name in names:
        assert any(name in each for each in masked), masked


@pytest.mark.parametrize("form", STAYS)
def test_a_name_that_is_no_private_persons_stays(form: str) -> None:
    assert not of(STAYS[form], Kind.NAME)


@pytest.mark.parametrize("form", PLACES)
def test_a_home_is_masked_in_each_of_these_forms(form: str) -> None:
    home = PLACES[form]
    text = f"i live at {home} ns6 1rw now." if form.endswith("letters") else f"Go to {home}."
    assert any(home in each for each in of(text, Kind.ADDRESS)), mask(text, KNOWN).text


def test_an_eircode_is_a_postcode() -> None:
    text = "Siobhán Breen\n4 Cois Abhann\nCarlow\nR93 Y4T2\n\nDear Ms Breen\n"
    assert of(text, Kind.POSTCODE) == ["R93 Y4T2"]


def test_the_fields_of_a_form_are_an_address_in_parts() -> None:
    text = "Surname: Breen\nAddress line 1: 2A Alder Yard\nTown: Northton\nPostcode: NS2 7AB\n"
    assert of(text, Kind.ADDRESS) == ["2A Alder Yard", "Northton"]


@pytest.mark.parametrize(
    "number", ["101, ext. 7734012", "o7700 900 461", "01632 960489 (ext) 6489", "7700900462"]
)
def test_a_telephone_number_is_masked_however_it_is_written(number: str) -> None:
    assert of(f"My mobile number is {number} now.", Kind.PHONE) == [number]


def test_a_number_in_the_signature_of_a_person_is_that_persons() -> None:
    text = "Yours faithfully\n\nNina Ferrante\nAccess to Information, 0161 496 0712\n"
    assert of(text, Kind.PHONE) == ["0161 496 0712"]


@pytest.mark.parametrize(
    "address",
    ["ngoc.ntb@students.northton-uni.example", "ayo [dot] ogun [at] students.northton-uni.example"],
)
def test_a_persons_address_is_masked_to_its_end(address: str) -> None:
    assert of(f"Write to {address} please.", Kind.EMAIL) == [address]


def test_a_firms_mailbox_that_asks_is_masked_and_the_authoritys_stays() -> None:
    text = "From: data@rates-back.example\nTo: foi@northshire.example\n\nPlease send me the list.\n"
    assert of(text, Kind.EMAIL) == ["data@rates-back.example"]


PIECES = (
    "Alice Beta, ", "Alice\n", "Dear Alice Beta,\n", "Name  Name\n", "Alice & B Ltd ",
    "(Alice, ", "my friend al was ", "rue de P ", "a dot b at c ", "NS1 1AA ", "A. B. ", "@alice ",
)  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_the_time_grows_no_faster_than_the_letter(piece: str) -> None:
    spent = []
    for length in (3_000, 12_000):
        began = time.process_time()
        mask((piece * length)[:length])
        spent.append(time.process_time() - began)
    assert spent[1] < 10 * spent[0] + 0.2
