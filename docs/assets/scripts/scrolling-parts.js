// What the theme makes once a page has loaded, and leaves closed to some readers: tables and samples that scroll but
// cannot be reached by key (our diagrams are alike), and a landmark for the buttons of each sample, none of which has a
// name.

{
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  });

  function mend(root) {
    for (const wrap of root.querySelectorAll(".md-typeset__scrollwrap:not([role])")) {
      wrap.setAttribute("role", "group");
      wrap.setAttribute("aria-label", "Table");
      sizes.observe(wrap);
    }
    for (const part of root.querySelectorAll(".diagram, pre > code")) sizes.observe(part);
    for (const nav of root.querySelectorAll(".md-code__nav:not([role])")) nav.setAttribute("role", "none");
  }

  const article = document.querySelector("article");
  if (article) {
    const isElement = (node) => node.nodeType === Node.ELEMENT_NODE;
    new MutationObserver((changes) => {
      if (changes.some(({ addedNodes }) => [...addedNodes].some(isElement))) mend(article);
    }).observe(article, { childList: true, subtree: true });
    mend(article);
  }
}
