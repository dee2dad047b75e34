"""Which lead first, and why: colour, articles, advice from what is known of a person in a case; pure functions."""
