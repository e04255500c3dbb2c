"""Writes the parts of the docs that the code knows best: settings, commands, events, rules.

`make docs` writes them; tests/docs fails where they are not what the code says.
"""

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from pydantic import SecretStr

from assistant import config
from assistant.cli import arguments
from assistant.domain import case
from assistant.domain.letters.checks import RULES
from assistant.domain.mail.screening import QUESTIONS

ROOT = Path(__file__).resolve().parent.parent


def _default(value: object) -> str:
    """Spell a default as it would be written in the environment."""
    if isinstance(value, SecretStr):
        return value.get_secret_value()
    if isinstance(value, tuple):
        return ",".join(str(word) for word in value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def settings() -> Iterator[str]:
    """Yield the table of settings, in the order of assistant/config.py."""
    yield "| Name | If not set | What it is |"
    yield "| --- | --- | --- |"
    for name, variable in config.variables().items():
        field = config.Settings.model_fields[name]
        default = _default(field.default)
        shown = f"`{default}`" if default else ""
        yield f"| `{variable}` | {shown} | {field.description} |"


def env_example() -> Iterator[str]:
    """Yield `.env.example`: every setting with its description, switched off."""
    yield "# Copy this file to .env and set what your authority needs. What is left out keeps its"
    yield "# value below; docs/settings.md lists the same. A name that begins with FOI_ and is not"
    yield "# here stops the start."
    for name, variable in config.variables().items():
        field = config.Settings.model_fields[name]
        yield ""
        yield f"# {field.description}"
        yield f"#{variable}={_default(field.default)}"


def commands() -> Iterator[str]:
    """Yield a section for each command that is listed, with its arguments."""
    for command in arguments.COMMANDS:
        if command.hidden:
            continue
        parser = argparse.ArgumentParser(prog=arguments.PROGRAM, add_help=False)
        for add in command.arguments:
            add(parser)
        yield f"### `{command.name}`"
        yield ""
        yield f"{command.about} For example `{arguments.PROGRAM} {command.example}`."
        yield ""
        rows = [_argument(action) for action in parser._actions]  # noqa: SLF001 - no public way
        yield from rows
        if rows:
            yield ""


def _argument(action: argparse.Action) -> str:
    """Describe one argument in a line."""
    names = " or ".join(f"`{name}`" for name in action.option_strings) or f"`{_metavar(action)}`"
    values = action.choices or ([_metavar(action)] if action.option_strings else [])
    value = " or ".join(str(choice) for choice in values) if action.nargs != 0 else ""
    return f"- {names}{f' {value}' if value else ''}: {action.help}"


def _metavar(action: argparse.Action) -> str:
    """Return what stands for an argument's value."""
    return str(action.metavar or action.dest.upper())


def events() -> Iterator[str]:
    """Yield the table of events: in which states each can happen, and the state after it."""
    yield "| What happened | While the case is | Then it is |"
    yield "| --- | --- | --- |"
    yield f"| `{case.EventKind.OPENED}` | not there yet | `{case.State.OPEN}` |"
    for kind in list(case.EventKind)[1:]:
        steps = {start: end for (start, each), end in case.TRANSITIONS.items() if each is kind}
        unchanged = all(start is end for start, end in steps.items())
        if len(steps) == len(case.State) and unchanged:
            yield f"| `{kind}` | in any state | as before |"
        elif steps.keys() == set(case.State) - {case.State.MERGED} and unchanged:
            yield f"| `{kind}` | in any state but `{case.State.MERGED}` | as before |"
        elif steps:
            after = {"as before" if start is end else f"`{end}`" for start, end in steps.items()}
            starts = ", ".join(f"`{start}`" for start in steps)
            yield f"| `{kind}` | {starts} | {' or '.join(sorted(after))} |"


def checks() -> Iterator[str]:
    """Yield the table of rules that letters are held against."""
    yield "| Rule | If broken | Stands on | Runs where known |"
    yield "| --- | --- | --- | --- |"
    for rule in RULES:
        needs = ", ".join(need.replace("_", " ") for need in rule.needs) or "always"
        yield f"| `{rule.id}` | {rule.severity} | {rule.section or 'house rule'} | {needs} |"


def questions() -> Iterator[str]:
    """Yield the table of questions asked of every message, each in its own words."""
    yield "| Rule | Verdict | What it finds |"
    yield "| --- | --- | --- |"
    for question in QUESTIONS:
        first_line = (question.ask.__doc__ or "").strip().partition("\n")[0]
        found = first_line.removeprefix("Find ").rstrip(".")
        yield f"| `{question.rule}` | {question.verdict} | {found[:1].upper()}{found[1:]} |"


TABLES: dict[str, Callable[[], Iterator[str]]] = {
    "docs/settings.md": settings,
    "docs/commands.md": commands,
    "docs/states.md": events,
    "docs/letters.md": checks,
    "docs/mail.md": questions,
}
BEGIN, END = "<!-- made by `make docs` -->\n", "<!-- end -->"


def _around(text: str) -> tuple[str, str]:
    """Return what people wrote before and after the made part of a page, marks included."""
    before, _, rest = text.partition(BEGIN)
    return before + BEGIN, END + rest.partition(END)[2]


def pages() -> Iterator[tuple[Path, str]]:
    """Yield each page that has such a part, and what it should say."""
    for name, table in TABLES.items():
        page = ROOT / name
        before, after = _around(page.read_text(encoding="utf-8"))
        made = "\n".join(table()).rstrip()
        yield page, f"{before}\n{made}\n\n{after}"
    yield ROOT / ".env.example", "\n".join(env_example()) + "\n"


def main() -> int:
    """Write the pages; with --check only tell, by the status, whether one is out of date."""
    stale = []
    for page, text in pages():
        if not page.exists() or page.read_text(encoding="utf-8") != text:
            stale.append(page.relative_to(ROOT))
            if "--check" not in sys.argv:
                page.write_text(text, encoding="utf-8")
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
