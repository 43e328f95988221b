// The page's own script: acts without reload, saving while typing, undo, dropping files anywhere, dialogs, theme, keys.
// A form with `data-act` is sent in the background and the answered page is morphed into the shown one: only what differs
// is touched, the field being typed in, focus, selection and scroll stay. Without this script every form works as a form.
const root = document.documentElement;
let formKey = document.querySelector("meta[name=form-key]").content;
const byId = (id) => document.getElementById(id);
let pending = 0;
let failed = null;
let spinTimer = 0;

export const typing = (node) => node instanceof Element && node.matches("input:not([type=checkbox], [type=radio], [type=file]), textarea, select, [contenteditable=true]");

export const say = (words, undoable) => {
  const toast = document.createElement("div");
  toast.className = "toast";
  const text = document.createElement("span");
  text.textContent = words;
  toast.append(text);
  if (undoable) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn";
    button.textContent = typeof undoable === "string" ? undoable : "撤销";
    button.addEventListener("click", () => { byId("undo")?.click(); toast.remove(); });
    toast.append(button);
  }
  byId("toasts").replaceChildren(toast);
  let timer = setTimeout(() => toast.remove(), 10000);
  for (const name of ["pointerenter", "focusin"]) toast.addEventListener(name, () => clearTimeout(timer));
  for (const name of ["pointerleave", "focusout"]) toast.addEventListener(name, () => { timer = setTimeout(() => toast.remove(), 4000); });
};

const sign = (state, words) => {
  const place = byId("saved");
  if (!place) return;
  place.classList.toggle("red", state === "failed");
  if (state === "busy") place.innerHTML = '<span class="spin" aria-hidden="true"></span>正在存';
  else if (words) place.textContent = words;
};

// The way in was lost, or the page was started anew: once this browser is let in again, what waits goes on with the new key.
const newKey = async () => {
  const answer = await fetch("/", { credentials: "same-origin", cache: "no-store" }).catch(() => null);
  const fresh = answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("meta[name=form-key]")?.content ?? "" : "";
  const same = fresh === formKey;
  if (fresh && !same) {
    formKey = fresh;
    for (const field of document.querySelectorAll("input[name=form_key]")) field.value = fresh;
  }
  return { fresh, same };
};

// --- one request; asked again while the page cannot be reached, so that nothing typed is lost
export const send = async (address, body, options = {}) => {
  pending += 1;
  root.toggleAttribute("data-sending", true);
  if (pending === 1) spinTimer = setTimeout(() => sign("busy"), 300);
  let wait = 1000;
  try {
    for (;;) {
      try {
        const answer = await fetch(address, {
          method: "POST", credentials: "same-origin", redirect: "follow", body,
          headers: { "X-Form-Key": formKey, "X-Seen": document.querySelector("[data-version]")?.dataset.version ?? "", ...(options.headers ?? {}) },
        });
        if (answer.status === 403) {
          const { fresh, same } = await newKey();
          if (fresh && !same) { body.set("form_key", fresh); continue; }
          if (!fresh) throw new Error("locked");
        }
        failed = null;
        return answer;
      } catch (error) {
        failed = error;
        sign("failed", error.message === "locked" ? "没存上，请从桌面再打开一次" : "没存上，正在重试");
        await new Promise((done) => { setTimeout(done, wait); });
        wait = Math.min(wait * 2, 15000);
      }
    }
  } finally {
    pending -= 1;
    root.toggleAttribute("data-sending", pending > 0);
    if (!pending) { clearTimeout(spinTimer); if (!failed) sign("done", `已存 ${new Date().toTimeString().slice(0, 5)}`); }
  }
};
// A form that is sent as a whole holds what was typed in it until then: leaving it warns.
document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (form?.method === "post" && form.id !== "any-form" && !form.dataset.keep && !form.matches("[data-auto], [data-ticks], [role=search]") && typing(event.target) && !event.target.matches("[data-auto], [data-theme-choice]")) form.dataset.unsaved = "";
});
document.addEventListener("submit", (event) => { delete event.target.dataset.unsaved; });
document.addEventListener("reset", (event) => { delete event.target.dataset.unsaved; });
window.addEventListener("beforeunload", (event) => {
  if (pending || failed || [...document.querySelectorAll("[data-unsaved]")].some((one) => one.getClientRects().length)) { event.preventDefault(); event.returnValue = ""; }
});

