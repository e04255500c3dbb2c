"""Every command with its arguments, its help and an example: one table, read by argparse."""

import argparse
from collections.abc import Callable
from importlib import import_module
from typing import NoReturn

from assistant.cli.command import FILES, JSON, Command, option
from assistant.cli.library_arguments import LIBRARY_COMMANDS
from assistant.cli.shown import complain

PROGRAM = "foi-assistant"
ABOUT = "Answers Freedom of Information requests that arrive by e-mail."
Parser = argparse.ArgumentParser


QUEUES = ("mail", "draft", "send", "library")
ROLES = ("auditor", "officer", "supervisor", "administrator")
EVENTS = (
    "clarification-sought, clarification-received, fees-notice, fees-paid or extended, with its "
    "time; may be repeated"
)
REGIMES = (
    "foi (usual), eir, sar, foi-review or eir-review; school and archives, too, where "
    "FOI_AUTHORITY_CLOCK does not say it"
)

COMMANDS = (
    Command(
        "demo",
        "Start everything on this machine with sample mail, to try it. Nothing leaves it.",
        "demo --fresh",
        "together.demo",
        (
            option("--fresh", action="store_true", help="begin again: forget what was done in it"),
            option("--folder", help="where the demonstration is kept"),
            option("--port", type=int, default=8000, help="port of the web pages (8000)"),
            option(
                "--model",
                help="language model, such as ollama:llama3.2, which is sent texts; else FOI_MODEL",
            ),
            option("--quiet", action="store_true", help="do not show what the parts print"),
        ),
        needs="nothing",
    ),
    Command(
        "demo-prepare",
        "Set up the database and the library of the demonstration.",
        "demo-prepare FOLDER",
        "parts.demo_prepare",
        (option("folder", help="where the demonstration is kept"),),
        hidden=True,
    ),
    Command(
        "run",
        "Start everything for one authority on this machine; Ctrl+C ends it.",
        "run",
        "together.run",
        needs="settings",
    ),
    Command("serve", "Serve the web pages.", "serve", "parts.serve"),
    Command(
        "work",
        "Do queued work: read mail, draft, send, index.",
        "work --queue send",
        "parts.work",
        (
            option("--queue", action="append", choices=QUEUES, help="only this; may be repeated"),
            option("--until-idle", action="store_true", help="end when nothing is left to do"),
        ),
    ),
    Command(
        "poll",
        "Fetch new mail from the mailbox, again and again.",
        "poll --once",
        "parts.poll",
        (
            option("--once", action="store_true", help="look once and end"),
            option(
                "--first-start",
                choices=("from-now", "import"),
                help="what to do with the mail that a folder holds when it is first read",
            ),
        ),
    ),
    Command(
        "listen",
        "Take mail that a mail server hands over by SMTP or LMTP.",
        "listen",
        "parts.listen",
    ),
    Command(
        "chroma",
        "Run the assistant's own Chroma server.",
        "chroma",
        "together.chroma",
        needs="settings",
    ),
    Command(
        "prepare",
        "Make or update the database for these settings. run and demo do it themselves.",
        "prepare",
        "parts.prepare",
    ),
    Command(
        "check",
        "Reach every part, and say what does not work and what to do about it.",
        "check",
        "health.check",
        (JSON,),
        needs="settings",
    ),
    Command(
        "health",
        "Say by the status whether the programs on this machine, or in this container, are alive.",
        "health --of poll",
        "alive.health",
        (
            option(
                "--of",
                choices=("serve", "work", "poll", "listen"),
                help="only this program; all that run here, if left out",
            ),
        ),
        needs="nothing",
    ),
    Command(
        "backup",
        "Write all that has to be kept into one file, while everything runs.",
        "backup /backup/foi-2026-03-02.foibackup",
        "backup.backup",
        (
            option("file", metavar="FILE", help="where to write it; its SHA-256 goes beside it"),
            option("--force", action="store_true", help="replace a file that is there"),
        ),
    ),
    Command(
        "restore",
        "Put what a backup holds in place. Nothing may run meanwhile.",
        "restore /backup/foi-2026-03-02.foibackup",
        "backup.restore",
        (
            option("file", metavar="FILE", help="a file that backup wrote"),
            option(
                "--force", action="store_true", help="take the place of a database that is there"
            ),
        ),
    ),
    Command(
        "user add",
        "Let a person sign in, or set the password and role of one who may.",
        "user add j.hart --role officer --email j.hart@northshire-police.test",
        "parts.user_add",
        (
            option("name", help="the name to sign in with"),
            option("--role", required=True, choices=ROLES, help="what the person may do"),
            option("--email", default="", help="the person's address"),
        ),
    ),
    Command(
        "mailbox list",
        "Show each folder of each mailbox: how it stands, and what to do.",
        "mailbox list",
        "mailbox.show",
        (JSON,),
    ),
    Command(
        "mailbox sign-in",
        "Sign in to a mailbox at Microsoft by a code, once, where no secret is set.",
        "mailbox sign-in foi@northshire-police.test",
        "mailbox_sign_in.sign_in",
        (option("address", metavar="ADDRESS", help="the mailbox"),),
        needs="settings",
    ),
    Command(
        "mailbox start",
        "Say what happens to the mail that a folder held before it was first read.",
        "mailbox start foi@northshire-police.test INBOX from-now",
        "mailbox.start",
        (
            option("address", metavar="ADDRESS", help="the mailbox"),
            option(
                "folder",
                metavar="FOLDER",
                nargs="?",
                help="the folder; each that waits for a choice, if left out",
            ),
            option(
                "choice",
                choices=("from-now", "import"),
                help="leave the old mail there, or make cases of it, without acknowledgements",
            ),
        ),
    ),
    Command(
        "due",
        "Say when an answer is due, and show the working.",
        "due --received 2026-03-27T23:10 --event clarification-sought:2026-04-02",
        "due.due",
        (
            option("--received", metavar="WHEN", help="date or time of receipt: 2026-03-27T23:10"),
            option("--regime", help=REGIMES),
            option("--event", action="append", metavar="KIND:WHEN", help=EVENTS),
            option("--batch", metavar="FILE", help="one JSON object a line, options by name"),
            JSON,
        ),
        needs="nothing",
    ),
    Command(
        "check-letter",
        "Say what is wrong with a letter, and what could not be checked.",
        "check-letter letter.txt --case case.json",
        "check_letter.check_letter",
        (
            option("letter", nargs="?", metavar="LETTER.txt", help="the letter as plain text"),
            option("--case", metavar="CASE.json", help="what is known of its case, as JSON"),
            option("--batch", metavar="FILE", help="a JSON object a line: id, letter and case"),
            JSON,
        ),
        needs="nothing",
    ),
    Command(
        "law",
        "Show what the register says of a provision, or list the law that letters may cite.",
        'law "s.31(1)(a)"',
        "law.law",
        (
            option("citation", nargs="?", metavar="CITATION", help="such as s.31(1)(a); or all"),
            option("--on", metavar="DAY", help="the law of a day, such as 2017-05-31"),
            JSON,
        ),
        needs="nothing",
    ),
    Command(
        "letter",
        "Make a Word document, a PDF or HTML of a letter’s plain text, word for word.",
        "letter letter.txt --docx letter.docx --pdf letter.pdf",
        "letter.letter",
        (
            option("letter", metavar="LETTER.txt", help="the letter as plain text"),
            option("--docx", metavar="FILE", help="where to write the Word document"),
            option("--pdf", metavar="FILE", help="where to write the PDF"),
            option("--html", metavar="FILE", help="where to write the HTML"),
            option("--reference", default="", help="the reference at the foot of each page"),
            option("--date", default="", metavar="DATE", help="its date, as 2026-01-08 (today)"),
            option("--draft", action="store_true", help="say on every page that it is a draft"),
        ),
        needs="settings",
    ),
    Command(
        "parse",
        "Show what an e-mail says: who wrote, what kind of message, which questions.",
        "parse request.eml --json",
        "parse.parse",
        (FILES, JSON),
        needs="settings",
    ),
    Command(
        "draft",
        "Draft the acknowledgement and the response for a request, storing nothing.",
        "draft request.eml --decisions decisions.json --letter clarification",
        "library.draft",
        (
            FILES,
            option("--letter", metavar="KIND", help="a further letter; docs/letters.md has them"),
            option("--decisions", metavar="FILE.json", help="what people decided, as JSON"),
            JSON,
        ),
    ),
    Command(
        "search",
        "Search the library of earlier responses.",
        'search "referrals to Prevent" -k 5 --since 2024-01-01',
        "library.search",
        (
            option("text", help="what to look for"),
            option("-k", type=int, default=10, help="how many results at most (10)"),
            option("--section", metavar="CITATION", help="only what cites it: 's.31(1)(a)'"),
            option("--outcome", metavar="OUTCOME", help="only answers of that outcome: refused"),
            option("--status", metavar="STATUS", help="only wording of that status: approved"),
            option("--since", metavar="DATE", help="only answers of that day or later: 2024-01-31"),
            option("--until", metavar="DATE", help="only answers of that day or earlier"),
            JSON,
        ),
    ),
    *LIBRARY_COMMANDS,
)
GROUPS = {
    "user": "People who may sign in.",
    "mailbox": "The mailboxes that are read.",
    "knowledge": "The library of earlier responses.",
    "export": "What is held, as files.",
    "evaluate": "How well the assistant reads and finds, held against judged sets.",
}


