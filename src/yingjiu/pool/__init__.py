"""The data pool (数据池): snapshots on disk, people apart and encrypted, one manifest replaced whole."""
