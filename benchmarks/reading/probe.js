// What a drawn page says of itself: elements with truth in their data attributes, and every line of text.
(async () => {
  await document.fonts.ready;
  const box = (r) => [r.left, r.top, r.right, r.bottom];
  const marked = (name) => [...document.querySelectorAll(`[data-${name}]`)].map((e) => (
    { value: e.getAttribute(`data-${name}`), more: e.getAttribute("data-value"), box: box(e.getBoundingClientRect()) }));
  const hidden = (e) => {
    for (let p = e; p; p = p.parentElement) {
      const s = getComputedStyle(p);
      if (s.display === "none" || s.visibility === "hidden" || Number(s.opacity) === 0) return true;
    }
    return false;
  };
  const texts = [];
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const e = node.parentElement;
    if (!e || !node.data.trim() || /^(STYLE|SCRIPT|TITLE|HEAD|desc)$/i.test(e.tagName) || hidden(e)) continue;
    const optional = Boolean(e.closest("[data-seal],[data-signature],[data-handwritten],[data-face]"));
    const upright = !getComputedStyle(e).writingMode.startsWith("vertical");
    const range = document.createRange();
    let line = null;
    let at = 0;
    for (const character of node.data) {
      range.setStart(node, at);
      range.setEnd(node, at + character.length);
      at += character.length;
      if (!character.trim()) continue;
      const r = [...range.getClientRects()].find((x) => x.width > 0 && x.height > 0);
      if (!r) continue;
      const same = line && (upright ? Math.abs(line.box[1] - r.top) < r.height / 2
                                    : Math.abs(line.box[0] - r.left) < r.width / 2);
      if (!same) { line = { text: "", box: box(r), optional }; texts.push(line); }
      line.text += character;
      line.box = [Math.min(line.box[0], r.left), Math.min(line.box[1], r.top),
                  Math.max(line.box[2], r.right), Math.max(line.box[3], r.bottom)];
    }
  }
  return { fields: marked("field"), rows: marked("row"), seals: marked("seal"), signatures: marked("signature"),
           faces: marked("face"), texts,
           overflow: [document.documentElement.scrollWidth, document.documentElement.scrollHeight] };
})()
