// Which questions a state of the list asks for, and how many there would be for each choice.
// A question here: {id, title, topic, category, level, type, place}; `place` counts in the order of the pages.

{
  const { FACETS, LEVELS } = aloud;

  // A question has one mark or none, and may be due besides.
  const marksOf = (record, end) =>
    !record ? ["none"] : aloud.isDue(record, end) ? [record.mark, "due"] : [record.mark];

  // Returns {found, counts}: the questions, as a set, and {facet: {value: number}}. A facet's own choice does not reduce
  // its counts: they say what choosing another value would give.
  aloud.filterQuestions = (questions, state, marks) => {
    const end = aloud.endOfToday();
    const words = state.words.toLowerCase().split(/\s+/).filter(Boolean);
    const found = new Set();
    const counts = Object.fromEntries(FACETS.map((facet) => [facet, {}]));
    for (const question of questions) {
      if (state.topic && state.topic !== question.topic && state.topic !== question.category) continue;
      if (!words.every((word) => question.text.includes(word))) continue;
      const values = [[question.level], [question.type], marksOf(marks[question.id], end)];
      const misses = FACETS.filter(
        (facet, n) => state[facet].size && !values[n].some((value) => state[facet].has(value)),
      );
      if (!misses.length) found.add(question);
      for (const [n, facet] of FACETS.entries()) {
        if (misses.length > 1 || (misses.length === 1 && misses[0] !== facet)) continue;
        for (const value of values[n]) counts[facet][value] = (counts[facet][value] ?? 0) + 1;
      }
    }
    return { found, counts };
  };

  const ORDERS = {
    title: (one, other) => one.title.localeCompare(other.title),
    level: (one, other) => LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level),
    due: (one, other, marks) => dueOf(one, marks) - dueOf(other, marks),
  };

  const dueOf = ({ id }, marks) => (marks[id] ? aloud.dueAt(marks[id]) : Number.MAX_SAFE_INTEGER);

  // `questions` come in the order of the pages.
  aloud.sortQuestions = (questions, sort, marks) =>
    sort === "topic"
      ? questions
      : questions.toSorted((one, other) => ORDERS[sort](one, other, marks) || one.place - other.place);
}
