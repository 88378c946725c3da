// The form above the list of questions. It is made here because without scripts it could do nothing.

{
  const { element } = aloud;
  const TITLES = {
    level: "Level",
    type: "Type",
    mark: "Your mark",
  };
  const SORTS = { topic: "by topic", title: "A to Z", level: "by level", due: "due first" };

  function labelled(text, control) {
    const label = element("label", "list-form__field", element("span", "list-form__label", text), control);
    return label;
  }

  function select(options, value) {
    const made = element("select", "list-form__select");
    for (const [group, entries] of options) {
      const parent = group ? made.appendChild(Object.assign(element("optgroup"), { label: group })) : made;
      for (const [optionValue, text] of entries) {
        parent.append(Object.assign(element("option", "", text), { value: optionValue }));
      }
    }
    made.value = value;
    return made;
  }

  function chips(facet, values, state, changed) {
    const set = element("fieldset", "list-form__facet", element("legend", "list-form__label", TITLES[facet]));
    const counts = {};
    for (const [value, text] of values) {
      const box = Object.assign(element("input"), { type: "checkbox", value, checked: state[facet].has(value) });
      box.addEventListener("change", () => {
        if (box.checked) state[facet].add(value);
        else state[facet].delete(value);
        changed();
      });
      counts[value] = element("span", "chip__count");
      set.append(element("label", "chip", box, text, counts[value]));
    }
    return { set, counts };
  }

  // Returns {form, showCounts}. `facets` has [value, text] of each choice, `topics` the groups for the topic's choice;
  // the form changes `state` and calls `changed`.
  aloud.listForm = ({ facets, topics }, state, changed) => {
    const words = Object.assign(element("input", "list-form__words"), {
      type: "search",
      value: state.words,
      maxLength: 200,
      placeholder: "Words of the question",
    });
    words.addEventListener("input", () => {
      state.words = words.value;
      changed();
    });
    const topic = select([["", [["", "All topics"]]], ...topics], state.topic);
    topic.addEventListener("change", () => {
      state.topic = topic.value;
      changed();
    });
    const sort = select([["", Object.entries(SORTS)]], state.sort);
    sort.addEventListener("change", () => {
      state.sort = sort.value;
      changed();
    });
    const sets = Object.entries(facets).map(([facet, values]) => [facet, chips(facet, values, state, changed)]);
    const summary = element("summary", "", "");
    const details = element("details", "list-form__facets", summary, ...sets.map(([, { set }]) => set));
    details.open = matchMedia("(min-width: 60em)").matches; // on a phone the questions come first
    const fields = element("div", "list-form__fields");
    fields.append(labelled("Find", words), labelled("Topic", topic), labelled("Sorted", sort));
    const form = element("form", "list-form on-screen", fields, details);
    form.setAttribute("role", "search");
    form.setAttribute("aria-label", "Questions");
    form.addEventListener("submit", (event) => event.preventDefault());

    function showCounts(counts) {
      const chosen = sets.flatMap(([facet]) => [...state[facet]]).length;
      summary.textContent = `Level, type, your mark${chosen ? ` (${chosen} chosen)` : ""}`;
      for (const [facet, { counts: places }] of sets) {
        for (const [value, place] of Object.entries(places)) place.textContent = counts[facet][value] ?? 0;
      }
    }

    return { form, showCounts };
  };
}
