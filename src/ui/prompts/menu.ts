import type { Readable, Writable } from "node:stream";

/** A choice of a menu. */
interface Choice<T> {
  readonly name: string;
  readonly value: T;
  readonly description?: string;
}

/** Streams that prompts use. */
export interface Streams {
  readonly stdin: Readable;
  readonly stdout: Writable;
}

/** Simple prompts. Each gives undefined when it is left by Ctrl+C or escape. */
export interface Prompts {
  choose<T>(message: string, choices: readonly Choice<T>[]): Promise<T | undefined>;
  chooseMany<T>(message: string, choices: readonly Choice<T>[]): Promise<readonly T[] | undefined>;
  ask(message: string, validate?: (text: string) => true | string): Promise<string | undefined>;
  confirm(message: string, byDefault: boolean): Promise<boolean | undefined>;
}

/** Loads inquirer, which takes a while: only commands that ask something call this. */
export async function openPrompts({ stdin, stdout }: Streams): Promise<Prompts> {
  const { default: inquirer } = await import("inquirer");
  const prompt = inquirer.createPromptModule({
    input: stdin as NodeJS.ReadStream,
    output: stdout as NodeJS.WriteStream,
  });
  const asking = async <T>(question: Record<string, unknown>): Promise<T | undefined> => {
    try {
      const answers: unknown = await prompt([{ name: "value", ...question }] as never);
      return (answers as { value: T }).value;
    } catch (error) {
      if (error instanceof Error && ["ExitPromptError", "AbortPromptError"].includes(error.name))
        return undefined;
      throw error;
    }
  };
  return {
    choose: (message, choices) => asking({ type: "select", message, choices: [...choices], loop: false }),
    chooseMany: (message, choices) =>
      asking({ type: "checkbox", message, choices: [...choices], loop: false }),
    ask: (message, validate) => asking({ type: "input", message, ...(validate ? { validate } : {}) }),
    confirm: (message, byDefault) => asking({ type: "confirm", message, default: byDefault }),
  };
}
