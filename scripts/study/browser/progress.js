// The page of one's progress: all, what is due, and each topic.

{
  const { element } = aloud;
  const place = document.querySelector(".progress");
  const overview = element("div", "progress__overview");
  const table = element("div", "progress__topics");

  const link = (className, address, text) => Object.assign(element("a", className, text), { href: address });

  function figure(number, text, className) {
    return element("p", `progress__figure ${className}`, element("strong", "", String(number)), ` ${text}`);
  }

  function showOverview(tally) {
    const open = tally.total - tally.known - tally.unsure - tally.unknown;
    const figures = element(
      "div",
      "progress__figures",
      figure(tally.known, "known", "progress__figure--known"),
      figure(tally.unsure, "unsure", "progress__figure--unsure"),
      figure(tally.unknown, "not known", "progress__figure--unknown"),
      figure(open, "not marked", ""),
    );
    const due = aloud.questionsAddress("mark=due&sort=due&quiz=1");
    const nothing = tally.total === open ? "Nothing is marked yet." : "Nothing is due today.";
    const next = tally.due
      ? link("button button--primary", due, `Quiz the ${tally.due} due today`)
      : element("p", "progress__next", nothing);
    const rest = link("button", aloud.questionsAddress("mark=none&quiz=1"), "Quiz what is not marked");
    overview.replaceChildren(figures, aloud.bar(tally), element("div", "progress__actions", next, rest));
  }

  function row(topic, tally) {
    const name = element("th", "", link("", aloud.files.base + topic.url, topic.title));
    name.scope = "row";
    const marked = tally.known + tally.unsure + tally.unknown;
    const stand = element("td", "", marked ? `${tally.known} of ${tally.total}` : `– of ${tally.total}`);
    const quiz = aloud.questionsAddress(`topic=${topic.path}&mark=due&quiz=1`);
    const due = element("td", "", tally.due ? link("", quiz, String(tally.due)) : "");
    return element("tr", "", name, element("td", "progress__bar", aloud.bar(tally)), stand, due);
  }

  function columnHead(text) {
    const cell = element(text ? "th" : "td", "", text);
    if (text) cell.scope = "col";
    return cell;
  }

  function showTopics(tallies) {
    const head = element("tr", "", ...["Topic", "", "Known", "Due"].map(columnHead));
    const rows = tallies.map(([topic, tally]) => row(topic, tally));
    table.replaceChildren(
      element("table", "progress__table", element("thead", "", head), element("tbody", "", ...rows)),
    );
  }

  async function show() {
    const { topics, questions } = await aloud.loadCatalog();
    const marks = aloud.marks.all();
    place.classList.add("is-ready");
    const ofTopic = (topic) => questions.filter((question) => question.topic === topic);
    showOverview(aloud.tally(questions, marks));
    showTopics(topics.map((topic) => [topic, aloud.tally(ofTopic(topic), marks)]));
  }

  place.replaceChildren(overview, aloud.exchangeButtons(), table);
  const reload = () => {
    show().catch(() => {
      overview.replaceChildren(
        element("p", "", "The list of questions did not load. Check the network, and reload the page."),
      );
    });
  };
  reload();
  document.addEventListener("aloud:marks", reload);
}
