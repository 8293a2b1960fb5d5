"""Values that are made by the hundred for every source: frozen to the type checker, and as cheap as Python makes them.

A frozen dataclass takes three times as long to make, and half the time of reading a record went into that. Nothing
assigns to a field all the same: mypy refuses it.
"""

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(cls: type[T]) -> type[T]:
    """Make a class a value: slotted, compared and hashed by its fields."""
    return dataclass(slots=True, unsafe_hash=True)(cls)


@dataclass_transform(frozen_default=True, order_default=True, field_specifiers=(field,))
def ordered_value(cls: type[T]) -> type[T]:
    """Make a class a value that is ordered by its fields too."""
    return dataclass(slots=True, unsafe_hash=True, order=True)(cls)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def named_value(cls: type[T]) -> type[T]:
    """Make a class a value whose fields are given by name."""
    return dataclass(slots=True, unsafe_hash=True, kw_only=True)(cls)
