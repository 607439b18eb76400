/** Ends the program after a failure, at most once, and restarts it where that helps. */
import { app } from 'electron'
import { EXIT } from '../node/exit-codes.ts'
import { restartArguments } from './start-options.ts'

export type ProgramExit = {
  /** Ends with this code. The first call counts. */
  now(code: number): void
  /**
   * Ends and restarts after `delay` ms. Only the first call counts, since two would start two
   * programs. A supervised program is restarted by its launcher.
   */
  again(delay: number, code: number): void
}

/** Exit code for the launcher: "restart me" (sysexits.h: a failure that will pass). */
const AGAIN = 75

/**
 * `supervised`: a launcher waits for the end of this program and restarts it, after its own waits.
 */
export function createProgramExit(args: readonly string[], supervised: boolean): ProgramExit {
  let ended = false
  return {
    now(code) {
      if (ended) return
      ended = true
      app.exit(code)
    },
    again(delay, code) {
      if (ended) return
      ended = true
      if (supervised) return app.exit(code === EXIT.internal ? code : AGAIN)
      // the running program is a mount of the image, which ends with this process
      const image = process.env['APPIMAGE']
      app.relaunch({
        args: restartArguments(args, delay),
        ...(image !== undefined && { execPath: image }),
      })
      app.exit(code)
    },
  }
}
