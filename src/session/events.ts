import type { Item } from "../schema/item.ts";
import type { Numbers } from "../schema/item-parts.ts";

/** Version of the journal's lines. Readers keep lines of a newer version and skip them. */
export const eventVersion = 1;

export type SessionKind = "quiz" | "daily" | "exam" | "review" | "diagnose";
export type Confidence = "guess" | "unsure" | "sure";

/** One place of a form: what is asked there and how it is laid out. */
export interface FormEntry {
  readonly item: string;
  /** Digest of the wording and key as they were when the form was drawn. */
  readonly fingerprint: string;
  /** Option ids in the order shown. */
  readonly order: readonly string[];
  /** Numbers drawn for a computed item. */
  readonly numbers?: Numbers;
  /** An exam's pretest item: it is told only after the exam, and does not count. */
  readonly unscored?: true;
}

/** What a session was opened with; enough to lay it out again, byte for byte. */
export interface SessionOpened {
  readonly type: "opened";
  readonly kind: SessionKind;
  readonly exam: string;
  readonly seed: string;
  readonly form: readonly FormEntry[];
  /** Minutes of working time, if limited. */
  readonly minutes?: number;
  /** Filters of a quiz, in words. */
  readonly topics?: readonly string[];
  /** An exam that may be paused. */
  readonly practice?: true;
  /** An exam whose form came from the reserve. */
  readonly reserve?: true;
}

/** Places added to a form that grows while it is asked, as a diagnosis does. */
interface FormExtended {
  readonly type: "extended";
  readonly form: readonly FormEntry[];
}

/** The full text of an item, written once for each wording, so that reports stay what they were. */
export interface ItemKept {
  readonly type: "item";
  readonly fingerprint: string;
  readonly item: Item;
}

/** A final answer. */
export interface Answered {
  readonly type: "answered";
  /** Place in the form, from 0. */
  readonly n: number;
  readonly item: string;
  /** Option ids in the order they were chosen. */
  readonly choose: readonly string[];
  /** Ids of the right options when it was answered. */
  readonly key: readonly string[];
  readonly correct: boolean;
  /** Milliseconds the item was in sight. */
  readonly ms: number;
  readonly confidence?: Confidence;
  /** Complete selections that were made and left again before this one. */
  readonly changes?: readonly (readonly string[])[];
  /** Pretest item of an exam. */
  readonly unscored?: true;
  /** What is known of an item whose text is not in the journal, as after an import. */
  readonly facts?: {
    readonly services: readonly string[];
    readonly objective: string;
    readonly level: string;
  };
}

interface Skipped {
  readonly type: "skipped";
  readonly n: number;
  readonly item: string;
  readonly ms: number;
}

interface Flagged {
  readonly type: "flagged";
  readonly n: number;
  readonly item: string;
  readonly on: boolean;
}

/** Takes back the answer with the event id `ref`. */
interface Undone {
  readonly type: "undone";
  readonly n: number;
  readonly ref: string;
}

/** A doubt about an item's key. */
interface Disputed {
  readonly type: "disputed";
  readonly n: number;
  readonly item: string;
  readonly fingerprint: string;
  /** Options the learner holds to be right. */
  readonly key: readonly string[];
  readonly reason: string;
  readonly link?: string;
  /** Leaves the answer out of the score and of the evidence. */
  readonly exclude: boolean;
}

/** A selection inside an exam, before it is submitted: the last one of a place counts. */
interface Chosen {
  readonly type: "chosen";
  readonly n: number;
  readonly choose: readonly string[];
  /** Milliseconds in sight since the last event of this place. */
  readonly ms: number;
  /** Working time of the exam used so far, milliseconds. */
  readonly used: number;
  readonly confidence?: Confidence;
}

/** Working time used so far, written when a session is left, so that a clock that jumps while it is away does no harm. */
interface Left {
  readonly type: "left";
  /** Milliseconds of working time used. */
  readonly used: number;
}

export interface SessionClosed {
  readonly type: "closed";
  readonly how: "finished" | "scored" | "discarded" | "submitted" | "time-up";
}

/** A result of the real exam, as its owner reports it. */
interface RealResult {
  readonly type: "result";
  readonly exam: string;
  readonly score: number;
  /** Day of the exam, YYYY-MM-DD. */
  readonly day: string;
}

/** What happened inside a session. */
type SessionEvent =
  | SessionOpened
  | FormExtended
  | Answered
  | Skipped
  | Flagged
  | Undone
  | Disputed
  | Chosen
  | Left
  | SessionClosed;

/** What the journal holds: an event with its version, id, time and session. */
export interface Stamp {
  readonly v: number;
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Session id; empty for events outside a session. */
  readonly session: string;
  /** Number of the event in its session, from 0: the order that counts there, whatever the clock did. */
  readonly seq: number;
}

export type JournalEvent = Stamp & (SessionEvent | ItemKept | RealResult);

/** Events as a session makes them: the recorder adds the rest. */
export type EventDraft = SessionEvent | ItemKept | RealResult;
