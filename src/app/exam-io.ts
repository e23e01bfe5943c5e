import { countPlaces } from "../session/exam.ts";
import { announcements, paceAgainstPlan } from "../session/exam-clock.ts";
import type { ExamAsker } from "../session/run-exam.ts";
import type { App } from "./app.ts";
import type { IoMode } from "./drill-io.ts";
import { type ExamRoom, leftIn, usedIn } from "./exam-room.ts";
import { lookOf } from "./look.ts";

/** How an exam talks; close it before anything else is printed. */
export interface ExamIo {
  readonly asker: ExamAsker;
  stop(): void;
  close(): Promise<void>;
}

/** Opens the streams of an exam. */
export async function openExamIo(room: ExamRoom, mode: IoMode): Promise<ExamIo> {
  return mode === "screen" ? screenIo(room) : streamIo(room, mode);
}

/** Says once what the clock has to announce since it was last asked. */
function announcer(room: ExamRoom): () => string {
  let before = leftIn(room);
  return () => {
    const now = leftIn(room);
    const minutes = announcements(before, now).at(-1);
    before = now;
    return minutes === undefined ? "" : `${minutes} minute${minutes === 1 ? "" : "s"} left.`;
  };
}

async function screenIo(room: ExamRoom): Promise<ExamIo> {
  const { app } = room;
  const [{ openStage }, { examScreenAsker }, { timeUpKey }] = await Promise.all([
    import("../ui/prompts/stage.ts"),
    import("../ui/renderers/exam-screen-asker.ts"),
    import("../ui/screens/exam-screen.ts"),
  ]);
  const stage = openStage(app.host);
  const ticking = setInterval(() => (leftIn(room) <= 0 ? stage.send(timeUpKey) : stage.redraw()), 1000);
  const time = () => ({
    left: leftIn(room),
    ahead: paceAgainstPlan(
      room.clock,
      usedIn(room),
      countPlaces(room.state).answered,
      room.state.form.length,
    ),
  });
  return {
    asker: examScreenAsker(stage, {
      theme: lookOf(app).theme,
      monotonic: app.host.monotonic,
      time,
      announcement: announcer(room),
    }),
    stop: () => stage.stop(),
    close: async () => {
      clearInterval(ticking);
      await stage.close();
    },
  };
}

async function streamIo(room: ExamRoom, mode: IoMode): Promise<ExamIo> {
  const { app } = room;
  const { readLines } = await import("../ui/prompts/line-reader.ts");
  const reader = readLines(app.host.stdin);
  const ends = { stop: () => reader.close(), close: async () => reader.close() };
  const { monotonic } = app.host;
  const timeLeft = () => leftIn(room);
  if (mode === "jsonl") {
    const { examJsonlAsker } = await import("../ui/renderers/exam-jsonl-asker.ts");
    const write = (message: Record<string, unknown>) => app.print(JSON.stringify(message));
    return { asker: examJsonlAsker({ reader, write, monotonic, timeLeft }), ...ends };
  }
  const { examLinesAsker } = await import("../ui/renderers/exam-lines-asker.ts");
  const interactive = app.host.stdin.isTTY === true;
  const write = (text: string) => app.host.stdout.write(text);
  return {
    asker: examLinesAsker({
      reader,
      ...lookOf(app),
      interactive,
      write,
      monotonic,
      timeLeft,
      announcement: announcer(room),
    }),
    ...ends,
  };
}

/** Fresh items that are left for mock exams, by domain, in words. */
export function freshLine(app: App, left: readonly { short: string; left: number }[]): void {
  app.talk(`Fresh items left: ${left.map((domain) => `${domain.short} ${domain.left}`).join(", ")}.`);
}
