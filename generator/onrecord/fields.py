"""What a YAML file may hold, stated once: an entry class is the type, the reader's plan and the schema.

A class that derives from `Entry` names its fields by annotation; what an annotation may be is listed at `Shape`.
"""

from dataclasses import dataclass, field, fields
from enum import Enum, auto
from types import UnionType
from typing import Any, ClassVar, Generic, TypeVar, dataclass_transform, get_args, get_origin, get_type_hints

from onrecord.forms import KEY, TEXT, Form
from onrecord.locations import Location, Written

T = TypeVar("T")

_DECLARED = "onrecord"


class Shape(Enum):
    """What the annotation of a field may be."""

    WORDS = auto()
    """`Written`, or `Written | None` where the field may be left out."""
    ENTRY = auto()
    """`SomeEntry | None`: a map."""
    LIST = auto()
    """`tuple[Written, ...]`: a list of words, or words alone."""
    ENTRIES = auto()
    """`tuple[SomeEntry, ...]`: a list of maps."""
    KEYED = auto()
    """`tuple[Keyed[SomeEntry], ...]`: a map from keys to maps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    description: str
    form: Form
    key_form: Form
    written_as: str
    is_required: bool


def says(
    description: str, *, form: Form = TEXT, key_form: Form = KEY, written_as: str = "", is_required: bool = False
) -> Any:  # noqa: ANN401  what it says goes for a field of any type
    """Declare a field of an entry: what it says, in what form, and its name in YAML where Python has another.

    A field annotated `Written` is required as it is; `is_required` is for lists, which are otherwise empty.
    """
    said = _Said(description=description, form=form, key_form=key_form, written_as=written_as, is_required=is_required)
    return field(metadata={_DECLARED: said})


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(says,))
def entry(cls: type[T]) -> type[T]:
    """Make a class an entry: a value whose fields are given by name."""
    return dataclass(slots=True, unsafe_hash=True, kw_only=True)(cls)


@entry
class Entry:
    """One map of a YAML file, with what it holds."""

    called: ClassVar[str]
    """What the author calls it, with its article, as in `a figure`."""

    location: Location
    """Of the map; where it has a key, of the key."""


EntryType = TypeVar("EntryType", bound=Entry)


@entry
class Keyed(Generic[EntryType]):
    """An entry and the key that it stands under."""

    key: Written
    entry: EntryType


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of an entry, compiled from its declaration."""

    name: str
    """In YAML."""
    attribute: str
    """In Python."""
    description: str
    shape: Shape
    form: Form
    """Of words."""
    key_form: Form
    """Of the keys of a map."""
    entry_class: type[Entry] | None
    is_required: bool


def fields_of(cls: type[Entry]) -> tuple[Field, ...]:
    """Compile the fields of an entry class, once, in the order of their declaration."""
    if cls not in _COMPILED:
        _COMPILED[cls] = _compile_all(cls)
    return _COMPILED[cls]


def fields_by_name(cls: type[Entry]) -> dict[str, Field]:
    """Give the fields of an entry class by their names in YAML."""
    if cls not in _BY_NAME:
        _BY_NAME[cls] = {field.name: field for field in fields_of(cls)}
    return _BY_NAME[cls]


_COMPILED: dict[type[Entry], tuple[Field, ...]] = {}
_BY_NAME: dict[type[Entry], dict[str, Field]] = {}


def _compile_all(cls: type[Entry]) -> tuple[Field, ...]:
    hints = get_type_hints(cls)
    return tuple(
        _compile(each.name, hints[each.name], each.metadata[_DECLARED]) for each in fields(cls) if each.metadata
    )


def _compile(attribute: str, annotation: object, said: _Said) -> Field:
    shape, entry_class, is_required = _shape_of(annotation)
    return Field(
        name=said.written_as or attribute,
        attribute=attribute,
        description=said.description,
        shape=shape,
        form=said.form,
        key_form=said.key_form,
        entry_class=entry_class,
        is_required=is_required or said.is_required,
    )


def _shape_of(annotation: object) -> tuple[Shape, type[Entry] | None, bool]:
    """Read an annotation: its shape, the class of the entries in it, and whether it must be given."""
    if annotation is Written:
        return Shape.WORDS, None, True
    if annotation == Written | None:
        return Shape.WORDS, None, False
    if isinstance(annotation, UnionType):
        return Shape.ENTRY, _entry_class(get_args(annotation)[0]), False
    inner, *rest = get_args(annotation) or (None,)
    if get_origin(annotation) is tuple and rest == [...]:
        return _shape_of_items(inner)
    raise TypeError(f"no entry can hold {annotation}")


def _shape_of_items(inner: Any) -> tuple[Shape, type[Entry] | None, bool]:  # noqa: ANN401  an annotation is any object
    if inner is Written:
        return Shape.LIST, None, False
    if get_origin(inner) is Keyed:
        return Shape.KEYED, get_args(inner)[0], False
    return Shape.ENTRIES, _entry_class(inner), False


def _entry_class(annotation: object) -> type[Entry]:
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        return annotation
    raise TypeError(f"no entry can hold {annotation}")


def blanks_of(cls: type[Entry]) -> dict[str, Any]:
    """Give what stands for each field that is not given, by its attribute: None for one value, `()` for several."""
    return {each.attribute: None if each.shape in {Shape.WORDS, Shape.ENTRY} else () for each in fields_of(cls)}