// --- morphing
// What was changed by hand and is not kept yet is never replaced, and of a group of choices none.
let anew = false; // another window has changed the work: the field that waits here without a change of its own follows too
const own = (field) => {
  if (field.dataset.dirty) return true;
  if (field.type !== "radio") return false;
  return [...(field.form?.elements ?? [])].some((one) => one.name === field.name && one.dataset.dirty);
};
// What is typed in a form that was not sent yet, or was refused, goes over into the new one.
const carry = (from, to) => {
  if (from.tagName !== to.tagName || from.type !== to.type || from.name !== to.name || from.matches("select")) return false;
  if (["checkbox", "radio"].includes(from.type)) { to.checked = from.checked; to.toggleAttribute("checked", from.checked); } else if (from.matches("textarea")) { to.textContent = from.value; } else to.setAttribute("value", from.value);
  return true;
};
const kept = (from, to) => {
  if (!(from instanceof Element) || !(to instanceof Element)) return true;
  if (from.dataset.pages && from.dataset.pages === to.dataset.pages && from.dataset.shown) return false;
  if (from === document.activeElement && typing(from) && !anew) return false;
  if (anew && from.matches(".task.edit")) return false; // a card that is being worked on stays open; what collides is told when it is sent
  if (from.hasAttribute("data-still") || from.hasAttribute("data-once")) return false;
  if (from.form?.matches("form[data-unsaved]") && from.type !== "hidden" && from.matches("input, textarea, select")) return carry(from, to);
  if (from.matches(".row-list") && from.dataset.own) return false;
  if (from.matches("details") && from.open !== to.open && !to.hasAttribute("data-open")) to.open = from.open;
  if (from.matches("dialog[open]") && to.matches("dialog")) to.setAttribute("open", "");
  if (from.matches("input, textarea, select") && own(from)) return false;
  return true;
};
const cleanAttribute = (name, node) => !(name === "class" && node.dataset.stillClass) && !(name === "data-unsaved" && node.matches("form"));
const morphing = { restoreFocus: true, callbacks: { beforeNodeMorphed: kept, beforeAttributeUpdated: cleanAttribute } };
export const morph = (node, html, style = "outerHTML") => {
  Idiomorph.morph(node, html, { ...morphing, morphStyle: style });
  document.dispatchEvent(new CustomEvent("page:changed", { detail: node }));
};
const told = (address) => {
  const place = new URL(address, location.href);
  const words = place.searchParams.get("said");
  if (!words) return address;
  say(words, place.searchParams.has("undo"));
  place.searchParams.delete("said");
  place.searchParams.delete("undo");
  return place.href;
};
history.replaceState(null, "", told(location.href));
let shownAt = location.pathname + location.search;
window.addEventListener("popstate", () => { if (location.pathname + location.search !== shownAt) location.reload(); }); // back to a page that was morphed away
const showPage = (text, given) => {
  const address = given && told(given);
  const shown = new DOMParser().parseFromString(text, "text/html");
  const work = shown.getElementById("work");
  if (!work) { location.assign(address || location.href); return; }
  const same = address && new URL(address).pathname === location.pathname;
  if (address && address !== location.href) history[same ? "replaceState" : "pushState"](null, "", address);
  shownAt = location.pathname + location.search;
  document.title = shown.title;
  if (!same && shown.querySelectorAll("script[src]").length !== document.querySelectorAll("script[src]").length) { location.assign(address); return; }
  for (const rail of document.querySelectorAll(".rail a[href]")) {
    const other = shown.querySelector(`.rail a[href="${rail.getAttribute("href")}"]`);
    if (other?.hasAttribute("aria-current")) rail.setAttribute("aria-current", "page"); else rail.removeAttribute("aria-current");
  }
  for (const name of shown.body.attributes) document.body.setAttribute(name.name, name.value);
  morph(byId("work"), work.innerHTML, "innerHTML");
};
export const refresh = async () => {
  const answer = await fetch(location.href, { credentials: "same-origin" }).catch(() => null);
  if (answer?.ok) showPage(await answer.text(), answer.url);
};
export const take = async (answer) => {
  const kind = answer.headers.get("Content-Type") ?? "";
  if (kind.includes("json")) {
    const told = await answer.json();
    document.dispatchEvent(new CustomEvent("page:told", { detail: told }));
    if (told.errors) say(told.errors.join(""));
    for (const [id, html] of Object.entries(told.parts ?? {})) { const node = byId(id); if (node) morph(node, html); }
    for (const id of told.gone ?? []) byId(id)?.remove();
    if (told.toast) say(told.toast, told.undo);
    if (told.goto) location.assign(told.goto);
    if (told.refresh) await refresh();
    return told;
  }
  if (kind.includes("html")) {
    const said = answer.headers.get("X-Said");
    showPage(await answer.text(), answer.redirected || answer.ok ? answer.url.replace(/\/(undo|redo)$/, "") : "");
    if (said) say(decodeURIComponent(said), answer.headers.get("X-Undo") ? true : "");
    if (!answer.ok) {
      const wrong = document.querySelector("#work .wrong :is(input:not([type=checkbox]), select, textarea)");
      for (let group = wrong?.closest("details"); group; group = group.parentElement.closest("details")) group.open = true;
      if (wrong) wrong.focus(); else document.querySelector("#work [role=alert]")?.scrollIntoView({ block: "center" });
    }
    return {};
  }
  return {};
};
const act = async (form, button) => {
  if (document.querySelector("[data-unsaved]") || keeping) await keepNow();
  const data = new FormData(form);
  if (button?.name) data.append(button.name, button.value);
  const spinner = setTimeout(() => button?.classList.add("busy"), 300);
  if (button) button.setAttribute("aria-busy", "true");
  delete form.dataset.unsaved;
  const answer = await send(button?.formAction && button.hasAttribute("formaction") ? button.formAction : form.getAttribute("action") || location.href, // an input may be called “action”
    form.enctype.startsWith("multipart") ? data : new URLSearchParams(data));
  if (!answer.ok && !form.dataset.keep) form.dataset.unsaved = ""; // refused: what was typed stays
  const told = await take(answer);
  clearTimeout(spinner);
  button?.classList.remove("busy");
  button?.removeAttribute("aria-busy");
  return told;
};
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.matches("[data-act]")) { event.preventDefault(); act(form, event.submitter); }
});

