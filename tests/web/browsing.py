"""Somebody at Debian's Chromium: opens, types, drops, downloads."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

CHROMIUM, DRIVER = "/usr/bin/chromium", "/usr/bin/chromedriver"
SHOTS = Path(__file__).resolve().parents[2] / "docs" / "screenshots"
WAIT = 20
MARKS = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not Path(CHROMIUM).is_file() and not os.environ.get("TONGZHI_REQUIRE_TOOLS"),
        reason="no Chromium here",
    ),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # sockets of the driver
]


class Reader:
    """Somebody at the browser, with a folder for what is downloaded."""

    def __init__(self, driver: Any, address: str, downloads: Path) -> None:
        self.driver = driver
        self.address = address
        self.downloads = downloads
        self.app: Any = None
        self.folder = Path()

    def open(self, path: str = "/") -> None:
        self.driver.get(self.address + path)

    def find(self, css: str) -> Any:
        return self.until(lambda: next(iter(self.driver.find_elements("css selector", css)), None), css)

    def all(self, css: str) -> list[Any]:
        return list(self.driver.find_elements("css selector", css))

    def link(self, words: str) -> Any:
        return self.until(
            lambda: next(
                iter(
                    self.driver.find_elements(
                        "xpath", f"//*[self::a or self::button][contains(normalize-space(.), '{words}')]"
                    )
                ),
                None,
            ),
            words,
        )

    def click(self, element: Any) -> None:
        self.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
        element.click()

    def until(self, found: Callable[[], Any], what: object = "", wait: float = WAIT) -> Any:
        from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException

        end = time.monotonic() + wait
        while time.monotonic() < end:
            try:
                value = found()
            except (NoSuchElementException, StaleElementReferenceException):  # between two pages
                value = None
            if value:
                return value
            time.sleep(0.05)
        raise AssertionError(f"not there: {what}\n{self.text[:2000]}")

    @property
    def text(self) -> str:
        return str(self.driver.find_element("tag name", "body").text)

    def sees(self, words: str) -> None:
        self.until(lambda: words in self.text, words)

    def fill(self, css: str, value: str) -> None:
        """Set a field as typing does; dates are set whole, their parts depend on the language of the browser."""
        self.driver.execute_script(
            "arguments[0].value = arguments[1]; for (const name of ['input', 'change']) arguments[0].dispatchEvent(new Event(name, {bubbles: true}))",
            self.find(css),
            value,
        )

    def settle(self) -> None:
        """Wait until what was typed is kept and its answer is shown."""
        self.until(lambda: not self.all("html[data-sending]") and not self.all("[data-unsaved]"), "all kept")
        time.sleep(0.1)

    def type(self, css: str, value: str) -> None:
        """Type into a field; found anew when the page behind it changed just then, as between two pages."""
        from selenium.common.exceptions import StaleElementReferenceException

        for _ in range(5):
            try:
                field = self.find(css)
                self.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", field)
                field.clear()
                field.send_keys(value)
            except StaleElementReferenceException:
                continue
            return
        raise AssertionError(css)

    def keys(self, *keys: str) -> None:
        from selenium.webdriver import ActionChains

        ActionChains(self.driver).send_keys(*keys).perform()

    def chord(self, held: str, key: str) -> None:
        from selenium.webdriver import ActionChains

        ActionChains(self.driver).key_down(held).send_keys(key).key_up(held).perform()

    def drag(self, element: Any, start: int, width: int) -> None:
        """Choose words with the mouse: from so many pixels right of the element's first line, so far."""
        from selenium.webdriver import ActionChains

        self.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
        box = self.driver.execute_script(
            "const box = arguments[0].getClientRects()[0]; return [box.left, box.top + box.height / 2]",
            element,
        )
        chain = ActionChains(self.driver)
        chain.w3c_actions.pointer_action.move_to_location(int(box[0]) + start, int(box[1]))
        chain.w3c_actions.pointer_action.pointer_down()
        chain.w3c_actions.pointer_action.move_to_location(int(box[0]) + start + width, int(box[1]))
        chain.w3c_actions.pointer_action.pointer_up()
        chain.perform()

    def drop(self, *paths: Path, kinds: str = "") -> None:
        """Drop files on the first screen and say that the page's guess is right (or what the one file is)."""
        self.open("/")
        self.give("#any", *paths)
        self.find("#ask[open]")
        if kinds:
            self.fill("#kind-0", kinds)
        for choice in self.all("#ask .choices .choice:first-child input"):
            self.click(choice)
        self.click(self.find("#ask .main-act"))
        self.until(lambda: "/drop" not in self.driver.current_url, "the files to be taken")

    def size(self, width: int, height: int) -> None:
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False},
        )

    def give(self, css: str, *paths: Path) -> None:
        self.find(css).send_keys("\n".join(map(str, paths)))

    def download(self, act: Callable[[], None]) -> bytes:
        before = set(self.downloads.iterdir())
        act()

        def arrived() -> list[Path]:
            fresh = [path for path in self.downloads.iterdir() if path not in before]
            return (
                []
                if any(path.suffix in (".crdownload", ".tmp") for path in fresh)
                else [path for path in fresh if not path.name.startswith(".")]
            )

        data: bytes = self.until(arrived, "a download")[0].read_bytes()
        return data

    def pages_shown(self) -> None:
        self.until(
            lambda: any(
                one.is_displayed()
                for one in self.all(".sheets[data-shown=yes] img, .sheets[data-shown=yes] .sheet")
            ),
            "pages",
            wait=90,  # LibreOffice may have to start
        )

    def shot(self, name: str) -> None:
        if os.environ.get("TONGZHI_SCREENSHOTS"):
            SHOTS.mkdir(parents=True, exist_ok=True)
            self.driver.execute_script("window.scrollTo(0, 0)")
            time.sleep(0.3)
            self.driver.save_screenshot(str(SHOTS / f"{name}.png"))

    def errors(self) -> list[str]:
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] == "SEVERE"]
