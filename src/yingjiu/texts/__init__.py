"""From a file's bytes to its text: pages, offsets, the clean text that rules read, and the cache of results."""
