/** The program of HQ, `vigil-hq`, as a process of its own. */
import { spawn, type ChildProcess } from 'node:child_process'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../..')
/** What `npm test` has just built, as in program.ts; the sources where nothing was built. */
const PROGRAM = process.env['VIGIL_BUILT']
  ? join(ROOT, 'out/main/hq.js')
  : join(ROOT, 'src-main/hosts/hq/command-line.ts')

export type Ended = { code: number | null; out: string; err: string }
export type StartedHq = {
  child: ChildProcess
  output: { out: string; err: string }
  ended: Promise<Ended>
}

/** `entry`: another program of HQ, with a planted bug. */
export function startHq(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  entry = PROGRAM,
): StartedHq {
  const child = spawn(process.execPath, [entry, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = { out: '', err: '' }
  child.stdout.on('data', (data) => (output.out += String(data)))
  child.stderr.on('data', (data) => (output.err += String(data)))
  const ended = new Promise<Ended>((resolve) =>
    child.once('close', (code) => resolve({ code, ...output })),
  )
  return { child, output, ended }
}
/** Runs one command of it to its end. */
export const runHq = (
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> => startHq(args, env).ended

/** The line that it prints once it serves. Rejects with what it said if it has ended. */
export async function readyHq({
  child,
  output,
  ended,
}: StartedHq): Promise<{ url: string; name: string }> {
  const gone = ended.then(({ err }) => {
    throw new Error(err)
  })
  const line = new Promise<string>((ready) => {
    const look = (): void => void (output.out.includes('\n') && ready(output.out))
    look()
    child.stdout?.on('data', look)
  })
  return JSON.parse(await Promise.race([line, gone])) as { url: string; name: string }
}
