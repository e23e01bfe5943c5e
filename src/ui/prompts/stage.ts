import type { Readable, Writable } from "node:stream";
import { createPrompt, useEffect, useKeypress, useState } from "@inquirer/core";
import type { Key, Screen, Size } from "../screens/screen.ts";

/** A terminal that screens are shown on. */
export interface Terminal {
  readonly stdin: Readable;
  readonly stdout: Writable & { columns?: number; rows?: number };
}

/** How showing a screen ended when it did not end by itself. */
export class StageClosed extends Error {
  /** Ctrl+C, a signal to the process, or the end of the input. */
  readonly how: "interrupt" | "stop" | "end";
  /** The screen's last state. */
  readonly state: unknown;
  constructor(how: StageClosed["how"], state: unknown) {
    super(`the terminal was closed by ${how}`);
    this.how = how;
    this.state = state;
  }
}

/** One place of a terminal on which screens follow each other without the keyboard ever leaving raw mode. */
export interface Stage {
  size(): Size;
  /** Shows a screen until a key gives its result. @throws StageClosed on Ctrl+C, a signal, or the end of the input */
  show<S, R>(screen: Screen<S, R>): Promise<R>;
  /** Draws again, for a clock that goes on; does nothing between screens. */
  redraw(): void;
  /** Presses a key in the learner's place, for example when the time is up. */
  send(key: Key): void;
  /** Ends the current screen because the process is asked to stop. */
  stop(): void;
  /** Clears the stage and hands the terminal to something else, such as an editor. */
  suspend<T>(action: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The screen that is on now, its state hidden in closures. */
interface Act {
  lines(size: Size): string[];
  press(key: Key, size: Size): void;
  fail(how: StageClosed["how"]): void;
}

const hideCursor = "\u001b[?25l";
const home = "\u001b[H";
const clearScreen = `\u001b[2J${home}`;

interface Play {
  act: Act | undefined;
  last: string;
  draw: () => void;
  leave: () => void;
}

const prompt = createPrompt<void, { play: Play; terminal: Terminal }>(({ play, terminal }, done) => {
  const [, setFrame] = useState(0);
  useEffect(() => {
    let frame = 0;
    const draw = () => setFrame(++frame);
    // After a resize the terminal has reflowed what was drawn; only a clear screen is certain.
    const resize = () => {
      terminal.stdout.write(clearScreen);
      draw();
    };
    Object.assign(play, { draw, leave: () => done() });
    terminal.stdout.on("resize", resize);
    return () => {
      terminal.stdout.off("resize", resize);
    };
  }, []);
  useKeypress((event, line) => {
    line.clearLine(0);
    play.act?.press(keyName(event), sizeOf(terminal));
    play.draw();
  });
  play.last = play.act?.lines(sizeOf(terminal)).join("\n") ?? play.last;
  return `${play.last}${hideCursor}`;
});

/** A key's name: what it types when it types one character, otherwise what readline calls it. */
function keyName(event: { name?: string; ctrl?: boolean; sequence?: string }): Key {
  const typed = event.sequence ?? "";
  if (typed === " ") return "space";
  if (typed.length === 1 && typed > " " && typed < "\u007f") return typed;
  const name = event.name === "return" ? "enter" : (event.name ?? typed);
  return event.ctrl ? `ctrl-${name}` : name;
}

function sizeOf({ stdout }: Terminal): Size {
  return { columns: stdout.columns || 80, rows: stdout.rows || 24 };
}

/** Opens a stage on a terminal. */
export function openStage(terminal: Terminal): Stage {
  const play: Play = { act: undefined, last: "", draw: () => {}, leave: () => {} };
  let running: Promise<void> | undefined;
  const start = () => {
    // What stood on the screen moves up into the scrollback, and the stage has the whole screen.
    terminal.stdout.write("\n".repeat(sizeOf(terminal).rows) + home);
    const abort = new AbortController();
    running = prompt(
      { play, terminal },
      { input: terminal.stdin, output: terminal.stdout, clearPromptOnDone: true, signal: abort.signal },
    )
      .catch(() => fail("interrupt"))
      .finally(() => {
        running = undefined;
        terminal.stdin.off("end", ended);
      });
    const ended = () => {
      fail("end");
      abort.abort();
    };
    terminal.stdin.once("end", ended);
  };
  const fail = (how: StageClosed["how"]) => {
    const { act } = play;
    play.act = undefined;
    act?.fail(how);
  };
  const close = async () => {
    const ending = running;
    play.act = undefined;
    play.last = "";
    play.leave();
    await ending;
  };
  return {
    size: () => sizeOf(terminal),
    show: <S, R>(screen: Screen<S, R>) =>
      new Promise<R>((resolve, reject) => {
        play.act = actOf(screen, play, resolve, reject);
        if (running) play.draw();
        else start();
      }),
    redraw: () => {
      if (play.act) play.draw();
    },
    send(key) {
      play.act?.press(key, sizeOf(terminal));
      play.draw();
    },
    stop: () => fail("stop"),
    async suspend(action) {
      await close();
      return action();
    },
    close,
  };
}

function actOf<S, R>(
  screen: Screen<S, R>,
  play: Play,
  resolve: (result: R) => void,
  reject: (error: Error) => void,
): Act {
  let state = screen.initial;
  return {
    lines: (size) => screen.view(state, size),
    press(key, size) {
      const step = screen.press(state, key, size);
      if ("state" in step) {
        state = step.state;
        return;
      }
      play.act = undefined;
      resolve(step.result);
    },
    fail: (how) => reject(new StageClosed(how, state)),
  };
}
