/**
 * `npm start` keeps the station running by itself, and a second one finds the
 * first.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { logFile } from '../../scripts/lib/logfile.mjs'
import { tellFolder } from '../../scripts/lib/tell.mjs'

vi.setConfig({ testTimeout: 60_000 }) // several processes a test, on a machine that may be busy
const patience = { timeout: 30_000, interval: 100 }

function newFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-start-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true, maxRetries: 5 }))
  return dir
}

type Started = { out(): string; stop(): void; ended: Promise<number | null> }

function start(dir: string, ...args: string[]): Started {
  const child = spawn(
    process.execPath,
    [
      join(import.meta.dirname, 'start.child.ts'),
      '--data',
      dir,
      '--port',
      '0',
      '--no-open',
      ...args,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let out = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece: Buffer) => (out += piece.toString()))
  const ended = new Promise<number | null>((end) => child.once('close', end))
  onTestFinished(async () => {
    child.kill('SIGTERM')
    await ended
  })
  return { out: () => out, stop: () => void child.kill('SIGTERM'), ended }
}

const file = (dir: string, name: string): string => readFileSync(join(dir, name), 'utf8')
const noted = (dir: string): { url: string; pid: number } => JSON.parse(file(dir, 'station.json'))
const consoles = (started: Started): string[] =>
  started.out().match(/http:\S+\/#key=[\w-]{43}/g) ?? []
const logged = (dir: string): { event: string }[] =>
  file(dir, 'logs/station.log')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
const ready = (started: Started): Promise<void> =>
  expect.poll(started.out, patience).toContain('Ctrl+C')

async function signIn(link: string): Promise<string> {
  const url = new URL(link)
  const reply = await fetch(`${url.origin}/api/session`, {
    method: 'POST',
    body: JSON.stringify({ key: url.hash.slice('#key='.length) }),
  })
  return String(((await reply.json()) as { token?: string }).token)
}
const boardStatus = (url: string, token: string): Promise<number> =>
  fetch(`${url}/api/board`, { headers: { authorization: `Bearer ${token}` } }).then(
    ({ status }) => status,
    () => 0,
  )

describe('rule 9: a station that is killed', () => {
  it('answers again on its port, to the page that is open, and it is recorded', async () => {
    const dir = newFolder()
    const started = start(dir)
    await ready(started)
    const { url, pid } = noted(dir)
    const token = await signIn(consoles(started)[0] ?? '')
    expect(await boardStatus(url, token)).toBe(200)

    process.kill(pid, 'SIGKILL')
    await expect.poll(started.out, patience).toContain('running again')
    expect(noted(dir)).toMatchObject({ url, pid: expect.not.toSatisfy((now) => now === pid) })
    expect(await boardStatus(url, token)).toBe(200)
    expect(started.out()).toMatch(/值守意外停止（SIGKILL），1秒后自动重启/)
    // the links of before are dead, so it shows new ones
    expect(await signIn(consoles(started)[1] ?? '')).toMatch(/\./)
    expect(logged(dir).map(({ event }) => event)).toEqual(
      expect.arrayContaining(['station-ended', 'station-started-again']),
    )

    // the new station has checked the record: nothing of that is on its way any more
    const events = (): string[] => logged(dir).map(({ event }) => event)
    const isChecked = (): boolean =>
      events().lastIndexOf('record-whole') > events().indexOf('station-ended')
    await expect.poll(isChecked, patience).toBe(true)
    started.stop()
    expect(await started.ended).toBe(0)
    expect(existsSync(join(dir, 'station.json'))).toBe(false)
    expect(logged(dir).at(-1)).toMatchObject({ event: 'stopping' })
    // its log is in the file, not among the lines for people
    expect(started.out()).not.toMatch(/^\{/m)
  })
})

describe('a second start on the folder', () => {
  it('shows a fresh link of the station that runs, and ends well', async () => {
    const dir = newFolder()
    const first = start(dir)
    await ready(first)
    const second = start(dir)
    expect(await second.ended).toBe(0)
    expect(second.out()).toContain(`值守已在运行（${noted(dir).url}）`)
    const [link = ''] = consoles(second)
    expect(consoles(first)).not.toContain(link)
    expect(await boardStatus(noted(dir).url, await signIn(link))).toBe(200)
  })

  it('waits for the first one if that has the folder and is not ready yet', async () => {
    const dir = newFolder()
    const first = start(dir)
    await expect.poll(() => existsSync(join(dir, 'lock.holder.json')), patience).toBe(true)
    const second = start(dir)
    expect(await second.ended).toBe(0)
    expect(second.out()).toContain('is already running')
    expect(first.out()).not.toContain('unexpectedly')
  })
})

it('a folder that has something in the way is tried again until it has not, and the reason is told', async () => {
  const dir = newFolder()
  mkdirSync(join(dir, 'lock.db'))
  const started = start(dir)
  await expect.poll(started.out, patience).toMatch(/值守未能启动（退出码74），1秒后再试/)
  await expect
    .poll(started.out, patience)
    .toMatch(
      /^ {2}folder-unusable: .*lock\.db不是普通文件.* \/ .*lock\.db is not an ordinary file/mu,
    )
  rmSync(join(dir, 'lock.db'), { recursive: true })
  await ready(started)
  expect(noted(dir)).toMatchObject({ url: expect.any(String) })
})

describe('a folder that cannot be', () => {
  const linux = process.platform === 'linux'
  const places: [string, () => string, RegExp][] = [
    ['is a file', () => aFile(), /不是目录/],
    ['lies below a file', () => join(aFile(), 'data', 'deep'), /不是目录/],
    ...(linux
      ? ([
          ['lies where nobody can make one', () => '/proc/vigil', /此处不能建立目录/],
          ['lies below such a place', () => '/proc/vigil/data', /此处不能建立目录/],
          ['lies where nothing is to be written', () => '/sys/vigil', /没有权限|只读/],
        ] satisfies [string, () => string, RegExp][])
      : []),
  ]
  function aFile(): string {
    const file = join(newFolder(), 'file')
    writeFileSync(file, 'a file, not a folder')
    return file
  }

  it.each(places)(
    'is refused at once if it %s, by its name, in both languages',
    async (_how, place, words) => {
      const dir = place()
      const started = start(dir)
      expect(await started.ended).toBe(74)
      const lines = started.out().trim().split('\n')
      expect(lines).toHaveLength(1)
      expect(lines[0]).toMatch(words)
      expect(lines[0]).toContain(`数据目录${dir}不能用`)
      expect(lines[0]).toContain(`The data folder ${dir} cannot be used`)
    },
  )

  it('writes no log, and does not go round for ever', () => {
    const log = logFile(linux ? '/proc/vigil/logs/station.log' : join(aFile(), 'station.log'))
    expect(() => log.write('line')).not.toThrow()
  })
})

it('the folder is told at the start, and how to have another one', async () => {
  const dir = newFolder()
  const started = start(dir)
  await ready(started)
  expect(started.out()).toContain(`数据目录：${dir}`)
  expect(linesOf(() => tellFolder('/home/duty/vigil', '/home/duty/vigil', false))).toBe(
    '数据目录：/home/duty/vigil（换目录：npm start -- --data 目录）  ·  data folder (for another one: npm start -- --data DIR)',
  )
  expect(linesOf(() => tellFolder('/old', '/new', true))).toContain('记录已改用/new')
})

function linesOf(tell: () => void): string {
  const lines: string[] = []
  const spy = vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
  tell()
  spy.mockRestore()
  return lines.join('\n')
}

describe('a start that can only fail again', () => {
  it('ends with the code of the station, the reason in both languages and the place of the log', async () => {
    const dir = newFolder()
    const db = new DatabaseSync(join(dir, 'journal.db'))
    db.exec('CREATE TABLE event (seq INTEGER); PRAGMA user_version = 99')
    db.close()
    const started = start(dir)
    expect(await started.ended).toBe(65)
    expect(started.out()).toMatch(/值守未能启动（退出码65）/)
    expect(started.out()).toMatch(/^ {2}newer-record: .*\p{Script=Han}.* \/ \w/mu)
    expect(started.out()).toContain(join(dir, 'logs', 'station.log'))
    // the reason stands last
    expect(started.out().trim().split('\n').at(-1)).toMatch(/^ {2}newer-record: /)
    expect(file(dir, 'logs/station.log')).toContain('newer-record')
  })

  it('is not tried again when the arguments are wrong', async () => {
    const started = start(newFolder(), '--site', 'castle')
    expect(await started.ended).toBe(64)
    expect(started.out()).toMatch(/castle.*gas-customer-service all\n$/)
    expect(started.out()).not.toContain('starting again')
  })
})
