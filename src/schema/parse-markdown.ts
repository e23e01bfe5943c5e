import { lexer, type Token, type Tokens } from "marked";
import type { Item } from "./item.ts";
import type { Block, Inline, ItemTexts } from "./markdown.ts";

/** Blocks of a Markdown text; what items have no use for is kept as a paragraph of its source. */
export function parseMarkdown(source: string): Block[] {
  return lexer(source).flatMap(blocksOf);
}

/** A Markdown text that is one line, such as an option. */
export function parseInline(source: string): Inline[] {
  const [block] = parseMarkdown(source);
  return block?.type === "paragraph" ? [...block.text] : [source];
}

/** All texts of an item. */
export function parseItemTexts(item: Pick<Item, "stem" | "explanation" | "options">): ItemTexts {
  return {
    stem: parseMarkdown(item.stem),
    explanation: parseMarkdown(item.explanation),
    options: Object.fromEntries(
      item.options.map(({ id, text, why }) => [id, { text: parseInline(text), why: parseInline(why) }]),
    ),
  };
}

function blocksOf(token: Token): Block[] {
  switch (token.type) {
    case "space":
      return [];
    case "paragraph":
    case "text":
      return [{ type: "paragraph", text: inlinesOf((token as Tokens.Paragraph).tokens ?? [token]) }];
    case "heading":
      return [{ type: "paragraph", text: [{ strong: inlinesOf((token as Tokens.Heading).tokens) }] }];
    case "code":
      return [{ type: "code", lines: (token as Tokens.Code).text.split("\n") }];
    case "list":
      return [listOf(token as Tokens.List)];
    case "blockquote":
      return [{ type: "quote", blocks: (token as Tokens.Blockquote).tokens.flatMap(blocksOf) }];
    default:
      return [{ type: "paragraph", text: [token.raw.trimEnd()] }];
  }
}

function listOf(list: Tokens.List): Block {
  return {
    type: "list",
    marks: list.items.map((_, index) => (list.ordered ? `${Number(list.start || 1) + index}. ` : "- ")),
    items: list.items.map((item) => item.tokens.flatMap(blocksOf)),
  };
}

function inlinesOf(tokens: readonly Token[]): Inline[] {
  return tokens.flatMap(inlineOf);
}

function inlineOf(token: Token): Inline[] {
  switch (token.type) {
    case "codespan":
      return [{ code: (token as Tokens.Codespan).text }];
    case "strong":
      return [{ strong: inlinesOf((token as Tokens.Strong).tokens) }];
    case "em":
      return inlinesOf((token as Tokens.Em).tokens);
    case "link":
      return [{ link: (token as Tokens.Link).href, text: inlinesOf((token as Tokens.Link).tokens) }];
    case "br":
      return ["\n"];
    default:
      return ["text" in token ? String(token.text) : token.raw];
  }
}
