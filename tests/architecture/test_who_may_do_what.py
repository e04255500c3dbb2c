"""What only one place may do: make a letter, hold the post box, import inside a function."""

import ast

from tests.architecture.reading import calls, imports, in_room, modules, names

# Those who hand the post box on from bootstrap to the sender, and the sender itself.
HOLD_THE_POSTBOX = {
    "bootstrap.py",
    "mail_wiring.py",
    "ports/__init__.py",
    "project/tasks.py",
    "project/wiring.py",
    "services/send_letter.py",
}

# Where anything at all may go wrong and the item must still be kept: reading whatever bytes came,
# the loops that poll and send, the listener's store, calls of models, and the edge of a task.
KEEP_THE_ITEM = {
    "adapters/deadline.py",
    "adapters/documents/child.py",
    "adapters/documents/hidden/looking.py",
    "adapters/documents/hidden/pdf.py",
    "adapters/documents/pdf.py",
    "adapters/errands.py",
    "adapters/langchain_chooser.py",
    "adapters/langchain_embeddings.py",
    "adapters/langchain_models.py",
    "adapters/listener_storing.py",
    "adapters/model_asking.py",
    "domain/mail/mime.py",
    "project/tasks.py",
    "services/poll_folder.py",
    "services/poll_mailboxes.py",
    "services/read_messages.py",
    "services/send_letter.py",
    "services/try_mailbox.py",
}


def test_nobody_but_approval_makes_a_letter() -> None:
    makers = [
        f"{path}:{line}"
        for path, tree in modules().items()
        if path != "domain/letters/blocks.py"
        and any(name.startswith("assistant.domain.letters.blocks") for name, _ in imports(tree))
        and "assistant.store.models.Letter" not in {name for name, _ in imports(tree)}
        for name, line in calls(tree)
        if name == "Letter" or name.endswith("blocks.Letter")
    ]
    assert makers == []


def test_within_the_domain_a_letter_is_made_in_one_function() -> None:
    tree = modules()["domain/letters/blocks.py"]
    makers = [
        function.name
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Letter"
    ]
    assert makers == ["approve"]


def test_only_the_sender_is_given_the_post_box() -> None:
    holders = {
        path
        for path, tree in modules().items()
        if any(name.endswith("ports.Postbox") for name, _ in imports(tree))
        or any(name.rpartition(".")[2] in {"postbox", "Postbox"} for name, _ in names(tree))
    }
    adapters = {path for path in holders if path.startswith("adapters/smtp")}
    assert holders - adapters == holders & HOLD_THE_POSTBOX


def test_only_the_sender_delivers() -> None:
    callers = {
        path
        for path, tree in modules().items()
        if any(name.endswith(".deliver") for name, _ in calls(tree))
    }
    assert callers <= {"services/send_letter.py"}


def test_nothing_is_global() -> None:
    found = [
        f"{path}:{node.lineno}"
        for path, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Global)
    ]
    assert found == []


def test_functions_import_only_where_heavy_libraries_are_put_off() -> None:
    found = [
        f"{path}:{inner.lineno}"
        for path, tree in modules().items()
        if not path.startswith(("adapters/", "cli/"))
        and path
        not in {
            "bootstrap.py",
            "health.py",
            "library_wiring.py",
            "mail_wiring.py",
            "one_at_a_time.py",
            "running.py",
        }
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(function)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]
    assert found == []


def test_pages_change_nothing_themselves() -> None:
    changing = {
        "save", "delete", "create", "bulk_create", "bulk_update", "get_or_create",
        "update_or_create", "select_for_update",
    }  # fmt: skip
    found = [
        f"{path}:{line}: {name}"
        for path, tree in in_room("web").items()
        for name, line in calls(tree)
        if "." in name and name.rpartition(".")[2] in changing
    ]
    assert found == []


def test_a_broad_except_stands_only_where_the_item_is_kept() -> None:
    found = {
        path
        for path, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in {"Exception", "BaseException"})
    }
    assert found <= KEEP_THE_ITEM
