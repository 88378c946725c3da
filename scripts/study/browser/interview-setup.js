// The form in which an interview is chosen.

{
  const PRESETS = [15, 30, 45, 60]; // minutes
  const LEVELS = Object.keys(aloud.ALLOTMENTS);
  const { element } = aloud;

  function chip(type, name, value, label) {
    const input = element("input");
    Object.assign(input, { type, name, value });
    return element("label", "chip", input, label);
  }

  function group(legend, ...children) {
    const chips = element("div", "interview__chips", ...children);
    return element("fieldset", "interview__group", element("legend", "", legend), chips);
  }

  function minutesGroup() {
    const own = element("input", "interview__own");
    const { least: min, most: max } = aloud.MINUTES;
    Object.assign(own, { type: "number", name: "own", min, max });
    own.setAttribute("aria-label", "Other number of minutes");
    const presets = PRESETS.map((minutes) => chip("radio", "minutes", minutes, `${minutes}`));
    const other = element("span", "interview__other", chip("radio", "minutes", "own", "Other"), own);
    return group("Minutes", ...presets, other);
  }

  function topicGroups(topics) {
    const categories = new Map();
    for (const { path, title, category } of topics) {
      if (!categories.has(category)) categories.set(category, []);
      categories.get(category).push(chip("checkbox", "topics", path, title));
    }
    return [...categories].map(([category, chips]) => group(category, ...chips));
  }

  function levelGroup() {
    const chips = LEVELS.map((level) => chip("checkbox", "levels", level, aloud.capitalized(level)));
    return group("Levels (none chosen: all)", ...chips);
  }

  function fill(form, { topics, levels, minutes }) {
    const values = [...topics, ...levels];
    for (const input of form.querySelectorAll("[type=checkbox]")) input.checked = values.includes(input.value);
    const isPreset = PRESETS.includes(minutes);
    form.elements.minutes.value = isPreset ? minutes : "own";
    form.elements.own.value = isPreset ? "" : minutes;
  }

  function chosen(form, seed) {
    const data = new FormData(form);
    const minutes = data.get("minutes");
    return {
      topics: data.getAll("topics"),
      levels: data.getAll("levels"),
      minutes: Number(minutes === "own" ? data.get("own") : minutes),
      seed,
    };
  }

  function inWords(plan) {
    if (!plan.length) return "These topics have no question of these levels. Choose more of either.";
    const levels = LEVELS.map((level) => [plan.filter((question) => question.level === level).length, level])
      .filter(([count]) => count)
      .map(([count, level]) => `${count} ${level}`);
    const minutes = plan.reduce((sum, { level }) => sum + aloud.ALLOTMENTS[level], 0);
    return `${aloud.counted(plan.length, "question")} (${levels.join(", ")}) for ${minutes} minutes.`;
  }

  // Returns the form, filled with a choice. Calls `start(choice, plan)`.
  aloud.interviewSetup = ({ topics, questions }, choice, start) => {
    const summary = aloud.statusLine("interview__plan");
    const count = element("span", "chip__count");
    const begin = element("button", "button button--primary", "Start");
    const copy = aloud.actionButton("Copy link", () => aloud.copyInterview(now));
    const form = element(
      "form",
      "interview__setup",
      minutesGroup(),
      levelGroup(),
      element("details", "interview__topics", element("summary", "", "Topics ", count), ...topicGroups(topics)),
      summary,
      element("div", "interview__actions", begin, copy),
    );
    let now = choice;
    let plan = [];

    function look() {
      const { own, minutes } = form.elements;
      own.required = minutes.value === "own";
      if (!own.required) own.value = "";
      now = chosen(form, choice.seed);
      plan = own.validity.valid ? aloud.chooseInterview({ questions, ...now }) : [];
      count.textContent = now.topics.length ? `${now.topics.length} of ${topics.length}` : "all";
      summary.textContent = own.validity.valid
        ? inWords(plan)
        : `Give a number of minutes from ${aloud.MINUTES.least} to ${aloud.MINUTES.most}.`;
      begin.disabled = copy.disabled = !plan.length;
    }

    form.elements.own.addEventListener("input", () => {
      form.elements.minutes.value = "own";
    });
    form.addEventListener("input", look);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      start(now, plan);
    });
    fill(form, choice);
    look();
    return form;
  };
}
