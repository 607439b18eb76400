/**
 * `station admin-code`: sets or replaces the administrator's code of a data folder, for whoever may
 * write there. The code is typed or piped in, so that it stands in no command line.
 */
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { createAdminCode } from '#main/adapters/admin-code-file.ts'
import { codeNotWritten, codeTooSimple } from '#main/core/features/admin-code/refusals.ts'
import { isCodeTooSimple, LONGEST_CODE } from '#shared/domain/admin-code.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { EXIT, Stop } from './exit-codes.ts'
import { isLost, noRecord, sizeOf } from './lost-record.ts'
import { dataFiles } from './install-paths.ts'

const PROMPT = localized('新的管理员密码（不显示）：', 'New administrator code (not shown): ')
const AGAIN = localized('再输一次：', 'Repeat the code: ')
const both = ({ zh, en }: LocalizedText): string => `${zh} / ${en}`

const silent = (): Writable => new Writable({ write: (_piece, _encoding, done) => done() })

/** A line that is typed without being shown. */
async function typed(prompt: LocalizedText): Promise<string> {
  process.stderr.write(both(prompt))
  const lines = createInterface({ input: process.stdin, output: silent(), terminal: true })
  try {
    return await lines.question('')
  } finally {
    lines.close()
    process.stderr.write('\n')
  }
}

async function typedTwice(): Promise<string> {
  const code = await typed(PROMPT)
  if ((await typed(AGAIN)) === code) return code
  throw new Stop(
    EXIT.usage,
    'codes-differ',
    localized('两次输入不一致，没有更改', 'The two codes differ; nothing was changed'),
  )
}

/** The first line that another program hands over. */
async function piped(): Promise<string> {
  const lines = createInterface({ input: process.stdin })
  try {
    for await (const line of lines) return line
    return ''
  } finally {
    lines.close()
  }
}

/** The code that a person types twice, or the first line of what is piped in. */
export const readCode = (): Promise<string> => (process.stdin.isTTY ? typedTwice() : piped())

/**
 * The one line of the result. A running station takes the new code at once and locks its consoles.
 * Throws {@link Stop}; then the code is what it was.
 */
export async function changeAdminCode(dir: string, code: string): Promise<string> {
  if (!isLost(dir) && sizeOf(dataFiles(dir).journal) === 0) throw noRecord(dir)
  if (code.length > LONGEST_CODE || isCodeTooSimple(code)) {
    const { message } = codeTooSimple()
    throw new Stop(EXIT.usage, 'code-too-simple', message)
  }
  try {
    await createAdminCode(dir).set(code)
  } catch {
    throw new Stop(EXIT.folderUnusable, 'code-not-written', codeNotWritten().message)
  }
  const message = localized('管理员密码已更换', 'The administrator code was set')
  return JSON.stringify({ ok: true, message })
}
