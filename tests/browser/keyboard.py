"""A person who uses the keyboard alone: reaches things by Tab, by the names that are announced."""

import re

from playwright.sync_api import Page

# More stops than the longest page has: further on, the wanted thing is not to be reached.
MOST = 250
# Of what has the focus: its kind, the name it is announced by, and whether the eye can see it.
_FOCUSED = """() => {
  const each = document.activeElement
  if (!each || each === document.body) return null
  const text = (node) => (node?.textContent ?? '').replace(/\\s+/g, ' ').trim()
  const by = each.getAttribute('aria-labelledby')
  const named = by
    ? by.split(' ').map((id) => text(document.getElementById(id))).join(' ')
    : each.getAttribute('aria-label') || text(each.labels?.[0]) || text(each) || each.value || ''
  // GOV.UK Frontend draws the focus of a box to tick beside it, before its label.
  const ticked = ['radio', 'checkbox'].includes(each.type)
  const drawn = ticked && each.labels[0]
    ? getComputedStyle(each.labels[0], '::before')
    : getComputedStyle(each)
  const seen = (colour) => !/^rgba.*, 0\\)$/.test(colour)
  const outlined = drawn.outlineStyle !== 'none' && parseFloat(drawn.outlineWidth) > 0
  const box = each.getBoundingClientRect()
  return {
    kind: each.getAttribute('role') ?? each.type ?? '',
    tag: each.tagName.toLowerCase(),
    id: each.id,
    name: named,
    seen: (outlined && seen(drawn.outlineColor)) || drawn.boxShadow !== 'none',
    inView: box.bottom > 0 && box.top < innerHeight,
  }
}"""


class Keyboard:
    """The keys that a person presses on a page."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def focused(self) -> dict[str, str | bool]:
        """Return what has the focus: its tag, name, whether it is seen; empty for the page."""
        return self._page.evaluate(_FOCUSED) or {}

    def reach(self, tag: str, name: str) -> None:
        """Press Tab until a thing with this tag and this name has the focus.

        Every stop on the way has to be seen to have it, and has to let go of it.
        """
        wanted, stops = re.compile(name), []
        for _ in range(MOST):
            self._page.keyboard.press("Tab")
            now = self.focused()
            if not now:
                continue  # Past the end of the page, where the browser's own bar comes.
            assert now["seen"], f"the focus is not seen on {now}"
            assert now["inView"], f"the focus is out of sight on {now}"
            stops.append((now["tag"], now["id"], now["name"]))
            assert len(stops) < MOST or stops[-1] != stops[-2], f"{now} keeps the focus"
            if now["tag"] == tag and wanted.search(str(now["name"])):
                return
        raise AssertionError(f"no {tag} “{name}” was reached; the last stops were {stops[-5:]}")

    def follow(self, name: str) -> None:
        """Reach a link and follow it."""
        self.reach("a", name)
        self._page.keyboard.press("Enter")

    def press(self, name: str, tag: str = "button") -> None:
        """Reach a button, or what opens a disclosure, and press it."""
        self.reach(tag, name)
        self._page.keyboard.press("Enter")

    def write(self, label: str, text: str, tag: str = "input") -> None:
        """Reach a box and type into it, or into a list to choose from."""
        self.reach(tag, label)
        self._page.keyboard.type(text)

    def tick(self, label: str) -> None:
        """Reach the group of a choice and move within it by the arrows until it is chosen."""
        self.reach("input", "")
        while self.focused().get("kind") != "radio":
            self.reach("input", "")
        for _ in range(10):
            if re.search(label, str(self.focused()["name"])):
                self._page.keyboard.press("Space")
                return
            self._page.keyboard.press("ArrowDown")
        raise AssertionError(f"no choice “{label}” where the first choice of the page stands")
