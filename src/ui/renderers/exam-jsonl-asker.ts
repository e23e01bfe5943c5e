import type { Confidence } from "../../session/events.ts";
import type { ExamAsker, ExamItemView, ExamReply } from "../../session/run-exam.ts";
import {
  itemFields,
  type JsonlOptions,
  MessageError,
  parseMessage,
  readConfidence,
  readMs,
  readOptions,
} from "./jsonl-asker.ts";

export interface ExamJsonlOptions extends JsonlOptions {
  /** Milliseconds left. */
  timeLeft(): number;
}

interface Reading {
  readonly choose: readonly string[];
  readonly ms: number;
  readonly confidence?: Confidence;
  readonly act?: ExamReply["act"];
}

/** An exam for a program at the other end. Time left is in every message. */
export function examJsonlAsker(options: ExamJsonlOptions): ExamAsker {
  const { reader, write, monotonic, timeLeft } = options;
  const tell = (message: Record<string, unknown>) =>
    write({ ...message, timeLeftMs: Math.round(timeLeft()) });
  return {
    async item(view) {
      const shown = monotonic();
      const elapsed = () => Math.round(monotonic() - shown);
      const stay = (act: ExamReply["act"]): ExamReply => ({ choose: view.place.choose, ms: elapsed(), act });
      tell(itemMessage(view));
      for (;;) {
        const line = await reader.next();
        if (line === undefined) return stay({ type: "leave", how: "end" });
        if (timeLeft() <= 0) return stay({ type: "time-up" });
        const reply = line.trim() === "" ? undefined : read(line, view, elapsed);
        if (reply) return reply;
      }
    },
  };

  /** The reply that a line stands for; questions are answered and errors told at once. */
  function read(line: string, view: ExamItemView, elapsed: () => number): ExamReply | undefined {
    try {
      const { act, ...kept } = readMessage(parseMessage(line), view, elapsed);
      if (act) return { ...kept, act };
      tell({ type: "time" });
    } catch (error) {
      if (!(error instanceof MessageError)) throw error;
      tell({ type: "error", code: error.code, message: error.message });
    }
    return undefined;
  }
}

function itemMessage(view: ExamItemView): Record<string, unknown> {
  return {
    type: "item",
    ...itemFields(view),
    selected: view.place.choose,
    flagged: view.place.flagged,
    answered: view.answered,
    flaggedItems: view.flaggedItems,
  };
}

function readMessage(message: Record<string, unknown>, view: ExamItemView, elapsed: () => number): Reading {
  const stay = { choose: view.place.choose, ms: elapsed() };
  const here = view.n - 1;
  switch (message["type"]) {
    case "answer": {
      const choose = readOptions(message["choose"], view, "choose");
      if (choose.length > view.choose)
        throw new MessageError("wrong-count", `choose ${view.choose} option(s), not ${choose.length}`);
      return {
        choose,
        ms: readMs(message, elapsed),
        ...readConfidence(message),
        act: { type: "go", to: Math.min(view.of - 1, here + 1) },
      };
    }
    case "goto": {
      const { n } = message;
      if (typeof n !== "number" || !Number.isInteger(n) || n < 1 || n > view.of)
        throw new MessageError("no-item", `n is a whole number from 1 to ${view.of}`);
      return { ...stay, act: { type: "go", to: n - 1 } };
    }
    case "clear":
      return { ...stay, choose: [], act: { type: "go", to: here } };
    case "flag":
      return { ...stay, act: { type: "flag" } };
    case "submit":
      return { ...stay, act: { type: "submit" } };
    case "time":
      return stay;
    case "quit":
      return { ...stay, act: { type: "leave", how: "quit" } };
    default:
      throw new MessageError("unknown-type", "type is one of answer, goto, flag, clear, submit, time, quit");
  }
}
