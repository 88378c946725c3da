// The colors of samples: for each class of token, its contrast on the ground that a sample has. Needs axe.
(classes) => {
  const { Color, getContrast, flattenColors } = axe.commons.color;
  const color = (text) => {
    const parsed = new Color();
    parsed.parseString(text);
    return parsed;
  };
  const block = document.createElement("div");
  block.className = "md-typeset";
  block.innerHTML = '<div class="highlight"><pre><code></code></pre></div>';
  document.querySelector("article").append(block);
  const code = block.querySelector("code");
  const white = new Color(255, 255, 255, 1);
  const ground = flattenColors(color(getComputedStyle(code).backgroundColor), white);
  const contrasts = classes.map((name) => {
    const token = document.createElement("span");
    token.className = name;
    token.textContent = "token";
    code.append(token);
    const { color: ink, backgroundColor } = getComputedStyle(token);
    return [name, getContrast(flattenColors(color(backgroundColor), ground), color(ink))];
  });
  block.remove();
  return Object.fromEntries(contrasts);
}
