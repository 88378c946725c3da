// The index. The whole one is built when the site is built, and loaded by the search box; until it is there, the box
// builds one of the titles. One set of options for both.

{
  // What a match is worth, by where it stands. Set by measuring: `make search-eval`.
  const WEIGHTS = { title: 7, asked: 3, phrases: 3, topic: 1.7, summary: 1.4, headings: 2.5, body: 2.5, code: 0.6 };
  const FIELDS = Object.keys(WEIGHTS);

  const options = (fields) => ({
    fields,
    tokenize: aloud.text.terms,
    processTerm: (term) => term,
    searchOptions: { boost: WEIGHTS, tokenize: (term) => [term], bm25: { k: 3, b: 0.2, d: 0.35 } },
  });

  aloud.index = {
    // For the build: an index of questions with all fields, as JSON text.
    build(questions) {
      const index = new MiniSearch(options(FIELDS));
      index.addAll(questions);
      return JSON.stringify(index);
    },

    // An index of titles only, and the terms in it.
    ofTitles(questions) {
      const engine = new MiniSearch(options(["title", "topic"]));
      engine.addAll(questions.map(({ title, topic }, id) => ({ id, title, topic })));
      return { engine, terms: new Set(questions.flatMap(({ title, topic }) => aloud.text.terms(`${title} ${topic}`))) };
    },

    // What `build` returned, parsed, as an index, and the terms in it. It lets the browser breathe while it works.
    async load(index) {
      const engine = await MiniSearch.loadJSAsync(index, options(FIELDS));
      return { engine, terms: index.index.map(([term]) => term) };
    },
  };
}
