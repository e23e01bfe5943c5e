import type { Block, Inline } from "../schema/markdown.ts";
import { neutralise } from "../schema/safe-text.ts";
import { cut, widthOf, wrap } from "./layout.ts";
import type { Theme } from "./theme.ts";

/**
 * Markdown as lines of at most `width` columns: paragraphs wrapped, code set apart by an indent and kept line by line,
 * lists with hanging indents.
 */
export function renderBlocks(blocks: readonly Block[], width: number, theme: Theme): string[] {
  return blocks
    .map((block) => renderBlock(block, width, theme))
    .flatMap((lines, at) => (at === 0 ? lines : ["", ...lines]));
}

/** A line of Markdown with the theme's marks. */
export function renderInlines(inlines: readonly Inline[], theme: Theme): string {
  return inlines.map((inline) => renderInline(inline, theme)).join("");
}

function renderInline(inline: Inline, theme: Theme): string {
  if (typeof inline === "string") return neutralise(inline);
  if ("code" in inline) return theme.codespan(neutralise(inline.code));
  if ("strong" in inline) return theme.strong(renderInlines(inline.strong, theme));
  return `${renderInlines(inline.text, theme)} (${neutralise(inline.link)})`;
}

function renderBlock(block: Block, width: number, theme: Theme): string[] {
  switch (block.type) {
    case "paragraph":
      return wrap(renderInlines(block.text, theme), width);
    case "code":
      return block.lines.flatMap((line) => renderCode(neutralise(line), width, theme));
    case "list":
      return block.items.flatMap((item, index) =>
        renderListItem(block.marks[index] ?? "- ", item, width, theme),
      );
    case "quote":
      return renderBlocks(block.blocks, width - 2, theme).map((line) => `${theme.faint("│")} ${line}`);
  }
}

/** Code keeps its lines; one that is too long is broken, so that nothing is clipped. */
function renderCode(line: string, width: number, theme: Theme): string[] {
  const margin = width < 60 ? "  " : "    ";
  const room = width - margin.length;
  if (widthOf(line) <= room) return [`${margin}${theme.code(line)}`.trimEnd()];
  const lead = /^ */.exec(line)?.[0] ?? "";
  const indent = Math.min(lead.length + 2, Math.floor(room / 2));
  return wrap(line.slice(lead.length), room, indent).map(
    (part, index) => margin + theme.code(cut(index === 0 ? lead + part : part, room)),
  );
}

function renderListItem(mark: string, blocks: readonly Block[], width: number, theme: Theme): string[] {
  const lines = blocks.flatMap((block) => renderBlock(block, width - mark.length, theme));
  return lines.map((line, at) => (at === 0 ? mark : " ".repeat(mark.length)) + line);
}
