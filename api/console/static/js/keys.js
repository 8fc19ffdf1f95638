// Keys are declared in the HTML: data-key="a" (several: "a,Enter"; "Shift+A" for capitals is written "A") on what
// they act on, data-key-label for the list that `?` shows (else its text). Buttons and links are clicked, fields
// are focused. While a dialog is open only its keys count; while somebody types, none but those with
// data-key-typing.
const TYPES_IN = "input:not([type=checkbox]):not([type=radio]):not([type=button]):not([type=submit]), textarea, select, [contenteditable]";

export function keyName(event) {
  if (event.key === "Process" || event.key === "Unidentified") {  // an input method is on: go by the place of the key
    const letter = /^Key([A-Z])$/.exec(event.code);
    if (letter) return event.shiftKey ? letter[1] : letter[1].toLowerCase();
    const digit = /^Digit(\d)$/.exec(event.code);
    return digit && !event.shiftKey ? digit[1] : event.key;
  }
  return event.key === " " ? "Space" : event.key === "？" ? "?" : event.key;
}

const names = (element) => element.dataset.key.split(/,(?=.)/);
const shown = (element) => !element.disabled && element.getClientRects().length > 0 && !element.closest("[inert]");

export function pressed(name, within, typing) {
  for (const element of within.querySelectorAll("[data-key]")) {
    if (!names(element).includes(name) || !shown(element)) continue;
    if (typing && !("keyTyping" in element.dataset)) continue;
    return element;
  }
  return null;
}

function act(element) {
  if (element.matches(TYPES_IN)) {
    element.focus();
    element.select?.();
  } else {
    element.click();
  }
}

addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target.closest?.(TYPES_IN) != null;
  if (typing && event.key === "Escape" && !event.target.closest("dialog")) event.target.blur();
  const name = keyName(event);
  const natural = name === "Enter" || name === "Space";
  if (natural && event.target.closest?.("a, button, summary, input")) return;
  const found = pressed(name, document.querySelector("dialog[open]") ?? document, typing);
  if (!found) return;
  event.preventDefault();
  act(found);
});

const WORDS = { ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→", Enter: "回车", Escape: "Esc", Space: "空格" };

export function listKeys(into) {
  into.replaceChildren();
  const seen = new Set();
  for (const element of document.querySelectorAll("[data-key]")) {
    const label = element.dataset.keyLabel || element.getAttribute("aria-label") || element.textContent.trim();
    if (seen.has(label)) continue;
    seen.add(label);
    const row = document.createElement("div");
    const term = document.createElement("dt");
    for (const name of names(element)) {
      const key = document.createElement("kbd");
      key.textContent = WORDS[name] ?? (/^[A-Z]$/.test(name) ? `Shift+${name}` : name);
      term.append(key, " ");
    }
    const told = document.createElement("dd");
    told.textContent = label;
    row.append(term, told);
    into.append(row);
  }
}
