"""Commands of the program (命令): what a person types, progress, summaries, exit codes."""
