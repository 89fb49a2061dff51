"""``python -m tests.bench.meet_feeds N``: the three feeds with N lessons, as JSON.

Of each: the milliseconds when something changed, so that it is built, and when nothing did.
"""

import json
import sys

import django


def meet(aantal: int) -> dict[str, dict[str, float]]:
    """Return owner → ``built`` and ``unchanged`` in milliseconds."""
    from boekingen.services.agendafeeds import meld_feed_veranderd, meld_schoolfeeds_veranderd
    from tests.bench.bouw_feeds import bouw_feeds
    from tests.bench.meet_tijd import build_client, meet_beste

    gevuld, client = bouw_feeds(aantal), build_client()

    def verander() -> None:
        meld_feed_veranderd(hoofdrolspeler_id=gevuld.hoofdrolspeler_id)
        meld_schoolfeeds_veranderd(school_id=gevuld.school_id)

    def haal_nieuw(adres: str) -> None:
        verander()
        assert client.get(adres).content.count(b"BEGIN:VEVENT") == aantal

    def haal_weer(adres: str, etag: str) -> None:
        assert client.get(adres, headers={"If-None-Match": etag}).status_code == 304

    gemeten = {}
    for wie, geheim in gevuld.geheimen.items():
        adres = f"/agenda/{geheim}.ics"
        nieuw = meet_beste(lambda adres=adres: haal_nieuw(adres))
        etag = client.get(adres).headers["ETag"]
        weer = meet_beste(lambda adres=adres, etag=etag: haal_weer(adres, etag))
        gemeten[wie] = {"built": nieuw, "unchanged": weer}
    return gemeten


if __name__ == "__main__":
    import time_machine

    django.setup()
    from tests.bench.bouw_feeds import NU

    with time_machine.travel(NU):
        print(json.dumps(meet(int(sys.argv[1]))))
