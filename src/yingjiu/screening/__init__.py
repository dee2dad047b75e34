"""A model file → steps in plain SQL → hits, funnel and the reasons (筛查)."""
