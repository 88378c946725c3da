// The list itself: which entries are shown, in which order, and the mark of each. By topic they stand in their groups;
// in any other order, in one list.

{
  const { element } = aloud;

  // Reads the questions off the list that the page came with.
  aloud.readList = (list) => {
    const titleOf = (group) => group.querySelector("h2").textContent;
    return [...list.querySelectorAll(".entries__topic")].flatMap((group) =>
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
    ).map((question, place) => ({ ...question, place }));
  };

  aloud.listView = (list, questions) => {
    const flat = element("ol", "entries__flat");
    flat.hidden = true;
    list.append(flat);
    const groups = new Set(questions.map(({ group }) => group));
    let order = "topic";

    // In one list, an entry says its topic itself.
    function nameTopic({ item, topicTitle }, isNamed) {
      const there = item.querySelector(".entry__topic");
      if (isNamed && !there) item.querySelector(".entry__facts").prepend(element("span", "entry__topic", topicTitle));
      if (!isNamed) there?.remove();
    }

    function arrange(sort, marks) {
      const isFlat = sort !== "topic";
      if (sort === order && sort !== "due") return;
      order = sort;
      flat.hidden = !isFlat;
      for (const question of aloud.sortQuestions(questions, sort, marks)) {
        (isFlat ? flat : question.group.querySelector("ol")).append(question.item);
        nameTopic(question, isFlat);
      }
    }

    return {
      // Shows the found questions, a set, in an order.
      show(found, sort, marks) {
        arrange(sort, marks);
        const full = new Set();
        for (const question of questions) {
          const isFound = found.has(question);
          if (question.item.hidden === isFound) question.item.hidden = !isFound;
          if (isFound) full.add(question.group);
        }
        for (const group of groups) {
          const isHidden = sort !== "topic" || !full.has(group);
          if (group.hidden !== isHidden) group.hidden = isHidden;
        }
      },

      showMarks(marks) {
        for (const { id, item } of questions) {
          const record = marks[id];
          const label = !record ? "" : aloud.MARKS[record.mark] + (aloud.isDue(record) ? ", due" : "");
          const there = item.querySelector(".entry__mark");
          if ((there?.textContent ?? "") === label) continue;
          there?.remove();
          if (record) item.querySelector(".entry__facts").append(element("span", `entry__mark entry__mark--${record.mark}`, label));
        }
      },
    };
  };
}
