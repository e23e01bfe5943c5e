/** A fenced code block; one that is never closed goes on to the end. */
const fences = /^[ ]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ ]*\1[^\n]*$|(?![\s\S]))/gm;

/** Markdown without its fenced code blocks. */
export function proseOf(markdown: string): string {
  return markdown.replace(fences, "\n");
}

/** Prose as it reads on screen, near enough to count: no code blocks, no code marks, no emphasis marks. */
export function plainOf(markdown: string): string {
  return unmarked(proseOf(markdown));
}

/** Markdown as it reads on screen, code blocks included. */
export function shownOf(markdown: string): string {
  return unmarked(markdown.replace(/^[ ]*(?:`{3,}|~{3,}).*$/gm, ""));
}

function unmarked(text: string): string {
  return text
    .replace(/`+/g, "")
    .replace(/\*\*|__|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)/g, "")
    .replace(/[ \t]+/g, " ")
    .trim();
}

/** Prose without inline code as well: for rules that look at English words only. */
export function englishOf(markdown: string): string {
  return proseOf(markdown).replace(/(?<!`)(`+)(?!`).*?[^`]\1(?!`)/gs, "\u2026");
}

/** Words as a reader counts them. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

const functionWords = new Set(
  `a an the and or nor but if then than that this these those there here it its they them their he she his her you your we our
  is are was were be been being am do does did done has have had having will would shall should can could may might must
  of in on at by for from to into onto with without within as so such no not only also too very more most less least each every
  any all both either neither one two some other another same own which what who whom whose when where why how while because
  after before until during over under again about up down out off through between against per via`.split(
    /\s+/,
  ),
);

/** Lower-case content words (function words left out) without their endings, each once. */
export function contentWords(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}_.:/-]*[\p{L}\p{N}]|[\p{L}\p{N}]/gu) ?? [];
  return new Set(words.filter((word) => !functionWords.has(word)).map(stemOf));
}

/** Cuts the endings of plurals and verbs: queue and queues, cache, cached and caching become one. */
function stemOf(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  return word
    .replace(/ies$/, "y")
    .replace(/(?<![sui])s$/, "")
    .replace(/(?<=[aeiouy].*[a-z])(?:ed|ing)$/, "")
    .replace(/e$/, "")
    .replace(/([a-z])\1$/, "$1");
}

/** Markdown, code included, reduced to lower-case letters and digits with single blanks, for comparing wordings. */
export function normalise(markdown: string): string {
  return shownOf(markdown)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The last sentence of the prose: the question of a stem. */
export function questionOf(stem: string): string {
  const prose = proseOf(stem).trim();
  const paragraph = prose.split(/\n\s*\n/).at(-1) ?? prose;
  return (
    paragraph
      .split(/(?<=[.!?])\s+(?=[A-Z*_`(])/)
      .at(-1)
      ?.trim() ?? paragraph
  );
}
