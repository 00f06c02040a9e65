"""A stretch of sound: mono, 16 bits a sample, whatever the engine."""

from dataclasses import dataclass

SAMPLE_BYTES = 2


@dataclass(frozen=True, slots=True)
class Sound:
    """Raw samples and how fast to play them."""

    samples: bytes
    """Signed 16-bit little-endian, one channel."""

    rate_hz: int
    """Samples a second."""

    def __post_init__(self) -> None:
        if len(self.samples) % SAMPLE_BYTES:
            raise ValueError("half a sample: every later one would be noise")

    @property
    def length(self) -> int:
        """How many samples there are."""
        return len(self.samples) // SAMPLE_BYTES

    @property
    def length_ms(self) -> int:
        """How long it plays."""
        return self.length * 1000 // self.rate_hz
