// The applicant's page: a code from behind the "#" goes into the form and out of the address; one press uses it, so that
// programs which follow links use up no code.
const form = document.querySelector("[data-enter]");
const code = decodeURIComponent(location.hash.slice(1));

async function begin() {
  if (code) {
    history.replaceState(null, "", location.pathname);
    form.elements.code.value = code;
    document.querySelector("[data-typed]").hidden = true;
    document.querySelector("[data-about]").textContent = "点下面的按钮，就可以上传材料、查看进展。";
    form.querySelector("[data-go]").focus();
    return;
  }
  // opened from another site, this page was asked for without the cookie; from here on it is sent
  if (document.querySelector("[role=alert]")) return;
  const answer = await fetch("/apply/standing", { headers: { Accept: "application/json" } }).catch(() => null);
  if (answer?.ok && (await answer.json()).entered) location.replace("/apply/case");
}

if (form) begin();
else if (code) location.replace(`/apply#${code}`);  // a new code, opened while an older case is on the screen
addEventListener("hashchange", () => { if (location.hash.length > 1) location.replace(`/apply${location.hash}`); if (form) location.reload(); });
