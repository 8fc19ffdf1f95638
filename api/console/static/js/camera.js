// A camera or document camera of this computer in a dialog: each shot is a JPEG file for whoever asked.
const dialog = document.getElementById("camera");
let stream = null;
let shots = 0;
let give = () => {};

// Phones take better pictures with their own camera; without a secure address browsers allow no other way.
export const hasCamera = () => Boolean(navigator.mediaDevices?.getUserMedia) && matchMedia("(pointer: fine)").matches;

export async function camera(given) {
  give = given;
  if (!dialog.open) dialog.showModal();
  await begin(localStorage.getItem("menshen camera") ?? "");
}

async function begin(device) {
  stop();
  const say = dialog.querySelector("[data-camera-say]");
  const size = { width: { ideal: 3840 }, height: { ideal: 2160 } };
  say.textContent = "正在打开摄像头…";
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: device ? { deviceId: { ideal: device }, ...size } : size });
  } catch (error) {
    say.textContent = error.name === "NotAllowedError" ? "浏览器没有获准使用摄像头，请在地址栏旁允许后再试，或改为选择文件。" : "没有找到可用的摄像头，请检查连接，或改为选择文件。";
    return;
  }
  if (!dialog.open) return stop();
  const video = dialog.querySelector("[data-video]");
  video.srcObject = stream;
  await video.play();
  say.textContent = "让纸面占满画面，避开反光。";
  await list();
}

async function list() {
  const which = dialog.querySelector("[data-which]");
  const now = stream?.getVideoTracks()[0]?.getSettings().deviceId;
  const found = (await navigator.mediaDevices.enumerateDevices()).filter((one) => one.kind === "videoinput");
  which.replaceChildren(...found.map((one, at) => new Option(one.label || `摄像头 ${at + 1}`, one.deviceId, false, one.deviceId === now)));
}

function stop() {
  for (const track of stream?.getTracks() ?? []) track.stop();
  stream = null;
}

function snap() {
  const video = dialog.querySelector("[data-video]");
  if (!stream || !video.videoWidth) return;
  const canvas = document.createElement("canvas");
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext("2d").drawImage(video, 0, 0);
  canvas.toBlob((blob) => {
    shots += 1;
    give(new File([blob], `拍照${shots}.jpg`, { type: "image/jpeg" }));
    dialog.querySelector("[data-camera-say]").textContent = `已拍 ${shots} 张，可以接着拍。`;
  }, "image/jpeg", 0.92);
}

if (dialog) {
  dialog.addEventListener("close", stop);
  dialog.querySelector("[data-snap]").addEventListener("click", snap);
  dialog.querySelector("[data-which]").addEventListener("change", (event) => {
    localStorage.setItem("menshen camera", event.target.value);
    begin(event.target.value);
  });
}
