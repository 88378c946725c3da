// What the list of questions shows, and the address that says so:
//   ?q=words &topic=networking or networking/vpc &level=… &type=… &mark=… &sort=… &quiz=1     (several by commas)

{
  aloud.FACETS = ["level", "type", "mark"];

  const { FACETS } = aloud;
  const SORTS = ["topic", "title", "level", "due"];

  // Reads a state from the query of an address. `options` has the values that each facet and the topic may have; others
  // are left out.
  aloud.readListState = (query, options) => {
    const asked = new URLSearchParams(query);
    const state = { words: (asked.get("q") ?? "").slice(0, 200), isQuiz: asked.get("quiz") === "1" };
    for (const facet of FACETS) {
      const values = (asked.get(facet) ?? "").split(",").filter((value) => options[facet].includes(value));
      state[facet] = new Set(values);
    }
    state.topic = options.topic.includes(asked.get("topic")) ? asked.get("topic") : "";
    state.sort = SORTS.includes(asked.get("sort")) ? asked.get("sort") : SORTS[0];
    return state;
  };

  aloud.listQuery = ({ words, topic, sort, isQuiz, ...facets }) => {
    const query = new URLSearchParams();
    if (words.trim()) query.set("q", words.trim());
    if (topic) query.set("topic", topic);
    for (const facet of FACETS) if (facets[facet].size) query.set(facet, [...facets[facet]].join(","));
    if (sort !== SORTS[0]) query.set("sort", sort);
    if (isQuiz) query.set("quiz", "1");
    return query.toString().replaceAll("%2C", ",").replaceAll("%2F", "/");
  };
}
