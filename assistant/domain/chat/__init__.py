"""Questions that officers type: what each asks, and the shape of an answer."""
