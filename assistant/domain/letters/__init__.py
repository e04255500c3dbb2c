"""Letters as typed blocks: composing, rendering, approving, and the checks on them."""
