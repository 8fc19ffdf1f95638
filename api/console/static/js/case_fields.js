// A field is corrected where it stands: the one form of the page goes under the field.
let back = null;

export function correct(button) {
  const form = document.getElementById("correction");
  if (!form || !button) return;
  const { corrects, label, file, page, paper, written, several, demand, alone, choices } = button.dataset;
  back = button;
  button.parentElement.append(form);
  form.elements.file_id.value = file;
  form.elements.page.value = page;
  form.elements.paper.value = paper;
  form.elements.field.value = corrects;
  form.querySelector("[data-says]").textContent = `${label}（以纸面为准）`;
  form.querySelector("#faults-correction").replaceChildren();
  const hints = [demand, several && "每行一个", alone && "这份材料上有多个值，更正后只保留这一个", !written && !choices && "请输入完整的值"];
  form.querySelector("#correction-hint").textContent = hints.filter(Boolean).join("；");
  const wanted = choices ? "choice" : several ? "lines" : "line";
  let field = null;
  for (const name of ["line", "lines", "choice"]) {
    const one = form.querySelector(`#correction-${name}`);
    one.hidden = one.disabled = name !== wanted;
    if (name === wanted) field = one;
  }
  form.querySelector("[data-says]").htmlFor = field.id;
  if (choices) {
    field.replaceChildren(...choices.split(";").filter(Boolean).map((one) => {
      const [value, name] = one.split("=");
      return new Option(name, value, false, value === written);
    }));
  } else field.value = written;
  form.hidden = false;
  form.scrollIntoView({ block: "nearest" });
  field.focus();
  field.select?.();
}

function leave() {
  const form = document.getElementById("correction");
  if (!form || form.hidden) return;
  form.hidden = true;
  back?.focus();
}

addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-corrects]");
  if (button) correct(button);
  if (event.target.closest?.("[data-corrects-not]")) leave();
});

addEventListener("keydown", (event) => {
  const form = event.target.closest?.("#correction");
  if (!form || event.isComposing) return;
  if (event.key === "Escape") {
    event.preventDefault();
    event.stopPropagation();
    leave();
  }
  if (event.key === "Enter" && event.target.matches("textarea") && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.requestSubmit(form.querySelector("[data-corrects-now]"));
  }
  if (event.key === "Enter" && event.target.matches("input, select")) {
    event.preventDefault();
    form.requestSubmit(form.querySelector("[data-corrects-now]"));
  }
}, { capture: true });
