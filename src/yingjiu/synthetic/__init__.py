"""Invented counties with known truth, for the demo, golden tests and benches (虚拟县)."""

from yingjiu.synthetic.county import County, build_county
from yingjiu.synthetic.writer import write_county

__all__ = ["County", "build_county", "write_county"]
