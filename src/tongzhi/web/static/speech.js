// Text and list show each other; every act changes only the card and the sentence it is about.
import { letters, morph, refresh, say, send, take, typing } from "./app.js";

const $ = (id) => document.getElementById(id);
const job = () => $("speech")?.dataset.job;
const cards = () => $("cards");
const form = (values) => new URLSearchParams(values);
let current = null;
let wanted = "all";
let unit = "";

// --- what is shown
const filter = () => {
  const list = cards();
  if (!list) return;
  const heads = [];
  for (const node of list.children) {
    const own = node.dataset.list;
    if (!own) continue;
    if (node.matches("h2")) { heads.push(node); node.hidden = true; continue; }
    let show = ["rule", "out"].includes(wanted) ? own === wanted : own === "all";
    if (show && wanted === "ask") show = node.dataset.ask !== undefined;
    if (show && wanted === "nodue") show = node.dataset.nodue !== undefined;
    if (show && wanted === "noowner") show = node.dataset.noowner !== undefined;
    if (show && unit && node.matches("[data-task]")) show = (node.dataset.owners ?? "").split("|").includes(unit);
    node.hidden = !show;
    if (show && own === "all" && heads.length) heads[heads.length - 1].hidden = false;
  }
  for (const button of document.querySelectorAll("#filters [data-filter]")) button.setAttribute("aria-pressed", String(button.dataset.filter === wanted));
  const select = $("unit");
  if (select && select.value !== unit) select.value = unit;
};
const numbers = () => { for (const no of document.querySelectorAll("[data-no]")) no.textContent = no.dataset.no; };
const visible = () => [...(cards()?.querySelectorAll("[data-stop]:not([hidden])") ?? [])];
const fit = (node, pane) => {
  if (!node || !pane) return;
  const box = node.getBoundingClientRect();
  const frame = pane.getBoundingClientRect();
  if (!frame.height || getComputedStyle(pane).overflowY === "visible") return;
  if (box.top < frame.top + 40 || box.bottom > frame.bottom) pane.scrollTop += box.top - frame.top - pane.clientHeight / 5;
};
const choose = (card, from) => {
  if (!card) return;
  for (const one of document.querySelectorAll(".task.open")) one.classList.remove("open");
  for (const one of document.querySelectorAll(".sent.now")) { one.classList.remove("now"); one.removeAttribute("aria-current"); }
  for (const one of visible()) { one.tabIndex = -1; one.removeAttribute("aria-current"); for (const inner of one.querySelectorAll("button")) inner.tabIndex = -1; }
  current = card.id;
  card.tabIndex = 0;
  card.setAttribute("aria-current", "true");
  if (card.matches("[data-task]") && !card.matches(".edit")) card.classList.add("open");
  for (const inner of card.querySelectorAll("button")) inner.tabIndex = 0;
  const sentences = document.querySelectorAll(`#text [data-number="${CSS.escape(card.dataset.number ?? "")}"]`);
  for (const one of sentences) one.classList.add("now");
  if (from !== "text") fit(sentences[0], $("pane-text"));
  if (from !== "list") fit(card, $("pane-tasks"));
};
const cardOf = (number) => visible().find((one) => one.dataset.number === String(number)) ?? cards()?.querySelector(`[data-number="${number}"]`);
const showSentence = (sentence) => {
  const card = cardOf(sentence.dataset.number);
  if (card) { if (card.hidden) { wanted = card.dataset.list; unit = ""; filter(); } choose(card, "text"); return; }
  for (const one of document.querySelectorAll(".sent.now")) one.classList.remove("now");
  sentence.classList.add("now");
};

