"""Print made plain: seals fade, red letters stay, pale copies grow dark, a good scan is left alone."""

from __future__ import annotations

import cv2
import numpy as np

from yingjiu.texts.ink import black_print


def test_seal_fades_and_print_stays() -> None:
    page = np.full((600, 500, 3), 255, np.uint8)
    cv2.circle(page, (250, 300), 90, (60, 50, 215), 14)
    page[295:305, 100:400] = 15
    grey = black_print(page)
    assert grey.shape == (600, 500)
    assert grey[300, 110] < 60, "black print"
    assert grey[300 - 90, 250] > 190, "the ring of the seal"


def test_red_letterhead_stays_dark() -> None:
    page = np.full((600, 500, 3), 255, np.uint8)
    for left in range(60, 440, 50):
        page[40:80, left : left + 38] = (40, 40, 220)
    assert black_print(page)[60, 70] < 80


def test_pale_copy_grows_dark_and_a_good_scan_is_left_alone() -> None:
    pale = np.full((300, 200), 210, np.uint8)
    pale[100:110, 20:180] = 180
    assert black_print(pale)[105, 100] < 20
    assert black_print(pale)[10, 10] == 255
    good = np.full((300, 200), 255, np.uint8)
    good[100:110, 20:180] = 10
    assert black_print(good) is good


def test_blank_page_stays_blank() -> None:
    assert black_print(np.full((300, 200), 200, np.uint8)).min() == 200
