/**
 * Holds what the parts of the double share: one program's worth of it, since a test loads the
 * double again for each start.
 */
import type { Browser } from 'playwright-core'

/**
 * A call of the program that only leaves a trace. `ready`: whether the program was ready by then.
 */
export type Call = { what: string; args: readonly unknown[]; ready: boolean }
export type Ended = { code: number; relaunched: readonly { args: readonly string[] }[] }

export const state = {
  /** Null: windows open no pages. For specs of timing that need none. */
  browser: null as Browser | null,
  /** Scripts that run in every page before its own, as source. */
  everyPage: [] as string[],
  /** Pages are let off their content policy: what then holds is the program's guards alone. */
  bypassPolicy: false,
  ready: false,
  /** Whether the desktop's single-instance lock can be had. */
  lockFree: true,
  ended: null as Ended | null,
  calls: [] as Call[],
  /** What no program of ours may ever do: ask a person to click, open something outside. */
  faults: [] as string[],
  /** Errors that pages have shown. */
  problems: [] as string[],
}

export const called = (what: string, ...args: unknown[]): void =>
  void state.calls.push({ what, args, ready: state.ready })

/** Electron's own complaint about what comes too early. */
export function needsReady(what: string): void {
  if (!state.ready) throw new Error(`${what} before app is ready`)
}

/** The event object that Electron's own listeners get first. */
export type Happening<T extends object = object> = T & {
  preventDefault(): void
  readonly defaultPrevented: boolean
}

export function happening<T extends object>(of: T = {} as T): Happening<T> {
  let prevented = false
  return Object.defineProperties(
    {
      ...of,
      preventDefault: () => {
        prevented = true
      },
    },
    { defaultPrevented: { get: () => prevented } },
  ) as Happening<T>
}
