/**
 * Runs the command line of the station without a display. No top-level await: the same file must
 * also start inside other hosts.
 */
import { growWithWork } from './small-heap.ts'
import { checkPlanFiles, lineOf as findingLine } from '#main/adapters/plans/check.ts'
import { systemClock } from '#main/adapters/system-clock.ts'
import { unreachable } from '#shared/domain/decision.ts'
import { changeAdminCode, readCode } from './admin-code.ts'
import { commandIn, readArguments, type Command } from './arguments.ts'
import { adopt } from './adopt.ts'
import { backUp } from './backup.ts'
import { fillWithSample } from './demo/demo.ts'
import { exportFile } from './export.ts'
import { EXIT, lineOf, Stop, type ExitCode } from './exit-codes.ts'
import { helpOf, usageOf } from './help.ts'
import { createJsonLog } from './json-log.ts'
import { findInstallation, type Installation } from './install-paths.ts'
import { followStation } from './follow.ts'
import { restore } from './restore.ts'
import { serve } from './serve.ts'
import { zoneOfMachine } from './new-site.ts'
import { verify } from './verify.ts'
import { verifyPackage } from './verify-package.ts'

const print = (words: string): void => void process.stdout.write(words)
const complain = (words: string): void => void process.stderr.write(words)
const log = createJsonLog((line) => void process.stderr.write(line))

function checkPlans(installation: Installation, files: readonly string[]): ExitCode {
  const findings = checkPlanFiles(installation.plans, files)
  for (const finding of findings) print(`${findingLine(finding)}\n`)
  return findings.some(({ severity }) => severity === 'error') ? EXIT.findings : EXIT.ok
}

/** Works until SIGINT or SIGTERM. A second one does not wait for the first. */
async function untilStopped(stop: () => Promise<void>): Promise<ExitCode> {
  growWithWork()
  const signal = await new Promise<string>((stopped) => {
    process.once('SIGINT', stopped)
    process.once('SIGTERM', stopped)
  })
  log.info('stopping', { signal })
  await stop()
  return EXIT.ok
}

async function serveUntilStopped(
  command: Extract<Command, { name: 'serve' }>,
  installation: Installation,
): Promise<ExitCode> {
  const serving = await serve(command, installation, log)
  print(`${JSON.stringify(serving.ready)}\n`)
  return untilStopped(serving.stop)
}

async function run(args: readonly string[]): Promise<ExitCode> {
  const command = readArguments(args)
  if (command.name !== 'serve' && command.name !== 'follow') growWithWork()
  const installation = findInstallation()
  switch (command.name) {
    case 'help':
      print(helpOf(command.of))
      return EXIT.ok
    case 'version':
      print(`${installation.version}\n`)
      return EXIT.ok
    case 'serve':
      return serveUntilStopped(command, installation)
    case 'follow': {
      const following = await followStation(command, installation, log)
      print(`${JSON.stringify(following.ready)}\n`)
      return untilStopped(following.stop)
    }
    case 'verify': {
      const { exit, line } = await verify(command.dir)
      print(`${line}\n`)
      return exit
    }
    case 'verify-package': {
      const { exit, line } = verifyPackage(command.file)
      print(`${line}\n`)
      return exit
    }
    case 'demo': {
      const filled = await fillWithSample({
        dir: command.dir,
        now: systemClock.wall(),
        zone: zoneOfMachine(),
        place: installation,
        log,
      })
      print(`${JSON.stringify(filled)}\n`)
      return EXIT.ok
    }
    case 'export':
      print(`${await exportFile(command, installation, log, complain)}\n`)
      return EXIT.ok
    case 'admin-code':
      print(`${await changeAdminCode(command.dir, await readCode())}\n`)
      return EXIT.ok
    case 'backup':
      print(`${await backUp(command.dir, command.to, installation)}\n`)
      return EXIT.ok
    case 'restore': {
      const { exit, line } = await restore(command.dir, command.from, command.purges ?? null)
      print(`${line}\n`)
      return exit
    }
    case 'adopt': {
      const { exit, line } = await adopt(command.dir, command.from, log)
      print(`${line}\n`)
      return exit
    }
    case 'plans-check':
      return checkPlans(installation, command.files)
    default:
      return unreachable(command)
  }
}

function exitCodeOf(error: unknown): ExitCode {
  if (!(error instanceof Stop)) {
    log.error('failed', error)
    return EXIT.internal
  }
  // the refusal is the last line: what stands above it may scroll away
  if (error.code === 'usage') process.stderr.write(usageOf(commandIn(process.argv.slice(2))))
  process.stderr.write(lineOf(error.code, error.text))
  return error.exit
}

/**
 * An error that was not caught leaves the program in an unknown state; the record is safe on disk,
 * so the process ends and is started again.
 */
const giveUp = (error: unknown): void => {
  log.error('uncaught', error)
  process.exit(EXIT.internal)
}

process.umask(0o077) // every file in a data folder is its owner's alone
process.on('uncaughtException', giveUp)
process.on('unhandledRejection', giveUp)
process.stderr.on('error', () => undefined) // a log that nobody reads may not stop the station
process.stdout.on('error', () => undefined)

void run(process.argv.slice(2))
  .catch(exitCodeOf)
  .then((code) => {
    process.exitCode = code
  })
