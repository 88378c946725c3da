// Where this page's data is, as the tag says that brought this script in: addresses relative to the page.

globalThis.aloud ??= {};

{
  const { base, catalog, scheduler, questions } = document.currentScript.dataset;
  aloud.files = { base, catalog: base + catalog, scheduler: base + scheduler };

  // The list of all questions with these filters (`list-state.js`).
  aloud.questionsAddress = (query) => `${base}${questions}?${query}`;

  // All topics and questions: {topics: [{path, title, category, url, answers}], questions: [{id, title, topic, type, level}]}.
  aloud.loadCatalog = async () => {
    const { topics, questions } = await aloud.loadData(aloud.files.catalog);
    return {
      topics,
      questions: questions.map(([id, title, topic, type, level]) => ({ id, title, topic: topics[topic], type, level })),
    };
  };

  // What a card of each question of a topic says: {id: {answer, takeaway, followUps: [[title, id], ...]}}, in HTML.
  aloud.loadAnswers = (file) => aloud.loadData(aloud.files.base + file);

  aloud.addressOf = ({ id, topic }) => `${aloud.files.base}${topic.url}#${id}`;
}
