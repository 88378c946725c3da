// Brings in, when somebody first looks for something, the engine and its index: first the titles, which are small and
// answer at once, then all text.

// Calls `ready` with a finder twice: for the titles, and for all text. Rejects if anything does not load.
aloud.loadSearch = async ({ engine, first, whole }, ready) => {
  const [data] = await Promise.all([aloud.loadData(first), aloud.loadScript(engine)]);
  ready(aloud.finder(data, aloud.index.ofTitles(data.questions)), data, false);
  const { index, asked, phrases } = await aloud.loadData(whole);
  const questions = data.questions.map((question, id) => ({ ...question, asked: asked[id], phrases: phrases[id] }));
  ready(aloud.finder({ ...data, questions }, await aloud.index.load(index)), data, true);
};
