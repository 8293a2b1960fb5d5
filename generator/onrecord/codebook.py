"""The codebook, `codebook.yml`: the topics that passages can be about, each under its key."""

from typing import ClassVar

from onrecord.entries import read_keyed_file
from onrecord.fields import Entry, Keyed, entry, says
from onrecord.forms import KEY, NAME
from onrecord.locations import TextFile, Written
from onrecord.problems import Problem


@entry
class TopicEntry(Entry):
    """A topic of the codebook."""

    called: ClassVar[str] = "a topic"

    label: Written = says("The name that readers see")
    definition: Written = says("What belongs to the topic, and what does not")
    parent: Written | None = says("The wider topic that this one belongs to", form=NAME)
    terms: tuple[Written, ...] = says("Words that hint at the topic")


def read_codebook(file: TextFile) -> tuple[tuple[Keyed[TopicEntry], ...] | None, tuple[Problem, ...]]:
    """Read the codebook; None where its YAML cannot be read."""
    return read_keyed_file(TopicEntry, file, KEY)
