"""Suggesting: annotations that a machine proposes, each with its reason, for a person to accept or to reject."""
