/**
 * The desktop program as the shared specs see it, whether it runs on the double or on the real
 * Electron.
 */
import type { Page } from 'playwright-core'
import type { Line, Program } from './program.ts'
import { until } from '../../kit/until.ts'

export type Opened = {
  dir: string
  console(): Promise<Page>
  wall(): Promise<Page>
  /** What stands on the console now; empty while it is not there. */
  consoleWords(): Promise<string>
  /** Ends the process of the console's page. */
  crash(): Promise<void>
  log(): Line[]
  /** As the menu's last item; answers the exit code. */
  quit(): Promise<number | null>
  end(): Promise<void>
}

export const overDouble = (program: Program): Opened => ({
  dir: program.dir,
  console: () => program.page('console'),
  wall: () => program.page('wall'),
  consoleWords: async () =>
    (await program.page('console')).evaluate(() => document.body.innerText).catch(() => ''),
  crash: async () => program.window('console').webContents.crash(),
  log: program.log,
  async quit() {
    program.electron.app.quit()
    return until(() => {
      const { ended } = program.electron.double.state
      if (!ended) throw new Error('not ended')
      return ended.code
    })
  },
  end: program.end,
})
