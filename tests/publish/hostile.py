"""Texts that would break a document, if a writer let them."""

from hypothesis import strategies as st

HOSTILE = (
    "<script>alert('x')</script> & the \"quoted\" --> title]]> {\\an8}of it",
    "An arrow --> and --- -->> more; <!-- no comment -->, ]]> and &amp; &#60;",
    "NOTE this is no note",
    "WEBVTT",
    "12",
    "00:00:01.000 --> 00:00:02.000",
    "00:00:01,000 --> 00:00:02,000",
    "one\n\ntwo\r\n\r\nthree\u2028four\u2029five\x85six\x0bseven\x0ceight\x1cnine",
    "nul\x00l, bell\x07, \x1b[31mred\x1b[0m, C1 \x9b, half \ud800, \ufffe\U0001ffff",
    "\u202eright to left\u202c \u200f\u05e9\u05dc\u05d5\u05dd\u200f \ufeffmark",
    "</v></c><c.caption>An impostor</c><v Eve>hello<00:00:01.000>",
    "</q></li></ul></section></main></body></html><svg/onload=alert(1)>",
    "\x00\x01\x02",
    "   ",
    "",
    "x" * 100_000,
    "<" * 20_000 + "&" * 20_000 + "--> " * 5_000,
    "10\xa0km, $275\u202fmillion, \U0001f468\u200d\U0001f469\u200d\U0001f467",
)

texts = st.lists(
    st.one_of(
        st.sampled_from([text for text in HOSTILE if len(text) < 200]),
        st.text(st.characters(), max_size=30),
        st.text("<>&-\"'{}\\\n\r\t \x00:/0v", max_size=20),
    ),
    min_size=1,
    max_size=8,
)
"""Any texts, and those above."""
