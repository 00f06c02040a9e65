import pytest

from narrate.errors import ArticleError
from narrate.read.base import Source
from narrate.read.catalog import find_format
from narrate.read.markup.feed import read_feed
from narrate.roles import Role

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>The Field</title><link>https://field.example</link><language>en-gb</language>
<item><title>Old hay</title><pubDate>Mon, 04 Mar 2024 10:00:00 +0000</pubDate>
<description>Hay from last year.</description></item>
<item><title>New &amp;#8217;hay&amp;#8217; &amp;amp; straw</title>
<link>https://field.example/hay</link>
<dc:creator><![CDATA[Ann Lee]]></dc:creator>
<pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate>
<description><![CDATA[The hay is in &#8230;]]></description>
<content:encoded><![CDATA[<p>The hay is in,&nbsp;<b>all of it</b>.</p>
<figure><img alt="A barn"><figcaption>The barn</figcaption></figure>
<p>The post <a href="#">New hay</a> appeared first on <a href="#">The Field</a>.</p>
]]></content:encoded></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Field</title>
<entry><title type="html">On &lt;i&gt;hay&lt;/i&gt;</title>
<author><name>Ann Lee</name><email>a@field.example</email></author>
<published>2024-03-05T10:00:00Z</published><updated>2024-03-06T10:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It is <b>in</b>.</p>
<ul><li>All of it</li></ul></div></content></entry>
<entry><title>Older</title><published>2023-03-05T10:00:00Z</published>
<summary>Nothing yet.</summary></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Field</title></channel>
<item><title>Hay</title><dc:date>2024-03-05</dc:date>
<description>All of the hay is in the barn now.</description></item></rdf:RDF>"""


def feed(text: str) -> Source:
    return Source("feed.xml", text.encode())


@pytest.mark.parametrize("text", [RSS, ATOM, RDF], ids=["rss", "atom", "rdf"])
def test_a_feed_is_known_by_its_first_tag(text: str) -> None:
    assert find_format(feed(text)).name == "feed"


def test_the_newest_item_is_read_with_its_markup() -> None:
    page = read_feed(feed(RSS))
    assert [(line.text, line.hint) for line in page.lines] == [
        ("New ’hay’ & straw", Role.TITLE),
        ("The hay is in, all of it.", Role.PARAGRAPH),
        ("The barn", Role.CAPTION),
        ("The post New hay appeared first on The Field.", Role.FURNITURE),
    ]
    assert (page.title, page.byline) == ("New ’hay’ & straw", "Ann Lee")
    assert (page.published, page.language, page.site) == (
        "2024-03-05",
        "en-gb",
        "The Field",
    )


def test_a_listener_is_told_which_item_it_is_and_where_the_whole_of_it_is() -> None:
    assert read_feed(feed(RSS)).notices == (
        "Read the newest of 2 items of the feed: New ’hay’ & straw.",
        "The feed has 18 words of it; the whole is at https://field.example/hay.",
    )


def test_atom_with_a_tree_inside_is_read() -> None:
    page = read_feed(feed(ATOM))
    assert [line.text for line in page.lines] == ["On hay", "It is in.", "All of it"]
    assert (page.byline, page.published) == ("Ann Lee", "2024-03-05")


def test_rdf_is_read() -> None:
    page = read_feed(feed(RDF))
    assert page.lines[-1].text == "All of the hay is in the barn now."
    assert page.published == "2024-03-05"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("<rss><channel><title>Field</title></channel></rss>", "without words"),
        ("<rss><channel><item>", "broken XML"),
    ],
)
def test_a_feed_that_can_t_be_read_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(ArticleError, match=sentence):
        read_feed(feed(text))


def test_a_feed_with_a_bare_ampersand_is_read_with_a_word_about_it() -> None:
    page = read_feed(
        feed(
            "<rss><channel><title>Hay & Co</title><item><title>Oats & hay</title>"
            "<description>Both are in & dry.</description></item></channel>"
        )
    )
    assert [line.text for line in page.lines] == ["Oats & hay", "Both are in & dry."]
    assert "broken XML" in page.notices[0]


def test_xml_that_is_no_article_is_refused() -> None:
    urls = "<urlset><url><loc>http://field.example</loc></url></urlset>"
    source = Source("sitemap.xml", f'<?xml version="1.0"?>{urls}'.encode())
    with pytest.raises(ArticleError, match="XML that is no article"):
        find_format(source)
