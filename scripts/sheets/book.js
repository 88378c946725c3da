// Runs in the printing browser, on a page of the site: puts all topics into one document, between a cover and an index.
//
// book: { title, subtitle, facts: [text], chapters: [{ slug, address, title, category, questions: [{ id, title }] }],
//         terms: [{ name, targets: [id] }] }
async (book) => {
  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };
  const pageOf = (id) =>
    make("a", {
      href: `#${id}`,
      class: `book__page${id.startsWith("chapter-") ? " book__page--chapter" : ""}`,
      "data-page-of": id,
    });
  const chapterAt = new Map(book.chapters.map((chapter) => [new URL(chapter.address).pathname, chapter.slug]));
  const questionIds = new Map(
    book.chapters.map(({ slug, questions }) => [slug, new Set(questions.map(({ id }) => id))]),
  );

  // What a chapter's names must become, so that no two chapters share one. Questions keep theirs, which are unique; a
  // heading of one chapter may have the name of a question of another.
  const own = (slug, id) => (questionIds.get(slug).has(id) ? id : `${slug}--${id}`);

  const target = (chapter, href) => {
    const url = new URL(href, chapter.address);
    const slug = chapterAt.get(url.pathname);
    if (url.origin !== location.origin || !slug) return url.href;
    return url.hash ? `#${own(slug, decodeURIComponent(url.hash.slice(1)))}` : `#${slug}`;
  };

  const chapterOf = async (chapter) => {
    const html = await (await fetch(chapter.address)).text();
    const article = new DOMParser().parseFromString(html, "text/html").querySelector("article");
    for (const script of article.querySelectorAll("script, .on-screen, .headerlink")) script.remove();
    for (const element of article.querySelectorAll("[id]:not(svg, svg *)")) element.id = own(chapter.slug, element.id);
    for (const link of article.querySelectorAll("a[href]")) {
      link.setAttribute("href", target(chapter, link.getAttribute("href")));
    }
    article.querySelector("h1").id = chapter.slug;
    return make("section", { class: "book__chapter", style: `page: ${chapter.slug}` }, article);
  };

  // A line before each heading: Chromium adds the running title to the outline's entry of a heading that begins a page.
  const opening = (line, id, title) => [make("p", { class: "topic-facts" }, line), make("h1", { id }, title)];
  const contents = make("section", { class: "book__contents" }, ...opening(book.facts[0], "contents", "Contents"));
  let category = "";
  for (const chapter of book.chapters) {
    if (chapter.category !== category) contents.append(make("p", { class: "book__category" }, chapter.category));
    category = chapter.category;
    const questions = chapter.questions.map((question) =>
      make("li", {}, make("span", {}, make("a", { href: `#${question.id}` }, question.title), pageOf(question.id))),
    );
    contents.append(
      make("p", { class: "book__topic" }, make("a", { href: `#${chapter.slug}` }, chapter.title), pageOf(chapter.slug)),
      make("ol", {}, ...questions),
    );
  }

  const index = make(
    "section",
    { class: "book__index" },
    make(
      "div",
      { class: "book__opening" },
      ...opening(
        "Bold numbers are chapters; the others are questions that name the term in their title or spoken answer",
        "index",
        "Index of services",
      ),
    ),
  );
  for (const term of book.terms) {
    index.append(make("p", {}, make("span", {}, term.name), ...term.targets.map(pageOf)));
  }

  const cover = make(
    "section",
    { class: "book__cover" },
    make("p", { class: "book__title" }, book.title),
    make("p", { class: "book__subtitle" }, book.subtitle),
    ...book.facts.map((fact) => make("p", { class: "book__fact" }, fact)),
  );

  const chapters = await Promise.all(book.chapters.map(chapterOf));
  const body = make("div", { class: "md-typeset book" }, cover, contents, ...chapters, index);
  const running = book.chapters.map(
    ({ slug, title }) => `@page ${slug} { @top-left { content: "${title.replace(/["\\]/g, "")}" } }`,
  );
  for (const style of document.querySelectorAll("head style"))
    if (style.textContent.startsWith("@page")) style.remove();
  document.head.append(make("style", {}, ...running));
  document.title = `${book.title}: ${book.subtitle}`;
  document.body.replaceChildren(body);
  await document.fonts.ready;
};
