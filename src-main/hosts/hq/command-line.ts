/** Runs the program of HQ, `vigil-hq`. */
import { hqVault } from '#main/adapters/hq-vault.ts'
import { unreachable } from '#shared/domain/decision.ts'
import { localized } from '#shared/domain/text.ts'
import { EXIT, lineOf, Stop, type ExitCode } from '../node/exit-codes.ts'
import { findInstallation, type Installation } from '../node/install-paths.ts'
import { createJsonLog } from '../node/json-log.ts'
import { backUpHq, restoreHq } from './backup-hq.ts'
import { hqHelp } from './hq-help.ts'
import { readHqOptions, type HqOptions } from './hq-options.ts'
import { openHq } from './open-hq.ts'
import { pairingText } from './pairing-text.ts'
import { readCertificate } from './read-certificate.ts'
import { serveHq } from './serve-hq.ts'

const print = (words: string): void => void process.stdout.write(words)
const log = createJsonLog((line) => void process.stderr.write(line))

/** Serves until SIGINT or SIGTERM. A second one does not wait for the first. */
async function serveUntilStopped(options: HqOptions, installation: Installation): Promise<void> {
  const serving = await serveHq(options, installation, log)
  print(`${JSON.stringify(serving.ready)}\n`)
  const signal = await new Promise<string>((stopped) => {
    process.once('SIGINT', stopped)
    process.once('SIGTERM', stopped)
  })
  log.info('stopping', { signal })
  await serving.stop()
}

function addressOf({ address, listen, certificate }: HqOptions): string {
  const host = listen.address.includes(':') ? `[${listen.address}]` : listen.address
  return address ?? `${certificate ? 'https' : 'http'}://${host}:${listen.port}`
}

async function makeCode(options: HqOptions, installation: Installation): Promise<void> {
  const certificate = readCertificate(options)
  const { hq, people, sql } = await openHq(options, installation, log)
  const { region, site } = options
  try {
    const code = await hq.code(region, 'vigil-hq code', site)
    await people.deed('vigil-hq code', 'made-code', { region, site })
    print(`${pairingText(addressOf(options), certificate?.cert ?? null, code)}\n`)
  } finally {
    await sql.end()
  }
}

/** Prints the password once; it is kept as a digest alone. */
async function appoint(options: HqOptions, installation: Installation): Promise<void> {
  const { person: name, role, region } = options
  if (name === null)
    throw new Stop(EXIT.usage, 'usage', localized('缺少 --person 姓名', '--person NAME is missing'))
  const { people, sql } = await openHq(options, installation, log)
  const password = hqVault.token().slice(0, 20)
  const regions = region === '' ? null : [region]
  await people
    .appoint({ name, role, regions }, password, 'vigil-hq person')
    .finally(() => sql.end())
  print(`${password}\n`)
}

async function unpair(options: HqOptions, installation: Installation): Promise<void> {
  const { site } = options
  if (site === null)
    throw new Stop(EXIT.usage, 'usage', localized('缺少 --site SITE', '--site SITE is missing'))
  const { hq, people, sql } = await openHq(options, installation, log)
  try {
    await hq.unpair(site)
    await people.deed('vigil-hq unpair', 'unpaired', { site, why: '' })
  } finally {
    await sql.end()
  }
}

async function run(args: readonly string[]): Promise<void> {
  if (args.includes('--help') || args.includes('-h') || args[0] === 'help') return print(hqHelp())
  const options = readHqOptions(args, process.env)
  const installation = findInstallation()
  const { command } = options
  switch (command) {
    case 'serve':
      return serveUntilStopped(options, installation)
    case 'code':
      return makeCode(options, installation)
    case 'person':
      return appoint(options, installation)
    case 'unpair':
      return unpair(options, installation)
    case 'backup':
      return print(`${await backUpHq(options, installation)}\n`)
    case 'restore':
      return print(`${await restoreHq(options, installation)}\n`)
    case 'help':
      return print(hqHelp())
    default:
      return unreachable(command)
  }
}

function exitCodeOf(error: unknown): ExitCode {
  if (!(error instanceof Stop)) {
    log.error('failed', error)
    return EXIT.internal
  }
  process.stderr.write(lineOf(error.code, error.text))
  return error.exit
}

/** The record is safe in the database, so the process ends and is started again. */
const giveUp = (error: unknown): void => {
  log.error('uncaught', error)
  process.exit(EXIT.internal)
}

process.umask(0o077)
process.on('uncaughtException', giveUp)
process.on('unhandledRejection', giveUp)
process.stderr.on('error', () => undefined)
process.stdout.on('error', () => undefined)

void run(process.argv.slice(2))
  .then((): ExitCode => EXIT.ok)
  .catch(exitCodeOf)
  .then((code) => {
    process.exitCode = code
  })
