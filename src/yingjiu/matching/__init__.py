"""Which mentions are one person, which numbers are one case, what holds of a case over all its papers (认人、并案)."""
