/**
 * The station without a display, and its command line. No top-level await: the same file must also
 * start inside other hosts.
 */
import { checkPlanFiles, lineOf as findingLine } from '#main/adapters/plans/check.ts'
import { systemClock } from '#main/adapters/system-clock.ts'
import { unreachable } from '#shared/domain/decision.ts'
import { readArguments, type Command } from './arguments.ts'
import { fillWithSample } from './demo/demo.ts'
import { exportFile } from './export.ts'
import { EXIT, lineOf, Stop, type ExitCode } from './exit-codes.ts'
import { HELP } from './help.ts'
import { createJsonLog } from './json-log.ts'
import { installation, type Installation } from './install-paths.ts'
import { serve } from './serve.ts'
import { zoneOfMachine } from './new-site.ts'
import { verify } from './verify.ts'

const say = (words: string): void => void process.stdout.write(words)
const log = createJsonLog((line) => void process.stderr.write(line))

function checkPlans(place: Installation, files: readonly string[]): ExitCode {
  const findings = checkPlanFiles(place.plans, files)
  for (const finding of findings) say(`${findingLine(finding)}\n`)
  return findings.some(({ severity }) => severity === 'error') ? EXIT.findings : EXIT.ok
}

/** Serves until SIGINT or SIGTERM. A second one does not wait for the first. */
async function serveUntilStopped(
  command: Extract<Command, { name: 'serve' }>,
  place: Installation,
): Promise<ExitCode> {
  const serving = await serve(command, place, log)
  say(`${JSON.stringify(serving.ready)}\n`)
  const signal = await new Promise<string>((stopped) => {
    process.once('SIGINT', stopped)
    process.once('SIGTERM', stopped)
  })
  log.info('stopping', { signal })
  await serving.stop()
  return EXIT.ok
}

async function run(args: readonly string[]): Promise<ExitCode> {
  const command = readArguments(args)
  const place = installation()
  switch (command.name) {
    case 'help':
      say(HELP)
      return EXIT.ok
    case 'version':
      say(`${place.version}\n`)
      return EXIT.ok
    case 'serve':
      return serveUntilStopped(command, place)
    case 'verify': {
      const { exit, line } = await verify(command.dir)
      say(`${line}\n`)
      return exit
    }
    case 'demo': {
      const filled = await fillWithSample({
        dir: command.dir,
        now: systemClock.wall(),
        zone: zoneOfMachine(),
        place,
        log,
      })
      say(`${JSON.stringify(filled)}\n`)
      return EXIT.ok
    }
    case 'export':
      say(`${await exportFile(command, place, log, (words) => void process.stderr.write(words))}\n`)
      return EXIT.ok
    case 'plans-check':
      return checkPlans(place, command.files)
    default:
      return unreachable(command)
  }
}

function failed(error: unknown): ExitCode {
  if (!(error instanceof Stop)) {
    log.error('failed', error)
    return EXIT.internal
  }
  process.stderr.write(lineOf(error.code, error.text))
  if (error.code === 'usage') process.stderr.write(`\n${HELP}`)
  return error.exit
}

/**
 * What nobody caught leaves a state that nobody can vouch for; the record is safe on disk, so the
 * process ends and is started again.
 */
const giveUp = (error: unknown): void => {
  log.error('uncaught', error)
  process.exit(EXIT.internal)
}

process.umask(0o077) // whatever is made in a data folder is its owner's alone
process.on('uncaughtException', giveUp)
process.on('unhandledRejection', giveUp)
process.stderr.on('error', () => undefined) // a log that nobody reads may not stop the station
process.stdout.on('error', () => undefined)

void run(process.argv.slice(2))
  .catch(failed)
  .then((code) => {
    process.exitCode = code
  })
