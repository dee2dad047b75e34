"""The office a command works for (为哪个院): its folder's settings as the main job takes them."""

from __future__ import annotations

from pathlib import Path

from yingjiu.office import Office, load_office


def open_office(folder: Path | None) -> Office:
    """The office of a folder; without one, the defaults of the program.

    Raises:
        UserFileError: with every problem of office.yml.
    """
    return load_office(folder) if folder is not None else Office()
