"""Loads word lists (词表) of the catalogue: one Chinese YAML file each, read once a process."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from yingjiu.catalog.kept import parse_once


@cache
def load_lexicon(name: str) -> Any:  # the shape is each list's own; the reader checks it
    """Content of ``catalog/lexicons/NAME.yml``.

    Raises:
        FileNotFoundError: there is no such list.
    """
    text = files("yingjiu.catalog").joinpath("lexicons", f"{name}.yml").read_text(encoding="utf-8")
    return parse_once(text, _parse)


def _parse(text: str) -> Any:
    from ruamel.yaml import YAML

    return YAML(typ="safe").load(text)
