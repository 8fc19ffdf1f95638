// What was typed is not lost when signing in again came between: at sending, a form with data-draft is kept in this
// tab for as long as the same person comes back to it, and forgotten on any other page of the desk.
const KEY = "menshen draft";
const AGE_MS = 15 * 60 * 1000;
const form = document.querySelector("form[data-draft]");

export function forget() { sessionStorage.removeItem(KEY); }

function restore() {
  const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
  forget();
  if (!kept || kept.of !== form.dataset.draft || Date.now() - kept.at > AGE_MS || "draftTold" in form.dataset) return;
  for (const [name, value] of kept.fields) {
    if (name === "diseases") continue;
    const field = form.elements.namedItem(name);
    if (field instanceof RadioNodeList) field.value = value;
    else if (field instanceof HTMLInputElement && field.type === "checkbox") field.checked = true;
    else if (field) field.value = value;
  }
  for (const box of form.querySelectorAll("[data-shows]")) show(box);
  const diseases = kept.fields.filter(([name]) => name === "diseases").map(([, value]) => value);
  const policy = form.elements.namedItem("policy");
  if (policy?.value) {
    const asked = new URLSearchParams([["policy", policy.value], ...diseases.map((one) => ["diseases", one])]);
    htmx.ajax("GET", `/console/counter/fields?${asked}`, "#policy-fields");
  }
}

function show(box) {
  const shown = document.getElementById(box.dataset.shows);
  shown.hidden = !box.checked;
}

if (form) {
  addEventListener("DOMContentLoaded", restore);
  if (document.readyState !== "loading") restore();
  form.addEventListener("submit", () => {
    const fields = [...new FormData(form)].filter(([name, value]) => name !== "csrf" && typeof value === "string");
    sessionStorage.setItem(KEY, JSON.stringify({ of: form.dataset.draft, at: Date.now(), fields }));
  });
  form.addEventListener("change", (event) => { if (event.target.matches("[data-shows]")) show(event.target); });
}
