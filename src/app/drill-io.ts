import { CertdrillError } from "../errors.ts";
import type { Dispute } from "../session/run-quiz.ts";
import type { ItemView } from "../session/views.ts";
import type { LineReader } from "../ui/prompts/line-reader.ts";
import type { App } from "./app.ts";
import type { DrillIo } from "./drill.ts";
import { lookOf } from "./look.ts";

/** How a session talks: by screens, by lines of text, or in JSON Lines with a program. */
export type IoMode = "screen" | "lines" | "jsonl";

/** Streams of a running session; close it before anything else is printed. */
export interface SessionIo extends DrillIo {
  readonly mode: IoMode;
  /** Ends the current question because the process is asked to stop. */
  stop(): void;
  close(): Promise<void>;
}

/** Chooses how to talk: as asked, else by screens in a terminal that can redraw, else by lines. */
export function chooseMode(app: App, io: string | undefined): IoMode {
  if (io !== undefined && io !== "jsonl" && io !== "lines" && io !== "screen") {
    throw new CertdrillError("io-unknown", `--io ${io} is not known`, {
      hint: "--io accepts: screen, lines, jsonl",
    });
  }
  const { stdin, stdout, env } = app.host;
  const terminal = stdin.isTTY === true && stdout.isTTY === true;
  if (io === "screen" && !terminal) {
    throw new CertdrillError("no-terminal", "screens need a terminal", {
      hint: "use --io lines or --io jsonl",
    });
  }
  if (io) return io;
  return terminal && !isAccessible(app) && env["TERM"] !== "dumb" ? "screen" : "lines";
}

/** Whether plain, numbered text was asked for by option, setting or environment. */
function isAccessible(app: App): boolean {
  const asked = app.host.env["ACCESSIBLE"] ?? "";
  return app.options.accessible === true || app.settings.accessible || (asked !== "" && asked !== "0");
}

/** Opens the streams of a session. */
export async function openSessionIo(app: App, mode: IoMode): Promise<SessionIo> {
  const confidence = app.settings.confidence;
  if (mode === "screen") return screenIo(app, confidence);
  const { readLines } = await import("../ui/prompts/line-reader.ts");
  const reader = readLines(app.host.stdin);
  const edit = async () => app.talk("Editing needs a terminal.");
  const rest = { edit, stop: () => reader.close(), close: async () => reader.close() };
  if (mode === "jsonl") {
    const { jsonlAsker } = await import("../ui/renderers/jsonl-asker.ts");
    const write = (message: Record<string, unknown>) => app.print(JSON.stringify(message));
    return {
      mode,
      confidence: true,
      asker: jsonlAsker({ reader, write, monotonic: app.host.monotonic }),
      ...rest,
    };
  }
  return { mode, confidence, asker: await linesIo(app, reader), ...rest };
}

async function linesIo(app: App, reader: LineReader) {
  const { linesAsker } = await import("../ui/renderers/lines-asker.ts");
  return linesAsker({
    reader,
    ...lookOf(app),
    interactive: app.host.stdin.isTTY === true,
    write: (text) => app.host.stdout.write(text),
    monotonic: app.host.monotonic,
  });
}

async function screenIo(app: App, confidence: boolean): Promise<SessionIo> {
  const [{ openStage }, { screenAsker }] = await Promise.all([
    import("../ui/prompts/stage.ts"),
    import("../ui/renderers/screen-asker.ts"),
  ]);
  const stage = openStage(app.host);
  return {
    mode: "screen",
    confidence,
    asker: screenAsker(stage, {
      theme: lookOf(app).theme,
      monotonic: app.host.monotonic,
      askDispute: (view) => askDispute(app, view),
    }),
    edit: (item) =>
      stage.suspend(async () => {
        const { editItem } = await import("./edit-item.ts");
        await editItem(app, item.id);
      }),
    stop: () => stage.stop(),
    close: () => stage.close(),
  };
}

/** Asks for a dispute's key, reason and link. */
async function askDispute(app: App, view: ItemView): Promise<Dispute | undefined> {
  const { openPrompts } = await import("../ui/prompts/menu.ts");
  const prompts = await openPrompts(app.host);
  const choices = view.options.map((option) => ({
    name: `${option.letter}  ${option.text}`,
    value: option.id,
  }));
  const key = await prompts.chooseMany("Which options do you hold to be right?", choices);
  if (key === undefined) return undefined;
  const reason = await prompts.ask(
    "Why?",
    (text) => text.trim() !== "" || "A reason helps whoever mends the item.",
  );
  if (reason === undefined) return undefined;
  const link = await prompts.ask("A page that shows it (Enter for none):");
  if (link === undefined) return undefined;
  const exclude = await prompts.confirm("Leave this answer out of your score?", true);
  if (exclude === undefined) return undefined;
  return { key, reason: reason.trim(), exclude, ...(link.trim() ? { link: link.trim() } : {}) };
}
