"""Topic briefings from annotated sources, with every quoted word proven against its source."""

__version__ = "0.1.0"
