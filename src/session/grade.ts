/** All or nothing: right when exactly the key was chosen, in any order. */
export function isCorrect(choose: readonly string[], key: readonly string[]): boolean {
  return (
    choose.length === key.length &&
    new Set(choose).size === key.length &&
    key.every((id) => choose.includes(id))
  );
}
