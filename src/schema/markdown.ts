/** A piece of a line of Markdown. */
export type Inline =
  | string
  | { readonly code: string }
  | { readonly strong: readonly Inline[] }
  | { readonly link: string; readonly text: readonly Inline[] };

/** A block of Markdown, as far as items use it. */
export type Block =
  | { readonly type: "paragraph"; readonly text: readonly Inline[] }
  | { readonly type: "code"; readonly lines: readonly string[] }
  | {
      readonly type: "list";
      readonly marks: readonly string[];
      readonly items: readonly (readonly Block[])[];
    }
  | { readonly type: "quote"; readonly blocks: readonly Block[] };

/** The texts of an item, parsed. Parsing costs more than showing, so it is done when a bank is compiled. */
export interface ItemTexts {
  readonly stem: readonly Block[];
  readonly explanation: readonly Block[];
  /** By option id. */
  readonly options: Readonly<
    Record<string, { readonly text: readonly Inline[]; readonly why: readonly Inline[] }>
  >;
}
