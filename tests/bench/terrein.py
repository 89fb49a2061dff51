"""Where is measured: production sites with content, built once per run, and their servers.

This process never loads Django; every site is other processes with an environment of their own.
"""

import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, closing, contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any, Self

ROOT = Path(__file__).parents[2]
WORKERS = "2"
GUNICORN = "lesaanbod/config/gunicorn.py"
GROOT = 2400
# Settings under which every page is made anew.
ZONDER_CACHE = "tests.bench.zonder_cache"


def vrije_poort() -> int:
    """Return a port nobody listens on."""
    with closing(socket.socket()) as stopcontact:
        stopcontact.bind(("127.0.0.1", 0))
        poort: int = stopcontact.getsockname()[1]
    return poort


class Terrein:
    """A folder for this run, the sites in it, and the servers that are on."""

    def __enter__(self) -> Self:
        self.stapel = ExitStack()
        self.map = Path(self.stapel.enter_context(tempfile.TemporaryDirectory(prefix="bench-")))
        self.sleutel = secrets.token_urlsafe(60)
        return self

    def __exit__(self, *_args: object) -> None:
        self.stapel.close()

    def omgeving(self, data_dir: Path, **anders: str) -> dict[str, str]:
        """Return the environment of a production site with its content in ``data_dir``."""
        schoon = {k: os.environ[k] for k in ("PATH", "HOME", "LANG") if k in os.environ}
        return {
            **schoon,
            "PYTHONPATH": str(ROOT),
            "DJANGO_SETTINGS_MODULE": "lesaanbod.config.settings",
            "DEBUG": "off",
            "SECRET_KEY": self.sleutel,
            "ALLOWED_HOSTS": "127.0.0.1,testserver",
            "SITE_URL": "https://127.0.0.1",
            "TRUSTED_PROXIES": "1",
            "AFZENDER": "lesaanbod@kapotsterk.example",
            "DATA_DIR": str(data_dir),
            "STATIC_ROOT": str(self.map / "static"),
            "LOG_LEVEL": "WARNING",
            **anders,
        }

    def draai(self, module: str, *args: str, env: dict[str, str]) -> Any:
        """Run a module of this package in its own process; return what it prints as JSON."""
        uitvoer = subprocess.run(
            [sys.executable, "-m", f"tests.bench.{module}", *args],
            env=env, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True,
        ).stdout  # fmt: skip
        return json.loads(uitvoer.splitlines()[-1])

    @cached_property
    def klein(self) -> Path:
        """The data of a site with the demo catalogue."""
        data_dir = self.map / "klein"
        self.draai("bouw", "0", env=self.omgeving(data_dir))
        return data_dir

    @cached_property
    def groot(self) -> Path:
        """The data of a site with 2,400 lessons."""
        data_dir = self.map / "groot"
        shutil.copytree(self.klein, data_dir)
        self.draai("bouw", str(GROOT), env=self.omgeving(data_dir))
        return data_dir

    @cached_property
    def postgres(self) -> str | None:
        """The address of an empty PostgreSQL database; None where there is none to be had."""
        server = os.environ.get("BENCH_POSTGRES", "postgres://root@127.0.0.1:5432")
        naam = f"bench_{secrets.token_hex(4)}"
        adres = f"{server}/postgres"
        try:
            subprocess.run(
                ["psql", adres, "-qc", f"create database {naam}"], check=True, capture_output=True
            )
        except (FileNotFoundError, subprocess.CalledProcessError):
            return None
        self.stapel.callback(
            subprocess.run,
            ["psql", adres, "-qc", f"drop database {naam} with (force)"],
            check=True,
        )
        return f"{server}/{naam}"

    @cached_property
    def statisch(self) -> Path:
        """The static files of the site, compressed as in production; those of /beheer/ left out."""
        env = self.omgeving(self.klein)
        subprocess.run(
            [sys.executable, "manage.py", "collectstatic", "--noinput", "-v0", "-i", "wagtail*"],
            env=env, cwd=ROOT, check=True,
        )  # fmt: skip
        return Path(env["STATIC_ROOT"])

    def start_site(self, data_dir: Path, app: str = "lesaanbod.config.wsgi", **anders: str) -> int:
        """Start gunicorn on a site until the end of the run; return its port."""
        _ = self.statisch
        return self.start(app, self.omgeving(data_dir, **anders))

    def start_leeg(self) -> int:
        """Start gunicorn on the empty view until the end of the run; return its port."""
        return self.start("tests.bench.leeg", self.omgeving(self.map))

    def start(self, app: str, env: dict[str, str]) -> int:
        """Start gunicorn on ``app`` with two workers and wait until it answers."""
        poort = vrije_poort()
        self.stapel.enter_context(self._server(app, poort, env))
        return poort

    @contextmanager
    def _server(self, app: str, poort: int, env: dict[str, str]):
        """Run the server; the log of what goes wrong is on the screen."""
        opdracht = [sys.executable, "-m", "gunicorn", "-c", GUNICORN, app, "--workers", WORKERS]
        server = subprocess.Popen(
            [*opdracht, "--bind", f"127.0.0.1:{poort}", "--log-level", "warning"], env=env, cwd=ROOT
        )
        try:
            self._wacht(server, poort)
            yield
        finally:
            server.terminate()
            server.wait(20)

    @staticmethod
    def _wacht(server: subprocess.Popen, poort: int) -> None:
        """Return when the server listens; ``RuntimeError`` when it ended or never does."""
        for _ in range(300):
            if server.poll() is not None:
                break
            with closing(socket.socket()) as stopcontact:
                if stopcontact.connect_ex(("127.0.0.1", poort)) == 0:
                    return
            time.sleep(0.1)
        raise RuntimeError("The server does not start.")
