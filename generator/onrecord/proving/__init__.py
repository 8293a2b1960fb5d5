"""One source by itself: its record read and every selector in it looked for, from two texts and nothing else.

It is the work that can be done for every source at once, in any process and on any machine, and kept for the next run.
Everything that needs more than one source comes later, in `assembly`.
"""

from onrecord.proving.answers import Answers
from onrecord.proving.questions import selector_of
from onrecord.proving.reading import Job, Reading, answers_of, read_source
from onrecord.proving.storing import restore_reading, store_reading

__all__ = ["Answers", "Job", "Reading", "answers_of", "read_source", "restore_reading", "selector_of", "store_reading"]