// --- saving while typing: 400 ms after the last key, at once on leaving
const timers = new WeakMap();
let chain = Promise.resolve();
let keeping = 0;
const keep = (field, fallback) => {
  keeping += 1;
  chain = chain.then(() => keepOne(field, field.closest("[data-keep]")?.dataset.keep ?? fallback)).catch(() => {}).finally(() => { keeping -= 1; });
  return chain;
};
const said = (field) => (["checkbox", "radio"].includes(field.type) ? String(field.checked) : field.value);
const changed = (field) => {
  field.dataset.unsaved = "";
  field.dataset.dirty = String(Number(field.dataset.dirty ?? 0) + 1);
};
const keepOne = async (field, place) => {
  clearTimeout(timers.get(field));
  timers.delete(field);
  const change = field.dataset.dirty;
  if (!change) return;
  field.dataset.sent = said(field);
  const form = field.form ?? field.closest("form");
  if (!form) return;
  const body = new URLSearchParams(new FormData(form));
  body.set("kept", field.name);
  const there = location.pathname;
  const answer = await send(place, body);
  if (field.dataset.dirty === change) { delete field.dataset.unsaved; delete field.dataset.dirty; }
  if (location.pathname === there) await take(answer); // else the page has gone on meanwhile: it is not called back
};
export const keepNow = async () => {
  for (const field of document.querySelectorAll("[data-unsaved]")) { const place = field.closest("[data-keep]"); if (place) keep(field, place.dataset.keep); }
  await chain;
};
document.addEventListener("input", (event) => {
  const place = event.target.closest("[data-keep]");
  if (!place || !event.target.name || event.isComposing || event.target.hasAttribute("data-once")) return;
  const field = event.target;
  changed(field);
  clearTimeout(timers.get(field));
  timers.set(field, setTimeout(() => keep(field, place.dataset.keep), 400));
});
document.addEventListener("change", (event) => {
  const place = event.target.closest("[data-keep]");
  if (place && event.target.name && !event.target.hasAttribute("data-once")) { if (event.target.dataset.sent !== said(event.target)) changed(event.target); keep(event.target, place.dataset.keep); }
  const auto = event.target.closest("[data-auto]");
  if (auto) act(auto.matches("form") ? auto : auto.form ?? auto.closest("form"), null);
  const whole = event.target.closest("[data-send-at-once]");
  if (whole && event.target.files?.length) whole.requestSubmit();
});

document.addEventListener("rows:changed", async (event) => {
  const form = event.target;
  const body = new URLSearchParams(new FormData(form));
  if (event.detail) body.set("kept", event.detail);
  await chain;
  await take(await send(form.dataset.keep, body));
});

