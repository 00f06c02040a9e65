// Give the colours of what is lit, as pairs of ink and ground, resolved to red, green and
// blue: the sentence's own, and the word's from its ::highlight.
() => {
  const canvas = document.createElement("canvas").getContext("2d");
  const rgb = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  };
  const sentence = document.querySelector(".s.on");
  const [name] = CSS.highlights.keys();
  const style = (part) => getComputedStyle(sentence, part);
  const pair = (one) => [rgb(one.color), rgb(one.backgroundColor)];
  return {
    page: pair(getComputedStyle(document.documentElement)),
    sentence: pair(style()),
    word: pair(style(`::highlight(${name})`)),
    underlined: style().textDecorationLine.includes("underline"),
  };
};
