"""The third reader reads, refuses, and says by name when it is missing."""

import subprocess

import pytest

from tests.ical_js import read_with_ical_js, require_node
from tests.itip_samples import CANCEL, REQUEST


@pytest.fixture
def own_node(tmp_path):
    """A root with a node of its own, and nothing else."""
    node = tmp_path / ".venv/node/bin/node"
    node.parent.mkdir(parents=True)
    node.write_text("#!/bin/sh\n")
    node.chmod(0o755)
    return node


def test_read_with_ical_js_reads_every_file_in_order(tmp_path):
    paths = [tmp_path / "een.ics", tmp_path / "twee.ics"]
    paths[0].write_bytes(REQUEST)
    paths[1].write_bytes(CANCEL)
    event = {
        "uid": "les-abc-s@lesaanbod.example",
        "method": "REQUEST",
        "start": "2027-03-09T08:00:00.000Z",
        "end": "2027-03-09T09:00:00.000Z",
        "sequence": 0,
    }
    assert read_with_ical_js(paths) == [event, event | {"method": "CANCEL", "sequence": 1}]


def test_read_with_ical_js_refuses_what_is_no_calendar(tmp_path):
    path = tmp_path / "inlog.ics"
    path.write_text("<html>inloggen</html>")
    with pytest.raises(subprocess.CalledProcessError):
        read_with_ical_js([path])


def test_require_node_finds_the_node_of_the_set_up(tmp_path, own_node):
    (tmp_path / "node_modules/ical.js").mkdir(parents=True)
    assert require_node(root=tmp_path, environ={"PATH": "/nergens"}) == str(own_node)


def test_require_node_skips_by_name_without_node(tmp_path):
    with pytest.raises(pytest.skip.Exception, match=r"^node is missing"):
        require_node(root=tmp_path, environ={"PATH": "/nergens"})


def test_require_node_skips_by_name_without_ical_js(tmp_path, own_node):
    with pytest.raises(pytest.skip.Exception, match=r"^node_modules/ical\.js is missing"):
        require_node(root=tmp_path, environ={"PATH": "/nergens"})


def test_require_node_fails_where_node_is_demanded(tmp_path):
    with pytest.raises(pytest.fail.Exception, match="DEMAND_NODE"):
        require_node(root=tmp_path, environ={"PATH": "/nergens", "DEMAND_NODE": "on"})
