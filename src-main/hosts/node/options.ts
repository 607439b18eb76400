/**
 * Takes the options of a command apart, and says in both languages what is wrong with the first
 * that is: Node's own words are English alone.
 */
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { localized } from '#shared/domain/text.ts'
import { EXIT, Stop } from './exit-codes.ts'

export const usage = (zh: string, en: string): Stop =>
  new Stop(EXIT.usage, 'usage', localized(zh, en))

/** Options that stand alone. */
const FLAGS: readonly string[] = ['personal', 'draft', 'demo', 'browser', 'no-open']
/** `--package` is written by an export, and read from a file by everybody else. */
const isFlag = (command: string, name: string): boolean =>
  FLAGS.includes(name) || (command === 'export' && name === 'package')

/** `--from` and `--to` of an export are days, of every other command folders. */
const DAYS: Readonly<Record<string, string>> = { from: '2026-11-01', to: '2026-11-30' }
/** What stands behind each other option, as the help writes it. */
const VALUES: Readonly<Record<string, string>> = {
  data: 'DIR',
  package: 'FILE',
  port: 'N',
  site: 'KIND',
  zone: 'ZONE',
  to: 'FOLDER',
  from: 'FOLDER',
  purges: 'OLD',
  month: '2026-11',
  number: 'N',
  incident: '2026-017',
  format: 'xlsx|csv|html|pdf',
  out: 'FILE',
  lang: 'zh|en',
  table: 'ID',
}

export type Options = {
  values: Readonly<Record<string, string | undefined>>
  files: readonly string[]
  flags: readonly string[]
}

/** `names`: the options that `command` has; `files`: whether it takes arguments beside them. */
export function readOptions(
  command: string,
  args: readonly string[],
  names: readonly string[],
  files = false,
): Options {
  const options: ParseArgsOptionsConfig = Object.fromEntries(
    names.map((name) => [name, { type: isFlag(command, name) ? 'boolean' : 'string' }]),
  )
  const { tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const values: Record<string, string | undefined> = {}
  const [positionals, flags]: [string[], string[]] = [[], []]
  for (const token of tokens) {
    if (token.kind === 'positional') {
      if (!files) throw usage(`多余的参数：${token.value}`, `Unexpected argument: ${token.value}`)
      positionals.push(token.value)
    }
    if (token.kind !== 'option') continue
    const { name, rawName, value, inlineValue } = token
    if (!names.includes(name)) throw unknownOption(command, rawName, names)
    if (isFlag(command, name)) {
      if (value !== undefined)
        throw usage(`${rawName}后面不写值`, `${rawName} does not take a value`)
      flags.push(name)
    } else {
      const isNextOption = !inlineValue && /^--?[a-z]/i.test(value ?? '')
      if (value === undefined || value === '' || isNextOption)
        throw valueMissing(command, rawName, name)
      values[name] = value
    }
  }
  return { values, files: positionals, flags }
}

function valueMissing(command: string, rawName: string, name: string): Stop {
  const value =
    (command === 'export' ? DAYS[name] : undefined) ??
    (command === 'follow' && name === 'from' ? 'TEXT' : undefined) ??
    VALUES[name] ??
    'VALUE'
  return usage(
    `${rawName}后面没有写值，写成 ${rawName} ${value}`,
    `${rawName} needs a value: ${rawName} ${value}`,
  )
}

function unknownOption(command: string, rawName: string, names: readonly string[]): Stop {
  const known = names.map((name) => `--${name}`).join(' ')
  return names.length === 0
    ? usage(
        `${command}没有选项，不认识${rawName}`,
        `${command} has no options; ${rawName} is unknown`,
      )
    : usage(
        `没有这个选项：${rawName}。${command}可用：${known}`,
        `There is no option ${rawName}. Options of ${command}: ${known}`,
      )
}
