"""A paper's text → facts with the sentences they rest on (阅卷)."""
