// Tell what has the focus, and how much of it can be seen: a grid of points over each of
// its boxes, and what lies on top at each (WCAG 2.4.11, 2.4.12).
async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  for (let at = 0, last = NaN; at < 60 && last !== scrollY; at += 1) {
    last = scrollY; // it may still be on its way into view
    await frame();
    await frame();
  }
  const one = document.activeElement;
  if (!one || one === document.body || one === document.documentElement) return null;
  const label = one.closest("label") ?? one.labels?.[0];
  const isIt = (top) => top && (one.contains(top) || label?.contains(top));
  let seen = 0;
  let all = 0;
  for (const box of one.getClientRects()) {
    for (let x = 0.5; x < 12; x += 1) {
      for (let y = 0.5; y < 6; y += 1) {
        all += 1;
        const place = [box.left + (box.width * x) / 12, box.top + (box.height * y) / 6];
        if (isIt(document.elementFromPoint(...place))) seen += 1;
      }
    }
  }
  const style = getComputedStyle(one);
  const lines = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  one.dataset.stop ??= String((window.stops = (window.stops ?? 0) + 1));
  return {
    stop: one.dataset.stop,
    name: `${one.tagName.toLowerCase()} ${one.id || one.getAttribute("aria-label")
      || one.textContent.trim().slice(0, 30)}`,
    seen: all ? seen / all : 0,
    outlined: lines,
  };
};
