import { lexer, type Token, type Tokens } from "marked";
import { neutralise } from "../schema/safe-text.ts";
import { cut, widthOf, wrap } from "./layout.ts";
import type { Theme } from "./theme.ts";

/**
 * Markdown as lines of at most `width` columns: paragraphs wrapped, code set apart by an indent and kept line by line,
 * lists with hanging indents. Unknown blocks are shown as their source.
 */
export function renderMarkdown(markdown: string, width: number, theme: Theme): string[] {
  const blocks = lexer(neutralise(markdown)).flatMap((token) => {
    const lines = renderBlock(token, width, theme);
    return lines.length > 0 ? [lines] : [];
  });
  return blocks.flatMap((lines, index) => (index === 0 ? lines : ["", ...lines]));
}

/** Inline Markdown as one line with the theme's marks. */
export function renderInline(markdown: string, theme: Theme): string {
  const paragraph = lexer(neutralise(markdown)).find(
    (token): token is Tokens.Paragraph => token.type === "paragraph",
  );
  return paragraph ? inline(paragraph.tokens, theme) : neutralise(markdown);
}

function renderBlock(token: Token, width: number, theme: Theme): string[] {
  switch (token.type) {
    case "space":
      return [];
    case "paragraph":
    case "text":
      return wrap(inline((token as Tokens.Paragraph).tokens ?? [token], theme), width);
    case "code":
      return renderCode((token as Tokens.Code).text, width, theme);
    case "list":
      return (token as Tokens.List).items.flatMap((item, index) =>
        renderListItem(token as Tokens.List, item, index, width, theme),
      );
    case "heading":
      return wrap(theme.strong(inline((token as Tokens.Heading).tokens, theme)), width);
    case "blockquote":
      return (token as Tokens.Blockquote).tokens
        .flatMap((inner) => renderBlock(inner, width - 2, theme))
        .map((line) => `${theme.faint("│")} ${line}`);
    default:
      return token.raw
        .trimEnd()
        .split("\n")
        .flatMap((line) => wrap(line, width));
  }
}

/** Code keeps its lines; one that is too long is broken with a mark, so that nothing is clipped. */
function renderCode(text: string, width: number, theme: Theme): string[] {
  const margin = width < 60 ? "  " : "    ";
  const room = width - margin.length;
  return text.split("\n").flatMap((line) => {
    if (widthOf(line) <= room) return [`${margin}${theme.code(line)}`.trimEnd()];
    const indent = Math.min(line.length - line.trimStart().length + 2, Math.floor(room / 2));
    return wrap(line.trimStart(), room, indent).map((part, index) => {
      const lead = index === 0 ? line.slice(0, line.length - line.trimStart().length) : "";
      return margin + theme.code(cut(lead + part, room));
    });
  });
}

function renderListItem(
  list: Tokens.List,
  item: Tokens.ListItem,
  index: number,
  width: number,
  theme: Theme,
): string[] {
  const mark = list.ordered ? `${Number(list.start || 1) + index}. ` : "- ";
  const inner = item.tokens.flatMap((token) => renderBlock(token, width - mark.length, theme));
  return inner.map((line, at) => (at === 0 ? mark : " ".repeat(mark.length)) + line);
}

function inline(tokens: readonly Token[], theme: Theme): string {
  return tokens.map((token) => inlineToken(token, theme)).join("");
}

function inlineToken(token: Token, theme: Theme): string {
  switch (token.type) {
    case "codespan":
      return theme.codespan((token as Tokens.Codespan).text);
    case "strong":
      return theme.strong(inline((token as Tokens.Strong).tokens, theme));
    case "em":
      return inline((token as Tokens.Em).tokens, theme);
    case "link":
      return `${inline((token as Tokens.Link).tokens, theme)} (${(token as Tokens.Link).href})`;
    case "br":
      return "\n";
    default:
      return "text" in token ? String(token.text) : token.raw;
  }
}
