"""The Chinese files (目录): kinds of record, sources, models, words; one loader that answers in Chinese with file and line."""
