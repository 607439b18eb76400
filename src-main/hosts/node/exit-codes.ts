/**
 * The exit codes of the command line (as in sysexits.h where it has one), and the refusals that it
 * ends with.
 */
import type { LocalizedText } from '#shared/domain/text.ts'

export const EXIT = {
  ok: 0,
  findings: 1, // plans check
  damaged: 2, // verify
  noBrowser: 3, // export to PDF
  usage: 64,
  record: 65, // the record cannot be opened
  noInput: 66, // nothing there to work on
  portTaken: 69,
  internal: 70,
  folderTaken: 73,
  notWritten: 74, // export: the file
  folderUnusable: 74, // the data folder cannot be made or written
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** Ends a command with an exit code and the reason in both languages. */
export class Stop extends Error {
  readonly exit: ExitCode
  readonly code: string
  readonly text: LocalizedText

  constructor(exit: ExitCode, code: string, message: LocalizedText) {
    super(message.en)
    this.exit = exit
    this.code = code
    this.text = message
  }
}

/** One line for a terminal. */
export const lineOf = (code: string, message: LocalizedText): string =>
  `${code}: ${message.zh} / ${message.en}\n`
