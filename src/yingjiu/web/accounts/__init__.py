"""Who works here: units, users, sign-in."""
