"""Programs that a test needs and that a machine may lack."""

import os
from collections.abc import Mapping
from typing import NoReturn

import pytest


def mis(wat: str, eis: str, environ: Mapping[str, str] = os.environ) -> NoReturn:
    """Skip the test by name for what is missing, or fail it where ``eis`` is on (as in .ci/run)."""
    if environ.get(eis) == "on":
        pytest.fail(f"{wat} and {eis}=on")
    pytest.skip(wat)
