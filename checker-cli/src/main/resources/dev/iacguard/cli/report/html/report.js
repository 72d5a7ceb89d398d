"use strict";
for (const form of document.querySelectorAll("form[data-list]")) {
  const items = [...document.getElementById(form.dataset.list).children];
  const texts = items.map((item) => item.textContent.toLowerCase());
  const [search, kind] = [form.querySelector("input"), form.querySelector("select")];
  const narrow = () => {
    const words = search.value.toLowerCase().split(/\s+/);
    let shown = 0;
    items.forEach((item, i) => {
      const fits = (!kind.value || item.dataset.kind === kind.value)
        && words.every((word) => texts[i].includes(word));
      item.hidden = !fits;
      shown += fits;
    });
    form.querySelector("output").textContent = `${shown} of ${items.length}`;
  };
  form.hidden = false;
  form.addEventListener("input", narrow);
  form.addEventListener("submit", (event) => event.preventDefault());
  narrow();
}
for (const head of document.querySelectorAll("table.stages thead th, table.list thead th")) {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener("click", () => {
    const sign = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
    const body = head.closest("table").tBodies[0];
    const cell = (row) => row.cells[head.cellIndex].textContent;
    const rows = [...body.rows].sort(
      (one, other) => sign * cell(one).localeCompare(cell(other), "en", { numeric: true }));
    body.append(...rows);
    head.parentNode.querySelectorAll("th").forEach((th) => th.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", sign > 0 ? "ascending" : "descending");
  });
}
