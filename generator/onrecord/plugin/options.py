"""What `mkdocs.yml` may say below `onrecord`."""

from mkdocs.config import config_options
from mkdocs.config.base import Config


class OnrecordConfig(Config):
    """The options of the plugin."""

    content = config_options.Type(str, default="content")
    """The folder of sources and briefings, relative to `mkdocs.yml`."""
    home_label = config_options.Optional(config_options.Type(str))
    about_label = config_options.Optional(config_options.Type(str))
    """What the navigation calls the home page, and the section of hand-written pages, where `nav` is left out."""
    search = config_options.Choice(("own", "theme"), default="own")
    """Whose search the site has where it has Material's: our own, or the theme's."""
