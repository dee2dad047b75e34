"""The workbench （工作台） in a browser: who finds, checks and decides leads; Django lives here and nowhere else."""
