"""How English says when something happens."""

from typing import Final

from onrecord.suggesting.dating import Dating

_MONTHS = "january february march april may june july august september october november december".split()  # noqa: SIM905
_SHORT = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "aug": 8, "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12}
_DONE = (
    "held|opened|signed|launched|founded|established|adopted|elected|appointed|completed|inaugurated|born|built"
    "|introduced|published|approved|ratified|closed|created|commissioned|unveiled|re-?elected|dissolved|sentenced|handed over"
)
_DOES = (
    "take place|open|begin|start|end|close|finish|be (?:"
    + _DONE
    + ")|come into force|enter into force|take effect|meet|visit"
    "|arrive|leave|return|go into operation|sign|launch|take office|resign|retire"
)

ENGLISH_DATES: Final = Dating(
    months={name: number for number, name in enumerate(_MONTHS, start=1)} | _SHORT,
    has_capitals=True,
    weekdays="(?:mon|tues|wednes|thurs|fri|satur|sun)day",
    at="on|in|from|at the (?:beginning|end|start) of|in (?:early|mid|late)",
    before="by|before",
    through="by the end of|until(?: the end of)?|till|no later than|not later than",
    after="after",
    up_to="to|through|until|and|or",
    ordinal="st|nd|rd|th",
    year="(?!)",
    happened=(
        rf"took place|(?:was|were) (?:{_DONE})|opened|began|started|ended|closed|signed|launched|met|visited|arrived|died"
        r"|resigned|retired|(?:came|entered|went) into (?:force|operation)|took (?:effect|office)|concluded|finished|returned"
        r"|(?:adopted|approved|founded|established|introduced|built|created|ratified|elected|appointed|unveiled|inaugurated"
        r"|completed)(?=\s(?:the|an?|its|his|her|their)\s)"
    ),
    planned=(
        rf"(?:will|shall|(?:is|are) (?:due |set |scheduled |expected |planned )?to|plans? to) (?:{_DOES})"
        r"|(?:is|are) (?:scheduled|due|planned|set) for|takes place|opens|begins?|starts|closes|ends"
    ),
    lasting="born|founded|established|built|died",
    doubted="if|would|could|might|may not|not|never|unless|whether|should|had hoped|were to",
    parting="that|which|who|whom|when|where|if|but|because|although|while|and (?:he|she|it|they|we|i|the)",
)
"""English."""
