"""A source that changed: newer words take the place of the older ones, which stay as a version with all that they alone say.

`command` is what `onrecord refresh` does, and imports the readers of all formats.
"""
