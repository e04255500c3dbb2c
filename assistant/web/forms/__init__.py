"""The forms of the pages, by theme; each is rendered by crispy-forms-gds."""
