// Makes good pages a little better; every page works without it.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("js");

  document.querySelector("[data-focus]")?.focus();

  // Where the menu is one line that scrolls, the page that one is on is in sight.
  const line = document.querySelector(".side nav:not(.languages) ul");
  const here = line?.querySelector("[aria-current]");
  if (here && line.scrollWidth > line.clientWidth) line.scrollLeft = here.offsetLeft - line.offsetLeft - (line.clientWidth - here.offsetWidth) / 2;

  for (const text of document.querySelectorAll("textarea[data-count]")) {
    const line = document.getElementById(text.dataset.count);
    const count = () => { line.textContent = line.dataset.words.replace("{0}", text.value.length.toLocaleString(root.lang)); };
    text.addEventListener("input", count);
    count();
  }

  const plain = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase(root.lang);

  for (const find of document.querySelectorAll("input[data-find]")) {
    const picker = find.closest(".picker");
    const none = picker.querySelector(".picker-none");
    const words = none.dataset.words;
    const more = picker.querySelector(".picker-more");
    const topics = [...picker.querySelectorAll(".topic")].map(topic => ({ topic, text: plain(topic.textContent) }));
    const filter = () => {
      const wanted = plain(find.value.trim());
      let shown = 0;
      for (const { topic, text } of topics) {
        topic.hidden = !(topic.querySelector("input:checked") || text.includes(wanted));
        shown += topic.hidden ? 0 : 1;
      }
      if (more) more.open = wanted.length > 0;
      none.textContent = shown ? "" : words;
    };
    find.addEventListener("input", filter);
    find.addEventListener("keydown", event => { if (event.key === "Enter") event.preventDefault(); });
  }

  // When as many are chosen as can be, the others can't be tapped.
  for (const chips of document.querySelectorAll("[data-most]")) {
    const boxes = [...chips.closest(".picker").querySelectorAll(".topic input")];
    const limit = () => {
      const full = boxes.filter(box => box.checked).length >= Number(chips.dataset.most);
      for (const box of boxes) box.disabled = full && !box.checked;
    };
    document.addEventListener("change", limit);
    limit();
  }
})();
