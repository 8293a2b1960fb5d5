"""Drafts: the website as its writer sees it while serving, problems and all. Nothing of this is ever published."""

from onrecord.drafting.draft import Draft, make_draft

__all__ = ["Draft", "make_draft"]