// --- acts
const post = async (name, values, after) => {
  const answer = await send(`${job()}/${name}`, form(values));
  if (answer.status === 409) { const told = await answer.json(); conflict(told.conflict, name, values); return null; }
  const told = await take(answer);
  if (told.version) { const bar = document.querySelector("[data-version]"); bar.dataset.version = `${bar.dataset.version.split(" ")[0]} ${told.version}`; }
  filter();
  numbers();
  if (after && !told.errors) after(told);
  return told;
};
const conflict = (html, name, values) => {
  $("conflict")?.remove();
  document.body.insertAdjacentHTML("beforeend", html);
  const dialog = $("conflict");
  dialog.showModal();
  dialog.addEventListener("click", async (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    dialog.close();
    if (button.matches("[data-mine]")) await post(name, { ...values, force: "yes" }, () => back(values.task));
    else if (button.matches("[data-theirs]")) { await post(name, { ...values, force: "yes" }); $("undo")?.click(); back(values.task); }
  });
};
const fetchCard = async (task, mode) => {
  const answer = await fetch(`${job()}/card/${encodeURIComponent(task)}${mode ? `?mode=${mode}` : ""}`, { credentials: "same-origin" });
  if (!answer.ok) { await refresh(); return null; }
  const card = $(`t-${task}`);
  if (!card) return null;
  card.outerHTML = await answer.text();
  filter();
  return $(`t-${task}`);
};
const editCard = async (task, field = "owner") => {
  const other = document.querySelector(".task.edit");
  if (other && other.dataset.task !== task && !(await leave(other))) return;
  const card = await fetchCard(task, "edit");
  if (!card) return;
  choose(card, "list");
  const input = $(`e-${field}`);
  input?.focus();
  input?.select?.();
};
// Gives whether what was typed into a card was taken.
const sendCard = async (sheet) => {
  const values = Object.fromEntries(new FormData(sheet));
  const place = sheet.querySelector("[role=alert]");
  const answer = await send(sheet.action, form(values));
  if (answer.status === 409) { conflict((await answer.json()).conflict, "edit", values); return false; }
  if (answer.status === 422) { place.hidden = false; place.textContent = (await answer.json()).errors.join(""); sheet.dataset.unsaved = ""; return false; }
  const told = await take(answer);
  const bar = document.querySelector("[data-version]");
  bar.dataset.version = `${bar.dataset.version.split(" ")[0]} ${told.version}`;
  return true;
};
// Another card is taken up: what was typed into this one is kept, without Enter too.
const leave = async (editing) => {
  const task = editing.dataset.task;
  const sheet = editing.querySelector("[data-edit-form][data-unsaved]");
  if (sheet) { delete sheet.dataset.unsaved; if (!(await sendCard(sheet))) return false; }
  await fetchCard(task, "");
  return true;
};
const back = async (task) => { const card = await fetchCard(task, ""); if (card) { choose(card, "list"); card.focus({ preventScroll: true }); } };
const next = (step) => {
  const all = visible();
  const at = all.findIndex((one) => one.id === current);
  const card = all[Math.min(all.length - 1, Math.max(0, at + step))];
  if (card) { choose(card); card.focus({ preventScroll: true }); }
};
const without = async (name, values, card) => {
  const all = visible();
  const beside = all[all.indexOf(card) + 1] ?? all[all.indexOf(card) - 1];
  await post(name, values, () => { const node = beside && $(beside.id); if (node) { choose(node, "list"); node.focus({ preventScroll: true }); } });
};

document.addEventListener("click", (event) => {
  if (!job()) return;
  const button = event.target.closest("button");
  const card = event.target.closest(".task");
  const sentence = event.target.closest("#text .sent");
  if (button) {
    const task = card?.dataset.task;
    if (button.dataset.filter) { wanted = button.dataset.filter; if (wanted !== "all") unit = ""; filter(); const first = visible()[0]; if (first) choose(first, "list"); return; }
    if (button.matches("[data-confirm-all]")) { post("confirm", {}); return; }
    if (button.dataset.edit) { editCard(task, button.dataset.edit); return; }
    if (button.matches("[data-confirm]")) { post("edit", { task, confirm: "yes" }, () => choose($(`t-${task}`), "list")); return; }
    if (button.matches("[data-out]")) { without("out", { task }, card); return; }
    if (button.matches("[data-in]")) { post("in", { task }, () => { wanted = "all"; filter(); choose($(`t-${task}`)); }); return; }
    if (button.dataset.turn) { const number = button.dataset.turn; post("turn", { number }, () => { wanted = "all"; filter(); choose(cardOf(number)); }); return; }
    if (button.matches("[data-merge]")) { post("merge", { task }, () => choose($(`t-${task}`), "list")); return; }
    if (button.matches("[data-split]")) { fetchCard(task, "split").then((made) => made && choose(made, "list")); return; }
    if (button.dataset.cut) { post("split", { task, at: button.dataset.cut }, () => choose($(`t-${task}`), "list")); return; }
    if (button.matches("[data-plain]")) { back(task); return; }
    if (button.matches("[data-find]")) { openFind(""); return; }
    if (button.dataset.hit) { step(Number(button.dataset.hit)); return; }
    if (button.dataset.chosen) { chosenAct(button.dataset.chosen); return; }
  }
  if (card && !button && !typing(event.target)) { const other = document.querySelector(".task.edit"); if (other && other !== card) leave(other); choose(card, "list"); if (!card.matches(".edit")) card.focus({ preventScroll: true }); }
  if (sentence && getSelection().isCollapsed) { showSentence(sentence); sentence.focus({ preventScroll: true }); }
});
document.addEventListener("submit", async (event) => {
  if (!event.target.matches("[data-edit-form]")) return;
  event.preventDefault();
  const task = event.target.elements.task.value;
  if (await sendCard(event.target)) await back(task);
});
document.addEventListener("change", (event) => { if (event.target.id === "unit") { unit = event.target.value; if (wanted === "rule" || wanted === "out") wanted = "all"; filter(); } });

