"""The site as gunicorn serves it, in the weeks for which the questions of the bench were made.

Only the clock of the calendar is another one; gunicorn looks at the one that counts seconds.
"""

from datetime import UTC, datetime

import time_machine

NU = datetime(2027, 1, 11, 9, tzinfo=UTC)
time_machine.travel(NU, tick=True).start()

from lesaanbod.config.wsgi import application  # noqa: E402

__all__ = ["application"]
