"""The table of documents: what is written beside the MP3, and by whom."""

from collections.abc import Mapping
from types import MappingProxyType

from narrate.options import Kind
from narrate.publish.base import Writer

DOCUMENTS: Mapping[Kind, Writer] = MappingProxyType({})
