// Name what cannot be read: text that is cut off, that leaves its box or the window, and
// anything that makes the page wider than the window.
() => {
  const found = [];
  const page = document.scrollingElement;
  if (page.scrollWidth > innerWidth) found.push(`the page: ${page.scrollWidth} px wide`);
  const name = (one) => `${one.tagName.toLowerCase()}#${one.id} ${one.className}: `
    + one.textContent.trim().slice(0, 40);
  // for ears alone: a pixel, cut away
  const isForEars = (one) => one.closest("*") && [...ancestors(one)].some((each) =>
    getComputedStyle(each).clipPath !== "none" || each.clientWidth === 1);
  function* ancestors(one) {
    for (let each = one; each; each = each.parentElement) yield each;
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const one = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !one.checkVisibility({ visibilityProperty: true })
        || one.closest("script, style, select, datalist") || isForEars(one)) continue;
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    for (const box of range.getClientRects()) {
      if (box.right > innerWidth + 1 || box.left < -1) {
        found.push(`out of the window: ${name(one)}`);
      }
      const held = one.closest("button, summary, output");
      const around = held?.getBoundingClientRect();
      if (held && (box.right > around.right + 1 || box.left < around.left - 1
          || box.bottom > around.bottom + 3 || box.top < around.top - 3)) {
        found.push(`out of its button: ${name(held)}`);
      }
    }
    for (const each of ancestors(one)) {
      const { overflowX, overflowY, textOverflow } = getComputedStyle(each);
      const cut = (kind) => ["hidden", "clip"].includes(kind);
      if (each !== document.body && each !== page
          && ((cut(overflowX) && each.scrollWidth > each.clientWidth + 1)
          || (cut(overflowY) && each.scrollHeight > each.clientHeight + 1)
          || (textOverflow === "ellipsis" && each.scrollWidth > each.clientWidth))) {
        found.push(`cut off: ${name(each)}`);
      }
    }
  }
  return [...new Set(found)];
};
