// Asks for the first page's picture before the rest of the page is there, and shows it as soon as there is a place
// for it; js/case_images.js takes it over.
(() => {
  const { address } = document.currentScript.dataset;
  const seen = (source) => {
    const image = document.querySelector(".pane-first");
    if (!image) {
      if (document.readyState === "loading") setTimeout(seen, 10, source);
      return;
    }
    image.src = source;
    image.hidden = false;
  };
  const asked = fetch(address, { credentials: "same-origin" }).then(async (answer) => {
    if (!answer.ok) throw new Error(String(answer.status));
    return URL.createObjectURL(await answer.blob());
  });
  asked.then(seen, () => {});
  window.menshenFirst = { address, asked };
})();
