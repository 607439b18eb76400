/** Reads the options of the desktop program, and where its data lies. */
import { posix, win32 } from 'node:path'
import { isSiteKind, isZone, type SiteKind } from '#shared/domain/site/site.ts'

export type StartOptions = {
  dir: string
  /** Whether an option names the folder; else it is the usual folder. */
  named: boolean
  /** Only for a folder that is new; an invalid kind, zone or port counts as absent. */
  site: SiteKind | undefined
  zone: string | undefined
  /** Instead of the port in the settings; 0: any free port. */
  port: number | undefined
  /** How long to wait before anything is opened (ms), after a crash at the start. */
  delay: number
}

export type Environment = {
  platform: string
  env: Readonly<Record<string, string | undefined>>
  home: string
  cwd: string
}

/** The folder without `--data`: the same on which the Node host is started. */
export function usualFolder({ platform, env, home }: Environment): string {
  if (platform === 'win32')
    return win32.join(env['APPDATA'] ?? win32.join(home, 'AppData', 'Roaming'), 'Vigil')
  if (platform === 'darwin') return posix.join(home, 'Library/Application Support/Vigil')
  return posix.join(env['XDG_DATA_HOME'] ?? posix.join(home, '.local/share'), 'vigil')
}

/** `--name value` or `--name=value`; the last counts. Chromium's own switches are passed over. */
function valueOf(args: readonly string[], name: string): string | undefined {
  const flag = `--${name}`
  const values = args.flatMap((arg, index) => {
    const value = arg.startsWith(`${flag}=`)
      ? arg.slice(flag.length + 1)
      : arg === flag
        ? args[index + 1]
        : undefined
    return value === undefined || value === '' || value.startsWith('--') ? [] : [value]
  })
  return values.at(-1)
}

const DELAY = 'delay'
const LONGEST_DELAY = 60_000

export function readStartOptions(args: readonly string[], environment: Environment): StartOptions {
  const path = environment.platform === 'win32' ? win32 : posix
  const data = valueOf(args, 'data')
  const site = valueOf(args, 'site')
  const zone = valueOf(args, 'zone')
  const port = valueOf(args, 'port')
  const delay = Number(valueOf(args, DELAY) ?? 0)
  return {
    dir: data === undefined ? usualFolder(environment) : path.resolve(environment.cwd, data),
    named: data !== undefined,
    site: site !== undefined && isSiteKind(site) ? site : undefined,
    zone: zone !== undefined && isZone(zone) ? zone : undefined,
    port:
      port !== undefined && /^\d{1,5}$/.test(port) && Number(port) <= 65_535
        ? Number(port)
        : undefined,
    delay: Number.isFinite(delay) ? Math.min(Math.max(delay, 0), LONGEST_DELAY) : 0,
  }
}

/**
 * The arguments of a restart: the same, with this delay (ms). `args` without the program's path.
 */
export function restartArguments(args: readonly string[], delay: number): string[] {
  const others = args.filter(
    (arg, index) => !arg.startsWith(`--${DELAY}`) && args[index - 1] !== `--${DELAY}`,
  )
  return delay > 0 ? [...others, `--${DELAY}=${delay}`] : others
}

const SHORT_LIFE = 60_000 // ms
const PAUSE = 30_000 // ms

/** How long to wait before a restart (ms): a program that crashed early would do so again. */
export const restartDelay = (livedMs: number): number => (livedMs < SHORT_LIFE ? PAUSE : 0)
