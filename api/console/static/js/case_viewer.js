// One or two deep-zoom panes, with the boxes of the page drawn over it. Loaded after the first picture is seen.
import { picture, show } from "./case_images.js";

const CONTRAST = "contrast(1.7) brightness(1.05) grayscale(.4)";
let library = null;

// The library would put a sheet of its own into the page, which the page's policy forbids, unless it finds that it
// has done so: an element of that name which is no sheet.
function calm() {
  const mark = document.createElementNS("urn:menshen:mark", "style");
  mark.setAttribute("data-openseadragon-mobile-css", "true");
  document.head.append(mark);
}

function load(address) {
  library ??= new Promise((done, failed) => {
    calm();
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => done(window.OpenSeadragon);
    script.onerror = failed;
    document.head.append(script);
  });
  return library;
}

export class Pane {
  constructor(element, address, picked) {
    this.element = element;
    this.address = address;
    this.picked = picked;
    this.sheet = null;
    this.wanted = null;
    this.boxes = null;
    this.lit = null;
  }

  async open(sheet) {
    if (this.wanted === sheet) return this.ready;
    this.wanted = sheet;
    this.ready = this.#open(sheet);
    return this.ready;
  }

  async #open(sheet) {
    const source = await picture(sheet);
    const first = this.element.querySelector(".pane-first");
    if (first && !this.viewer) await show(first, source);
    const osd = await load(this.address);
    if (this.wanted !== sheet) return;
    this.viewer ??= this.#make(osd);
    await new Promise((done, failed) => {
      this.viewer.addOnceHandler("open", done);
      this.viewer.addOnceHandler("open-failed", failed);
      this.viewer.open({ type: "image", url: source });
    });
    if (this.wanted !== sheet) return;
    this.sheet = sheet;
    this.viewer.viewport.setRotation(0, true);
    this.draw();
    const seen = () => first?.remove();
    this.viewer.addOnceHandler("tile-drawn", seen);
    setTimeout(seen, 400);
    this.element.dataset.sheet = sheet.id;
  }

  #make(osd) {
    const viewer = osd({
      element: this.element.querySelector(".pane-view"),
      drawer: "canvas",
      prefixUrl: "",
      showNavigationControl: false,
      keyboardNavEnabled: false,
      animationTime: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 0.3,
      visibilityRatio: 0.4,
      minZoomImageRatio: 0.7,
      maxZoomPixelRatio: 5,
      gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true },
      gestureSettingsTouch: { pinchRotate: false },
    });
    viewer.addHandler("canvas-key", (event) => { event.preventDefaultAction = true; });
    viewer.addHandler("canvas-click", (event) => {
      const box = event.quick && event.originalTarget?.closest?.("[data-box]");
      this.element.dispatchEvent(new CustomEvent("pane-used", { bubbles: true }));
      if (box) this.picked(box);
    });
    return viewer;
  }

  // The boxes of the page as the server last drew them.
  draw() {
    if (!this.viewer || !this.sheet) return;
    if (this.boxes) this.viewer.removeOverlay(this.boxes);
    const drawn = document.getElementById(`boxes-${this.sheet.id}`);
    if (!drawn) return;
    this.boxes = drawn.cloneNode(true);
    this.boxes.removeAttribute("id");
    const { width, height } = this.sheet;
    this.viewer.addOverlay({ element: this.boxes, location: new window.OpenSeadragon.Rect(0, 0, 1, height / width) });
    this.boxes.addEventListener("keydown", (event) => {
      const box = event.target.closest("[data-box]");
      if (!box || (event.key !== "Enter" && event.key !== " ")) return;
      event.preventDefault();
      event.stopPropagation();
      this.picked(box);
    });
    if (this.lit) this.light(this.lit);
  }

  light(boxes) {
    this.lit = boxes;
    for (const box of this.boxes?.querySelectorAll("[data-box]") ?? []) {
      box.classList.toggle("box-lit", boxes.has(box.dataset.box));
    }
  }

  // Bring a box into sight with what stands around it.
  go(boxId) {
    const box = this.boxes?.querySelector(`[data-box="${boxId}"] rect`);
    if (!box) return;
    const { width, height } = this.sheet;
    const [x, y, w, h] = ["x", "y", "width", "height"].map((name) => Number(box.getAttribute(name)));
    const shape = this.viewer.viewport.getAspectRatio();
    const wide = Math.max(w * 1.8, width * 0.55, h * 2.2 * shape);
    const tall = wide / shape;
    const left = wide >= width ? (width - wide) / 2 : Math.min(Math.max(x + w / 2 - wide / 2, 0), width - wide);
    const top = tall >= height ? (height - tall) / 2 : Math.min(Math.max(y + h / 2 - tall / 2, 0), height - tall);
    this.viewer.viewport.fitBounds(new window.OpenSeadragon.Rect(left / width, top / width, wide / width, tall / width));
  }

  act(action) {
    const view = this.viewer?.viewport;
    if (!view) return;
    if (action === "in") view.zoomBy(1.35).applyConstraints();
    if (action === "out") view.zoomBy(1 / 1.35).applyConstraints();
    if (action === "fit") view.goHome();
    if (action === "left") view.setRotation(view.getRotation() - 90);
    if (action === "right") view.setRotation(view.getRotation() + 90);
  }

  contrast(on) {
    if (this.viewer) this.viewer.drawer.canvas.style.filter = on ? CONTRAST : "";
  }
}
