"""What holds every page to the bar: a real browser, axe, the width of a phone, query counts.

For all helpers and what they ask for, see tests/toegang/test_paginas.py.
"""

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Page,
    Request,
    ViewportSize,
    expect,
    sync_playwright,
)

DESKTOP: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 360, "height": 740}
PATIENCE = 20_000
"""How many milliseconds a page may take on a machine that does much else."""
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CHROMIUMS = ("chromium-headless-shell", "chromium", "chromium-browser")
"""What Chromium is called, the one without a window first: it opens a page in half the time."""
RUN_AXE = """async (options) => {
  const result = await axe.run(document, options);
  const list = (points, isDecided) => points.flatMap((point) =>
    point.nodes.map((node) => [isDecided, point.id, node.target, node.failureSummary]));
  return [...list(result.violations, true), ...list(result.incomplete, false)];
}"""
"""Only what is wrong or undecided leaves the browser: the rest is thousands of words a page."""
NO_CHROMIUM = "No Chromium found: install the package chromium (for example: apt install chromium)."
WAGTAILS_RACE = "Axe is already running"
"""What Wagtail's own checker says when its preview is drawn twice while it looks.

Both wait for the check that runs (``contentChecksPromise`` in core.js) and then both start; the
first of them finds the same as before. Heard in ``/beheer/`` only; axe of ours runs one by one.
"""
CHROMIUM_ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def find_chromium() -> str:
    """Return the path of Chromium; skip the test by name without one.

    With ``DEMAND_BROWSER=on`` (as in .ci/run) a missing Chromium is a failure.
    """
    path = next((path for path in map(shutil.which, CHROMIUMS) if path), None)
    if path is None and os.environ.get("DEMAND_BROWSER") == "on":
        pytest.fail(NO_CHROMIUM)
    if path is None:
        pytest.skip(NO_CHROMIUM)
    return path


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run."""
    path = find_chromium()
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGS)
        yield chromium
        chromium.close()


def watch(page: Page, site: str, faults: list[str]) -> None:
    """Add to ``faults`` what ``page`` loads from elsewhere, CSP reports and script errors."""

    def note_request(request: Request) -> None:
        if not request.url.startswith((site, "data:", "blob:", "about:")):
            faults.append(f"foreign request: {request.url}")

    def note_console(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            faults.append(f"CSP: {message.text}")

    def note_error(error: Error) -> None:
        if WAGTAILS_RACE not in error.message or not page.url.startswith(f"{site}/beheer/"):
            faults.append(f"script error: {error}")

    page.on("request", note_request)
    page.on("console", note_console)
    page.on("pageerror", note_error)


@contextmanager
def watched_pages(browser: Browser, site: str) -> Iterator[Callable[..., Page]]:
    """Give a maker of pages on ``site``; fail at the end when one of them had a fault."""
    faults: list[str] = []
    contexts: list[BrowserContext] = []

    def make(viewport: ViewportSize = DESKTOP, **options: Any) -> Page:
        context = browser.new_context(base_url=site, viewport=viewport, locale="nl-NL", **options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        watch(page, site, faults)
        return page

    yield make
    for context in contexts:
        context.close()
    assert not faults, "\n".join(faults)


@pytest.fixture
def open_page(browser: Browser, live_server) -> Iterator[Callable[..., Page]]:
    """Return a maker of pages: ``open_page(viewport=PHONE, java_script_enabled=False)``.

    A page goes to paths of the live server: ``page.goto("/lesaanbod/")``. The test fails when a
    page loaded something from elsewhere, broke the Content-Security-Policy or a script failed.
    """
    with watched_pages(browser, live_server.url) as make:
        yield make


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    """A page of 1280 wide on the live server, without cookies."""
    return open_page()


@pytest.fixture
def phone(open_page: Callable[..., Page]) -> Page:
    """A page of 360 wide on the live server, without cookies."""
    return open_page(viewport=PHONE)


def wait_until_whole(page: Page) -> None:
    """Wait until the page has all its HTML and sheets.

    A click returns when the answer begins to come; on a busy machine there is no more than a head.
    """
    page.wait_for_load_state()


def assert_no_axe_violations(
    page: Page, explained: frozenset[str] = frozenset(), norms: Sequence[str] = WCAG
) -> None:
    """Fail when axe finds a violation, or an undecided point that is not in ``explained``.

    ``explained`` holds ids of rules axe could not decide and a person did, with the reason as a
    comment beside it; ``norms`` are the sets of rules to ask. Works under the site's own CSP: axe
    comes in through the debugging protocol.
    """
    wait_until_whole(page)
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    # A preload would put imported sheets in the page, against the CSP; no rule of WCAG needs it.
    options = {
        "runOnly": list(norms),
        "resultTypes": ["violations", "incomplete"],
        "preload": False,
    }
    found = [
        (rule, *fault)
        for is_decided, rule, *fault in page.evaluate(RUN_AXE, options)
        if is_decided or rule not in explained
    ]
    assert not found, f"{page.url}: {found}"


def assert_fits_width(page: Page) -> None:
    """Fail when the page can be scrolled sideways (WCAG 1.4.10)."""
    wait_until_whole(page)
    too_wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(too_wide) <= 0, f"{page.url} is wider than the window"


def in_both_widths(page: Page) -> Iterator[None]:
    """Turn the window to the other width and back, and stop at each.

    One visit, two widths: the page is fetched, and axe brought in, only once.
    """
    own = page.viewport_size or DESKTOP
    other = PHONE if own["width"] > PHONE["width"] else DESKTOP
    for viewport in (other, own):
        page.set_viewport_size(viewport)
        yield


def assert_fits_both_widths(page: Page) -> None:
    """Fail when the page, wide or narrow, can be scrolled sideways."""
    for _ in in_both_widths(page):
        assert_fits_width(page)


def assert_sound(page: Page, explained: frozenset[str] = frozenset()) -> None:
    """Fail when the page, wide or narrow, has a violation of axe or can be scrolled sideways."""
    for _ in in_both_widths(page):
        assert_no_axe_violations(page, explained)
        assert_fits_width(page)


def walk_by_tab(page: Page, at_most: int = 200) -> list[str]:
    """Press Tab through the page from the top and return the text or name of every stop."""
    wait_until_whole(page)
    stops: list[str] = []
    describe = """() => {
      const at = document.activeElement;
      if (at === document.body || at === null) return null;
      const label = at.labels && at.labels.length ? at.labels[0].innerText : "";
      return (at.getAttribute("aria-label") || label || at.innerText || at.name || "").trim();
    }"""
    for _ in range(at_most):
        page.keyboard.press("Tab")
        stop = page.evaluate(describe)
        if stop is None:
            return stops
        stops.append(stop)
    pytest.fail(f"{page.url}: Tab does not leave the page after {at_most} stops")


def count_queries(client: Client, url: str) -> int:
    """Return the number of queries behind a successful GET of ``url``."""
    with CaptureQueriesContext(connection) as queries:
        response = client.get(url)
    assert response.status_code == 200, f"{url}: {response.status_code}"
    return len(queries)


def assert_same_queries(make_rows: Callable[[int], object], url: str, client: Client) -> None:
    """Fail when ``url`` asks the database more with three rows than with one.

    ``make_rows(n)`` stores ``n`` rows that the page shows; it is called with 1 and then with 2.
    """
    make_rows(1)
    count_queries(client, url)  # fills what is cached for the whole site
    with_one = count_queries(client, url)
    make_rows(2)
    count_queries(client, url)  # and again, where the new rows changed the catalogue
    with_three = count_queries(client, url)
    assert with_three == with_one, (
        f"{url}: {with_one} queries with one row, {with_three} with three"
    )
