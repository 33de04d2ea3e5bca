// Makes good pages a little better; every page works without it.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("js");

  document.querySelector("[data-focus]")?.focus();

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
    const topics = [...picker.querySelectorAll(".topic")].map(topic => {
      const group = topic.closest(".picker-group");
      return { topic, group, text: plain(`${topic.querySelector(".topic-name").textContent} ${group.querySelector("h3")?.textContent ?? ""}`) };
    });
    const filter = () => {
      const wanted = plain(find.value.trim());
      let shown = 0;
      for (const { topic, text } of topics) {
        const chosen = topic.querySelector("input:checked")?.value;
        topic.hidden = !(chosen || text.includes(wanted));
        shown += topic.hidden ? 0 : 1;
      }
      for (const group of new Set(topics.map(one => one.group))) {
        group.hidden = !group.querySelector(".topic:not([hidden])");
      }
      none.textContent = shown ? "" : words;
    };
    find.addEventListener("input", filter);
    find.addEventListener("keydown", event => { if (event.key === "Enter") event.preventDefault(); });
  }
})();
