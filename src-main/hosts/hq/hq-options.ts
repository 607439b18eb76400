/**
 * What the program of HQ was asked for: by arguments, else by the environment, so that a unit file
 * or a compose file says everything.
 */
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { HQ_ROLES, type HqRole } from '#shared/domain/hq/scope.ts'
import { EXIT, Stop } from '../node/exit-codes.ts'
import { localized } from '#shared/domain/text.ts'
import { HQ_COMMANDS, HQ_OPTIONS, type HqCommandName, type HqOptionName } from './hq-help.ts'

export type HqOptions = {
  command: HqCommandName
  /** The address of the database; it may hold a password, and is never printed. */
  database: string
  /** Holds the password of the database, where its address has none. */
  passwordFile: string | null
  listen: { address: string; port: number }
  certificate: { cert: string; key: string } | null
  keyFile: string
  name: string | null
  /** As stations reach HQ; null: as it listens. */
  address: string | null
  standby: string | null
  region: string
  site: string | null
  /** Whom `person` appoints; null: nobody was named. */
  person: string | null
  role: HqRole
  folder: string | null
  /** How many backups stay in `folder`; null: `folder` is the one backup. */
  keep: number | null
}

const usage = (zh: string, en: string): Stop => new Stop(EXIT.usage, 'usage', localized(zh, en))

type Values = Readonly<Partial<Record<HqOptionName, string>>>

function valuesOf(args: readonly string[], env: NodeJS.ProcessEnv): [string[], Values] {
  const names = Object.keys(HQ_OPTIONS) as HqOptionName[]
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
  let parsed
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true })
  } catch {
    const known = names.map((name) => `--${name}`).join(' ')
    throw usage(
      `选项不对，可用：${known}，每个后面写一个值`,
      `Unknown option, or one without its value. Options: ${known}`,
    )
  }
  const values = Object.fromEntries(
    names.flatMap((name) => {
      const value = parsed.values[name] ?? env[HQ_OPTIONS[name].env]
      return value === undefined || value === '' ? [] : [[name, value]]
    }),
  )
  return [parsed.positionals, values]
}

function listenOf(text: string): HqOptions['listen'] {
  const [, address = '', port = ''] = /^(.+):(\d{1,5})$/.exec(text) ?? []
  if (address === '' || Number(port) > 65_535)
    throw usage(
      `--listen 写成 地址:端口，例如 0.0.0.0:7390，不是${text}`,
      `--listen is ADDRESS:PORT, like 0.0.0.0:7390, not ${text}`,
    )
  return { address: address.replace(/^\[(.+)\]$/, '$1'), port: Number(port) }
}

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|localhost)$/

function certificateOf(values: Values, { address }: HqOptions['listen']) {
  const [cert, key] = [values.certificate, values['certificate-key']]
  if ((cert === undefined) !== (key === undefined))
    throw usage(
      '--certificate 与 --certificate-key 须一起写',
      'Give --certificate and --certificate-key together',
    )
  if (cert !== undefined && key !== undefined) return { cert: resolve(cert), key: resolve(key) }
  if (!LOOPBACK.test(address))
    throw usage(
      `在${address}上监听须有证书：写 --certificate 和 --certificate-key，或只在127.0.0.1上监听`,
      `Listening on ${address} needs a certificate: give --certificate and --certificate-key, or listen on 127.0.0.1`,
    )
  return null
}

function roleOf(text: string): HqRole {
  const role = HQ_ROLES.find((known) => known === text)
  if (role) return role
  throw usage(
    `--role 写 ${HQ_ROLES.join('、')} 之一，不是${text}`,
    `--role is one of ${HQ_ROLES.join(', ')}, not ${text}`,
  )
}

function keepOf(text: string | undefined): number | null {
  if (text === undefined) return null
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text)
  throw usage(
    `--keep 写保留几份，1到9999，不是${text}`,
    `--keep is a number of backups, 1 to 9999, not ${text}`,
  )
}

/** Throws {@link Stop} with exit code 64 for what is not a command of HQ. */
export function readHqOptions(args: readonly string[], env: NodeJS.ProcessEnv): HqOptions {
  const [positionals, values] = valuesOf(args, env)
  const [command = 'serve', ...more] = positionals
  if (!Object.hasOwn(HQ_COMMANDS, command) || more.length > 0)
    throw usage(
      `没有这个命令：${positionals.join(' ')}。可用：${Object.keys(HQ_COMMANDS).join(' ')}`,
      `There is no such command: ${positionals.join(' ')}. Known: ${Object.keys(HQ_COMMANDS).join(' ')}`,
    )
  if (values.database === undefined)
    throw usage(
      '缺少数据库地址：--database postgres://用户@主机:5432/库名，或环境变量VIGIL_HQ_DATABASE',
      'The database is missing: --database postgres://USER@HOST:5432/NAME, or VIGIL_HQ_DATABASE',
    )
  const listen = listenOf(values.listen ?? '127.0.0.1:7390')
  return {
    command: command as HqCommandName,
    database: values.database,
    passwordFile: values['password-file'] === undefined ? null : resolve(values['password-file']),
    listen,
    certificate: certificateOf(values, listen),
    keyFile: resolve(values.key ?? join(homedir(), '.vigil-hq', 'signing-key.pem')),
    name: values.name ?? null,
    address: values.address ?? null,
    standby: values.standby ?? null,
    region: values.region ?? '',
    site: values.site ?? null,
    person: values.person ?? null,
    role: roleOf(values.role ?? 'administrator'),
    folder: values.folder === undefined ? null : resolve(values.folder),
    keep: keepOf(values.keep),
  }
}
