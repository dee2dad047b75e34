"""One journey in the system's chromium on what ``yingjiu serve`` gives: sign in, decide by keyboard, undo, print."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser
CHROMIUM = Path("/usr/bin/chromium")
SHOTS = os.environ.get("YINGJIU_SHOTS")  # a folder to keep pictures in
OWN = "Xin-kouling-1"


@dataclass
class Served:
    """A workbench that runs: its address, one-time passwords by user name."""

    url: str
    passwords: dict[str, str]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The whole command: folder, database, invented county, users, server."""
    home = tmp_path_factory.mktemp("serve")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = home / "log"
    command = [
        sys.executable,
        "-c",
        "from yingjiu.cli.app import main; main()",
        "serve",
        "--folder",
        str(home / "工作台"),
        "--port",
        str(port),
    ]
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("YINGJIU_", "DJANGO_"))}
    with log.open("wb") as stream:
        process = subprocess.Popen(
            [*command, "--people", "600"], stdout=stream, stderr=stream, env=environment, start_new_session=True
        )
    try:
        for _ in range(240):
            text = log.read_text("utf-8")
            if "已打开" in text or process.poll() is not None:
                break
            time.sleep(0.5)
        assert "已打开" in text, text
        found = dict(re.findall(r"^  (\w+) +(\S+-\S+-\S+)", text, re.MULTILINE))
        yield Served(f"http://127.0.0.1:{port}", found)
    finally:
        os.killpg(process.pid, 15)
        process.wait(10)


@pytest.fixture
def browser() -> Iterator[Any]:
    """A headless chromium."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="没有 playwright")
    if not CHROMIUM.exists():
        pytest.skip("没有 /usr/bin/chromium(Debian:apt-get install chromium fonts-noto-cjk)")
    with sync_api.sync_playwright() as play:
        opened = play.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()


def enter(page: Any, served: Served, name: str) -> None:
    """Sign in with the one-time password and set an own one."""
    page.goto(f"{served.url}/login/")
    page.fill("[name=username]", name)
    page.fill("[name=password]", served.passwords[name])
    page.click("button.p")
    page.wait_for_url("**/password/")
    for field, value in (("old", served.passwords[name]), ("new", OWN), ("again", OWN)):
        page.fill(f"[name={field}]", value)
    page.click("button.p")
    page.wait_for_load_state()


def test_a_prosecutor_decides_by_keyboard(served: Served, browser: Any, tmp_path: Path) -> None:
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    shots = Path(SHOTS) if SHOTS else tmp_path

    def look(name: str) -> None:
        """Keep a picture; nothing is wider than the screen."""
        page.screenshot(path=shots / f"{name}.png")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    def press(key: str) -> str:
        """Press a key that leads elsewhere; where to."""
        with page.expect_navigation():
            page.keyboard.press(key)
        return str(page.url)

    enter(page, served, "lu")
    look("today")
    assert page.locator("[data-row]").count() == 7
    page.keyboard.press("j")
    second = press("Enter")
    look("lead")
    page.keyboard.press("n")  # asks for its reason
    look("lead-reason")
    third = press("4")
    assert third != second
    assert press("y") not in {second, third}
    assert press("z") == third
    page.goto(f"{served.url}/leads/?state=")
    look("list")
    assert page.locator("td", has_text="不符合").count() == 1
    assert page.pdf(format="A4").startswith(b"%PDF")
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{served.url}/today/")
    look("today-390")
    assert [url for url in asked if not url.startswith(served.url)] == []


def test_the_audit_administrator_finds_the_chain_whole(served: Served, browser: Any, tmp_path: Path) -> None:
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    enter(page, served, "audit")
    page.goto(f"{served.url}/journal/")
    page.click("text=核对是否被改动")
    page.wait_for_selector("#verified .note")
    page.screenshot(path=(Path(SHOTS) if SHOTS else tmp_path) / "journal.png")
    assert "没有改动" in page.inner_text("#verified")
    words = re.findall(r"[A-Za-z]{3,}", page.inner_text("main"))
    assert set(words) <= set(served.passwords)
