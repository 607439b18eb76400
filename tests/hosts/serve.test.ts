/** `serve` as another program meets it, from the first line to the exit code. */
import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { newFolder, runProgram, served, tamper } from './cli.ts'

const report = (place = '一楼大厅'): unknown => ({ narrative: '测试：大厅冒烟', place })
const uuid = (n: number): string => `0199d6a0-0000-7000-8000-${String(n).padStart(12, '0')}`
const json = (line: string): Record<string, unknown> => JSON.parse(line) as Record<string, unknown>

describe('serve', () => {
  it('says in one line where it is, takes commands, stops cleanly, and has them after the next start', async () => {
    const dir = newFolder()
    const first = await served(dir)
    expect(first.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(first.consoleUrl).toMatch(new RegExp(`^${first.url}/#key=[\\w-]{43}$`))
    expect(first.wallUrl).toMatch(new RegExp(`^${first.url}/wall#key=[\\w-]{43}$`))
    expect(first.tokenFile).toBe(join(dir, 'local-token'))
    const answer = await first.ask('incident/report', report(), uuid(1))
    expect(answer).toMatchObject({ ok: true, reply: { incidentId: expect.any(String) } })
    const health = (await (await fetch(`${first.url}/health/engine`)).json()) as Record<
      string,
      unknown
    >
    expect(health).toMatchObject({ ok: true, cycle: expect.any(Number) })

    const ended = await first.signal('SIGTERM')
    expect(ended.code).toBe(0)
    expect(ended.out.trim().split('\n')).toHaveLength(1)
    for (const line of ended.err.trim().split('\n'))
      expect(json(line)).toMatchObject({
        at: expect.any(String),
        level: expect.any(String),
        event: expect.any(String),
      })
    expect(existsSync(first.tokenFile)).toBe(false)

    const second = await served(dir)
    expect(second.token).not.toBe(first.token)
    expect(await second.board()).toMatchObject({
      incidents: [{ place: '一楼大厅', state: 'reported' }],
    })
    expect(JSON.stringify(await second.ask('incident/report', report(), uuid(1)))).toBe(
      JSON.stringify(answer),
    ) // the same id again: the first answer, byte for byte
    expect((await second.signal('SIGINT')).code).toBe(0)
  })

  it('keeps what it writes to its owner', async () => {
    const dir = join(newFolder(), 'new')
    await served(dir)
    expect(statSync(dir).mode & 0o777).toBe(0o700)
    for (const file of [
      'local-token',
      'session-secret',
      'station.json',
      'wall-address.json',
      'journal.db',
    ])
      expect(statSync(join(dir, file)).mode & 0o777, file).toBe(0o600)
  })

  it('refuses a second station on the folder, naming the holder; after a kill the next one starts', async () => {
    const dir = newFolder()
    const first = await served(dir)
    const second = await runProgram(['serve', '--data', dir, '--port', '0'])
    expect(second).toMatchObject({ code: 73, out: '' })
    expect(second.err).toContain('folder-taken')
    expect(second.err).toContain(`pid ${first.pid}`)
    await first.signal('SIGKILL')
    expect((await (await served(dir)).signal('SIGTERM')).code).toBe(0)
  })

  it('refuses a port that is taken, with a code for scripts, and leaves the folder free', async () => {
    const second = createServer()
    await new Promise<void>((ready) => second.listen(0, '127.0.0.1', ready))
    onTestFinished(() => void second.close())
    const port = (second.address() as AddressInfo).port
    const dir = newFolder()
    const refused = await runProgram(['serve', '--data', dir, '--port', String(port)])
    expect(refused).toMatchObject({ code: 69, out: '' })
    expect(refused.err).toContain(`port-taken: 端口${port}已被占用`)
    expect(refused.err).toContain(`Port ${port} is taken`)
    await served(dir)
  })

  it('answers 200 commands at once while screens are connected', async () => {
    const station = await served(newFolder())
    const headers = { authorization: `Bearer ${station.token}` }
    const screens = await Promise.all(
      [1, 2, 3].map(() => fetch(`${station.url}/api/stream`, { headers })),
    )
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, n) =>
        station.ask('incident/report', report(`${n}号窗口`), uuid(n + 1)),
      ),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(200)
    expect(new Set(answers.map(({ position }) => position)).size).toBe(200)
    expect((await station.board()).incidents).toHaveLength(200)
    for (const { body } of screens) await body?.cancel()
  })

  it('founds a site of the kind and zone that were asked for, once', async () => {
    const dir = newFolder()
    const first = await served(dir, [
      '--port',
      '0',
      '--site',
      'gas-customer-service',
      '--zone',
      'Asia/Urumqi',
    ])
    expect(await first.board()).toMatchObject({
      site: { kinds: ['gas-customer-service'], zone: 'Asia/Urumqi', demo: false },
    })
    const plans = (await first.ask('plans/list')).reply as { document: string }[]
    expect(new Set(plans.map(({ document }) => document))).toEqual(
      new Set(['gas-customer-service']),
    )
    await first.signal('SIGTERM')

    const refused = await runProgram(['serve', '--data', dir, '--port', '0', '--site', 'mall'])
    expect(refused).toMatchObject({ code: 64, out: '' })
    expect(refused.err).toMatch(/^site-exists: .+ \/ .+\n/)
    // the same command line starts it for ever
    const again = await served(dir, ['--port', '0', '--site', 'gas-customer-service'])
    expect(await again.board()).toMatchObject({ site: { zone: 'Asia/Urumqi' } })
  })

  it('keeps the zone of the folder, whatever TZ says later', async () => {
    const dir = newFolder()
    await (await served(dir, ['--port', '0'], { TZ: 'Europe/Berlin' })).signal('SIGTERM')
    const later = await served(dir, ['--port', '0'], { TZ: 'America/New_York' })
    expect(await later.board()).toMatchObject({ site: { zone: 'Europe/Berlin', kinds: ['all'] } })
  })

  it.each(['UTC', 'Etc/UTC', 'GMT'])(
    'founds a site in the users’ country where TZ is %s',
    async (TZ) => {
      const station = await served(newFolder(), ['--port', '0'], { TZ })
      expect(await station.board()).toMatchObject({ site: { zone: 'Asia/Shanghai' } })
    },
  )

  it('takes the zone that it is told, UTC too', async () => {
    const station = await served(newFolder(), ['--port', '0', '--zone', 'UTC'], {
      TZ: 'Europe/Berlin',
    })
    expect(await station.board()).toMatchObject({ site: { zone: 'UTC' } })
  })

  it('lets a page live on after a restart on the same port, while the console’s link of before is dead', async () => {
    const dir = newFolder()
    const first = await served(dir)
    const key = new URL(first.consoleUrl).hash.slice('#key='.length)
    const signIn = (url: string): Promise<Response> =>
      fetch(`${url}/api/session`, { method: 'POST', body: JSON.stringify({ key }) })
    const { token } = (await (await signIn(first.url)).json()) as { token: string }
    await first.signal('SIGKILL')
    const second = await served(dir, ['--port', new URL(first.url).port])
    expect(
      (await fetch(`${second.url}/api/board`, { headers: { authorization: `Bearer ${token}` } }))
        .status,
    ).toBe(200)
    expect(
      (
        await fetch(`${second.url}/api/board`, {
          headers: { authorization: `Bearer ${first.token}` },
        })
      ).status,
    ).toBe(401)
    expect((await signIn(second.url)).status).toBe(401)
  })

  it('starts in spite of damaged settings and says so', async () => {
    const dir = newFolder()
    await (await served(dir)).signal('SIGTERM')
    writeFileSync(join(dir, 'settings.json'), '{"language":')
    const again = await served(dir)
    expect(await again.board()).toMatchObject({
      notes: [
        {
          zh: expect.stringContaining('设置文件损坏'),
          en: expect.stringContaining('settings.bad-'),
        },
      ],
    })
    const ended = await again.signal('SIGTERM')
    const stderr = ended.err
      .trim()
      .split('\n')
      .map(json)
      .find(({ event }) => event === 'settings-repaired')
    expect(stderr).toMatchObject({
      level: 'error',
      restoredFrom: 'copy',
      file: expect.stringMatching(/^settings\.bad-/),
    })
    expect(json(readFileSync(join(dir, 'settings.json'), 'utf8'))).toMatchObject({
      language: 'zh-CN',
    })
  })

  it('does not work on a record that cannot be trusted, but on an emergency record', async () => {
    const dir = newFolder()
    writeFileSync(
      join(dir, 'journal.db'),
      'this is no record at all, and longer than the header of one would be: '.repeat(20),
    )
    const station = await served(dir)
    expect(station).toMatchObject({ emergency: true })
    expect(station.err()).toContain('"code":"record-damaged"')
    await station.signal('SIGTERM')
  })
})

