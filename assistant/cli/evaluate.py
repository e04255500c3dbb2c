"""The commands `evaluate`: how well the assistant reads and finds, held against judged sets."""

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from assistant.cli.shown import fields, plain, progress, table, tell, tell_json
from assistant.domain.errors import NotAllowed

Record = Mapping[str, Any]
Evaluation = Callable[..., dict[str, Any]]
_KINDS: Mapping[str, tuple[type, ...]] = {
    "grade": (int, float),
    "decisions": (dict,),
    "expected": (dict,),
}


def segmentation(arguments: argparse.Namespace) -> int:
    """Print how well requests are cut into their questions."""
    return _evaluate(arguments, "evaluate_segmentation.evaluate_segmentation", "gold.parts")


def regime(arguments: argparse.Namespace) -> int:
    """Print how well the law is told that answers a request."""
    return _evaluate(arguments, "evaluate_classes.evaluate_regime", "gold.regime")


def follow_up(arguments: argparse.Namespace) -> int:
    """Print how well it is told what a message on a case is for."""
    return _evaluate(arguments, "evaluate_classes.evaluate_follow_up", "gold.intent")


def outcome(arguments: argparse.Namespace) -> int:
    """Print how well it is read from a letter what it decided."""
    # The elements of a refusal are held against the checks of letters, which need the register.
    register = import_module("assistant.bootstrap").register()
    return _evaluate(
        arguments, "evaluate_outcome.evaluate_outcome", "gold.outcome", register=register
    )


def _evaluate(arguments: argparse.Namespace, place: str, label: str, **given: object) -> int:
    """Hold a use case, loaded only now, against the records of a set."""
    records = _records(arguments.gold, ("id", "text", label))
    module, _, function = place.partition(".")
    evaluation: Evaluation = getattr(import_module(f"assistant.services.{module}"), function)
    try:
        document = evaluation(records, **given)
    except (KeyError, TypeError, AttributeError) as error:
        raise NotAllowed(
            f"{arguments.gold}: a record lacks {error}, or holds it in another form than the set’s."
        ) from error
    _show(document, as_json=arguments.json)
    return 0


def retrieval(arguments: argparse.Namespace) -> int:
    """Print how well the library's search finds what was judged relevant."""
    corpus = _records(arguments.corpus, ("id",))
    queries = _records(arguments.queries, ("id",))
    qrels = _records(arguments.qrels, ("query", "doc", "grade"))
    running, bootstrap, evaluating = (
        import_module(f"assistant.{name}")
        for name in ("running", "bootstrap", "services.evaluate_retrieval")
    )
    settings = arguments.settings
    with (
        running.chroma_apart(settings) as reached,
        progress("Indexing and searching", len(corpus) + len(queries)) as step,
    ):
        ports = bootstrap.ports(reached)
        document = evaluating.evaluate_retrieval(
            corpus,
            queries,
            qrels,
            library=ports.library,
            clock=ports.clock,
            weights=arguments.weights,
            progress=step,
        )
    _show({"embeddings": settings.embeddings, **document}, as_json=arguments.json)
    return 0


def drafts(arguments: argparse.Namespace) -> int:
    """Print how composed responses end, what they say and what is left to do in them."""
    requests = _records(
        arguments.requests, ("id", "subject", "sender", "text", "decisions", "expected")
    )
    earlier = _records(arguments.library, ("ident", "title", "text")) if arguments.library else []
    running, bootstrap, evaluating, drafting, commands = (
        import_module(f"assistant.{name}")
        for name in (
            "running", "bootstrap", "services.evaluate_drafts", "services.draft_files",
            "cli.library",
        )
    )  # fmt: skip
    settings = arguments.settings
    if arguments.model:
        settings = settings.model_copy(update={"model": arguments.model, "model_fallbacks": ()})
    with (
        running.chroma_apart(settings) as reached,
        progress("Composing", len(requests) * (2 if settings.model else 1)) as step,
    ):
        ports = bootstrap.ports(reached)
        document = evaluating.evaluate_drafts(
            requests,
            earlier,
            desk=drafting.Desk(
                details=commands.details(reached),
                authority_id=None,
                library=ports.library,
                register=ports.register,
                wordings=ports.wordings,
                clock=ports.clock,
            ),
            writers={settings.model: ports.writer} if ports.writer else {},
            progress=step,
        )
    _show(document, as_json=arguments.json)
    return 0