// --- keys
document.addEventListener("keydown", (event) => {
  if (!job()) return;
  const editing = document.querySelector(".task.edit");
  if (event.key === "Escape" && editing) { event.preventDefault(); back(editing.dataset.task); return; }
  if (event.key === "Enter" && event.target.matches("#e-owner") && !event.shiftKey && !event.isComposing) { event.preventDefault(); event.target.form.requestSubmit(); return; }
  if (event.key.toLowerCase() === "f" && (event.ctrlKey || event.metaKey) && !event.altKey) { event.preventDefault(); openFind(String(getSelection())); return; }
  if (!letters(event) || event.target.matches?.("button:focus-visible") && event.key === "Enter") return;
  const sentence = event.target.closest?.("#text .sent");
  const card = current && $(current);
  const key = event.key.toLowerCase();
  if (key === "t" && !$("chosen").hidden) { event.preventDefault(); chosenAct("add"); return; }
  if (sentence) {
    const all = [...document.querySelectorAll("#text .sent")];
    const move = { arrowdown: 1, arrowright: 1, j: 1, arrowup: -1, arrowleft: -1, k: -1 }[key];
    if (move) { const other = all[all.indexOf(sentence) + move]; if (other) { event.preventDefault(); other.focus(); showSentence(other); } return; }
    if (key === "t") { event.preventDefault(); const number = sentence.dataset.number; post("turn", { number }, () => { wanted = "all"; filter(); choose(cardOf(number), "text"); document.querySelector(`#text [data-number="${number}"]`)?.focus({ preventScroll: true }); }); return; }
  }
  if (key === "j" || key === "k") { event.preventDefault(); next(key === "j" ? 1 : -1); return; }
  if (!card?.matches("[data-task], [id^=r-]") || card.matches(".edit")) return;
  if (key === "e" && card.dataset.list === "all") { event.preventDefault(); editCard(card.dataset.task); }
  else if (key === "t") { event.preventDefault(); if (card.dataset.list === "all") without("out", { task: card.dataset.task }, card); else if (card.dataset.list === "rule") post("in", { task: card.dataset.task }); else post("turn", { number: card.dataset.number }); }
  else if (key === "s" && card.dataset.list === "all") { event.preventDefault(); fetchCard(card.dataset.task, "split").then((made) => { choose(made, "list"); made.querySelector("[data-cut]")?.focus(); }); }
  else if (event.key === "Enter" && card.dataset.ask !== undefined && (event.target === card || event.target === document.body)) { event.preventDefault(); post("edit", { task: card.dataset.task, confirm: "yes" }, () => { choose($(card.id), "list"); $(card.id)?.focus(); }); }
});
document.addEventListener("focusin", (event) => { const card = event.target.closest?.("#cards > [data-stop]"); if (card && event.target === card && card.id !== current) choose(card, "list"); });

// --- words chosen in the text
let chosen = null;
const offset = (node, at) => {
  const piece = (node.nodeType === 3 ? node.parentElement : node).closest("[data-at]");
  if (!piece) return null;
  const range = document.createRange();
  range.selectNodeContents(piece);
  range.setEnd(node, at);
  return Number(piece.dataset.at) + [...range.toString()].length;
};
document.addEventListener("selectionchange", () => {
  const pop = $("chosen");
  if (!pop) return;
  const selection = getSelection();
  const text = $("text");
  if (selection.isCollapsed || !text.contains(selection.anchorNode) || !text.contains(selection.focusNode)) { pop.hidden = true; chosen = null; return; }
  const range = selection.getRangeAt(0);
  const start = offset(range.startContainer, range.startOffset);
  const end = offset(range.endContainer, range.endOffset);
  if (start === null || end === null || end - start < 2) { pop.hidden = true; chosen = null; return; }
  chosen = { start, end, words: String(selection) };
  pop.hidden = false;
  const pane = $("pane-text");
  const box = range.getBoundingClientRect();
  const frame = pane.getBoundingClientRect();
  pop.style.setProperty("top", `${box.bottom - frame.top + pane.scrollTop + 6}px`);
  pop.style.setProperty("left", `${Math.max(8, Math.min(box.left - frame.left, pane.clientWidth - pop.offsetWidth - 8))}px`);
});
const chosenAct = (name) => {
  if (!chosen) return;
  const { start, end, words } = chosen;
  $("chosen").hidden = true;
  if (name === "find") { openFind(words); return; }
  post("add", { start, end }, (told) => { getSelection().removeAllRanges(); wanted = "all"; filter(); const made = visible().filter((one) => /^t-补/.test(one.id)).find((one) => one.textContent.includes(words.trim().slice(0, 8))); choose(made ?? visible()[0]); return told; });
};

