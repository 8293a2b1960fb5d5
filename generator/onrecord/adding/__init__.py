"""Documents in: a file becomes a source, with its words as canonical text, the original beside it, and a record to go on with.

`command` is what `onrecord add` does, and imports the libraries that read each format, which takes a second: nothing else
of the program may import it before it is wanted.
"""
