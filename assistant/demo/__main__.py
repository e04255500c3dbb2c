"""Runs the demonstration's mail servers: `python -m assistant.demo FOLDER IMAP SMTP PAGE`."""

import asyncio
import sys
from pathlib import Path

from assistant.demo.folder import DemoFolder
from assistant.demo.mail_servers import serve_mail

if __name__ == "__main__":
    place, imap, smtp, page = sys.argv[1:]
    asyncio.run(serve_mail(DemoFolder(Path(place)), imap=int(imap), smtp=int(smtp), page=int(page)))
