"""The library's rules: what is taken out of an earlier response before it may be found again."""
