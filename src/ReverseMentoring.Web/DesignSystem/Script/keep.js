// Unsent answers stay in this browser: through a closed tab, a lost connection, a flat battery. A week at most.
(() => {
  "use strict";
  const Week = 7 * 24 * 60 * 60 * 1000;
  const prefix = "draft:";
  let store;
  try { store = window.localStorage; } catch { return; }
  if (!store) return;

  for (const key of Object.keys(store).filter(one => one.startsWith(prefix))) {
    try { if (Date.now() - JSON.parse(store[key]).at > Week) store.removeItem(key); } catch { store.removeItem(key); }
  }

  // The page after a form says which answer has arrived.
  const sent = document.querySelector("[data-sent]");
  if (sent) store.removeItem(prefix + sent.dataset.sent);

  const notice = (text, button) => {
    const box = document.createElement("div");
    box.className = "notice careful";
    box.setAttribute("role", "status");
    const line = document.createElement("p");
    line.textContent = text;
    box.append(line);
    if (button) box.append(button);
    return box;
  };

  const read = form => {
    const secret = new Set([...form.querySelectorAll("[data-private]")].map(field => field.name));
    return [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !secret.has(name));
  };

  const restore = (form, pairs) => {
    for (const field of form.elements) {
      if (!field.name || field.type === "hidden" || field.type === "file" || field.type === "submit" || field.dataset.private) continue;
      const values = pairs.filter(([name]) => name === field.name).map(([, value]) => value);
      if (field.type === "radio" || field.type === "checkbox") field.checked = values.includes(field.value);
      else if (values.length) field.value = values[0];
      if (field.type === "radio" || field.type === "checkbox" ? field.checked : values[0]) field.closest("details")?.setAttribute("open", "");
    }
    // What a later page of the same form has asked goes along, as it does without a draft.
    for (const [name, value] of pairs.filter(([name]) => !form.elements[name])) {
      const carried = document.createElement("input");
      [carried.type, carried.name, carried.value] = ["hidden", name, value];
      form.append(carried);
    }
    for (const text of form.querySelectorAll("textarea")) text.dispatchEvent(new Event("input"));
    form.dispatchEvent(new Event("change", { bubbles: true }));
  };

  for (const form of document.querySelectorAll("form[data-draft]")) {
    const key = prefix + form.dataset.draft;
    const came = form.querySelector(".errors, [data-newer]"); // what came back from the server is newer than any draft
    const kept = store.getItem(key);
    if (kept && !came) {
      restore(form, JSON.parse(kept).pairs);
      const drop = document.createElement("button");
      drop.type = "button";
      drop.className = "button quiet";
      drop.textContent = form.dataset.drop;
      drop.addEventListener("click", () => { store.removeItem(key); location.reload(); });
      form.prepend(notice(form.dataset.kept, drop));
    }
    const keep = () => { try { store.setItem(key, JSON.stringify({ at: Date.now(), pairs: read(form) })); } catch { /* full: the page still works */ } };
    form.addEventListener("input", keep);
    form.addEventListener("change", keep);
    form.addEventListener("submit", event => {
      form.querySelector(".offline")?.remove();
      if (navigator.onLine) return;
      event.preventDefault();
      const box = notice(form.dataset.offline);
      box.classList.add("offline");
      form.append(box);
      box.scrollIntoView({ block: "nearest" });
    });
  }
})();