// --- finding and changing words
let hits = [];
let at = -1;
const clear = () => { for (const mark of document.querySelectorAll("#text mark.hit")) { const parent = mark.parentNode; mark.replaceWith(...mark.childNodes); parent.normalize(); } };
const search = () => {
  clear();
  hits = [];
  const words = $("find").value;
  const instead = $("instead").value;
  if (words) {
    const walker = document.createTreeWalker($("text"), NodeFilter.SHOW_TEXT, { acceptNode: (node) => (node.parentElement.closest(".no") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT) });
    const nodes = [];
    let text = "";
    while (walker.nextNode()) { nodes.push([walker.currentNode, text.length]); text += walker.currentNode.data; }
    const ahead = instead.indexOf(words);
    const places = [];
    for (let place = text.indexOf(words); place >= 0; place = text.indexOf(words, place + words.length)) {
      if (ahead < 0 || text.slice(Math.max(0, place - ahead), place - ahead + instead.length) !== instead) places.push(place);
    }
    for (const place of places.reverse()) {
      const marks = [];
      for (const [node, start] of nodes) {
        const from = Math.max(0, place - start);
        const to = Math.min(node.data.length, place + words.length - start);
        if (from >= to || start >= place + words.length || start + node.data.length <= place) continue;
        const range = document.createRange();
        range.setStart(node, from);
        range.setEnd(node, to);
        const mark = document.createElement("mark");
        mark.className = "hit";
        const code = offset(node, from);
        range.surroundContents(mark);
        marks.push([mark, code]);
      }
      if (marks.length) hits.unshift(marks);
    }
  }
  at = hits.length ? Math.min(Math.max(at, 0), hits.length - 1) : -1;
  showHit();
};
const showHit = () => {
  for (const [place, marks] of hits.entries()) for (const [mark] of marks) mark.classList.toggle("at", place === at);
  $("hits").textContent = hits.length ? `${at + 1} / ${hits.length}` : "0 / 0";
  if (at >= 0) fit(hits[at][0][0], $("pane-text"));
};
const step = (by) => { if (!hits.length) return; at = (at + by + hits.length) % hits.length; showHit(); };
const openFind = (words) => {
  const bar = $("findbar");
  if (!$("pane-text").getClientRects().length) document.querySelector("[data-pane=pane-text]")?.click(); // one pane at a time
  bar.hidden = false;
  if (words && !words.includes("\n")) $("find").value = words.trim();
  at = 0;
  search();
  $("find").focus();
  $("find").select();
};
document.addEventListener("input", (event) => { if (["find", "instead"].includes(event.target.id)) search(); });
document.addEventListener("keydown", (event) => {
  if (event.target.id === "find" && event.key === "Enter") { event.preventDefault(); step(event.shiftKey ? -1 : 1); }
  if (["find", "instead"].includes(event.target.id) && event.key === "Escape") { event.preventDefault(); clear(); hits = []; $("findbar").hidden = true; $("pane-text").focus(); }
});
document.addEventListener("click", (event) => {
  if (event.target.closest("#findbar [data-close]")) { clear(); hits = []; }
  if (event.target.closest("[data-one]")) { document.querySelector("#findbar [name=at]").value = at >= 0 ? hits[at][0][1] : "-1"; clear(); }
  if (event.target.closest("[data-all]")) { document.querySelector("#findbar [name=at]").value = ""; clear(); }
}, true);
document.addEventListener("page:changed", () => { filter(); numbers(); if (current && $(current) && !$(current).matches(".open, .edit")) choose($(current), "list"); if ($("findbar") && !$("findbar").hidden && !document.querySelector("mark.hit")) search(); });

filter();
numbers();
if (cards() && innerWidth > 640) { const first = visible()[0]; if (first) { first.tabIndex = 0; current = first.id; } }
