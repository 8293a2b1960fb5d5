"""What the commands `suggest`, `accept` and `reject` do and say; nothing here prints."""

from collections.abc import Sequence
from pathlib import Path

from onrecord.suggesting.accepting import Moved, accept, reject
from onrecord.suggesting.evaluating import write_table
from onrecord.suggesting.project import Came, evaluate, read_files, suggest, write_files
from onrecord.working import Crew


def suggest_for(project: Path, keys: Sequence[str], crew: Crew) -> tuple[str, bool]:
    """Suggest for sources; give what there is to say, and whether every file could be written."""
    came = list(suggest(project, keys, crew))
    lines = [line for each in came if (line := _tell(each))]
    if not lines:
        lines = [f"nothing new to propose for {_count(len(came), 'source')}"]
    elif len(came) > 1:
        lines.append(_tell_all(came))
    return "\n".join(lines) + "\n", not any(each.suggested.refusal for each in came)


def evaluate_for(project: Path, keys: Sequence[str], crew: Crew) -> str:
    """Score proposals against what was accepted; give what there is to say."""
    return write_table(evaluate(project, keys, crew))


def accept_for(project: Path, key: str, wanted: Sequence[str], *, only_sure: bool) -> str:
    """Move proposals for a source into its record; give what there is to say."""
    before = read_files(project, key, needs_record=True)
    moved = accept(before, wanted, only_sure=only_sure)
    write_files(project, key, before, moved.files)
    speakers = f"; new in speakers.yml: {', '.join(moved.speakers)}" if moved.speakers else ""
    return f"{key}: {_list(moved)} moved into the record{speakers}; {_left(moved)}\n"


def reject_for(project: Path, key: str, wanted: Sequence[str]) -> str:
    """Reject proposals for a source; give what there is to say."""
    before = read_files(project, key, needs_record=False)
    moved = reject(before, wanted)
    write_files(project, key, before, moved.files)
    return f"{key}: {_list(moved)} rejected, and not proposed again; {_left(moved)}\n"


def _tell(came: Came) -> str:
    suggested = came.suggested
    if suggested.refusal:
        return f"{came.key}: {suggested.refusal}"
    if suggested.text is None:
        return ""
    sure = f" ({suggested.sure} sure)" if suggested.sure else ""
    said = [
        _count(suggested.quotes, "quote") + sure,
        _count(suggested.statements, "statement"),
        *([_count(suggested.events, "event")] if suggested.events else []),
        *([_count(suggested.furniture, "line") + " of page furniture"] if suggested.furniture else []),
        *([f"new speakers: {', '.join(suggested.speakers)}"] if suggested.speakers else []),
    ]
    return f"{came.key}: {', '.join(said)}; see {came.path.name}"


def _tell_all(came: Sequence[Came]) -> str:
    quotes = sum(each.suggested.quotes for each in came)
    statements = sum(each.suggested.statements for each in came)
    sure = sum(each.suggested.sure for each in came)
    return f"in all: {_count(quotes, 'quote')}, {_count(statements, 'statement')} for {_count(len(came), 'source')}, {sure} sure"


def _list(moved: Moved) -> str:
    return ", ".join(moved.keys) if moved.keys else "nothing"


def _left(moved: Moved) -> str:
    return f"{_count(moved.left, 'passage')} still proposed" if moved.left else "nothing is left to decide on"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
