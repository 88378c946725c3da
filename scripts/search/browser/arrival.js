// Marks the words that were looked for on the page that was found, and takes them out of its address.

aloud.markArrival = (query) => {
  const address = new URL(location.href);
  address.searchParams.delete("h");
  history.replaceState(history.state, "", address);
  if (!globalThis.Highlight || !CSS.highlights) return;
  const id = decodeURIComponent(location.hash.slice(1));
  const place = document.getElementById(id)?.closest("section") ?? document.querySelector("article");
  const terms = new Set(aloud.text.terms(query.slice(0, 200)));
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  const ranges = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    let at = 0;
    for (const [piece, isMarked] of aloud.passage.marked(node.data, terms)) {
      if (isMarked) {
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + piece.length);
        ranges.push(range);
      }
      at += piece.length;
    }
  }
  document.documentElement.classList.add("has-found");
  CSS.highlights.set("found", new Highlight(...ranges));
};
