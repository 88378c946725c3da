// Runs in the printing browser, on the assembled book: fills in the page of each chapter and question.
//
// pages: { id: number }. In the index, the pages of a term are in order, each once; a chapter's own goes before a
// question's on the same page.
(pages) => {
  for (const link of document.querySelectorAll("[data-page-of]")) link.textContent = pages[link.dataset.pageOf];
  for (const entry of document.querySelectorAll(".book__index p")) {
    const links = [...entry.querySelectorAll("[data-page-of]")];
    links.sort((a, b) => a.textContent - b.textContent);
    const chapters = new Map(links.filter(isChapter).map((link) => [link.textContent, link]));
    const once = new Map(links.map((link) => [link.textContent, chapters.get(link.textContent) ?? link]));
    links.forEach((link) => link.remove());
    [...once.values()].forEach((link, index) => entry.append(index ? ", " : " ", link));
  }

  function isChapter(link) {
    return link.dataset.pageOf.startsWith("chapter-");
  }
};
