/** Shows on the screen why the program does not run, then ends or restarts without a click. */
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

/** `again`: whether it restarts; else it ends with the code. Closing the window does so at once. */
export type StartFailure = { exit: number; code: string; text: LocalizedText; again: boolean }

export function showStartFailure(
  { exit, code, text, again }: StartFailure,
  { programPages, program, icons }: WindowSetup,
  programExit: ProgramExit,
  log: Log,
): void {
  log.error('not-started', new Error(text.en), { code, exit, again })
  process.stderr.write(lineOf(code, text))
  const seconds = SHOWN_FOR / 1_000
  programPages.set('/stopped', () =>
    stoppedPage(code, text, again ? WORDS.triesAgain(seconds) : WORDS.closes(seconds)),
  )
  const finish = (): void => {
    clearTimeout(timer)
    if (again) programExit.again(0, exit)
    else programExit.now(exit)
  }
  const timer = setTimeout(finish, SHOWN_FOR)
  const window = makeWindow(
    'notice',
    { title: WORDS.stopped.zh, icon: `${icons}/icon.png` },
    program,
  )
  window.on('closed', finish)
  showWhenDrawn(window)
  window.loadURL(`${CONSOLE_URL}stopped`).catch((error: unknown) => {
    // closed while it loaded: a person has read it
    if (!window.isDestroyed()) log.error('notice-not-shown', error)
  })
}
