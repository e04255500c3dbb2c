"""The views, by theme. They read rows for their page and change things through services alone."""
