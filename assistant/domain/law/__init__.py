"""The Acts as data and pure functions: provisions, citations, working days, clocks."""
