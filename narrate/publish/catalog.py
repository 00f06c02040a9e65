"""The table of documents: what is written beside the MP3, and by whom."""

from collections.abc import Mapping
from types import MappingProxyType

from narrate.options import Kind
from narrate.publish.base import Writer
from narrate.publish.chapters import chapters
from narrate.publish.page import page
from narrate.publish.subtitles import srt, vtt
from narrate.publish.transcript import transcript
from narrate.publish.transcript_page import transcript_page

DOCUMENTS: Mapping[Kind, Writer] = MappingProxyType(
    {
        Kind.VTT: vtt,
        Kind.SRT: srt,
        Kind.JSON: transcript,
        Kind.HTML: transcript_page,
        Kind.PAGE: page,
        Kind.CHAPTERS: chapters,
    }
)
