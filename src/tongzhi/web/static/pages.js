// Page pictures are made while the reader already reads the rest.
for (const place of document.querySelectorAll("[data-pages]")) {
  fetch(place.dataset.pages, { credentials: "same-origin" })
    .then((answer) => { if (!answer.ok) throw new Error(String(answer.status)); return answer.text(); })
    .then((html) => { place.innerHTML = html; place.dataset.shown = "yes"; })
    .catch(() => { place.textContent = "页面排不出来，请直接下载查看。"; });
}
