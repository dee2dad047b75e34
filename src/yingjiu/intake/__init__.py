"""Intake (数据入库前的识别与核对): a delivered table → rows of a known kind: recognise, map, check, report back."""
