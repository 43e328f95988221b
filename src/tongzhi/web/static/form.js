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
    list.dataset.own = "yes";
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
const toWrong = () => document.querySelector("[data-focus-wrong] .wrong :is(input:not([type=checkbox]), select, textarea)")?.focus();
toWrong();
// Rows that are being worked on belong to the page until the focus leaves their list; a removed or moved row is kept at once.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-remove], [data-up], [data-down]");
  if (!button) return;
  const list = document.activeElement?.closest?.(".rows")?.querySelector(":scope > .row-list") ?? button.closest(".row-list");
  if (list) list.dataset.own = "yes";
  const form = (list ?? document).closest?.("form[data-keep]") ?? document.querySelector("form[data-keep]");
  const rows = (list ?? button).closest("[data-rows]")?.dataset.rows ?? "";
  form?.dispatchEvent(new CustomEvent("rows:changed", { bubbles: true, detail: rows }));
});
document.addEventListener("focusout", (event) => {
  const rows = event.target.closest?.(".rows");
  if (rows && !rows.contains(event.relatedTarget)) delete rows.querySelector(":scope > .row-list")?.dataset.own;
});
document.addEventListener("input", (event) => { const list = event.target.closest?.(".row-list"); if (list) list.dataset.own = "yes"; });
// How many of the dropped files are meant for something, and which still wait for an answer.
const count = (form) => {
  const left = [];
  let made = 0;
  for (const row of form.querySelectorAll(".list > li")) {
    const select = row.querySelector("select");
    const radio = row.querySelector("input[type=radio]");
    if (select) { if (select.value !== "none") made += 1; } else if (radio) {
      const chosen = row.querySelector("input[type=radio]:checked");
      for (const one of row.querySelectorAll(".choice")) one.classList.toggle("on", one.contains(chosen));
      if (!chosen) left.push(row.querySelector(".name-text").textContent); else if (chosen.value !== "none") made += 1;
    }
  }
  form.querySelector("[data-made]").textContent = made ? `，做 ${made} 个` : "";
  form.querySelector("[data-left]").textContent = left.length ? `还有 ${left.length} 个没选：${left.join("、")}` : "";
};
const countAll = () => { for (const form of document.querySelectorAll("form[data-count]")) count(form); };
document.addEventListener("change", (event) => { const form = event.target.closest("form[data-count]"); if (form) count(form); });
document.addEventListener("page:changed", countAll);
countAll();
// Numbers on a button follow the ticks, one tick may stand for all; a select that filters goes at once.
const ticked = (form) => {
  const all = [...form.elements].filter((one) => one.type === "checkbox" && !one.hasAttribute("data-all"));
  const chosen = all.filter((one) => one.checked).length;
  const place = form.querySelector("[data-ticked]") ?? document.querySelector("[data-ticked]");
  if (place) place.textContent = chosen;
  const whole = [...form.elements].find((one) => one.hasAttribute("data-all"));
  if (whole) { whole.checked = chosen > 0 && chosen === all.length; whole.indeterminate = chosen > 0 && chosen < all.length; }
  for (const button of form.querySelectorAll("[data-needs-ticks]")) button.disabled = !chosen;
};
const tickedAll = () => { for (const form of document.querySelectorAll("form[data-ticks]")) ticked(form); };
document.addEventListener("change", (event) => {
  const form = event.target.form;
  if (form?.matches("[data-ticks]")) {
    if (event.target.hasAttribute("data-all")) for (const one of form.elements) if (one.type === "checkbox") one.checked = event.target.checked;
    ticked(form);
  }
  if (event.target.matches("select[data-go]")) event.target.form.requestSubmit();
});
document.addEventListener("page:changed", tickedAll);
tickedAll();
