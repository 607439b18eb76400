/** Reads the command line into a command, or says in both languages why there is none. */
import { resolve } from 'node:path'
import { isSiteKind, isZone, SITE_KINDS, type SiteKind } from '#shared/domain/site/site.ts'
import { readExport } from './export-arguments.ts'
import type { ExportOptions } from './export.ts'
import { COMMANDS } from './help.ts'
import { readOptions, usage, type Options } from './options.ts'

/** `of`: the command that help is wanted for; null: all of them. */
export type Command =
  | { name: 'help'; of: string | null }
  | { name: 'version' }
  | {
      name: 'serve'
      dir: string
      port: number | undefined
      site: SiteKind | undefined
      zone: string | undefined
    }
  | { name: 'follow'; dir: string; from: string | undefined; port: number | undefined }
  | { name: 'verify'; dir: string }
  | { name: 'verify-package'; file: string }
  | { name: 'demo'; dir: string }
  | { name: 'admin-code'; dir: string }
  | { name: 'backup'; dir: string; to: string }
  | { name: 'restore'; dir: string; from: string; purges?: string }
  | { name: 'adopt'; dir: string; from: string }
  | { name: 'plans-check'; files: readonly string[] }
  | ({ name: 'export' } & ExportOptions)

function folder({ data }: Options['values']): string {
  if (!data) throw usage('缺少 --data DIR', '--data DIR is missing')
  return resolve(data)
}

/** Of a command that works on the folder alone. */
const onFolder = (command: string, args: readonly string[]): string =>
  folder(readOptions(command, args, ['data']).values)

/** A record by its folder, or a package by its file. */
function verifies(args: readonly string[]): Command {
  const { values } = readOptions('verify', args, ['data', 'package'])
  if (values['package'] === undefined) return { name: 'verify', dir: folder(values) }
  if (values['data'] !== undefined)
    throw usage('--data 和 --package 只写一个', 'Give either --data or --package')
  return { name: 'verify-package', file: resolve(values['package']) }
}

/** Of a command that takes a second folder by the option `other`. */
function onFolders(
  command: string,
  args: readonly string[],
  other: 'to' | 'from',
  more: readonly string[] = [],
): { dir: string; folder: string; values: Options['values'] } {
  const { values } = readOptions(command, args, ['data', other, ...more])
  const second = values[other]
  if (second === undefined) throw usage(`缺少 --${other} FOLDER`, `--${other} FOLDER is missing`)
  return { dir: folder(values), folder: resolve(second), values }
}

function portIn({ port }: Options['values']): number | undefined {
  if (port === undefined) return undefined
  if (!(/^\d{1,5}$/.test(port) && Number(port) <= 65_535))
    throw usage(
      `端口须为0到65535的整数：${port}`,
      `The port must be a whole number from 0 to 65535: ${port}`,
    )
  return Number(port)
}

function follow(args: readonly string[]): Command {
  const { values } = readOptions('follow', args, ['data', 'from', 'port'])
  return { name: 'follow', dir: folder(values), from: values['from'], port: portIn(values) }
}

function serve(args: readonly string[]): Command {
  const { values } = readOptions('serve', args, ['data', 'port', 'site', 'zone'])
  const { site, zone } = values
  const port = portIn(values)
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
    port,
    site,
    zone,
  }
}

/** The command that these arguments name, as the help calls it; null for none that there is. */
export function commandIn([command = '', part = '']: readonly string[]): string | null {
  return [command, `${command} ${part}`].find((name) => Object.hasOwn(COMMANDS, name)) ?? null
}

/** Throws {@link Stop} with exit code 64 for anything that is not a command. */
export function readArguments(args: readonly string[]): Command {
  const [command, ...rest] = args
  if (command === 'help') return { name: 'help', of: commandIn(rest) }
  if (args.includes('--help') || args.includes('-h')) return { name: 'help', of: commandIn(args) }
  if (command === '--version') return { name: 'version' }
  switch (command) {
    case 'serve':
      return serve(rest)
    case 'follow':
      return follow(rest)
    case 'verify':
      return verifies(rest)
    case 'demo':
    case 'admin-code':
      return { name: command, dir: onFolder(command, rest) }
    case 'export':
      return { name: 'export', ...readExport(rest, folder) }
    case 'backup': {
      const { dir, folder: to } = onFolders(command, rest, 'to')
      return { name: 'backup', dir, to }
    }
    case 'restore': {
      const { dir, folder: from, values } = onFolders(command, rest, 'from', ['purges'])
      const purges = values['purges']
      return { name: command, dir, from, ...(purges && { purges: resolve(purges) }) }
    }
    case 'adopt': {
      const { dir, folder: from } = onFolders(command, rest, 'from')
      return { name: command, dir, from }
    }
    case 'plans':
      if (rest[0] === 'check')
        return {
          name: 'plans-check',
          files: readOptions('plans check', rest.slice(1), [], true).files,
        }
      throw usage('只有 plans check', 'The only plans command is: plans check')
    case undefined:
      throw usage('没有写命令', 'No command given')
    default:
      throw usage(`没有这个命令：${command}`, `There is no such command: ${command}`)
  }
}
