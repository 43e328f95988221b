// Rows of a form: added, removed, moved up and down; the order on the page is the order that is sent.
let fresh = 0;
const renew = (node, key) => {
  for (const element of node.querySelectorAll("[name*='__row__'], [id*='__row__'], [for*='__row__'], [aria-describedby*='__row__'], [data-rows*='__row__']")) {
    for (const attribute of ["name", "id", "for", "aria-describedby", "data-rows"]) {
      const value = element.getAttribute(attribute);
      if (value !== null && value.includes("__row__")) element.setAttribute(attribute, value.replace("__row__", key));
    }
  }
};
document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.matches("[data-add]")) {
    const rows = button.closest("[data-rows]");
    const made = rows.querySelector(":scope > template").content.cloneNode(true);
    fresh += 1;
    renew(made, `new${fresh}`);
    const list = rows.querySelector(":scope > .row-list");
    list.append(made);
    list.lastElementChild.querySelector("input, select, textarea")?.focus();
    return;
  }
  const row = button.closest(".record-row");
  if (!row) return;
  if (button.matches("[data-remove]")) {
    const next = row.nextElementSibling ?? row.previousElementSibling;
    const list = row.parentElement;
    row.remove();
    (next ?? list.parentElement).querySelector("input, button")?.focus();
  } else if (button.matches("[data-up]") && row.previousElementSibling) {
    row.previousElementSibling.before(row);
    button.focus();
  } else if (button.matches("[data-down]") && row.nextElementSibling) {
    row.nextElementSibling.after(row);
    button.focus();
  }
});
const wrong = document.querySelector(".wrong input, .wrong select, .wrong textarea");
if (wrong) wrong.focus();
