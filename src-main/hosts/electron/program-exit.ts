/**
 * How the program ends other than by being told to: once, at most, and started anew where that
 * helps.
 */
import { app } from 'electron'
import { EXIT } from '../node/exit-codes.ts'
import { restartArguments } from './start-options.ts'

export type ProgramExit = {
  /** Ends with this code. The first call counts. */
  now(code: number): void
  /**
   * Ends and starts anew, after `delay` ms. Twice would start two programs, so only the first call
   * counts. Whoever keeps the program starts it anew himself.
   */
  again(delay: number, code: number): void
}

/**
 * Exit code for whoever keeps this program: "start me anew" (sysexits.h: a failure that will pass).
 */
const AGAIN = 75

/**
 * `kept`: another program waits for the end of this one and starts it anew, with waits of its own.
 */
export function createProgramExit(args: readonly string[], kept: boolean): ProgramExit {
  let left = false
  return {
    now(code) {
      if (left) return
      left = true
      app.exit(code)
    },
    again(delay, code) {
      if (left) return
      left = true
      if (kept) return app.exit(code === EXIT.internal ? code : AGAIN)
      // what runs now is a mount of it that ends with this process
      const image = process.env['APPIMAGE']
      app.relaunch({
        args: restartArguments(args, delay),
        ...(image !== undefined && { execPath: image }),
      })
      app.exit(code)
    },
  }
}
