/**
 * Says on the screen why the program is not running, then ends by itself or tries again: nobody may
 * be there to click.
 */
import type { Log } from '#main/core/ports.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { lineOf } from '../node/exit-codes.ts'
import { CONSOLE_URL } from './navigation-policy.ts'
import type { ProgramExit } from './program-exit.ts'
import { stoppedPage } from './plain-page.ts'
import type { WindowSetup } from './window-setup.ts'
import { makeWindow, showWhenDrawn } from './window-factory.ts'
import { WORDS } from './desktop-words.ts'

const SHOWN_FOR = 20_000 // ms

/**
 * `again`: whether it starts anew; else it ends with the code. Closing the window is the same, at
 * once.
 */
export type StartFailure = { exit: number; code: string; text: LocalizedText; again: boolean }

export function showStartFailure(
  { exit, code, text, again }: StartFailure,
  { written, program, icons }: WindowSetup,
  leave: ProgramExit,
  log: Log,
): void {
  log.error('not-started', new Error(text.en), { code, exit, again })
  process.stderr.write(lineOf(code, text))
  const seconds = SHOWN_FOR / 1_000
  written.set('/stopped', () =>
    stoppedPage(code, text, again ? WORDS.triesAgain(seconds) : WORDS.closes(seconds)),
  )
  const end = (): void => {
    clearTimeout(timer)
    if (again) leave.again(0, exit)
    else leave.now(exit)
  }
  const timer = setTimeout(end, SHOWN_FOR)
  const window = makeWindow(
    'notice',
    { title: WORDS.stopped.zh, icon: `${icons}/icon.png` },
    program,
  )
  window.on('closed', end)
  showWhenDrawn(window)
  window.loadURL(`${CONSOLE_URL}stopped`).catch((error: unknown) => {
    // closed while it loaded: somebody has read it
    if (!window.isDestroyed()) log.error('notice-not-shown', error)
  })
}
