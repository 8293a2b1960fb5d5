"""Sources of all sorts: proven, missed, and with records that nobody can read."""

from onrecord.locations import TextFile
from onrecord.proving import Job

TEXT = "“We are ready to build,” said Orlov, “and to build more.”\n\nNot one of the 12 cranes works; no crane works.\n"
RECORDS = (
    """\
title: A meeting
date: 2022-06-09
publisher: "A press \\u0159ervice"
participants: [orlov]
noise: not there
left_out: [“We are ready to build, “and to build more.”]
quotes:
  q01:
    text: [We are ready to build, and to build more.]
    speaker: orlov
    topics: [cranes, building]
    sic: build
    parts:
      a: {text: ready, topics: [cranes]}
      b: {text: cranes, topics: [cranes]}
    links:
      - {to: q02, as: elaborates, because: It says more.}
  q02: {text: Not one … works, speaker: orlov, prefix: “and to build more.”, figures: [{text: the 12 cranes, value: 12}]}
statements:
  s01: {text: works}
  s02: {text: no crane Works}
  s03: {text: "", note: Empty}
events:
  - {what: Building, passage: q01, date: 2022-06}
""",
    "title: A meeting\nfoo: bar\nquotes:\n  q01: [a, b]\n",
    "title: [\n",
    "",
    "title: x\ntitle: y\ndate: 2022-13-41\npublisher: &a z\n",
)


def jobs(times: int = 1) -> list[Job]:
    """Make so many times as many jobs as there are records, no two of them alike."""
    made = [
        Job(record=TextFile(f"sources/s{number}.yml", f"{record}# {number}\n"), text=f"{TEXT}{number}\n")
        for number in range(times)
        for record in RECORDS
    ]
    return [*made, Job(record=None, text=TEXT), Job(record=TextFile("sources/n.yml", RECORDS[0]), text=None)]
