"""Every address the resolver knows, as text."""

import importlib.util
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.test import override_settings
from django.urls import URLPattern, URLResolver, clear_url_caches, get_resolver

import lesaanbod.config.urls

# What stands in for a converter where a row gives no address of its own.
INVULLING = {"int": "1", "uuid": "00000000-0000-4000-8000-000000000000", "slug": "x"}
CONVERTER = re.compile(r"<(?:(?P<kind>\w+):)?\w+>")
GROUP = re.compile(r"\(\?P<\w+>[^()]*(?:\([^()]*\)[^()]*)*\)|\([^?][^()]*\)")


def walk(resolver: URLResolver, before: str = "") -> Iterator[str]:
    """Yield the route of every pattern under ``resolver``, joined with what stands before it."""
    for pattern in resolver.url_patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield route
        else:
            yield from walk(pattern, route)


def list_routes() -> list[str]:
    """Return every route of the site, in the order in which they are tried."""
    return list(dict.fromkeys(walk(get_resolver())))


def fill(route: str) -> str:
    """Return an address that ``route`` matches, with a stand-in for every variable part."""
    route = re.sub(r"\(\?:[^()]*\)[?*]", "", route.replace("^", "").removesuffix("$"))
    route = GROUP.sub("1", route)
    route = CONVERTER.sub(lambda match: INVULLING.get(match["kind"] or "str", "1"), route)
    return "/" + route.replace(".*", "x").replace("\\", "").replace("?", "")


@contextmanager
def urls_with(*, demo: bool) -> Iterator[None]:
    """Let the site answer as it does with DEMO on or off, whatever the settings of this run."""
    name = f"tests.toegang.urls_demo_{demo}"
    spec = importlib.util.spec_from_file_location(name, Path(lesaanbod.config.urls.__file__))
    with override_settings(DEMO=demo):
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        sys.modules[name] = module
        with override_settings(ROOT_URLCONF=name):
            clear_url_caches()
            yield
    del sys.modules[name]
    clear_url_caches()
