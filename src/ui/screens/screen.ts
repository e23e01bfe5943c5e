/** Size of a terminal in cells. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** A key by name: "a", "A", "1", "!", "up", "enter", "space", "pagedown", "escape" ... */
export type Key = string;

/** What a key leads to: a new state, or the end of the screen with a result. */
export type Step<S, R> = { readonly state: S } | { readonly result: R };

/** A screen: a function from state to lines, and one from state and key to the next step. */
export interface Screen<S, R> {
  readonly initial: S;
  view(state: S, size: Size): string[];
  press(state: S, key: Key, size: Size): Step<S, R>;
}
