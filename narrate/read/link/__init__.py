"""Link: fetch an address for one listener, safely."""
