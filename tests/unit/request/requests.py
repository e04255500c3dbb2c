"""Fictional requests to Northshire Police and Northshire Council, and what they are read as."""

from assistant.domain.request.questions import segment


def texts(request: str) -> list[str]:
    """Return the words of the parts, line breaks kept."""
    return [part.text for part in segment(request)]


def labels(request: str) -> list[tuple[str, str]]:
    """Return the parent and the label of each part."""
    return [(part.parent, part.label) for part in segment(request)]


THREE_NUMBERED = """Dear Northshire Police,

Under the Freedom of Information Act 2000 I would like to request the following:

1. How many people did officers refer to the Lantern scheme in 2019, 2020 and 2021?

Please break down by age group and by the sex of the person referred.

2. How many of the referrals came from schools?

In relation to the question above, how many referrals resulted in a place on the scheme?

3. Have any staff been referred to the scheme who belong to any of the following groups:

a) Special constables
b) Community support officers
c) Cadets
d) Volunteers

If so please provide the number for each and break down by year.

I would prefer to receive this by e-mail. I look forward to hearing from you.

Yours faithfully,
Alex Example
"""

WRAPPED = """Dear Northshire Council,

Please could you provide the following information under the Freedom of
Information Act 2000 about your library service:

1) The number of books that were borrowed from each branch library in each
of the last three financial years, and the number of those that were never
returned
2) The amount spent on new books in the same years, broken down by branch if
the council holds it in that form
3) A copy of any report to councillors on closing branches since 2021

I would prefer an electronic reply. If this is too broad please contact me so
that I can narrow it down.

Kind regards
Sam Sample
"""

WELSH = """Annwyl Heddlu Northshire,

Hoffwn wneud cais am y wybodaeth ganlynol:

1. Faint o gwynion am sŵn a dderbyniwyd yn 2022?
2. Sawl swyddog sy'n gweithio yn yr uned?
3. Pryd y cafodd y polisi ei adolygu ddiwethaf?

Diolch yn fawr,
Yn gywir,
Gwen Enghraifft
"""

FORWARDED = """Please see below.
Regards
Pat Postroom

---------- Forwarded message ---------
From: Alex Example <alex@example.org>
Subject: Vans
Dear Northshire Council,
1. How many vans do you own?
2. How many of them are electric?
Yours faithfully
Alex Example
"""
