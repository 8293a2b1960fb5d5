// Verify: the reader's own browser recomputes that the text has the hash that is stated, and that each passage is where it
// is said to be. Without this file, no button shows.
//
// The hash is of the stored bytes. Only how they begin (with a BOM or not) and end their lines is not in the text, so each
// way is tried. Where a browser keeps its own SHA-256 from pages (plain http, some browsers' files), ours takes its place.

(() => {
  const BEGINNINGS = ["", "\uFEFF"];
  const LINE_ENDS = ["\n", "\r\n", "\r"];

  // SHA-256 (FIPS 180-4, 6.2). Its constants are the first bits of the fractions of roots of the first primes (4.2.2, 5.3.3).
  const PRIMES = [];
  for (let number = 2; PRIMES.length < 64; number += 1) if (PRIMES.every((prime) => number % prime)) PRIMES.push(number);
  const fraction = (root) => ((root % 1) * 2 ** 32) | 0;
  const ROUNDS = PRIMES.map((prime) => fraction(Math.cbrt(prime)));
  const START = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));

  const rotate = (word, by) => (word >>> by) | (word << (32 - by));

  const padded = (bytes) => {
    const whole = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
    whole.set(bytes);
    whole[bytes.length] = 0x80;
    new DataView(whole.buffer).setBigUint64(whole.length - 8, BigInt(bytes.length) * 8n);
    return new DataView(whole.buffer);
  };

  const mix = (state, words) => {
    let [a, b, c, d, e, f, g, h] = state;
    for (let round = 0; round < 64; round += 1) {
      const far = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
      const first = (h + far + ((e & f) ^ (~e & g)) + ROUNDS[round] + words[round]) | 0;
      const near = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
      const second = (near + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
    }
    return [a, b, c, d, e, f, g, h].map((word, place) => (word + state[place]) | 0);
  };

  const digestOf = (bytes) => {
    const view = padded(bytes);
    const words = new Int32Array(64);
    let state = START;
    for (let at = 0; at < view.byteLength; at += 64) {
      for (let place = 0; place < 16; place += 1) words[place] = view.getInt32(at + 4 * place);
      for (let place = 16; place < 64; place += 1) {
        const [early, late] = [words[place - 15], words[place - 2]];
        const small = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
        const large = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
        words[place] = words[place - 16] + small + words[place - 7] + large;
      }
      state = mix(state, words);
    }
    return Uint8Array.from(state.flatMap((word) => [word >>> 24, word >>> 16, word >>> 8, word]));
  };

  const hashOf = async (text) => {
    const bytes = new TextEncoder().encode(text);
    const digest = globalThis.crypto?.subtle ? new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)) : digestOf(bytes);
    return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  };

  const isHashOf = async (hash, text) => {
    for (const beginning of BEGINNINGS) {
      for (const end of LINE_ENDS) {
        if ((await hashOf(beginning + text.replaceAll("\n", end))) === hash) return true;
      }
    }
    return false;
  };

  const markedAs = (key) =>
    [...document.querySelectorAll(".or-text [data-passages]")]
      .filter((segment) => segment.dataset.passages.split(" ").includes(key))
      .map((segment) => segment.textContent)
      .join("");

  const isInPlace = (note, characters) => {
    const spans = note.dataset.spans.split(" ").map((span) => span.split("-").map(Number));
    const words = spans.map(([start, end]) => characters.slice(start, end).join("")).join("");
    return words !== "" && words === markedAs(note.dataset.passage);
  };

  const verify = async (button) => {
    const text = document.querySelector(".or-text").textContent;
    const characters = [...text]; // code points, as the spans count
    const notes = [...document.querySelectorAll("[data-spans]")];
    const wrong = notes.filter((note) => !isInPlace(note, characters)).map((note) => note.dataset.passage);
    if (!(await isHashOf(button.dataset.sha256, text))) wrong.unshift("SHA-256");
    return { wrong, number: notes.length };
  };

  document.addEventListener("click", async (event) => {
    const button = event.target instanceof Element ? event.target.closest("button.or-verify") : null;
    if (!button) return;
    const status = button.parentElement.querySelector("[role=status]");
    const { wrong, number } = await verify(button);
    status.textContent = wrong.length
      ? status.dataset.wrong.replace("{what}", wrong.join(", "))
      : status.dataset.right.replace("{number}", number);
  });

  document.documentElement.classList.add("or-can-verify");
})();
