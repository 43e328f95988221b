// Text and list show each other; T (or a button) turns a sentence into a task or out; changes are kept at once.
const root = document.getElementById("speech");
const list = document.getElementById("list");
const text = document.getElementById("text");
const key = document.querySelector("meta[name=form-key]").content;

const unit = (number) => text.querySelector(`[data-number="${number}"]`);
const show = (number, from) => {
  for (const marked of document.querySelectorAll(".shown")) marked.classList.remove("shown");
  const sentence = unit(number);
  const tasks = list.querySelectorAll(`article[data-number="${number}"]`);
  sentence?.classList.add("shown");
  for (const task of tasks) task.classList.add("shown");
  if (from === "text") tasks[0]?.scrollIntoView({ block: "nearest" });
  else { sentence?.scrollIntoView({ block: "center" }); sentence?.focus({ preventScroll: true }); }
};
const tell = (message) => {
  let place = document.getElementById("speech-told");
  if (!place) {
    place = document.createElement("p");
    place.id = "speech-told";
    place.className = "problems";
    place.setAttribute("role", "alert");
    root.before(place);
  }
  place.textContent = message;
  place.hidden = !message;
};
const send = async (address, values) => {
  const body = new URLSearchParams(values);
  try {
    const answer = await fetch(address, { method: "POST", credentials: "same-origin", headers: { "X-Form-Key": key }, body });
    const told = await answer.json();
    if (!answer.ok) { tell(told.errors.join("")); return false; }
    tell("");
    const opened = [...list.querySelectorAll("details")].map((one) => one.open);
    const scroller = list.parentElement;
    const top = scroller.scrollTop;
    list.innerHTML = told.list;
    [...list.querySelectorAll("details")].forEach((one, place) => { one.open = opened[place] ?? false; });
    scroller.scrollTop = top;
    for (const [number, [kind, task]] of Object.entries(told.kinds)) {
      const sentence = unit(number);
      if (sentence) { sentence.className = `unit ${kind}`; sentence.dataset.task = task; }
    }
    return true;
  } catch { tell("没有存上，请检查启动窗口是否还开着。"); return false; }
};
const turn = async (number) => { if (await send(root.dataset.turn, { number })) show(number, "text"); };

text.addEventListener("click", (event) => {
  const sentence = event.target.closest(".unit");
  if (sentence) show(sentence.dataset.number, "text");
});
text.addEventListener("keydown", (event) => {
  const sentence = event.target.closest(".unit");
  if (!sentence || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "t" || event.key === "T") { event.preventDefault(); turn(sentence.dataset.number); }
  else if (event.key === "Enter" || event.key === " ") { event.preventDefault(); show(sentence.dataset.number, "text"); }
  else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const all = [...text.querySelectorAll(".unit")];
    const next = all[all.indexOf(sentence) + (event.key === "ArrowDown" ? 1 : -1)];
    if (next) { event.preventDefault(); next.focus(); show(next.dataset.number, "text"); }
  }
});
list.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  const task = button.closest("article")?.dataset.task;
  if (button.dataset.show !== undefined) show(button.dataset.show, "list");
  else if (button.dataset.turn !== undefined) turn(button.dataset.turn);
  else if (button.matches("[data-confirm]")) send(root.dataset.edit, { task, confirm: "yes" });
  else if (button.matches("[data-confirm-all]")) send(root.dataset.confirm, {});
});
list.addEventListener("change", (event) => {
  const field = event.target.dataset.field;
  if (field) send(root.dataset.edit, { task: event.target.closest("article").dataset.task, [field]: event.target.value });
});