// --- two windows of one work: what the other one changed is shown when this one is looked at again
let looking = false; // a window that comes back tells it twice: by its visibility and by its focus
const look = async () => {
  const place = document.querySelector("[data-version]");
  if (looking || !place || pending || keeping || document.visibilityState !== "visible") return;
  looking = true;
  try {
    const answer = await fetch(place.dataset.version.split(" ")[0], { credentials: "same-origin" }).catch(() => null);
    if (!answer?.ok) return;
    const { version } = await answer.json();
    if (String(version) === place.dataset.version.split(" ")[1]) return;
    anew = true;
    await refresh();
  } finally { anew = false; looking = false; }
};
document.addEventListener("visibilitychange", look);
window.addEventListener("focus", look);
window.addEventListener("pageshow", (event) => { if (event.persisted) refresh(); });

// --- files dropped anywhere
const over = byId("over");
let depth = 0;
const carries = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
const give = (files, field) => {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  field.files = transfer.files;
  field.dispatchEvent(new Event("change", { bubbles: true }));
};
window.addEventListener("dragenter", (event) => { if (carries(event)) { depth += 1; over.hidden = false; event.preventDefault(); } });
window.addEventListener("dragover", (event) => { if (carries(event)) event.preventDefault(); });
window.addEventListener("dragleave", (event) => { if (carries(event)) { depth -= 1; if (depth <= 0) { over.hidden = true; depth = 0; } } });
window.addEventListener("drop", (event) => {
  if (!carries(event)) return;
  event.preventDefault();
  depth = 0;
  over.hidden = true;
  give(event.dataTransfer.files, document.querySelector("input[type=file][data-here]") ?? byId("any"));
});
byId("any").addEventListener("change", () => { if (byId("any").files.length) byId("any-form").submit(); });

// --- dialogs, menus, copying, theme
const open = (id) => {
  const dialog = byId(id);
  if (!dialog) return;
  if (dialog.matches("dialog")) { if (!dialog.open) dialog.showModal(); } else { dialog.hidden = false; dialog.querySelector("input, button, select, a")?.focus(); }
};
const close = (node) => {
  for (const form of [node, ...node.querySelectorAll("form")]) delete form.dataset.unsaved;
  if (node.matches("dialog")) node.close(); else { node.hidden = true; document.querySelector(`[data-open="${node.id}"]`)?.focus(); } };
const panels = () => { for (const dialog of document.querySelectorAll("dialog[data-now]")) if (!dialog.open) dialog.showModal(); };
document.addEventListener("page:changed", panels);
panels();
document.addEventListener("click", async (event) => {
  const opener = event.target.closest("[data-open]");
  if (opener && !opener.matches("details")) { event.preventDefault(); open(opener.dataset.open); return; }
  const closer = event.target.closest("[data-close]");
  if (closer) { const place = closer.closest("dialog, .pop, .findbar"); if (place) close(place); return; }
  const chooser = event.target.closest("[data-choose]");
  if (chooser) { byId(chooser.dataset.choose).click(); return; }
  const copier = event.target.closest("[data-copy]");
  if (copier) {
    const field = document.querySelector(copier.dataset.copy);
    let done = true;
    try { await navigator.clipboard.writeText(field.value ?? field.textContent); } catch { field.select?.(); done = document.execCommand("copy"); }
    say(done ? "已复制，到群里粘贴就行" : "已选中，请按 Ctrl+C");
    return;
  }
  if (event.target.closest("[data-print]")) { window.print(); return; }
  if (event.target.closest("[data-theme-switch]")) {
    const dark = getComputedStyle(root).colorScheme.includes("dark") && !(getComputedStyle(root).colorScheme.includes("light") && !matchMedia("(prefers-color-scheme: dark)").matches);
    setTheme(dark ? "light" : "dark");
  }
  const tab = event.target.closest("[data-pane]");
  if (tab) {
    for (const one of tab.parentElement.querySelectorAll("[data-pane]")) one.setAttribute("aria-selected", String(one === tab));
    for (const pane of document.querySelectorAll(".panes.one-at-a-time > .pane")) pane.classList.toggle("shown", pane.id === tab.dataset.pane);
  }
});
const year = 365 * 24 * 3600;
const setTheme = (theme) => {
  if (theme) root.dataset.theme = theme; else delete root.dataset.theme;
  document.cookie = `tongzhi_theme=${theme}; path=/; max-age=${year}; samesite=strict`;
};
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-letters-switch]")) {
    const on = event.target.checked;
    document.body.dataset.letters = on ? "on" : "off";
    document.cookie = `tongzhi_letters=${on ? "" : "off"}; path=/; max-age=${year}; samesite=strict`;
  }
  if (event.target.matches("[data-theme-choice]")) setTheme(event.target.value);
});

