"""The library of earlier responses: what comes in, how it is cut, and what is masked."""
