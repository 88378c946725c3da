// One line at the foot of the window that says what happened, with what can be done about it.

aloud.notice = (text, action = null) => {
  let notice = document.querySelector(".notice");
  if (!notice) {
    notice = aloud.element("div", "notice on-screen");
    notice.setAttribute("role", "status");
    document.body.append(notice);
  }
  const close = aloud.button("notice__close", "×");
  close.setAttribute("aria-label", "Close");
  close.addEventListener("click", () => notice.replaceChildren());
  const buttons = [close];
  if (action) {
    const button = aloud.button("notice__action", action.label);
    button.addEventListener("click", action.run);
    buttons.unshift(button);
  }
  notice.replaceChildren(aloud.element("p", "", text), ...buttons);
};
