// What was found, as items of a list. An item that comes again at the next key stays where it is.

{
  const { element } = aloud;

  const marked = (text, terms) =>
    aloud.passage.marked(text, terms).map(([piece, isMarked]) => (isMarked ? element("mark", "", piece) : piece));

  function topicItem({ title, count }) {
    const facts = count ? `Topic · ${count} questions` : "About this site";
    const link = element("a", "search-result__link", element("p", "search-result__facts", facts));
    link.append(element("p", "search-result__title", title));
    return element("li", "search-result search-result--topic", link);
  }

  function questionItem({ title, topic, type, level }, terms) {
    const badge = element("span", `badge badge--level badge--${level}`, level);
    const facts = element("p", "search-result__facts", topic, " · ", type, badge);
    const link = element(
      "a",
      "search-result__link",
      facts,
      element("p", "search-result__title", ...marked(title, terms)),
    );
    return element("li", "search-result", link);
  }

  // What is shown as {key, address, make}: of the same key, items look the same but for their passages.
  function ofTopic(topic, base) {
    return { key: topic.url, address: base + topic.url, make: () => topicItem(topic) };
  }

  function ofQuestion(question, terms, words, base) {
    const [path, anchor] = question.url.split("#");
    const address = `${base}${path}?h=${encodeURIComponent(words)}#${anchor}`;
    const key = JSON.stringify([question.url, aloud.passage.marked(question.title, terms)]);
    return { key, address, question, terms, make: () => questionItem(question, terms) };
  }

  const keys = new WeakMap(); // of the items in the list

  function place(list, results) {
    for (const [number, { key, address, make }] of results.entries()) {
      const there = list.children[number];
      const item = there && keys.get(there) === key ? there : make();
      item.firstChild.href = address;
      keys.set(item, key);
      if (!there) list.append(item);
      else if (item !== there) there.replaceWith(item);
    }
    while (list.children.length > results.length) list.lastChild.remove();
  }

  function addPassage(item, passages, terms) {
    const passage = aloud.passage.best(passages, terms);
    const made = passage ? [element("p", "search-result__passage", ...marked(passage, terms))] : [];
    const link = item.firstChild;
    const there = link.querySelector(".search-result__passage");
    if (there && there.innerHTML === made[0]?.innerHTML) return;
    there?.remove();
    link.append(...made);
  }

  // Shows in a list the topics and the first `to` questions of what a finder found. Returns what gives them their
  // passages, as long as they are wanted: a result without its passage is still one.
  aloud.showResults = (list, { questions, topics }, { data, words, base, to }) => {
    const asked = questions
      .slice(0, to)
      .map(({ id, terms }) => ofQuestion(data.questions[id], new Set(terms()), words, base));
    place(list, [...topics.map((topic) => ofTopic(topic, base)), ...asked]);
    const items = [...list.children].slice(topics.length);

    async function passagesOf({ topic, url }) {
      const { text } = data.topics.find(({ title }) => title === topic);
      return (await aloud.loadData(base + text))[url.split("#")[1]];
    }

    return async function complete(isWanted) {
      for (const [number, { question, terms }] of asked.entries()) {
        let passages;
        try {
          passages = await passagesOf(question);
        } catch {
          continue;
        }
        if (!isWanted()) return;
        addPassage(items[number], passages, terms);
      }
    };
  };
}
