/** A source of numbers in [0, 1): the only chance that pure code knows. */
export type Rng = () => number;

/** Deterministic generator (sfc32) seeded from a text; equal seeds give equal sequences on every machine. */
export function seededRng(seed: string): Rng {
  let [a, b, c, d] = [hashText(seed, 1), hashText(seed, 2), hashText(seed, 3), 1];
  const next = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}

/** A whole number of 32 bits that scatters texts evenly: FNV-1a over UTF-16 units, finished with an avalanche step. */
export function hashText(text: string, salt: number): number {
  let h = 2166136261 ^ salt;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
  h = Math.imul(h ^ (h >>> 16), 2246822507);
  return (h ^ (h >>> 13)) | 0;
}

/** A whole number in [0, below). */
export function drawBelow(rng: Rng, below: number): number {
  return Math.floor(rng() * below);
}

/** A shuffled copy (Fisher-Yates: every order is equally likely). */
export function shuffle<T>(list: readonly T[], rng: Rng): T[] {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = drawBelow(rng, i + 1);
    const held = copy[i] as T;
    copy[i] = copy[j] as T;
    copy[j] = held;
  }
  return copy;
}
