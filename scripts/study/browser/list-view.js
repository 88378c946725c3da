// The list itself: which entries are shown, in which order, and the mark of each. By topic they stand in their groups;
// in any other order, in one list.

{
  const { element } = aloud;
  const AT_ONCE = 100; // entries
  const PAUSE = 150; // milliseconds

  // Reads the questions off the list that the page came with.
  aloud.readList = (list) => {
    const titleOf = (group) => group.querySelector("h2").textContent;
    return [...list.querySelectorAll(".entries__topic")]
      .flatMap((group) =>
        [...group.querySelectorAll(".entry")].map((item) => ({
          item,
          group,
          id: item.dataset.id,
          title: item.querySelector("a").textContent,
          text: `${item.querySelector("a").textContent} ${titleOf(group)}`.toLowerCase(),
          topic: group.dataset.topic,
          topicTitle: titleOf(group),
          category: group.dataset.category,
          level: item.dataset.level,
          type: item.dataset.type,
        })),
      )
      .map((question, place) => ({ ...question, place }));
  };

  const setHidden = (node, isHidden) => {
    if (node.hidden !== isHidden) node.hidden = isHidden;
  };

  aloud.listView = (list, questions) => {
    const flat = element("ol", "entries__flat");
    flat.hidden = true;
    list.append(flat);
    const groups = new Map(questions.map(({ group }) => [group, []]));
    for (const question of questions) groups.get(question.group).push(question);
    let order = "topic";
    let later = 0;

    // In one list, an entry says its topic itself.
    function nameTopic({ item, topicTitle }, isNamed) {
      const there = item.querySelector(".entry__topic");
      if (isNamed && !there) item.querySelector(".entry__facts").prepend(element("span", "entry__topic", topicTitle));
      if (!isNamed) there?.remove();
    }

    function arrange(sort, marks) {
      if (sort === order && sort !== "due") return;
      const isFlat = sort !== "topic";
      order = sort;
      flat.hidden = !isFlat;
      for (const question of aloud.sortQuestions(questions, sort, marks)) {
        (isFlat ? flat : question.group.querySelector("ol")).append(question.item);
        nameTopic(question, isFlat);
      }
      for (const group of groups.keys()) group.hidden = isFlat;
    }

    // Shows and hides group after group; what lies below any screen waits for a pause.
    function showByTopic(found, from = 0, isAll = false) {
      let shown = 0;
      for (const [number, [group, own]] of [...groups].entries()) {
        if (number < from) continue;
        if (!isAll && shown > AT_ONCE) {
          later = setTimeout(() => showByTopic(found, number, true), PAUSE);
          return;
        }
        const isShown = own.some((question) => found.has(question));
        setHidden(group, !isShown);
        if (!isShown) continue;
        for (const question of own) setHidden(question.item, !found.has(question));
        shown += own.length;
      }
    }

    return {
      // Shows the found questions, a set, in an order.
      show(found, sort, marks) {
        clearTimeout(later);
        arrange(sort, marks);
        if (sort === "topic") showByTopic(found);
        else for (const question of questions) setHidden(question.item, !found.has(question));
      },

      showMarks(marks) {
        const end = aloud.endOfToday();
        for (const { id, item } of questions) {
          const record = marks[id];
          const label = !record ? "" : aloud.MARKS[record.mark] + (aloud.isDue(record, end) ? ", due" : "");
          const there = item.querySelector(".entry__mark");
          if ((there?.textContent ?? "") === label) continue;
          there?.remove();
          if (record)
            item
              .querySelector(".entry__facts")
              .append(element("span", `entry__mark entry__mark--${record.mark}`, label));
        }
      },
    };
  };
}
