"""The journal （操作日志）: who did what, chained so that no entry can be changed or taken away unseen."""
