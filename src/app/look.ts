import { widestText } from "../ui/layout.ts";
import { makeTheme, type Theme } from "../ui/theme.ts";
import type { App } from "./app.ts";

/** How text on stdout looks. */
export interface Look {
  readonly theme: Theme;
  /** Columns that text may use. */
  readonly width: number;
}

/** The look of stdout; commands that print one figure do without it, since start-up counts. */
export function lookOf({ host, options, settings }: App): Look {
  const isTty = host.stdout.isTTY === true;
  return {
    theme: makeTheme({ env: host.env, isTty, theme: settings.theme, noColor: options.color === false }),
    width: Math.min(widestText, isTty ? (host.stdout.columns || 80) - 1 : 80),
  };
}
