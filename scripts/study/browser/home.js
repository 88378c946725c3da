// The home page of a reader who has marked something: how each topic stands, and what is due. Others get nothing more.

{
  const { element } = aloud;

  async function show() {
    const marks = aloud.marks.all();
    if (!Object.keys(marks).length && !document.querySelector(".card__progress")) return;
    const { topics, questions } = await aloud.loadCatalog();
    const cards = new Map([...document.querySelectorAll(".card")].map((card) => [card.dataset.topic, card]));
    for (const topic of topics) {
      const own = questions.filter((question) => question.topic === topic);
      const tally = aloud.tally(own, marks);
      const card = cards.get(topic.path);
      card.querySelector(".card__progress")?.remove();
      if (!tally.known && !tally.unsure && !tally.unknown) continue;
      const due = tally.due ? ` · ${tally.due} due` : "";
      card.append(element("p", "card__progress", aloud.bar(tally), `${tally.known} of ${tally.total} known${due}`));
    }
    const all = aloud.tally(questions, marks);
    document.querySelector(".ways__progress").textContent = `${all.known} of ${all.total} known, ${all.due} due today`;
  }

  const attempt = () => {
    show().catch(() => {}); // without it, the page is what it is for everybody else
  };
  attempt();
  document.addEventListener("aloud:marks", attempt);
}
