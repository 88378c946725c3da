// What an answer shows where it stands by itself: the words to say, and the takeaway, as on the page of its topic.

{
  const { element } = aloud;

  function callout(kind, title, html) {
    const made = element("div", `admonition ${kind}`, element("p", "admonition-title", title));
    made.insertAdjacentHTML("beforeend", html);
    return made;
  }

  // Of {answer, takeaway}, in HTML of the site's own (`aloud.loadAnswers`), returns two elements.
  aloud.answerParts = ({ answer, takeaway }) => [
    callout("abstract", "In 30 seconds", answer),
    callout("tip", "Key takeaway", takeaway),
  ];
}
