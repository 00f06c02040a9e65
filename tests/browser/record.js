// Go to each of some places, play, and record what comes out of the element: the samples,
// and for the first of them what the element's clock said just then.
async ({ places, seconds, rate }) => {
  const audio = document.getElementById("audio");
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const context = new AudioContext({ sampleRate: rate });
  const program = `registerProcessor("tape", class extends AudioWorkletProcessor {
    constructor() { super(); this.port.onmessage = () => { this.running = true; }; }
    process([[channel]]) {
      if (this.running && channel) this.port.postMessage([currentFrame, channel.slice()]);
      return true;
    }
  });`;
  const source = URL.createObjectURL(new Blob([program], { type: "text/javascript" }));
  await context.audioWorklet.addModule(source);
  const tape = new AudioWorkletNode(context, "tape", { channelCount: 1,
    channelCountMode: "explicit" });
  context.createMediaElementSource(audio).connect(tape).connect(context.destination);
  let blocks = [];
  let loud = -1; // the first block with a sound in it
  tape.port.onmessage = ({ data }) => {
    blocks.push(data);
    if (loud < 0 && data[1].some((sample) => Math.abs(sample) > 0.001)) loud = blocks.length;
  };
  const heard = () => (loud < 0 ? 0 : ((blocks.length - loud) * 128) / rate);
  tape.port.postMessage("run");
  await context.resume();
  const told = [];
  for (const place of places) {
    audio.pause();
    const ready = new Promise((done) =>
      audio.addEventListener("seeked", done, { once: true }));
    audio.currentTime = place;
    await ready;
    [blocks, loud] = [[], -1];
    await audio.play();
    const clock = []; // the element's time, less that of what is recorded
    const end = performance.now() + 8000;
    while (heard() < seconds && performance.now() < end) {
      await frame();
      clock.push(audio.currentTime - context.currentTime);
    }
    audio.pause();
    clock.splice(0, 5); // it stands still while the first sounds are on their way
    clock.sort((a, b) => a - b);
    const all = new Float32Array(blocks.length * 128);
    blocks.forEach(([, samples], at) => all.set(samples, at * 128));
    const bytes = new Uint8Array(all.buffer);
    let letters = "";
    for (let at = 0; at < bytes.length; at += 32768) {
      letters += String.fromCharCode(...bytes.subarray(at, at + 32768));
    }
    told.push({ place, samples: btoa(letters), gaps: blocks.at(-1)[0] - blocks[0][0]
      - (blocks.length - 1) * 128,
      clock: clock[clock.length >> 1] + blocks[0][0] / rate });
  }
  await context.close();
  return told;
};