class _OneLine(Parser):
    """A parser that explains wrong use in one line."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where to look, and end with status 2."""
        complain(f"{message}. See {self.prog} --help.")
        raise SystemExit(2)


def parser() -> Parser:
    """Return the parser of the whole program; `run` of what it reads is the command's function."""
    whole = _OneLine(prog=PROGRAM, description=ABOUT, epilog=f"Example: {PROGRAM} demo")
    commands = whole.add_subparsers(metavar="COMMAND", required=True, title="commands")
    groups = {
        name: commands.add_parser(name, help=about, description=about).add_subparsers(
            metavar="COMMAND", required=True, title="commands"
        )
        for name, about in GROUPS.items()
    }
    for command in COMMANDS:
        group, _, name = command.name.rpartition(" ")
        told = {} if command.hidden else {"help": command.about}
        added = (groups[group] if group else commands).add_parser(
            name,
            description=command.about,
            epilog=f"Example: {PROGRAM} {command.example}",
            **told,  # type: ignore[arg-type]  # only help, which is text
        )
        for add in command.arguments:
            add(added)
        added.set_defaults(run=_runner(command))
    return whole


def _runner(command: Command) -> Callable[[argparse.Namespace], int]:
    """Return what loads what the command needs, then its module, and calls its function."""
    place, _, function = command.run.partition(".")
    module = f"assistant.cli.{place}"

    def run(arguments: argparse.Namespace) -> int:
        if command.needs == "nothing":
            return int(getattr(import_module(module), function)(arguments))
        preparing = import_module("assistant.cli.with_settings")
        if command.needs == "database apart":
            return int(preparing.run_apart(module, function, arguments))
        database = command.needs == "database"
        return int(preparing.run(module, function, arguments, database=database))

    return run
