"""Earlier responses: what they decided, how old they are, and how far they can be trusted."""
