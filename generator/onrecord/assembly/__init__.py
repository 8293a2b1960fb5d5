"""Assembly: located values become the dossier, in which everything is looked up and every quote is proven."""

from onrecord.assembly.assembly import Assembled, assemble

__all__ = ["Assembled", "assemble"]
