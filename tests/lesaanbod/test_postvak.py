"""The mailbox of files."""

import stat
from email import message_from_bytes, policy

from django.core.mail import EmailMessage, get_connection

import pytest

from lesaanbod import postvak


@pytest.fixture
def folder(settings, tmp_path):
    settings.MAIL_MAP = tmp_path / "mail"
    return settings.MAIL_MAP


def send(*messages: EmailMessage) -> int:
    return get_connection("lesaanbod.postvak.EmlBackend").send_messages(list(messages))


def build_mail(number: int = 0) -> EmailMessage:
    mail = EmailMessage(f"Les {number}", "Één regel\nnog een\n", to=["noa@politie.example"])
    mail.attach("rauw.bin", b"a\r\nb\nc\rd\x00\xff", "application/octet-stream")
    return mail


def test_send_messages_writes_one_file_for_each_in_order(folder):
    assert send(*(build_mail(number) for number in range(12))) == 12

    files = sorted(folder.iterdir())
    subjects = [message_from_bytes(file.read_bytes())["Subject"] for file in files]
    assert subjects == [f"Les {number}" for number in range(12)]


def test_send_messages_keeps_crlf_and_the_bytes_of_an_attachment(folder):
    send(build_mail())

    (file,) = folder.iterdir()
    raw = file.read_bytes()
    assert raw.count(b"\n") == raw.count(b"\r\n") == raw.count(b"\r")
    (attachment,) = message_from_bytes(raw, policy=policy.default).iter_attachments()
    assert attachment.get_content() == b"a\r\nb\nc\rd\x00\xff"


def test_send_messages_is_readable_by_the_owner_only(folder):
    send(build_mail())

    (file,) = folder.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_send_messages_skips_a_mail_without_receiver(folder):
    assert send(EmailMessage("Les", "tekst", to=[])) == 0
    assert list(folder.iterdir()) == []


def test_write_eml_never_writes_over_another_file(tmp_path, monkeypatch):
    monkeypatch.setattr(postvak, "build_moment", lambda: "20270111T080000.000000Z")

    names = [postvak.write_eml(tmp_path, b"%d" % number).name for number in range(3)]

    assert names == [f"20270111T080000.000000Z-{number}.eml" for number in (1, 2, 3)]
    assert [(tmp_path / name).read_bytes() for name in names] == [b"0", b"1", b"2"]
    assert len(list(tmp_path.iterdir())) == 3
