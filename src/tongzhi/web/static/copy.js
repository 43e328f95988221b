// Copies the text of a field; where the browser does not allow it, the text is selected for Ctrl+C.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", async () => {
    const field = document.querySelector(button.dataset.copy);
    const told = button.parentElement.querySelector("[data-copied]");
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      told.textContent = "已复制";
    } catch {
      told.textContent = document.execCommand("copy") ? "已复制" : "已选中，请按 Ctrl+C";
    }
  });
}
