"""The office a command works for (为哪个院): its folder's settings as the main job takes them."""

from __future__ import annotations

from pathlib import Path

from yingjiu.matching.locality import Area
from yingjiu.office import read_settings
from yingjiu.run import Office


def open_office(folder: Path | None) -> Office:
    """The office of a folder; without one, the defaults of the program.

    Raises:
        UserFileError: with every problem of office.yml.
    """
    return load_office(folder) if folder is not None else Office()


def load_office(folder: Path) -> Office:
    """Read an office's folder for a run.

    Raises:
        UserFileError: there is no office.yml, or it says what cannot be used.
    """
    settings = read_settings(folder)
    area = Area(names=settings.places, codes=settings.area_codes)
    return Office(area=area, great_loss=settings.great_loss, catalog=(folder,))
