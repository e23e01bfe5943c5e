import type { Confidence } from "../../session/events.ts";
import type { FeedbackReply, QuestionReply, QuizAsker } from "../../session/run-quiz.ts";
import type { FeedbackView, ItemView, QuestionView } from "../../session/views.ts";
import type { LineReader } from "../prompts/line-reader.ts";

/** What a front end needs: lines in, one JSON object a line out. */
export interface JsonlOptions {
  readonly reader: LineReader;
  write(message: Record<string, unknown>): void;
  monotonic(): number;
}

/** A malformed message, told to the other side; the session goes on. */
export class MessageError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Speaks JSON Lines: the program at the other end is the front end. After feedback the next question follows at once;
 * a message that comes before the next answer may be `undo`, which takes the last answer back.
 */
export function jsonlAsker({ reader, write, monotonic }: JsonlOptions): QuizAsker {
  async function question(view: QuestionView): Promise<QuestionReply> {
    const shown = monotonic();
    write(questionMessage(view));
    for (;;) {
      const line = await reader.next();
      if (line === undefined) return { type: "leave", how: "end" };
      if (line.trim() === "") continue;
      try {
        return readReply(parseMessage(line), view, () => Math.round(monotonic() - shown));
      } catch (error) {
        if (!(error instanceof MessageError)) throw error;
        write({ type: "error", code: error.code, message: error.message });
      }
    }
  }
  async function feedback(view: FeedbackView): Promise<FeedbackReply> {
    write(feedbackMessage(view));
    return { type: "next" };
  }
  return { question, feedback };
}

/** What every message about an item in sight says of it. */
export function itemFields(
  view: ItemView & { readonly n: number; readonly of: number },
): Record<string, unknown> {
  const { item, n, of, choose, stem } = view;
  return { id: item, n, of, choose, stem, options: view.options.map(({ id, text }) => ({ id, text })) };
}

function questionMessage(view: QuestionView): Record<string, unknown> {
  return {
    type: "question",
    ...itemFields(view),
    domain: view.labels.domain,
    objective: view.labels.objective,
    services: view.services,
    seen: view.seen,
    flagged: view.flagged,
  };
}

function feedbackMessage(view: FeedbackView): Record<string, unknown> {
  return {
    type: "feedback",
    id: view.item,
    n: view.n,
    correct: view.answer.correct,
    key: view.answer.key,
    choose: view.answer.choose,
    options: view.options.map(({ id, correct, why }) => ({ id, correct, why })),
    explanation: view.explanation,
    references: view.references,
    ...(view.comesBack ? { comesBack: view.comesBack } : {}),
  };
}

/** One JSON object of a line. @throws MessageError */
export function parseMessage(line: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new MessageError("not-json", "this line is no JSON");
  }
  if (value === null || typeof value !== "object" || Array.isArray(value))
    throw new MessageError("not-an-object", "a message is a JSON object");
  return value as Record<string, unknown>;
}

function readReply(
  message: Record<string, unknown>,
  view: QuestionView,
  elapsed: () => number,
): QuestionReply {
  switch (message["type"]) {
    case "answer":
      return readAnswer(message, view, elapsed);
    case "skip":
      return { type: "skip", ms: readMs(message, elapsed) };
    case "flag":
      return { type: "flag" };
    case "undo":
      if (!view.canUndo) throw new MessageError("nothing-to-undo", "there is no answer to take back");
      return { type: "undo" };
    case "dispute":
      return readDispute(message, view);
    case "quit":
      return { type: "leave", how: "quit" };
    default:
      throw new MessageError("unknown-type", "type is one of answer, skip, flag, undo, dispute, quit");
  }
}

function readAnswer(
  message: Record<string, unknown>,
  view: QuestionView,
  elapsed: () => number,
): QuestionReply {
  const choose = readOptions(message["choose"], view, "choose");
  if (choose.length !== view.choose)
    throw new MessageError("wrong-count", `choose ${view.choose} option(s), not ${choose.length}`);
  return { type: "answer", choose, ms: readMs(message, elapsed), ...readConfidence(message) };
}

/** The confidence of a message, if it has one. @throws MessageError */
export function readConfidence({ confidence }: Record<string, unknown>): { confidence?: Confidence } {
  if (confidence === undefined) return {};
  if (confidence === "guess" || confidence === "unsure" || confidence === "sure") return { confidence };
  throw new MessageError("wrong-confidence", "confidence is guess, unsure or sure");
}

function readDispute(message: Record<string, unknown>, view: QuestionView): QuestionReply {
  const { reason, link, exclude } = message;
  if (typeof reason !== "string" || reason.trim() === "")
    throw new MessageError("no-reason", "a dispute has a reason");
  return {
    type: "dispute",
    dispute: {
      key: readOptions(message["key"] ?? [], view, "key"),
      reason,
      exclude: exclude === true,
      ...(typeof link === "string" ? { link } : {}),
    },
  };
}

/** Option ids of a message. @throws MessageError */
export function readOptions(value: unknown, view: ItemView, name: string): string[] {
  if (!Array.isArray(value)) throw new MessageError("no-list", `${name} is a list of option ids`);
  const known = new Set(view.options.map((option) => option.id));
  const ids = value.map(String);
  const stranger = ids.find((id) => !known.has(id));
  if (stranger !== undefined) throw new MessageError("unknown-option", `there is no option "${stranger}"`);
  if (new Set(ids).size !== ids.length) throw new MessageError("repeated-option", "an option is named twice");
  return ids;
}

/** Milliseconds of a message, or those that have passed. @throws MessageError */
export function readMs(message: Record<string, unknown>, elapsed: () => number): number {
  const { ms } = message;
  if (ms === undefined) return elapsed();
  if (typeof ms !== "number" || !Number.isFinite(ms) || ms < 0 || ms > 86_400_000)
    throw new MessageError("wrong-ms", "ms is a number of milliseconds from 0 to a day");
  return Math.round(ms);
}
