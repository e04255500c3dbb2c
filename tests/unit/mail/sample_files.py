"""Files in formats that nothing here writes: winmail.dat, S/MIME, Microsoft's containers."""

import struct
from collections.abc import Mapping, Sequence

SIGNED_DATA = bytes.fromhex("2a864886f70d010702")
ENVELOPED_DATA = bytes.fromhex("2a864886f70d010703")
_DATA = bytes.fromhex("2a864886f70d010701")
_SECTOR = 512


def tnef(*attributes: tuple[int, int, bytes]) -> bytes:
    """A winmail.dat of attributes: level (1 the item, 2 a file), number, value."""
    packed = b"".join(
        struct.pack("<BHHI", level, number, 6, len(value)) + value + b"\0\0"
        for level, number, value in attributes
    )
    return b"\x78\x9f\x3e\x22\x01\x00" + packed


def tnef_file(name: str, content: bytes) -> list[tuple[int, int, bytes]]:
    """The attributes of one file in a winmail.dat."""
    return [(2, 0x9002, b"\0" * 14), (2, 0x8010, name.encode() + b"\0"), (2, 0x800F, content)]


def mapi_list(*properties: tuple[int, int, bytes]) -> bytes:
    """A list of sized properties as TNEF holds it: number, type, value."""
    packed = b"".join(
        struct.pack("<HHII", type_, number, 1, len(value)) + value + b"\0" * (-len(value) % 4)
        for number, type_, value in properties
    )
    return struct.pack("<I", len(properties)) + packed


def stored_rtf(rtf: bytes) -> bytes:
    """An RTF in the uncompressed form of compressed RTF (MS-OXRTFCP)."""
    return struct.pack("<IIII", len(rtf) + 12, len(rtf), 0x414C454D, 0) + rtf


def ber(tag: int, *contents: bytes, indefinite: bool = False) -> bytes:
    """An element of BER, its length given or, if `indefinite`, marked at its end."""
    content = b"".join(contents)
    if indefinite:
        return bytes((tag, 0x80)) + content + b"\0\0"
    if len(content) < 0x80:
        return bytes((tag, len(content))) + content
    length = len(content).to_bytes((len(content).bit_length() + 7) // 8, "big")
    return bytes((tag, 0x80 | len(length))) + length + content


def signed(content: bytes, *, indefinite: bool = False) -> bytes:
    """CMS signed-data around a MIME entity, without a signer; in pieces if `indefinite`."""
    middle = len(content) // 2
    octets = (
        ber(0x24, ber(4, content[:middle]), ber(4, content[middle:]), indefinite=True)
        if indefinite
        else ber(4, content)
    )
    inner = ber(
        0x30, ber(6, _DATA), ber(0xA0, octets, indefinite=indefinite), indefinite=indefinite
    )
    data = ber(0x30, ber(2, b"\x01"), ber(0x31), inner, ber(0x31), indefinite=indefinite)
    wrapped = ber(0xA0, data, indefinite=indefinite)
    return ber(0x30, ber(6, SIGNED_DATA), wrapped, indefinite=indefinite)


def enveloped() -> bytes:
    """CMS enveloped-data: nobody without a key can say what it holds."""
    return ber(0x30, ber(6, ENVELOPED_DATA), ber(0xA0, ber(0x30, ber(2, b"\0"), ber(4, b"x" * 99))))


def compound_file(streams: Mapping[str, bytes]) -> bytes:
    """A file in Microsoft's compound format (MS-CFB) with streams in its root."""
    padded = {name: data.ljust(max(4096, -(-len(data) // _SECTOR) * _SECTOR), b"\0")
              for name, data in streams.items()}  # fmt: skip
    directory_sectors = -(-(len(padded) + 1) // 4)
    chains: list[Sequence[int]] = []
    place = 1
    chains.append(range(place, place + directory_sectors))
    place += directory_sectors
    for data in padded.values():
        chains.append(range(place, place + len(data) // _SECTOR))
        place += len(data) // _SECTOR
    fat = [0xFFFFFFFD] + [0xFFFFFFFF] * 127
    for chain in chains:
        for each in chain:
            fat[each] = each + 1 if each + 1 in chain else 0xFFFFFFFE
    entries = [_entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1 if padded else 0xFFFFFFFF)]
    for number, (name, data) in enumerate(padded.items(), start=1):
        beside = number + 1 if number < len(padded) else 0xFFFFFFFF
        entries.append(_entry(name, 2, chains[number][0], len(data), right=beside))
    while len(entries) % 4:
        entries.append(b"\0" * 68 + b"\xff" * 12 + b"\0" * 48)
    head = struct.pack(
        "<8s16sHHHHH6sIIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6,
        b"", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0,
    ) + b"\xff" * 432  # fmt: skip
    return (
        head
        + struct.pack("<128I", *fat)
        + b"".join(entries)
        + b"".join(padded.values())
    )  # fmt: skip


def _entry(
    name: str, kind: int, start: int, size: int, *, child: int = 0xFFFFFFFF, right: int = 0xFFFFFFFF
) -> bytes:
    wide = name.encode("utf-16-le") + b"\0\0"
    return (
        wide.ljust(64, b"\0")
        + struct.pack("<HBB", len(wide), kind, 1)
        + struct.pack("<III", 0xFFFFFFFF, right, child)
        + b"\0" * 36
        + struct.pack("<IQ", start, size)
    )


def old_word(text: str) -> bytes:
    """A Word 97 document whose text is one 8-bit piece."""
    body = text.replace("\n", "\r").encode("cp1252")
    main = bytearray(0x800) + body
    main[0:2] = b"\xec\xa5"
    main[0x0A:0x0C] = struct.pack("<H", 0x0200)
    main[0x4C:0x50] = struct.pack("<I", len(body))
    pieces = struct.pack("<II", 0, len(body)) + struct.pack("<HIH", 0, 0x40000000 | 0x800 * 2, 0)
    table = b"\x02" + struct.pack("<I", len(pieces)) + pieces
    main[0x1A2:0x1AA] = struct.pack("<II", 0, len(table))
    return compound_file({"WordDocument": bytes(main), "1Table": table})


def outlook_item(subject: str, text: str, name: str, address: str) -> bytes:
    """An Outlook item as Outlook saves it (.msg)."""
    wide = {0x0037: subject, 0x1000: text, 0x0C1A: name, 0x5D01: address}
    streams = {f"__substg1.0_{number:04X}001F": said.encode("utf-16-le")
               for number, said in wide.items()}  # fmt: skip
    return compound_file({**streams, "__properties_version1.0": b"\0" * 32})
