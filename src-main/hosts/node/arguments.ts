/** Reads the command line into a command, or says in both languages why there is none. */
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { resolve } from 'node:path'
import { FORMATS, type Format } from '#shared/domain/document/file-formats.ts'
import { isDate } from '#shared/domain/statistics/period.ts'
import { isSiteKind, isZone, SITE_KINDS, type SiteKind } from '#shared/domain/site/site.ts'
import { localized } from '#shared/domain/text.ts'
import { EXIT, Stop } from './exit-codes.ts'
import type { ExportOptions } from './export.ts'

export type Command =
  | { name: 'help' }
  | { name: 'version' }
  | {
      name: 'serve'
      dir: string
      port: number | undefined
      site: SiteKind | undefined
      zone: string | undefined
    }
  | { name: 'verify'; dir: string }
  | { name: 'demo'; dir: string }
  | { name: 'admin-code'; dir: string }
  | { name: 'backup'; dir: string; to: string }
  | { name: 'restore'; dir: string; from: string }
  | { name: 'adopt'; dir: string; from: string }
  | { name: 'plans-check'; files: readonly string[] }
  | ({ name: 'export' } & ExportOptions)

/** Options that stand alone. */
const FLAGS: readonly string[] = ['personal']

/** What is wrong with the arguments, by the code of `parseArgs`, whose message is in English. */
const PARSE_FAULTS: Readonly<Record<string, string>> = {
  ERR_PARSE_ARGS_UNKNOWN_OPTION: '没有这个选项',
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: '选项没有写值，或不该有值',
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: '有多余的参数',
}

const usage = (zh: string, en: string): Stop => new Stop(EXIT.usage, 'usage', localized(zh, en))

function options(
  args: readonly string[],
  names: readonly string[],
  files = false,
): { values: Record<string, string | undefined>; files: string[]; flags: readonly string[] } {
  const config: ParseArgsOptionsConfig = Object.fromEntries(
    names.map((name) => [name, { type: FLAGS.includes(name) ? 'boolean' : 'string' }]),
  )
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: config,
      strict: true,
      allowPositionals: files,
    })
    return {
      values: values as Record<string, string | undefined>,
      files: positionals,
      flags: FLAGS.filter((name) => values[name] === true),
    }
  } catch (error) {
    const { message, code = '' } = error as NodeJS.ErrnoException
    throw usage(`${PARSE_FAULTS[code] ?? '参数有误'}：${message}`, message)
  }
}

function folder(values: Record<string, string | undefined>): string {
  if (!values['data']) throw usage('缺少 --data DIR', '--data DIR is missing')
  return resolve(values['data'])
}

function serve(args: readonly string[]): Command {
  const { values } = options(args, ['data', 'port', 'site', 'zone'])
  const { port, site, zone } = values
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) <= 65_535))
    throw usage(
      `端口须为0到65535的整数：${port}`,
      `The port must be a whole number from 0 to 65535: ${port}`,
    )
  if (site !== undefined && !isSiteKind(site)) {
    const kinds = Object.keys(SITE_KINDS).join(' ')
    throw usage(
      `没有这种单位类型：${site}。可用：${kinds}`,
      `There is no such kind of site: ${site}. Known: ${kinds}`,
    )
  }
  if (zone !== undefined && !isZone(zone))
    throw usage(`没有这个时区：${zone}`, `There is no such time zone: ${zone}`)
  return {
    name: 'serve',
    dir: folder(values),
    port: port === undefined ? undefined : Number(port),
    site,
    zone,
  }
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/
const isFormat = (format: string | undefined): format is Format =>
  (FORMATS as readonly (string | undefined)[]).includes(format)
const LANGUAGES: Readonly<Record<string, 'zh' | 'en'>> = { zh: 'zh', 'zh-CN': 'zh', en: 'en' }

/** Either a month or both ends of a period; a period that the record cannot answer passes here. */
function exportCommand(args: readonly string[]): Command {
  const { values, flags } = options(args, [
    'data',
    'month',
    'from',
    'to',
    'format',
    'out',
    'lang',
    'table',
    'personal',
  ])
  const { month, from, to, format, out, table } = values
  const language = LANGUAGES[values['lang'] ?? 'zh']
  const isPeriod =
    from !== undefined && to !== undefined && isDate(from) && isDate(to) && from <= to
  if (
    month === undefined ? !isPeriod : !MONTH.test(month) || from !== undefined || to !== undefined
  )
    throw usage(
      '需要 --month 2026-11，或 --from 2026-11-01 --to 2026-11-30',
      'Needs --month 2026-11, or --from 2026-11-01 --to 2026-11-30',
    )
  if (!isFormat(format))
    throw usage(
      `--format 须为 ${FORMATS.join('、')} 之一`,
      `--format must be one of ${FORMATS.join(', ')}`,
    )
  if (!out) throw usage('缺少 --out FILE', '--out FILE is missing')
  if (!language) throw usage('--lang 须为 zh 或 en', '--lang must be zh or en')
  if (table !== undefined && format !== 'csv')
    throw usage('--table 只用于csv', '--table is for csv only')
  const what = {
    ...(month === undefined ? { from: from ?? '', to: to ?? '' } : { month }),
    ...(flags.includes('personal') && { personal: true }),
  }
  return { name: 'export', dir: folder(values), what, format, out: resolve(out), language, table }
}

/** Throws {@link Stop} with exit code 64 for anything that is not a command. */
export function readArguments(args: readonly string[]): Command {
  const [command, ...rest] = args
  if (args.includes('--help') || args.includes('-h') || command === 'help') return { name: 'help' }
  if (command === '--version') return { name: 'version' }
  switch (command) {
    case 'serve':
      return serve(rest)
    case 'verify':
      return { name: 'verify', dir: folder(options(rest, ['data']).values) }
    case 'export':
      return exportCommand(rest)
    case 'demo':
      return { name: 'demo', dir: folder(options(rest, ['data']).values) }
    case 'admin-code':
      return { name: 'admin-code', dir: folder(options(rest, ['data']).values) }
    case 'backup': {
      const { values } = options(rest, ['data', 'to'])
      if (!values['to']) throw usage('缺少 --to FOLDER', '--to FOLDER is missing')
      return { name: 'backup', dir: folder(values), to: resolve(values['to']) }
    }
    case 'restore': {
      const { values } = options(rest, ['data', 'from'])
      if (!values['from']) throw usage('缺少 --from FOLDER', '--from FOLDER is missing')
      return { name: 'restore', dir: folder(values), from: resolve(values['from']) }
    }
    case 'adopt': {
      const { values } = options(rest, ['data', 'from'])
      if (!values['from']) throw usage('缺少 --from FOLDER', '--from FOLDER is missing')
      return { name: 'adopt', dir: folder(values), from: resolve(values['from']) }
    }
    case 'plans':
      if (rest[0] === 'check')
        return { name: 'plans-check', files: options(rest.slice(1), [], true).files }
      throw usage('只有 plans check', 'The only plans command is: plans check')
    case undefined:
      throw usage('缺少命令', 'No command given')
    default:
      throw usage(`没有这个命令：${command}`, `There is no such command: ${command}`)
  }
}
