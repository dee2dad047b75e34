"""Pure values: identity numbers, case numbers, names, money, dates, charges, masking. No files, no engine."""
