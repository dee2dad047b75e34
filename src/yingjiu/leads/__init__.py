"""One lead a person and event, with every model that found them, the evidence, and what came later (线索)."""
