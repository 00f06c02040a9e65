// What is remembered between visits. A browser may forbid it: then nothing is.
function recall(name, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(`narrate ${name}`)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

function keep(name, value) {
  try {
    localStorage.setItem(`narrate ${name}`, JSON.stringify(value));
  } catch {
    // full, or forbidden
  }
}

// Who has heard it all begins anew.
let keptAt = 0;
function keepPlace() {
  keptAt = audio.currentTime;
  keep(data.key, length - keptAt < 3 ? 0 : keptAt);
}

for (const event of ["pause", "seeked"]) audio.addEventListener(event, keepPlace);
audio.addEventListener("timeupdate", () => {
  if (Math.abs(audio.currentTime - keptAt) > 5) keepPlace();
});
addEventListener("pagehide", () => {
  if (begun) keepPlace();
});