describe('the whole record', () => {
  const logged = (err: string, event: string): Record<string, unknown> | undefined =>
    err
      .trim()
      .split('\n')
      .map(json)
      .find((line) => line['event'] === event)

  it('is checked while the station runs, and the result is in the log', async () => {
    const station = await served(newFolder())
    await expect.poll(() => station.err()).toContain('record-whole')
    expect(logged((await station.signal('SIGTERM')).err, 'record-whole')).toMatchObject({
      level: 'info',
      position: 1,
    })
  })

  it('that is damaged where a start does not look is a fault of the station', async () => {
    const dir = newFolder()
    const first = await served(dir)
    await first.ask('incident/report', report('大厅'), uuid(1))
    await first.signal('SIGTERM')
    tamper(
      join(dir, 'journal.db'),
      "UPDATE event SET body = replace(body, '大厅', '车库') WHERE seq = 2",
    )
    const station = await served(dir)
    await expect
      .poll(async () => (await station.board())['alerts'])
      .toMatchObject([
        {
          cause: {
            zh: expect.stringContaining('记录自第2条起不可信'),
            en: expect.stringContaining('from entry 2 on'),
          },
        },
      ])
    expect(logged((await station.signal('SIGTERM')).err, 'record-damaged')).toMatchObject({
      level: 'error',
      firstBad: 2,
      why: 'hash-mismatch',
    })
  })
})

