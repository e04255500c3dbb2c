"""Tells what a letter carries around its request: greetings, signatures, quoted history."""

import re

SIGN_OFF = re.compile(
    r"(?:(?:yours|your)[\s,](?:faithfully|sincerely|truly|etc|respectfully|ever)\b.{0,40}"
    r"|(?:(?:with|my|kind|kindest|best|warm|warmest|many|very|all)\s){0,3}(?:regards|wishes)\b.{0,40}"
    r"|(?:yours|sincerely|respectfully|faithfully|rgds|cheers|best)\W{0,3}"
    r"|(?:yn\sgywir|yr\seiddoch|cofion|gan\sddiolch).{0,30}"
    r"|sent\sfrom\s(?:my|mail|outlook|yahoo).{0,60})$",
    re.IGNORECASE,
)
SEPARATOR = re.compile(r"[-_=*~#•.–—\s]{2,200}$")
THANKS_LINE = re.compile(
    r"(?:(?:many\s|with\s)?thanks|thank\syou|diolch)(?:\s(?:in\sadvance|again|you|very\smuch|so\smuch"
    r"|and\skind\sregards|yn\sfawr))?\W{0,3}$",
    re.IGNORECASE,
)
SALUTATION = re.compile(
    r"(?:dear|hi|hello|hiya|good\s(?:morning|afternoon|evening|day)|to\swhom\s(?:it|this)|annwyl|foi\s"
    r"(?:team|officer)|sir|madam|sirs)\b.{0,80}$",
    re.IGNORECASE,
)
REOPENS = re.compile(
    r"(?:dear\s.{1,80}|annwyl\s.{1,80}|-{2,}\s?(?:forwarded|original)\s.{0,60}|begin\sforwarded\smessage"
    r".{0,9}|p\.?\s?p?s\.?\s?[:\-–.]?\s.{0,9000}|subject:\s.{0,300})$",
    re.IGNORECASE,
)
QUOTED = re.compile(
    r">|on\s.{5,120}\bwrote:$|(?:from|sent|to|cc|date|subject|importance):\s|-{2,}\s?original\smessage",
    re.IGNORECASE,
)
