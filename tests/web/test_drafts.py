"""A draft on its page: blocks, gaps, edits, files, composing again."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from assistant.store.models import CaseFile, Draft
from assistant.web.shown import keep_line_ends, shown_draft
from tests.web.scene import Scene


def draft(scene: Scene) -> Draft:
    return Draft.objects.select_related("case").get(case=scene.prevent, kind="response")


def address(scene: Scene, then: str = "") -> str:
    return f"/cases/{scene.prevent.reference}/response/{then}"


def gap_number(scene: Scene) -> int:
    return shown_draft(draft(scene)).gaps[0].number


def test_each_block_says_what_it_is_and_where_it_comes_from(
    signed_in: Client, scene: Scene
) -> None:
    page = signed_in.get(address(scene)).content.decode()
    assert page.count('<section class="foi-block') == len(draft(scene).blocks)
    for words in ("Approved wording", "From the case", "Gap to fill", "Source:", "version 1"):
        assert words in page
    assert f'href="#block-{gap_number(scene)}"' in page


def test_findings_that_only_repeat_a_gap_are_not_listed_twice(scene: Scene) -> None:
    shown = shown_draft(draft(scene))
    assert "gap" in {each["rule"] for each in draft(scene).findings}
    assert shown.gaps
    assert not shown.fit
    assert "gap" not in {each["rule"] for each in shown.errors}


def test_a_generated_sentence_is_listed_until_it_is_accepted(
    signed_in: Client, scene: Scene
) -> None:
    row = draft(scene)
    row.blocks = [
        {
            "kind": "generated",
            "text": "Numbers rose.\n",
            "sources": [],
            "part": "1",
            "author": "",
            "at": None,
            "accepted": False,
        },
        *row.blocks,
    ]
    row.save()
    page = signed_in.get(address(scene)).content.decode()
    assert "Written by a model, not accepted yet" in page
    signed_in.post(address(scene, "blocks/1/accept/"), {"version": row.version})
    assert draft(scene).blocks[0]["accepted"] is True
    answer = signed_in.post(address(scene, "blocks/1/accept/"), {"version": "x"}, follow=True)
    assert "There is a problem" in answer.content.decode()


def test_a_sentence_that_was_not_verified_shows_its_source_and_why_and_asks_for_a_look(
    signed_in: Client, scene: Scene
) -> None:
    row = draft(scene)
    row.blocks = [
        {
            "kind": "generated",
            "text": "Many vans are electric.\n",
            "sources": [],
            "part": "1",
            "author": "",
            "at": None,
            "accepted": False,
            "snippet": "12 are <electric>",
            "doubts": ["says “Many”, which the words it quotes and the facts do not"],
        },
        *row.blocks,
    ]
    row.proposing = {
        "problem": "",
        "counts": {"verified": 0, "unverified": 1, "dropped": 2},
        "proposals": [],
    }
    row.save()
    page = signed_in.get(address(scene)).content.decode()
    assert "12 are &lt;electric&gt;" in page
    assert "it says “Many”, which the words it quotes" in page
    assert "0 could be verified, 1 could not and say why, and 2 were left out" in page
    posted = {"version": row.version}
    refused = signed_in.post(address(scene, "blocks/1/accept/"), posted, follow=True)
    assert "Hold it against its source and tick that you have" in refused.content.decode()
    assert not draft(scene).blocks[0]["accepted"]
    signed_in.post(address(scene, "blocks/1/accept/"), posted | {"checked": "yes"})
    assert draft(scene).blocks[0]["accepted"]


def test_a_letter_composed_without_its_model_says_why(signed_in: Client, scene: Scene) -> None:
    row = draft(scene)
    row.proposing = {"problem": "The model’s server is away.", "counts": {}, "proposals": []}
    row.save()
    page = signed_in.get(address(scene)).content.decode()
    assert "The language model was not used for this letter: The model’s server is away." in page


def test_filling_a_gap_makes_it_the_officers_words(signed_in: Client, scene: Scene) -> None:
    number = gap_number(scene)
    before = draft(scene).blocks[number - 1]["text"]
    posted = {"version": draft(scene).version, "text": "There were 31."}
    answer = signed_in.post(address(scene, f"blocks/{number}/"), posted)
    assert answer["Location"] == address(scene)
    after = draft(scene).blocks[number - 1]
    assert (after["kind"], after["author"]) == ("officer", "olwen")
    assert after["text"] == keep_line_ends(before, "There were 31.")


def test_an_edit_of_an_old_version_keeps_both_texts_in_view(
    signed_in: Client, scene: Scene
) -> None:
    posted = {"version": draft(scene).version + 7, "text": "Mine"}
    page = signed_in.post(address(scene, "blocks/1/"), posted).content.decode()
    assert "Somebody changed this since you looked" in page
    assert "Mine</textarea>" in page
    assert "What the block says now" in page
    posted["version"] = draft(scene).version
    assert signed_in.post(address(scene, "blocks/1/"), posted).status_code == 302


def test_a_block_that_is_not_there_is_not_found(signed_in: Client, scene: Scene) -> None:
    assert signed_in.get(address(scene, "blocks/0/")).status_code == 404
    assert signed_in.get(address(scene, "blocks/999/")).status_code == 404


def test_editing_the_whole_keeps_what_was_left_alone(signed_in: Client, scene: Scene) -> None:
    row = draft(scene)
    text = "".join(block["text"] for block in row.blocks)
    changed = text.replace("Our answer:", "Our reply:", 1)
    posted = {"version": row.version, "text": changed.replace("\n", "\r\n")}
    signed_in.post(address(scene, "edit/"), posted)
    after = draft(scene)
    assert "".join(block["text"] for block in after.blocks) == changed
    assert {"boilerplate", "officer", "gap"} <= {block["kind"] for block in after.blocks}


def test_a_file_is_attached_taken_off_and_handed_out_for_saving(
    signed_in: Client, scene: Scene
) -> None:
    upload = SimpleUploadedFile("figures.csv", b"a,b\n", content_type="text/html")
    answer = signed_in.post(address(scene, "attach/"), {"file": upload}, follow=True)
    assert "figures.csv" in answer.content.decode()
    file = CaseFile.objects.get(name="figures.csv")
    saved = signed_in.get(f"/cases/{scene.prevent.reference}/files/{file.pk}/")
    assert saved.content == b"a,b\n"
    assert saved["Content-Type"] == "application/octet-stream"
    assert saved["Content-Disposition"] == 'attachment; filename="figures.csv"'
    assert saved["X-Content-Type-Options"] == "nosniff"
    signed_in.post(address(scene, f"files/{file.pk}/remove/"))
    assert draft(scene).enclosures.count() == 0


def test_no_file_or_an_empty_one_is_sent_back(signed_in: Client, scene: Scene) -> None:
    page = signed_in.post(address(scene, "attach/"), {}).content.decode()
    assert "Choose a file" in page
    assert "<title>Error: Response" in page
    empty = SimpleUploadedFile("empty.csv", b"")
    page = signed_in.post(address(scene, "attach/"), {"file": empty}).content.decode()
    assert "The file is empty" in page


def test_a_draft_being_composed_says_so_and_asks_again_by_itself(
    signed_in: Client, scene: Scene
) -> None:
    signed_in.post(address(scene, "compose/"))
    page = signed_in.get(address(scene)).content.decode()
    assert 'hx-trigger="every 3s"' in page
    assert "Look again" in page
    scene.world.compose(scene.prevent)
    assert "hx-trigger" not in signed_in.get(address(scene)).content.decode()


def test_a_draft_that_waits_says_what_for(signed_in: Client, scene: Scene) -> None:
    Draft.objects.filter(pk=draft(scene).pk).update(state="queued", problem="The library is away.")
    assert "The library is away." in signed_in.get(address(scene)).content.decode()


def test_an_approved_draft_cannot_be_composed_again(signed_in: Client, scene: Scene) -> None:
    there = f"/cases/{scene.prevent.reference}/acknowledgement/"
    page = signed_in.post(f"{there}compose/", follow=True).content.decode()
    assert "There is a problem" in page
    assert "See the letter as it leaves" in page


@given(st.text(" \n", max_size=4), st.text(" \n", max_size=4), st.text(min_size=1))
def test_the_space_around_a_blocks_words_outlives_an_edit(lead: str, tail: str, words: str) -> None:
    kept = keep_line_ends(f"{lead}old words{tail}", words)
    assert kept == (f"{lead}{words.strip()}{tail}" if words.strip() else "")
