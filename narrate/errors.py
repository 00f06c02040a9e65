"""What can go wrong, the exit code it gives, and what to try next."""

from typing import ClassVar


class NarrateError(Exception):
    """A failure that we can explain in a sentence."""

    # Every argument goes to Exception.__init__ in order, and __str__ builds the
    # sentence: only so does an error survive the way back from a worker process.
    exit_code: ClassVar[int] = 1
    hint: ClassVar[str] = ""


class OptionError(NarrateError):
    """An option has a value that can't be used."""

    exit_code = 2

    def __init__(self, option: str, value: object, wanted: str) -> None:
        super().__init__(option, value, wanted)
        self.option, self.value, self.wanted = option, value, wanted

    def __str__(self) -> str:
        return f"{self.option} {self.value} can't be used: give {self.wanted}."


class ArticleError(NarrateError):
    """The article can't be read, or holds nothing to read aloud."""

    exit_code = 3

    def __init__(self, name: str, trouble: str, remedy: str) -> None:
        super().__init__(name, trouble, remedy)
        self.name, self.trouble, self.remedy = name, trouble, remedy

    def __str__(self) -> str:
        return f"{self.name} {self.trouble}. {self.remedy}."


class LexiconError(NarrateError):
    """A lexicon file can't be used."""

    exit_code = 3
    hint = "The README shows one, under: Teach it a word"

    def __init__(self, name: str, trouble: str) -> None:
        super().__init__(name, trouble)
        self.name, self.trouble = name, trouble

    def __str__(self) -> str:
        return f"The lexicon {self.name} can't be used: {self.trouble}."


class EpisodeError(NarrateError):
    """An episode.json can't be read."""

    exit_code = 3

    def __init__(self, path: str, trouble: str, remedy: str) -> None:
        super().__init__(path, trouble, remedy)
        self.path, self.trouble, self.remedy = path, trouble, remedy

    def __str__(self) -> str:
        return f"{self.path} {self.trouble}. {self.remedy}."


class VoiceError(NarrateError):
    """No such voice, a description that is wrong, or its engine is missing."""

    exit_code = 4
    hint = "List the voices that are there with: narrate voices"

    def __init__(self, name: str, trouble: str) -> None:
        super().__init__(name, trouble)
        self.name, self.trouble = name, trouble

    def __str__(self) -> str:
        return f"The voice {self.name} {self.trouble}."


_OTHERWISE = {"PIL": "pillow", "hibari": "hibari-tts", "yaml": "pyyaml"}
"""What is installed under another name than it is imported by."""


class MissingPartError(NarrateError):
    """A library that narrate or a voice needs is not installed."""

    exit_code = 4
    hint = "Install narrate again, or look at all of it with: narrate doctor"

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    def __str__(self) -> str:
        part = _OTHERWISE.get(self.name, self.name)
        return f"The part {part} of narrate is missing: pip install {part}."


class SpeechError(NarrateError):
    """An engine could not say a sentence."""

    exit_code = 5
    hint = "Try another voice; list them with: narrate voices"

    def __init__(self, engine: str, sentence: str, reason: str) -> None:
        super().__init__(engine, sentence, reason)
        self.engine, self.sentence, self.reason = engine, sentence, reason

    def __str__(self) -> str:
        reason = self.reason.rstrip(".")
        return f"{self.engine} could not say {self.sentence!r}: {reason}."


class WorkersError(NarrateError):
    """The processes that speak can't be started."""

    exit_code = 5
    hint = "Free some memory or disk space and try again."

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        return f"The processes that speak can't be started: {self.reason}."


class EncodingError(NarrateError):
    """The encoder failed at a sentence."""

    exit_code = 6
    hint = "Look at the encoder and all else that a build needs with: narrate doctor"

    def __init__(self, sentence: str, reason: str) -> None:
        super().__init__(sentence, reason)
        self.sentence, self.reason = sentence, reason

    def __str__(self) -> str:
        return f"{self.sentence!r} could not be encoded: {self.reason.rstrip('.')}."


class OutputError(NarrateError):
    """The audio can't be written where it was asked for."""

    exit_code = 6

    def __init__(self, path: str, trouble: str, remedy: str) -> None:
        super().__init__(path, trouble, remedy)
        self.path, self.trouble, self.remedy = path, trouble, remedy

    def __str__(self) -> str:
        return f"{self.path} {self.trouble}. {self.remedy}."


class TakenError(OutputError):
    """Another build is writing there at this moment."""


class CheckError(NarrateError):
    """What shall be checked can't be read, or is neither an MP3 nor a feed."""

    exit_code = 3

    def __init__(self, name: str, trouble: str, remedy: str) -> None:
        super().__init__(name, trouble, remedy)
        self.name, self.trouble, self.remedy = name, trouble, remedy

    def __str__(self) -> str:
        return f"{self.name} {self.trouble}. {self.remedy}."


class CoverageError(NarrateError):
    """A character of the article would be lost or read twice: our own fault."""

    exit_code = 7
    hint = "This is a fault of narrate, and no audio was made: please report the line."

    def __init__(self, line: int, trouble: str) -> None:
        super().__init__(line, trouble)
        self.line, self.trouble = line, trouble

    def __str__(self) -> str:
        return f"Line {self.line} of the article {self.trouble}."


class PartlyError(NarrateError):
    """Some articles of an archive failed; all others are built."""

    exit_code = 5

    def __init__(self, failed: int, articles: int, path: str) -> None:
        super().__init__(failed, articles, path)
        self.failed, self.articles, self.path = failed, articles, path

    def __str__(self) -> str:
        counted = f"{self.failed} of {self.articles} articles failed"
        return f"{counted}: {self.path} lists them, and can be given as INPUT again."


class ArchiveError(NarrateError):
    """One article after another failed, and for no fault of its own."""

    exit_code = 5
    hint = "Mend that, and give the same command again: what is built is kept."

    def __init__(self, count: int, why: str, exit_code: int) -> None:
        super().__init__(count, why, exit_code)
        self.count, self.why = count, why
        self.exit_code = exit_code  # type: ignore[misc]  # that of what went wrong

    def __str__(self) -> str:
        return f"Stopped: {self.count} articles in a row failed. The last: {self.why}"


class ClusterError(NarrateError):
    """A cluster can't be reached, or can't do the work."""

    exit_code = 5
    hint = "What is built is kept: give the same command again when that is mended."

    def __init__(self, address: str, trouble: str) -> None:
        super().__init__(address, trouble)
        self.address, self.trouble = address, trouble

    def __str__(self) -> str:
        return f"The cluster at {self.address} {self.trouble}."


class StoppedError(NarrateError):
    """The listener stopped the work with Ctrl-C, or the system did."""

    exit_code = 130

    def __str__(self) -> str:
        return "Stopped. No unfinished file was left behind."


class ArchiveStoppedError(StoppedError):
    """So was the building of an archive."""

    def __str__(self) -> str:
        return "Stopped. What is built stays; the same command goes on from there."
