"""The dossier of the gold pages: small, but with one of everything that a page can show."""

from dataclasses import replace

from onrecord.model import Change, Dossier, Relation, Role
from tests.pages.building import (
    briefing,
    day,
    dossier,
    event,
    figure,
    find,
    link,
    part,
    passage,
    source,
    speaker,
    topic,
)

_RELEASE = """Harbour talks

  • 3

The mayor met the envoy on Monday. “We will build two cranes for about $3-4 million. The quay are old,” said Ada Berg.

According to her, the port is open to all. “Ships come first,” she said, “and paper second.”
"""

_REPORT = """The envoy did not comment. “No cranes before the rails,” wrote the <b>Daily</b> & others.
"""

_PROSE = """## Key points

- Berg promises “two cranes”
  [@talks:q01], and a port for all [see @talks:s01; @talks:q02].
- Nobody else was asked. {.judgment}

> [@talks:q02]

<!-- onrecord: figures -->

Against it stands one newspaper [@daily:q01].
"""


def make_sample() -> Dossier:
    port = topic("port", "Port & quays", definition="Ships, cranes and quays.")
    money = topic("money", "Money", parent=port)
    berg = replace(
        speaker("berg", "Ada Berg", "Town", (Role(title="Mayor", start=day("2020"), end=None),)),
        aliases=("the mayor",),
        spellings=("Ада Берг",),
    )
    envoy = speaker("envoy", "The envoy", "Crown")
    daily = speaker("daily", "Daily", "Press")
    talks = replace(
        source("talks", _RELEASE, "Harbour talks", noise=("• 3",)),
        publisher="Town of Port, press office",
        kind="official release",
        date_basis="the page says so",
        participants=(berg, envoy),
        retrieved=day("2022-06-10"),
    )
    report = source("daily", _REPORT, "No rails", date="2022-07")
    cranes = replace(
        passage(
            talks, "q01", "We will build two cranes for about $3-4 million. The quay are old", by=berg, topics=(port,)
        ),
        sic=(find(_RELEASE, "quay are"),),
        context="We: the town",
        mentions=(envoy,),
    )
    cost = part(cranes, "a", "We will build two cranes for about $3-4 million.", (money,))
    ships = passage(talks, "q02", "Ships come first", "and paper second", by=berg, topics=(port,))
    open_port = passage(talks, "s01", "the port is open to all", by=berg, topics=(port,))
    met = passage(talks, "s02", "The mayor met the envoy on Monday.", topics=(port,))
    rails = passage(report, "q01", "No cranes before the rails", by=daily, topics=(port,))
    passages = (met, cranes, cost, open_port, ships, rails)
    note = replace(
        briefing(port, _PROSE, passages),
        as_of=day("2022-07-01"),
        version="2",
        changes=(Change(date=day("2022-07-01"), version="2", what="One newspaper added."),),
    )
    planned = replace(figure(cranes, "about $3-4 million", "3000000", "4000000"), is_approximate=True, status="planned")
    return replace(
        dossier(*passages, briefings=(note,), title="Harbour"),
        subtitle="What was said of the port",
        as_of=day("2022-07-01"),
        marking="For the file",
        figures=(planned,),
        links=(link(rails, Relation.CONTRASTS, cranes, "first rails"), link(cranes, Relation.ELABORATES, open_port)),
        events=(
            event("The mayor meets the envoy", met, "2022-06-06"),
            event("The quay grows old", cranes, before="2022-06-09"),
        ),
    )
