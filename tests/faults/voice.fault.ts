/**
 * A wall that may speak is heard. A real browser with a voice of the machine says what is
 * new in Chinese into a loudspeaker that is a recorder. The packages are Debian's, and are not
 * installed by this: without them it is skipped.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { check, mustFail, printNote, runChecks, skip } from './lib/checks.ts'
import { inNewFolder, pause, serve, until, type Process } from './lib/station.ts'

const PROGRAMS = ['chromium', 'speech-dispatcher', 'espeak-ng', 'pulseaudio', 'parec']
const missing = PROGRAMS.filter((name) => !existsSync(join('/usr/bin', name)))
if (missing.length > 0)
  skip(
    `no ${missing.join(', ')}: apt-get install chromium speech-dispatcher speech-dispatcher-espeak-ng espeak-ng pulseaudio pulseaudio-utils`,
  )

const RATE = 16_000
const TENTH = RATE / 10
const LOUD = 200 // of 32,767: the voice reaches 12,000

/** Tenths of a second in which something was heard. */
function loudTenths(heard: Buffer): number {
  let count = 0
  for (let at = 0; at + 2 * TENTH <= heard.length; at += 2 * TENTH) {
    let sum = 0
    for (let i = 0; i < TENTH; i++) sum += heard.readInt16LE(at + 2 * i) ** 2
    if (Math.sqrt(sum / TENTH) > LOUD) count += 1
  }
  return count
}

const children: ChildProcess[] = []
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL')
})
function run(name: string, args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  const child = spawn(join('/usr/bin', name), args, { env, stdio: ['ignore', 'pipe', 'ignore'] })
  children.push(child)
  return child
}

type Heard = { tenths: number; says: string | undefined }

/** What is heard of one report on a wall in that language. */
async function heardOf(
  station: Process,
  env: NodeJS.ProcessEnv,
  { language, voice }: { language: 'zh' | 'en'; voice: boolean },
): Promise<Heard> {
  const name = `${language} ${String(voice)}`
  const entry = { name, view: 'incidents', language, theme: 'dark', voice } as const
  const { id } = await station.request('walls/set', entry)
  const { url } = await station.request('site/wall-link', {})
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--headless=new', '--enable-speech-dispatcher'],
    env: env,
  })
  const page = await browser.newPage()
  await page.goto((url ?? '').replace('#', `?wall=${id}#`))
  await page.locator('.head').waitFor()
  await page.mouse.click(400, 400) // a browser speaks only where somebody has touched it
  const signOf = async (): Promise<string | undefined> =>
    (await station.board()).walls.find(({ named }) => named === id)?.voice
  const says = await until(
    15_000,
    signOf,
    (sign) => sign === 'on' || (!voice && sign === undefined),
  )
  const pieces: Buffer[] = []
  const format = ['--format=s16le', `--rate=${RATE}`, '--channels=1']
  const recorder = run('parec', ['-d', 'room.monitor', ...format], env)
  recorder.stdout?.on('data', (piece: Buffer) => pieces.push(piece))
  await pause(1_000)
  await station.request('incident/report', { narrative: '二楼冒烟', place: '政务大厅二楼' })
  await pause(8_000)
  recorder.kill()
  await browser.close()
  return { tenths: loudTenths(Buffer.concat(pieces)), says }
}

const faultsOf = ({ tenths, says }: Heard): string[] => [
  ...(tenths >= 5 ? [] : [`heard for ${tenths / 10} s`]),
  ...(says === 'on' ? [] : [`the wall says ${says ?? 'nothing'}`]),
]

await runChecks(async () =>
  inNewFolder(async (dir) => {
    const env = { ...process.env, HOME: dir, XDG_RUNTIME_DIR: dir }
    const sink = ['-L', 'module-native-protocol-unix', '-L', 'module-null-sink sink_name=room']
    run('pulseaudio', ['-n', '--exit-idle-time=-1', ...sink], env)
    await pause(1_000)
    run('speech-dispatcher', ['--run-single'], env) // its socket is in XDG_RUNTIME_DIR
    await pause(1_000)
    const station = await serve(join(dir, 'data'))
    for (const language of ['zh', 'en'] as const) {
      const heard = await heardOf(station, env, { language, voice: true })
      printNote(`${language}: heard for ${heard.tenths / 10} s`)
      check(`a report is said aloud on a wall in ${language}`, faultsOf(heard))
    }
    const silent = await heardOf(station, env, { language: 'zh', voice: false })
    mustFail('a wall that was not set to speak', faultsOf(silent))
    await station.stop()
  }),
)
