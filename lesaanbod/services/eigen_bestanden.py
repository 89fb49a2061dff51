"""Folders and files that only the user who runs the site may read, whatever the umask.

What is there already keeps its mode: that is for whoever looks after the machine.
"""

import os
from pathlib import Path


def maak_datamap(folder: Path) -> None:
    """Make a folder through which others may pass, to media, but in which they may not look."""
    folder.mkdir(mode=0o711, parents=True, exist_ok=True)


def maak_eigen_map(folder: Path) -> None:
    """Make a folder that is closed to others, and a data folder around it where there is none."""
    maak_datamap(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)


def maak_eigen_bestand(path: Path) -> None:
    """Make an empty file that is closed to others; SQLite gives its side files the same mode.

    Made by root it is of whoever has the folder: a command by hand may not shut out the site.
    """
    if not path.exists():
        path.touch(mode=0o600)
        if os.geteuid() == 0:
            owner = path.parent.stat()
            os.chown(path, owner.st_uid, owner.st_gid)
