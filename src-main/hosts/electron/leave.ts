/** How the program ends other than by being told to: once, at most, and started anew where that helps. */
import { app } from 'electron'
import { againWith } from './start-options.ts'

export type Leave = {
  /** Ends with this code. The first call counts. */
  now(code: number): void
  /** Ends and starts anew, after `delay` ms. Twice would start two programs, so only the first call counts. */
  again(delay: number, code: number): void
}

export function createLeave(args: readonly string[]): Leave {
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
      const image = process.env['APPIMAGE'] // what runs now is a mount of it that ends with this process
      app.relaunch({ args: againWith(args, delay), ...(image !== undefined && { execPath: image }) })
      app.exit(code)
    },
  }
}
