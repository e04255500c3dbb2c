"""The command `mailbox sign-in`: a person lets the assistant into a mailbox at Microsoft."""

import argparse

from assistant import bootstrap
from assistant.cli.shown import tell


def sign_in(arguments: argparse.Namespace) -> int:
    """Print an address and a code, wait until somebody has entered it there, and keep the sign-in.

    Ends with NotAllowed where they decline, are refused, or do not come in time.
    """

    def show(page: str, code: str, seconds: float) -> None:
        tell(
            f"Open {page} in any browser, enter the code {code}, and sign in as somebody who may "
            f"read {arguments.address}. There are {seconds / 60:.0f} minutes for it. Waiting …"
        )

    name = bootstrap.sign_in(arguments.settings, arguments.address, show)
    tell(f"{name or 'They'} signed in for {arguments.address}. It stays so while it is used.")
    return 0
