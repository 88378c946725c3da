// How a set of questions stands: {total, known, unsure, unknown, due}.

{
  aloud.MARKS = { known: "Known", unsure: "Unsure", unknown: "Not known" };

  // Of questions, [{id}].
  aloud.tally = (questions, marks) => {
    const end = aloud.endOfToday();
    const counts = { total: questions.length, known: 0, unsure: 0, unknown: 0, due: 0 };
    for (const { id } of questions) {
      const record = marks[id];
      if (!record) continue;
      counts[record.mark] += 1;
      counts.due += aloud.isDue(record, end);
    }
    return counts;
  };

  // A bar whose parts are as long as the shares of the marks. What it shows must also be said in words beside it.
  aloud.bar = ({ total, known, unsure, unknown }) => {
    const bar = aloud.element("span", "bar");
    bar.setAttribute("aria-hidden", "true");
    for (const [mark, count] of Object.entries({ known, unsure, unknown })) {
      const part = aloud.element("span", `bar__part bar__part--${mark}`);
      part.style.width = `${(100 * count) / (total || 1)}%`;
      bar.append(part);
    }
    return bar;
  };
}
