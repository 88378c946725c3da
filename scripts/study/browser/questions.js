// The page of all questions: form, list, address and quiz, brought together.

{
  const list = document.querySelector(".entries");
  const questions = aloud.readList(list);
  const view = aloud.listView(list, questions);

  const named = (values) => values.map((value) => [value, aloud.capitalized(value)]);
  const inOrder = (values) => [...new Set(values)];
  const facets = {
    level: named(aloud.LEVELS),
    type: named(inOrder(questions.map(({ type }) => type)).toSorted()),
    mark: [["due", "Due today"], ...Object.entries(aloud.MARKS), ["none", "Not marked"]],
  };
  const topics = [...list.querySelectorAll(".entries__topic")].map(({ dataset }) => dataset);
  const categories = inOrder(topics.map(({ category }) => category));
  const titles = Object.fromEntries(questions.map(({ topic, topicTitle }) => [topic, topicTitle]));
  const categoryTitle = (category) => list.querySelector(`[data-category="${category}"]`).dataset.categoryTitle;
  const groups = categories.map((category) => {
    const own = topics.filter((topic) => topic.category === category);
    const all = own.length > 1 ? [[category, `All of ${categoryTitle(category)}`]] : [];
    return [categoryTitle(category), [...all, ...own.map(({ topic }) => [topic, titles[topic]])]];
  });

  const options = Object.fromEntries(
    Object.entries(facets).map(([facet, values]) => [facet, values.map(([value]) => value)]),
  );
  options.topic = [...categories, ...topics.map(({ topic }) => topic)];
  const state = aloud.readListState(location.search, options);

  const status = aloud.statusLine("list-head__status");
  const start = aloud.button("button", "Quiz these");
  start.setAttribute("aria-pressed", "false");
  const clear = aloud.button("button", "Clear the filters");
  const head = aloud.element("div", "list-head on-screen", status, clear, start);
  const { form, showCounts } = aloud.listForm({ facets, topics: groups }, state, () => look());
  list.before(form, head);
  list.classList.add("is-ready");

  let shown = []; // in their order on the page, which a mark does not change
  const showQuiz = aloud.quizBar(
    (isShown) => quiz.showAll(isShown),
    () => {
      switchTo(false);
      start.focus();
    },
  );
  const quiz = aloud.createQuiz(() => (state.isQuiz ? shown.map(aloud.quizEntry) : []), showQuiz);
  aloud.quizKeys(quiz);

  function keepAddress() {
    const query = aloud.listQuery(state);
    try {
      history.replaceState(null, "", (query ? `?${query}` : location.pathname) + location.hash);
    } catch {
      // Some browsers keep the address of a page that was opened from the file system as it is.
    }
  }

  function look() {
    const marks = aloud.marks.all();
    const { found, counts } = aloud.filterQuestions(questions, state, marks);
    shown = aloud.sortQuestions([...found], state.sort, marks);
    view.show(found, state.sort, marks);
    showCounts(counts);
    status.textContent =
      found.size === questions.length ? `${found.size} questions` : `${found.size} of ${questions.length} questions`;
    clear.hidden = found.size === questions.length;
    start.disabled = !found.size;
    keepAddress();
    quiz.report();
  }

  function switchTo(isQuiz) {
    state.isQuiz = isQuiz;
    start.setAttribute("aria-pressed", String(isQuiz));
    quiz.switchTo(isQuiz);
    keepAddress();
  }

  start.addEventListener("click", () => switchTo(!state.isQuiz));
  clear.addEventListener("click", () => {
    location.assign(location.pathname);
  });

  // A question that was just marked stays where it is until the filter is changed: its answer is being read.
  document.addEventListener("aloud:marks", () => {
    const marks = aloud.marks.all();
    view.showMarks(marks);
    showCounts(aloud.filterQuestions(questions, state, marks).counts);
  });

  view.showMarks(aloud.marks.all());
  look();
  switchTo(state.isQuiz);
}
