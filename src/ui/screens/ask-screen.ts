import { wrap } from "../layout.ts";
import type { Theme } from "../theme.ts";
import { timeUpKey } from "./exam-screen.ts";
import { drawFrame, type KeyHint, keyLine, marginOf, ruler, textWidth } from "./frame.ts";
import type { Key, Screen } from "./screen.ts";

/** A short question that is answered by one key. */
export interface AskModel<R> {
  readonly title: string;
  readonly lines: readonly string[];
  readonly answers: readonly { readonly key: Key; readonly label: string; readonly result: R }[];
  /** Given for escape. */
  readonly otherwise: R;
}

/** A short question that is answered by one key; escape stands for the harmless answer. */
export function askScreen<R>(model: AskModel<R>, theme: Theme): Screen<null, R> {
  return {
    initial: null,
    view: (_, size) => {
      const margin = marginOf(size);
      const keys: KeyHint[] = [
        ...model.answers.map(({ key, label }): KeyHint => [key, label]),
        ["n", "back"],
      ];
      return drawFrame(
        {
          head: [margin + theme.title(model.title), ruler(size, theme)],
          body: model.lines.flatMap((line) =>
            wrap(line, textWidth(size) - margin.length).map((part) => margin + part),
          ),
          foot: [ruler(size, theme), keyLine(keys, size, theme)],
          scroll: 0,
        },
        size,
        theme,
      );
    },
    press: (_, key) => {
      const answer = model.answers.find((candidate) => candidate.key === key);
      if (answer) return { result: answer.result };
      return key === "n" || key === "escape" || key === "q" || key === timeUpKey
        ? { result: model.otherwise }
        : { state: null };
    },
  };
}
