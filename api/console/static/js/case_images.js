// Page pictures: each is asked for once, by the audited way, and shown as thumbnail and in the viewer from there.
const kept = new Map();

export function picture(sheet) {
  if (!kept.has(sheet.id)) kept.set(sheet.id, load(sheet).catch((error) => { kept.delete(sheet.id); throw error; }));
  return kept.get(sheet.id);
}

async function load(sheet) {
  const early = window.menshenFirst?.address === sheet.address ? window.menshenFirst.asked : null;
  delete window.menshenFirst;
  if (early) return early;
  const answer = await fetch(sheet.address, { credentials: "same-origin" });
  if (!answer.ok) throw new Error(String(answer.status));
  return URL.createObjectURL(await answer.blob());
}

export function show(image, address) {
  image.src = address;
  image.hidden = false;
  return image.decode().catch(() => {});
}
