/** Exit codes of the program; documented in the README. */
export const exitCodes = { done: 0, findings: 1, usage: 2, interrupted: 130 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

interface CertdrillErrorOptions {
  /** What the person can do about it, one line. */
  readonly hint?: string;
  readonly exitCode?: ExitCode;
  readonly cause?: unknown;
  /** Text that is shown before the message, for example findings in a bank file. */
  readonly details?: readonly string[];
}

/** An error that a person can meet: what happened, where, and what to do. Everything else is a bug and keeps its stack. */
export class CertdrillError extends Error {
  readonly code: string;
  readonly hint: string | undefined;
  readonly exitCode: ExitCode;
  readonly details: readonly string[];

  constructor(code: string, message: string, options: CertdrillErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = "CertdrillError";
    this.code = code;
    this.hint = options.hint;
    this.exitCode = options.exitCode ?? exitCodes.usage;
    this.details = options.details ?? [];
  }
}
