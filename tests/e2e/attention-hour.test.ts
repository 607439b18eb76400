/**
 * Attention as a room hears it, in a real browser on moved time: what began to sound when, for
 * whom, on console and wall. WRITE=1 puts the tables into docs/attention.md, with the pictures.
 */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Board, BoardAlert, BoardIncident } from '#shared/domain/board/types.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { serveStation, type Served } from '../kit/served.ts'
import { launchBrowser, newPage, type WatchedPage } from './browser.ts'
import { pictureNamed } from './demo.ts'

const START = '2026-11-24T14:00:00+08:00'
const STEP_S = 10
const ROOT = resolve(import.meta.dirname, '../..')
const DOC = join(ROOT, 'docs/attention.md')
/** The pitch of each priority, as the screens play it. */
const PITCH: Readonly<Record<number, number>> = { 1: 988, 2: 740, 3: 554 }

/** A beginning to sound. `told`: the posts that it went to afterwards; `heard`: the pitch (Hz). */
type Row = { at: number; place: string; alert: BoardAlert; told: LocalizedText[]; heard: number }
type Dispatcher = (served: Served, board: Board, second: number) => Promise<void>
type Face = WatchedPage & { name: string }

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

/** Keeps the pitch of every tone that really starts. */
const listen = (): void => {
  const heard: number[] = []
  Object.assign(globalThis, { heard })
  const start = OscillatorNode.prototype.start
  OscillatorNode.prototype.start = function (this: OscillatorNode, ...when: [number?]) {
    heard.push(Math.round(this.frequency.value))
    start.apply(this, when)
  }
}
const heardOn = ({ page }: WatchedPage): Promise<number[]> =>
  page.evaluate(() => (globalThis as unknown as { heard: number[] }).heard.splice(0))

async function face(name: string, url: string, width: number, height: number): Promise<Face> {
  const opened = await newPage(browser, { width, height })
  await opened.page.addInitScript(listen)
  await opened.page.goto(url)
  await opened.page.locator('body').click({ position: { x: 2, y: 2 } })
  return { ...opened, name }
}

const alertsOf = ({ incidents }: Board): { incident: BoardIncident; alert: BoardAlert }[] =>
  incidents.flatMap((incident) => incident.alerts.map((alert) => ({ incident, alert })))

const isHeard = ({ acknowledgedAt, silencedUntil }: BoardAlert, now: number): boolean =>
  acknowledgedAt === null && (silencedUntil ?? 0) <= now

async function begin(
  served: Served,
  place: string,
  planId: string,
  words: string,
): Promise<string> {
  const { incidentId } = await served.ask('incident/report', { narrative: words, place })
  await served.ask('incident/activate', { incidentId, planId })
  return incidentId
}

/** Lives through it; every beginning to sound is heard and read on both faces. */
async function live(
  setUp: (served: Served) => Promise<void>,
  minutes: number,
  desk: Dispatcher,
  pictures: Readonly<Record<number, string>>,
): Promise<Row[]> {
  const served = await serveStation(START)
  const rows: Row[] = []
  try {
    const faces = [
      await face('console', served.http.consoleUrl, 1440, 900),
      await face('wall', served.http.wallUrl, 1920, 1080),
    ]
    await setUp(served)
    const from = served.clock.wall()
    for (let second = STEP_S; second <= minutes * 60; second += STEP_S) {
      await served.pass(`${STEP_S} s`)
      const board = await served.station.board()
      const waiting = alertsOf(board).filter(({ alert }) => isHeard(alert, board.now))
      for (const { incident, alert } of alertsOf(board)) {
        const row = rows.findLast((each) => each.alert.id === alert.id)
        if (row?.alert.soundedAt === alert.soundedAt) row.told = alert.told.map(({ role }) => role)
        else if (isHeard(alert, board.now)) {
          const heard = PITCH[Math.min(...waiting.map((each) => each.alert.priority))] ?? 0
          const isFirst = waiting[0]?.alert.id === alert.id
          for (const each of faces) await hears(each, heard, isFirst ? alert.actor.role.zh : '')
          const recipients = alert.told.map(({ role }) => role)
          rows.push({ at: board.now - from, place: incident.place, alert, told: recipients, heard })
        }
      }
      const picture = pictures[second]
      if (picture) await draw(faces, picture, board)
      await desk(served, await served.station.board(), second)
    }
    for (const each of faces) {
      each.expectQuiet()
      await each.close()
    }
  } finally {
    await served.stop()
  }
  return rows
}

/** Who must act on the first of them stands on the screen, and its tone is heard. */
async function hears(on: Face, pitch: number, actor: string): Promise<void> {
  await expect.poll(() => on.page.textContent('body'), { timeout: 10_000 }).toContain(actor)
  const heard: number[] = []
  await expect
    .poll(async () => heard.push(...(await heardOn(on))) && heard, { timeout: 15_000 })
    .toContain(pitch)
}

