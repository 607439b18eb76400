/**
 * What the program was started with, and where its data lies. Pure: arguments, environment and home
 * are handed in.
 */
import { posix, win32 } from 'node:path'
import { isSiteKind, isZone, type SiteKind } from '#shared/domain/site.ts'

export type StartOptions = {
  dir: string
  /** Whether the folder was named; else it is the usual one. */
  named: boolean
  /** Only for a folder that is new; what is no kind, no zone or no port counts as not said. */
  site: SiteKind | undefined
  zone: string | undefined
  /** Instead of the one in the settings; 0: any free one. */
  port: number | undefined
  /**
   * Wait so long before anything is opened (ms): the program has just fallen over and starts itself
   * again.
   */
  delay: number
}

export type Surroundings = {
  platform: string
  env: Readonly<Record<string, string | undefined>>
  home: string
  cwd: string
}

/** The folder of a user who has named none: the same that the Node host is started on. */
export function usualFolder({ platform, env, home }: Surroundings): string {
  if (platform === 'win32')
    return win32.join(env['APPDATA'] ?? win32.join(home, 'AppData', 'Roaming'), 'Vigil')
  if (platform === 'darwin') return posix.join(home, 'Library/Application Support/Vigil')
  return posix.join(env['XDG_DATA_HOME'] ?? posix.join(home, '.local/share'), 'vigil')
}

/**
 * `--name value` or `--name=value`; the last one counts. Chromium's own switches among the
 * arguments are passed over.
 */
function valueOf(args: readonly string[], name: string): string | undefined {
  const flag = `--${name}`
  const said = args.flatMap((arg, at) => {
    const value = arg.startsWith(`${flag}=`)
      ? arg.slice(flag.length + 1)
      : arg === flag
        ? args[at + 1]
        : undefined
    return value === undefined || value === '' || value.startsWith('--') ? [] : [value]
  })
  return said.at(-1)
}

export const DELAY = 'delay'
const LONGEST_DELAY = 60_000

export function readStartOptions(args: readonly string[], around: Surroundings): StartOptions {
  const path = around.platform === 'win32' ? win32 : posix
  const data = valueOf(args, 'data')
  const site = valueOf(args, 'site')
  const zone = valueOf(args, 'zone')
  const port = valueOf(args, 'port')
  const delay = Number(valueOf(args, DELAY) ?? 0)
  return {
    dir: data === undefined ? usualFolder(around) : path.resolve(around.cwd, data),
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
 * The arguments for starting anew: the same, with this delay in place of an older one. `args`
 * without the program's own path.
 */
export function restartArguments(args: readonly string[], delay: number): string[] {
  const kept = args.filter(
    (arg, at) => !arg.startsWith(`--${DELAY}`) && args[at - 1] !== `--${DELAY}`,
  )
  return delay > 0 ? [...kept, `--${DELAY}=${delay}`] : kept
}

const SHORT_LIFE = 60_000 // ms
const PAUSE = 30_000 // ms

/**
 * How long to wait before starting anew: a program that fell over at once would most likely do so
 * again.
 */
export const restartDelay = (livedMs: number): number => (livedMs < SHORT_LIFE ? PAUSE : 0)