// --- keys
export const letters = (event) => document.body.dataset.letters !== "off" && !typing(document.activeElement) && !event.ctrlKey && !event.altKey && !event.metaKey && !document.querySelector("dialog[open]");
document.addEventListener("keydown", async (event) => {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && ["z", "y"].includes(event.key.toLowerCase())) {
    if (typing(document.activeElement) && document.activeElement.dataset.unsaved !== undefined) return;
    const button = byId(event.key.toLowerCase() === "y" || event.shiftKey ? "redo" : "undo");
    if (button && !button.disabled) { event.preventDefault(); if (typing(document.activeElement)) document.activeElement.blur(); button.click(); }
    return;
  }
  if ((event.ctrlKey || event.metaKey) && event.key === "Enter") { const main = document.querySelector("dialog[open] .main-act, .bar .main-act"); if (main) { event.preventDefault(); await keepNow(); main.click(); } return; }
  if (event.key === "Escape") { const panel = document.querySelector(".pop:not([hidden]):not(.still)"); if (panel) { close(panel); event.preventDefault(); } return; }
  if (event.key === "F6") {
    const panes = [...document.querySelectorAll(".pane[tabindex]")];
    if (panes.length) { event.preventDefault(); const at = panes.findIndex((one) => one.contains(document.activeElement)); const next = panes[(at + 1) % panes.length]; (next.querySelector("[tabindex='0'][aria-current]") ?? next).focus(); }
    return;
  }
  if (!letters(event)) return;
  if (event.key === "?") { event.preventDefault(); open("keys"); } else if (event.key === "/") { const field = document.querySelector("[data-find], input[type=search]"); if (field) { event.preventDefault(); if (field.matches("[data-find]")) field.click(); else field.focus(); } }
});

// --- page pictures are made while the reader already reads the rest
const pictures = () => {
  for (const place of document.querySelectorAll("[data-pages]:not([data-shown]):not([data-asked])")) {
    place.dataset.asked = "yes";
    const address = place.dataset.pages;
    fetch(`${address}?quick=1`, { credentials: "same-origin" }).then((answer) => (answer.ok ? answer.text() : "")).then((html) => { if (html && place.dataset.pages === address && !place.dataset.shown) place.innerHTML = html; }).catch(() => {});
    fetch(address, { credentials: "same-origin" })
      .then((answer) => { if (!answer.ok) throw new Error(String(answer.status)); return answer.text(); })
      .then((html) => { if (place.dataset.pages !== address) return; place.innerHTML = html; place.dataset.shown = "yes"; delete place.dataset.asked; document.dispatchEvent(new CustomEvent("pages:shown", { detail: place })); })
      .catch(() => { place.textContent = "页面排不出来，请直接下载查看。"; delete place.dataset.asked; });
  }
};
document.addEventListener("page:changed", pictures);
pictures();

// --- how far work in the background is
const watch = () => {
  const card = document.querySelector("[data-state]:not([data-asked])");
  if (!card) return;
  card.dataset.asked = "yes";
  const ask = async () => {
    const answer = await fetch(card.dataset.state, { credentials: "same-origin" }).catch(() => null);
    if (!document.contains(card)) return;
    const told = answer?.ok ? await answer.json() : { state: "running" };
    if (told.state !== "running") { await refresh(); return; }
    document.dispatchEvent(new CustomEvent("page:progress", { detail: told }));
    const bar = card.querySelector("progress");
    if (bar && told.total) { bar.max = told.total; bar.value = told.done; }
    const words = card.querySelector("[data-told]");
    if (words && told.said) words.textContent = told.said;
    const recent = document.querySelector("[data-recent]");
    if (recent && told.recent?.length) {
      const made = recent.querySelector("template");
      for (const one of recent.querySelectorAll("li")) one.remove();
      for (const name of told.recent) { const line = made.content.cloneNode(true); line.querySelector("b").textContent = name; made.parentElement.append(line); }
      recent.hidden = false;
    }
    setTimeout(ask, 500);
  };
  setTimeout(ask, 400);
};
document.addEventListener("page:changed", watch);
watch();

// --- lists that are one stop: arrows (and J, K) inside
document.addEventListener("keydown", (event) => {
  const list = event.target.closest?.("[data-roving]");
  if (!list || typing(event.target)) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const all = [...list.querySelectorAll("[data-stop]")];
  const next = all[all.indexOf(event.target.closest("[data-stop]")) + step];
  if (next) { event.preventDefault(); for (const one of all) one.tabIndex = one === next ? 0 : -1; next.focus(); }
});
