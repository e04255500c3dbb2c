"""Pictures of the pages for docs/pages: of few colours, so that hundreds of them stay small."""

import base64
import struct
import zlib
from pathlib import Path

from playwright.sync_api import Page

# CSS pixels. A longer page is cut: its top says what it is. Where something was selected on it, the
# picture begins so far above that.
TALLEST = 1300
ABOVE = 400
_SELECTED = """() => {
  const selected = document.querySelector('.foi-source')
  return selected ? selected.getBoundingClientRect().top + scrollY : 0
}"""
# The browser reads the picture; nothing else here can. It answers with the width, the colours, and
# the place of each pixel's colour among them: tints that differ are kept apart, and the many
# greys at the edges of letters become few.
_IN_FEW_COLOURS = """async (given) => {
  const bytes = Uint8Array.from(atob(given), (each) => each.charCodeAt(0))
  const drawn = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
  const { width, height } = drawn
  const canvas = new OffscreenCanvas(width, height).getContext('2d')
  canvas.drawImage(drawn, 0, 0)
  const pixels = new Uint32Array(canvas.getImageData(0, 0, width, height).data.buffer)
  const counts = new Map()
  for (const each of pixels) counts.set(each, (counts.get(each) ?? 0) + 1)
  const parts = (each) => [each & 255, (each >> 8) & 255, (each >> 16) & 255]
  const apart = (one, other) => {
    const [[r, g, b], [red, green, blue]] = [parts(one), parts(other)]
    return Math.max(Math.abs(g - green), 4 * Math.hypot(r - g - red + green, b - g - blue + green))
  }
  const common = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map((each) => each[0])
  const chosen = []
  // What is flat keeps its own colour, such as the light grey behind a button.
  for (const [least, enough] of [[6, pixels.length / 500], [55, 0]]) {
    for (const each of common) {
      const wanted = counts.get(each) > enough && chosen.every((one) => apart(one, each) > least)
      if (wanted && chosen.length < 32) chosen.push(each)
    }
  }
  const places = new Map(common.map((each) => {
    const distances = chosen.map((one) => apart(one, each))
    return [each, distances.indexOf(Math.min(...distances))]
  }))
  const packed = Uint8Array.from(pixels, (each) => places.get(each))
  let text = ''
  for (let from = 0; from < packed.length; from += 32768) {
    text += String.fromCharCode(...packed.subarray(from, from + 32768))
  }
  return { width, height, colours: chosen.map(parts), packed: btoa(text) }
}"""


# What these pages show is another at each turn: a secret, a link, codes that are made at random.
_UNSTEADY = {"add-app", "error-add-app", "recovery-codes-new", "sign-in-link"}


def take(page: Page, path: Path) -> None:
    """Keep a picture of a page as it stands, its head where the page is long."""
    if path.stem.rpartition("-")[0] in _UNSTEADY:
        return
    start = max(0, int(page.evaluate(_SELECTED)) - ABOVE)
    tall = min(int(page.evaluate("document.documentElement.scrollHeight")) - start, TALLEST)
    window = page.viewport_size
    assert window is not None
    page.set_viewport_size({"width": window["width"], "height": tall})
    page.evaluate("(start) => scrollTo(0, start)", start)
    shot = page.screenshot(animations="disabled")
    page.set_viewport_size(window)
    # A page of ours may not read a picture from a text: a blank one may.
    blank = page.context.new_page()
    drawn = blank.evaluate(_IN_FEW_COLOURS, base64.b64encode(shot).decode())
    blank.close()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_png(**drawn))


def _png(*, width: int, height: int, colours: list[list[int]], packed: str) -> bytes:
    """Return a PNG of few colours (RFC 2083: colour type 3, eight bits a pixel)."""
    pixels = base64.b64decode(packed)
    # Each row begins with the filter it was put through: none.
    rows = b"".join(
        b"\0" + pixels[start : start + width] for start in range(0, width * height, width)
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(content))
        + kind
        + content
        + struct.pack(">I", zlib.crc32(kind + content))
        for kind, content in (
            (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
            (b"PLTE", bytes(part for colour in colours for part in colour)),
            (b"IDAT", zlib.compress(rows, 9)),
            (b"IEND", b""),
        )
    )