def _records(name: str, needed: Sequence[str]) -> list[Record]:
    """Read a set, one JSON object a line; raises NotAllowed where a line is no record of its kind.

    `needed` are the keys that every record has, "gold.parts" for one inside another.
    """
    try:
        text = Path(name).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotAllowed(f"{name} is not UTF-8 text. Give a file of JSON objects.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise NotAllowed(f"{name} cannot be read: {reason}. Check its name.") from error
    # Only a line feed ends a record: a JSON text may hold other signs that end lines elsewhere.
    lines = enumerate(text.split("\n"), start=1)
    records = [_record(name, at, line, needed) for at, line in lines if line.strip()]
    if not records:
        raise NotAllowed(f"{name} holds no record. Give a file of one JSON object a line.")
    return records


def _record(name: str, at: int, line: str, needed: Sequence[str]) -> Record:
    """Return the record of a line; raises NotAllowed, naming the line, where it is none."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise NotAllowed(
            f"{name}, line {at}: this is no JSON object. Mend or remove it."
        ) from error
    for key in needed:
        if not _has(record, key):
            raise NotAllowed(f"{name}, line {at}: “{key}” is missing or of the wrong kind.")
    return record  # type: ignore[no-any-return]  # _has made sure that it is an object


def _has(record: object, path: str) -> bool:
    """Say whether a record has a value of the right kind under a key, or under one inside it."""
    value = record
    for key in path.split("."):
        if not isinstance(value, dict) or key not in value:
            return False
        value = value[key]
    if path == "gold.parts":
        return isinstance(value, list) and all(map(_is_part, value))
    return isinstance(value, _KINDS.get(path, (str,))) and not isinstance(value, bool)


def _is_part(value: object) -> bool:
    """Say whether a value is a judged part of a request."""
    return isinstance(value, dict) and (
        isinstance(value.get("start"), int)
        and isinstance(value.get("end"), int)
        and isinstance(value.get("kind"), str)
    )


def _show(document: Mapping[str, Any], *, as_json: bool) -> None:
    """Print the figures: JSON, or tables for a person."""
    if as_json:
        tell_json(document, one_line=False)
        return
    plainly = {name: value for name, value in document.items() if not _is_nested(value)}
    fields({_named(name): _figure(value) for name, value in plainly.items()})
    for name, value in document.items():
        if isinstance(value, Mapping):
            tell(f"\n{_named(name)}")
            _show_table(value)
        elif isinstance(value, list) and value:
            tell(f"\n{_named(name)}: {', '.join(map(plain, value))}")


def _is_nested(value: object) -> bool:
    return isinstance(value, (Mapping, list))


def _show_table(rows: Mapping[str, Any]) -> None:
    """Print figures by name: a column for each figure where each name has several."""
    if not all(isinstance(row, Mapping) for row in rows.values()):
        table(
            ("", "Figure"),
            ((name, _figure(row)) for name, row in rows.items() if not _is_nested(row)),
        )
        for name, row in rows.items():
            if isinstance(row, Mapping):
                tell(_named(name))
                _show_table(row)
        return
    columns = list(dict.fromkeys(column for row in rows.values() for column in row))
    table(
        ("", *columns),
        ((name, *(_figure(row.get(column)) for column in columns)) for name, row in rows.items()),
    )


def _named(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _figure(value: object) -> str:
    """Return a figure as people read it; nothing where there is none."""
    return f"{value:.3f}" if isinstance(value, float) else "" if value is None else str(value)
