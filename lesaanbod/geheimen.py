"""What may not stand in a log line: addresses of people and the secret part of a link."""

import logging
import re

# Anybody chooses what is masked, so no pattern may read a long text more than a few times over: an
# address is looked for only where a word begins, and takes along those that follow it directly.
VOOR_AT = r"[\w.!#$&'*+^`{|}~-]"
VANAF_AT = r"(?:@|%40)[\w-]+(?:\.[\w-]+)+"
ADRES = re.compile(rf"(?<!{VOOR_AT}){VOOR_AT}+{VANAF_AT}(?:{VOOR_AT}+{VANAF_AT})*")
# The part after these words is a secret, whatever it looks like (design.md, section 7).
# An address inside another (``?next=``) may have its slashes written as %2F.
STREEP = r"(?:/|%2[Ff])"
GEHEIM_PAD = re.compile(
    rf"({STREEP}(?:uitnodiging|antwoord|agenda|aanvragen{STREEP}[0-9]+-[\w-]+){STREEP})"
    rf"(?:(?!{STREEP})[^\s\"'?#])+"
)
# Elsewhere a secret is recognised by its shape: a long part with capitals, or a hash or UUID.
LANG_DEEL = re.compile(
    r"(?<=/)(?=[\w.:=%~-]{20,})(?:(?=[^/\s]*[A-Z])[\w.:=%~-]+|[0-9a-f-]{20,})(?=[/\s\"'?#)\]]|$)"
)


def mask(text: str) -> str:
    """Return ``text`` with every mail address and every secret of a link replaced by a word."""
    text = ADRES.sub("[adres]", text)
    text = GEHEIM_PAD.sub(r"\1[geheim]", text)
    return LANG_DEEL.sub("[geheim]", text)


def is_geheim_pad(path: str) -> bool:
    """Whether the path of an address holds a secret, so that it may not be passed on."""
    return mask(path) != path


class MaskedFormatter(logging.Formatter):
    """Masks the whole line, with the traceback that may follow it."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of ``record`` without addresses and secrets."""
        return mask(super().format(record))