async function draw(faces: readonly Face[], name: string, board: Board): Promise<void> {
  const [first] = alertsOf(board)
  for (const each of faces) {
    if (first)
      await expect.poll(() => each.page.textContent('body')).toContain(first.alert.actor.role.zh)
    // moved time outruns the sign of life of a wall that draws
    await expect.poll(() => each.page.textContent('body')).not.toContain('失联')
    const path = pictureNamed(`${name}-${each.name}.png`)
    await each.page.screenshot({ path, animations: 'disabled' })
    if (process.env['WRITE'])
      copyFileSync(path, join(ROOT, 'docs/pictures', `${name}-${each.name}.png`))
  }
}

const clock = (ms: number): string =>
  `${Math.floor(ms / 60_000)}:${String(Math.floor(ms / 1000) % 60).padStart(2, '0')}`
function keep(name: string, rows: readonly Row[]): void {
  if (!process.env['WRITE']) return
  const doc = readFileSync(DOC, 'utf8')
  const [begins, ends] = [
    `<!-- ${name}: attention-hour.test.ts writes from here -->`,
    '<!-- to here -->',
  ]
  const from = doc.indexOf(begins) + begins.length
  const lines = rows.map(({ at, place, alert, told, heard }) => {
    const posts = told.map(({ zh, en }) => `${zh} ${en}`).join(' → ')
    return `| ${clock(at)} | ${place} | ${alert.cause.en} | ${alert.priority} | ${posts} | ${heard} Hz |`
  })
  const head = [
    '| min:s | where | what it asks | priority | who is told, the last must act | heard on both |',
    '| --- | --- | --- | --- | --- | --- |',
  ]
  const to = doc.indexOf(ends, from)
  writeFileSync(
    DOC,
    `${doc.slice(0, from)}\n\n${[...head, ...lines].join('\n')}\n\n${doc.slice(to)}`,
  )
}

const ATTENTION = ['nudge', 'untouched', 'unattended']
const beginnings = (rows: readonly Row[], place: string): number[] =>
  rows
    .filter((row) => row.place === place && ATTENTION.includes(row.alert.kind))
    .map(({ at }) => at)
const apart = (instants: readonly number[]): number =>
  Math.min(Infinity, ...instants.slice(1).map((at, index) => at - (instants[index] ?? 0)))

const nobody: Dispatcher = () => Promise.resolve()
const acknowledgeFirst: Dispatcher = async (served, board) => {
  const waiting = alertsOf(board).find(({ alert }) => alert.acknowledgedAt === null)
  if (waiting) await served.ask('alert/acknowledge', { alertId: waiting.alert.id })
}

it('a fire left alone for an hour is asked for within 75 seconds, by one alert that climbs', async () => {
  const rows = await live(
    async (served) => void (await begin(served, '一楼大厅', 'mall-fire', '一楼大厅着火，有浓烟')),
    60,
    nobody,
    { 60: 'attention-alone-1', 240: 'attention-alone-4' },
  )
  keep('alone', rows)
  const [first] = rows
  expect(first).toMatchObject({ alert: { kind: 'nudge', priority: 1 } })
  expect(first?.at).toBeLessThanOrEqual(75_000)
  expect(rows).toHaveLength(1)
  expect(first?.told.at(-1)?.zh).toBe('值班领导')
})

it('a busy dispatcher is asked for what life hangs on, and not nagged', async () => {
  const rows = await live(
    async (served) => void (await begin(served, '一楼大厅', 'mall-fire', '一楼大厅着火，有浓烟')),
    30,
    async (served, board, second) => {
      if (second % 30 !== 0) return
      await acknowledgeFirst(served, board, second)
      const [incident] = board.incidents
      const other = incident?.steps.find(({ state, lifeSafety }) => state === 'open' && !lifeSafety)
      if (incident && other)
        await served.ask('incident/step', {
          incidentId: incident.id,
          stepId: other.id,
          outcome: 'done',
        })
    },
    { 210: 'attention-busy' },
  )
  keep('busy', rows)
  const sounds = beginnings(rows, '一楼大厅')
  expect(sounds.length).toBeGreaterThan(0)
  expect(sounds.length).toBeLessThanOrEqual(9)
  expect(apart(sounds)).toBeGreaterThan(3 * 60_000 - 2 * STEP_S * 1000)
})

it('four at once: each asks with one alert, in the order of urgency', async () => {
  const rows = await live(
    async (served) => {
      await begin(served, '热线中心', 'gas-hotline-failure', '热线打不进来')
      await begin(served, '二号营业厅', 'gas-recharge-terminal-failure', '圈存机坏了')
      await begin(served, '三号营业厅', 'gas-customer-fall-or-illness', '客户摔倒，起不来')
      await begin(served, '一楼大厅', 'mall-fire', '一楼大厅着火，有浓烟')
    },
    15,
    async (served, board, second) => {
      if (second % 60 === 0 && second > 300) await acknowledgeFirst(served, board, second)
    },
    { 240: 'attention-four' },
  )
  keep('four', rows)
  for (const place of ['热线中心', '一楼大厅', '三号营业厅'])
    expect(apart(beginnings(rows, place))).toBeGreaterThan(3 * 60_000 - 2 * STEP_S * 1000)
  expect(new Set(rows.map(({ place }) => place)).size).toBeGreaterThanOrEqual(3)
})
