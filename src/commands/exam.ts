import type { App } from "../app/app.ts";
import { sayDelivery } from "../app/delivery.ts";
import { chooseMode, type IoMode } from "../app/drill-io.ts";
import { freshLine, openExamIo } from "../app/exam-io.ts";
import {
  type ExamPlan,
  type ExamRoom,
  keyInRoom,
  leftIn,
  openExamRoom,
  recordInRoom,
  resumeExamRoom,
  sitExam,
} from "../app/exam-room.ts";
import { lookOf } from "../app/look.ts";
import { reportOf } from "../app/report-source.ts";
import { unfinishedSession } from "../app/unfinished.ts";
import { readinessNow } from "../app/where-you-stand.ts";
import { slugOf } from "../bank/select-items.ts";
import { CertdrillError, type ExitCode, exitCodes } from "../errors.ts";
import type { Exam } from "../schema/exam.ts";
import { submitExam } from "../session/exam.ts";
import { clockText } from "../session/exam-clock.ts";
import type { Leave } from "../session/run-quiz.ts";

export interface ExamOptions {
  readonly count?: number;
  readonly minutes?: number;
  readonly domain?: string;
  readonly extraTime?: number;
  readonly half?: boolean;
  readonly seed?: string;
  readonly reserve?: boolean;
  readonly practice?: boolean;
  readonly resume?: boolean | string;
  readonly io?: string;
  readonly failUnder?: number;
}

/** `certdrill exam` */
export async function exam(app: App, options: ExamOptions): Promise<ExitCode> {
  const mode = chooseMode(app, options.io);
  const open = await unfinishedSession(app, "exam");
  if (options.resume) {
    const session = typeof options.resume === "string" ? options.resume : open?.session;
    if (!session)
      throw new CertdrillError("nothing-open", "no exam was left unfinished", {
        hint: "start one: certdrill exam",
      });
    return conductExam(await resumeExamRoom(app, session), mode, options.failUnder);
  }
  if (open)
    app.talk(
      `An exam was left at ${open.at.slice(0, 16).replace("T", " ")}; to go on: certdrill exam --resume ${open.session}`,
    );
  await sayDelivery(app);
  const plan = planOf(app, await app.exam(), options);
  if (mode !== "jsonl") await sayWhatIsLeft(app);
  return conductExam(await openExamRoom(app, plan), mode, options.failUnder);
}

/** The exam's own shape, or part of it; time goes with the number of items unless it is given. */
function planOf(app: App, outline: Exam, options: ExamOptions): ExamPlan {
  const full = outline.questions.scored + outline.questions.unscored;
  const count = options.count ?? (options.half ? Math.ceil(full / 2) : full);
  const usual = options.half ? outline.minutes / 2 : (outline.minutes * count) / full;
  const minutes = options.minutes ?? Math.max(1, Math.round(usual));
  const domain = options.domain === undefined ? undefined : findDomainId(outline, options.domain);
  return {
    count,
    minutes: minutes + (options.extraTime ?? 0),
    seed: options.seed ?? app.host.randomWord(),
    practice: options.practice === true,
    reserve: options.reserve === true,
    ...(domain ? { domain } : {}),
  };
}

function findDomainId(outline: Exam, word: string): string {
  const found = outline.domains.find((domain) =>
    [domain.id, slugOf(domain.short), slugOf(domain.name)].includes(slugOf(word)),
  );
  if (found) return found.id;
  throw new CertdrillError("domain-unknown", `${outline.code} has no domain "${word}"`, {
    hint: `domains are: ${outline.domains.map((domain) => `${domain.id} ${slugOf(domain.short)}`).join(", ")}`,
  });
}

async function sayWhatIsLeft(app: App): Promise<void> {
  const [outline, standing] = [await app.exam(), await app.standing()];
  const { domains } = await readinessNow(app, outline.code, standing);
  const short = (id: string) => outline.domains.find((domain) => domain.id === id)?.short ?? id;
  freshLine(
    app,
    domains.map((domain) => ({ short: short(domain.id), left: domain.left })),
  );
}

/** Conducts an exam to its report. */
async function conductExam(room: ExamRoom, mode: IoMode, failUnder: number | undefined): Promise<ExitCode> {
  const { app } = room;
  const io = await openExamIo(room, mode);
  const unhear = app.host.onStop(() => io.stop());
  let left: Leave["how"] | undefined;
  try {
    left = await sitExam(room, io.asker);
  } finally {
    unhear();
    await io.close();
  }
  if (left === "end" && mode === "lines" && app.host.stdin.isTTY !== true) {
    recordInRoom(
      room,
      submitExam(room.state, "submitted", (entry) => keyInRoom(room, entry)),
    );
    left = undefined;
  }
  if (left) return sayHowToComeBack(room, left);
  return tellResult(room, mode, failUnder);
}

function sayHowToComeBack(room: ExamRoom, left: Leave["how"]): ExitCode {
  const clock = room.practice ? "the clock stands still" : "the clock goes on";
  room.app.talk(
    `${clockText(leftIn(room))} left, ${clock}. To go on: certdrill exam --resume ${room.state.session}`,
  );
  return left === "interrupt" ? exitCodes.interrupted : exitCodes.done;
}

async function tellResult(room: ExamRoom, mode: IoMode, failUnder: number | undefined): Promise<ExitCode> {
  const { app, state } = room;
  const report = await reportOf(app, state.session);
  if (!report) throw new Error(`the exam ${state.session} is not in the journal`);
  if (mode === "jsonl") {
    app.print(JSON.stringify({ type: "result", ...report }));
  } else {
    const { sessionReportLines } = await import("../ui/views/session-report-view.ts");
    const { width, theme } = lookOf(app);
    app.print(["", ...sessionReportLines(report, width, theme)].join("\n"));
    app.talk(
      `Again in full: certdrill report ${report.session}\nNext:          certdrill review ${report.session} --misses`,
    );
  }
  const estimate = report.mock?.score?.estimate ?? 0;
  return failUnder !== undefined && estimate < failUnder ? exitCodes.findings : exitCodes.done;
}
