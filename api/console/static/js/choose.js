// A field with a list to choose several things from: typing narrows the list, arrows and Enter choose, the cross or
// Backspace takes away. What the list lacks may be taken as typed. Works on [data-chooser], also ones htmx brings.
const MOST_SHOWN = 60;

const folded = (text) => text.normalize("NFKC").toLowerCase().replace(/[\s（）()、，,·-]/g, "");
const parts = (chooser) => ({
  input: chooser.querySelector("[role=combobox]"),
  list: chooser.querySelector("[role=listbox]"),
  chips: chooser.querySelector("[data-chosen]"),
});
const shown = (list) => [...list.querySelectorAll("[role=option]")].filter((one) => !one.hidden);
const active = (list) => list.querySelector("[aria-selected=true]");

function narrow(chooser) {
  const { input, list, chips } = parts(chooser);
  const wanted = folded(input.value);
  const taken = new Set([...chips.querySelectorAll("input")].map((one) => one.value));
  list.querySelector("[data-typed]")?.remove();
  let found = 0;
  for (const option of list.querySelectorAll("[role=option]")) {
    const fits = !taken.has(option.dataset.value) && folded(`${option.dataset.value}、${option.dataset.words}`).includes(wanted);
    option.hidden = !fits || found >= MOST_SHOWN;
    if (fits) found += 1;
  }
  if (!found && input.value.trim()) {
    const typed = document.createElement("li");
    typed.setAttribute("role", "option");
    typed.id = `${list.id}-typed`;
    typed.dataset.typed = "";
    typed.dataset.value = input.value.trim();
    typed.dataset.words = "";
    typed.textContent = `目录中没有，按“${input.value.trim()}”填写`;
    list.append(typed);
  }
  point(chooser, wanted ? shown(list)[0] : null);
}

function point(chooser, option) {
  const { input, list } = parts(chooser);
  for (const one of list.querySelectorAll("[role=option]")) one.setAttribute("aria-selected", String(one === option));
  if (option) {
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  } else input.removeAttribute("aria-activedescendant");
}

function open(chooser, wanted) {
  const { input, list } = parts(chooser);
  list.hidden = !wanted;
  input.setAttribute("aria-expanded", String(wanted));
  if (wanted) narrow(chooser);
  else input.removeAttribute("aria-activedescendant");
}

function take(chooser, value) {
  const { input, chips } = parts(chooser);
  const chip = document.createElement("li");
  chip.className = "chip";
  const words = document.createElement("span");
  words.textContent = value;
  const kept = document.createElement("input");
  kept.type = "hidden";
  kept.name = chooser.dataset.name;
  kept.value = value;
  const cross = document.createElement("button");
  cross.type = "button";
  cross.setAttribute("aria-label", `去掉 ${value}`);
  cross.textContent = "×";
  chip.append(words, kept, cross);
  chips.append(chip);
  input.value = "";
  open(chooser, false);
  input.focus();
}

const of = (event) => (event.target instanceof Element ? event.target.closest("[data-chooser]") : null);

addEventListener("input", (event) => { if (event.target.matches("[role=combobox]") && of(event)) open(of(event), true); });
addEventListener("click", (event) => {
  const chooser = of(event);
  for (const other of document.querySelectorAll("[data-chooser]")) if (other !== chooser) open(other, false);
  if (!chooser) return;
  const cross = event.target.closest(".chip button");
  const option = event.target.closest("[role=option]");
  if (cross) {
    cross.closest(".chip").remove();
    parts(chooser).input.focus();
  } else if (option) take(chooser, option.dataset.value);
  else if (event.target.matches("[role=combobox]")) open(chooser, true);
});
addEventListener("focusout", (event) => {
  const chooser = of(event);
  if (chooser && !chooser.contains(event.relatedTarget)) setTimeout(() => { if (!chooser.contains(document.activeElement)) open(chooser, false); }, 150);
});
addEventListener("keydown", (event) => {
  const chooser = of(event);
  if (!chooser || !event.target.matches("[role=combobox]") || event.isComposing) return;
  const { input, list, chips } = parts(chooser);
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (list.hidden) open(chooser, true);
    const there = shown(list);
    const at = there.indexOf(active(list)) + (event.key === "ArrowDown" ? 1 : -1);
    point(chooser, there[(at + there.length) % there.length]);
  } else if (event.key === "Enter" && !list.hidden && active(list)) {
    event.preventDefault();
    take(chooser, active(list).dataset.value);
  } else if (event.key === "Enter" && input.value.trim()) {
    event.preventDefault();
    open(chooser, true);
  } else if (event.key === "Escape" && !list.hidden) {
    event.preventDefault();
    event.stopPropagation();
    open(chooser, false);
  } else if (event.key === "Backspace" && !input.value) chips.lastElementChild?.remove();
}, true);