describe('a folder whose record is gone (I7)', () => {
  const ended: [string, (file: string) => void][] = [
    ['empty', (file) => truncateSync(file)],
    ['missing', (file) => rmSync(file)],
    [
      'exchanged for an empty one',
      (file) => {
        rmSync(file)
        const db = new DatabaseSync(file)
        db.exec('PRAGMA journal_mode = WAL; PRAGMA user_version = 0')
        db.close()
      },
    ],
  ]
  it.each(ended)('has no new record made over it when it is %s', async (_how, damage) => {
    const dir = newFolder()
    const station = await served(dir)
    await station.ask('incident/report', report(), uuid(1))
    await station.signal('SIGTERM')
    const file = join(dir, 'journal.db')
    damage(file)
    const emergency = await served(dir)
    expect(emergency).toMatchObject({ emergency: true })
    expect(await emergency.board()).toMatchObject({
      incidents: [],
      emergency: { head: null, why: { zh: expect.stringContaining('备份') } },
    })
    await emergency.signal('SIGTERM')
  })

  it('is left alone after a kill, too, when only the log of writes is left', async () => {
    const dir = newFolder()
    const station = await served(dir)
    await station.ask('incident/report', report(), uuid(1))
    await station.signal('SIGKILL')
    const log = join(dir, 'journal.db-wal')
    const before = readFileSync(log)
    for (const file of ['session-secret', 'local-token', 'station.json', 'journal.db'])
      rmSync(join(dir, file))
    const emergency = await served(dir)
    expect(emergency).toMatchObject({ emergency: true })
    await emergency.signal('SIGTERM')
    expect(readFileSync(log).equals(before)).toBe(true)
    expect(existsSync(join(dir, 'journal.db'))).toBe(false)
  })

  it('is not every folder without a record: a new one may have locks, logs and settings already', async () => {
    const dir = newFolder()
    mkdirSync(join(dir, 'logs'))
    for (const [name, content] of [
      ['lock.db', ''],
      ['lock.holder.json', '{}'],
      ['logs/station.log', 'x\n'],
      ['settings.json', '{"port":0}'],
      ['journal.db', ''],
    ] as const)
      writeFileSync(join(dir, name), content)
    const station = await served(dir)
    expect(await station.board()).toMatchObject({ position: 1, incidents: [] })
  })
})
