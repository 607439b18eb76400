/** The sample data: invented, the same every time, and made by the station's own rules. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { verifySqliteJournal } from '#main/adapters/journal/sqlite-closed.ts'
import type { Log } from '#main/core/ports.ts'
import type { Input, Name, ReplyOf } from '#shared/contract/contract.ts'
import { localDate } from '#shared/domain/calendar.ts'
import { lastDay } from '#shared/domain/monthly-report/as-of.ts'
import { daysBefore, localInstant, monthBefore } from '#main/hosts/node/demo/days.ts'
import { fillWithSample } from '#main/hosts/node/demo/demo.ts'
import { movedClock } from '#main/hosts/node/demo/moved-clock.ts'
import { sampleSite } from '#main/hosts/node/demo/people.ts'
import { findInstallation } from '#main/hosts/node/install-paths.ts'
import { openRecord, runStation } from '#main/hosts/node/open-station.ts'
import { dispatcher } from '../kit/station.ts'
import { newFolder, runProgram, served } from './cli.ts'

const ZONE = 'Asia/Shanghai'
const silent: Log = {
  info: () => undefined,
  error: (event, error) => {
    throw new Error(event, { cause: error })
  },
}
const fill = (dir: string, now: string) =>
  fillWithSample({ dir, now: Date.parse(now), zone: ZONE, place: findInstallation(), log: silent })

describe('the days of the sample', () => {
  it('are those of the month before today, or the last 35 while the month is young', () => {
    const late = daysBefore(Date.parse('2026-11-24T18:00:00+08:00'), ZONE)
    expect([late.length, late[0], late.at(-1)]).toEqual([23, '2026-11-01', '2026-11-23'])
    const young = daysBefore(Date.parse('2026-03-03T00:10:00+08:00'), ZONE)
    expect([young.length, young[0], young.at(-1)]).toEqual([35, '2026-01-27', '2026-03-02'])
  })

  it('have a whole month before them, or what there is of it', () => {
    const october = monthBefore('2026-11-01')
    expect([october.length, october[0], october.at(-1)]).toEqual([31, '2026-10-01', '2026-10-31'])
    const january = monthBefore('2026-01-27')
    expect([january.length, january[0], january.at(-1)]).toEqual([26, '2026-01-01', '2026-01-26'])
    expect(monthBefore('2026-01-01').at(-1)).toBe('2025-12-31')
  })

  it('begin at local times', () => {
    expect(new Date(localInstant('2026-11-24', 510, ZONE)).toISOString()).toBe(
      '2026-11-24T00:30:00.000Z',
    )
    expect(new Date(localInstant('2026-07-01', 60, 'America/New_York')).toISOString()).toBe(
      '2026-07-01T05:00:00.000Z',
    )
    expect(localDate(localInstant('2026-01-01', 0, 'Pacific/Auckland'), 'Pacific/Auckland')).toBe(
      '2026-01-01',
    )
  })
})

describe('the register of the sample', () => {
  /** A station over the sample at `now`, by its own rules alone. */
  async function opened(now: string) {
    const dir = newFolder()
    await fill(dir, now)
    const { journal } = openRecord(dir, silent)
    const clock = movedClock(Date.parse(now))
    const { station } = await runStation(journal, sampleSite(ZONE), {
      ...{ clock, log: silent, notifier: { notify: () => Promise.resolve() } },
      resources: findInstallation().resources,
    })
    onTestFinished(async () => {
      await station.stop()
      await journal.close()
    })
    return async <N extends Name>(name: N, input: Input<N>): Promise<ReplyOf<N>> => {
      const answer = await station.request<N>({ id: crypto.randomUUID(), name, input }, dispatcher)
      if (!answer.ok) throw new Error(`${name}: ${answer.code}`)
      return answer.reply
    }
  }

  it('fills every post but the one whose alerts are seen to go on, lacks one number, has one person on leave', async () => {
    const ask = await opened('2026-11-24T14:32:00+08:00')
    const [people, site] = [await ask('people/read', {}), await ask('site/read', {})]
    const filled = new Set([
      ...people.persons.flatMap(({ posts }) => posts),
      ...people.posts.flatMap(({ standsFor }) => standsFor),
    ])
    expect(people.posts.flatMap(({ id }) => (filled.has(id) ? [] : [id]))).toEqual(['publicity'])
    expect(site.missing).toEqual({ posts: [], phones: [], units: [] })
    expect(people.persons.filter(({ onLeave }) => onLeave)).toHaveLength(1)
    const { contacts, missing, due } = await ask('contacts/read', {})
    expect(missing.map(({ name }) => name.zh)).toEqual(['对口负责人'])
    expect(due.filter(({ dueAt }) => dueAt !== null).map(({ name }) => name)).toEqual([
      '快升电梯维保',
    ])
    expect(new Set(contacts.map(({ category }) => category)).size).toBeGreaterThanOrEqual(8)
    expect(contacts.filter(({ numbers }) => numbers.some(({ due }) => !due))).toHaveLength(9)
  })

  it.each([
    ['in the afternoon', '2026-11-24T14:32:00+08:00', '2026-11'],
    ['in a young month, at night', '2026-03-03T00:10:00+08:00', '2026-03'],
  ])('has a month of shifts with one gap, tonight: %s', async (_when, now, month) => {
    const ask = await opened(now)
    const period = { from: `${month}-01`, until: lastDay(month) }
    const { gaps, shifts, now: running } = await ask('duty/read', period)
    const night = shifts.find(({ begins, ends }) => ends <= begins)
    const tonight = { date: now.slice(0, 10), shiftId: night?.id, postId: 'duty-officer' }
    expect([shifts.length, gaps]).toEqual([3, [{ ...tonight, lacking: 1 }]])
    expect(running.flatMap(({ posts }) => posts).every(({ people }) => people.length > 0)).toBe(
      true,
    )
    const { page, last, pending } = await ask('handover/read', {})
    expect([last?.takes, page.notes.length]).toEqual([pending?.gives, 2])
    expect(last?.gives).not.toBe(last?.takes)
  })

  it('has halls with floors and rooms, estates with their firms, and a home', async () => {
    const ask = await opened('2026-11-24T14:32:00+08:00')
    const { places } = await ask('places/read', {})
    expect(new Set(places.map(({ kind }) => kind))).toEqual(
      new Set(['hall', 'floor', 'room', 'estate', 'other']),
    )
    const [home] = places.filter((place) => place.private)
    expect(home?.area).toBe('云雀湾南区')
    const firms = places.flatMap(({ property }) => property ?? [])
    expect(new Set(firms).size).toBe(2)
  })
})

/** All names of people that lie beside the record, and of those who acted. */
function namesIn(file: string): readonly string[] {
  const db = new DatabaseSync(file, { readOnly: true })
  const people = db.prepare("SELECT value AS name FROM personal WHERE stream = 'roster'").all()
  const authors = db.prepare('SELECT DISTINCT "by" AS name FROM event').all()
  db.close()
  const names = [...people, ...authors].map(({ name }) => String(name))
  return [...new Set(names)].filter((name) => /^\p{Script=Han}{2,4}$/u.test(name))
}

describe('the sample', () => {
  it('has no name of a person in any line that would be handed up', async () => {
    const dir = newFolder()
    await fill(dir, '2026-11-24T14:32:00+08:00')
    const file = join(dir, 'journal.db')
    const names = namesIn(file)
    expect(names.length).toBeGreaterThan(15)
    const journal = openSqliteJournal(file)
    const lines = (await journal.links(0, 10_000)).map(({ line }) => line)
    expect(lines.length).toBeGreaterThan(300)
    expect(lines.filter((line) => names.some((name) => line.includes(name)))).toEqual([])
    const authors = (await journal.eventsAfter(0, 10_000)).map(({ by }) => by)
    expect(authors.filter((by) => names.includes(by)).length).toBeGreaterThan(100)
    await journal.close()
  })

  it('fits the rules in a young month as in an old one, and is the same every time', async () => {
    const [first, two] = [newFolder(), newFolder()]
    const now = '2026-03-03T00:10:00+08:00'
    expect(await fill(first, now)).toEqual({ incidents: 26, running: 2 })
    await fill(two, now)
    const verified = await verifySqliteJournal(join(first, 'journal.db'))
    expect(verified).toMatchObject({ ok: true })
    expect(await verifySqliteJournal(join(two, 'journal.db'))).toEqual(verified)
    const journal = openSqliteJournal(join(first, 'journal.db'))
    const allStats = await journal.incidentStats('2026-01', '2026-03')
    await journal.close()
    expect(allStats).toHaveLength(26)
    expect(allStats.filter(({ drill }) => drill)).toMatchObject([
      { state: 'archived' },
      { state: 'archived' },
    ])
    expect(allStats.filter(({ falseReport }) => falseReport)).toHaveLength(1)
    const limits = allStats.flatMap((stats) => stats.limits)
    expect(limits.filter(({ lateAt }) => lateAt !== null).every(({ explained }) => explained)).toBe(
      true,
    )
    expect(limits.filter(({ lateAt }) => lateAt !== null).length).toBeGreaterThanOrEqual(3)
  })

  it('has a month that is over, with what is to be compared, of two kinds of site', async () => {
    const dir = newFolder()
    await fill(dir, '2026-11-24T14:32:00+08:00')
    const journal = openSqliteJournal(join(dir, 'journal.db'))
    const october = await journal.incidentStats('2026-10', '2026-10')
    const [before, now] = [await journal.tally('2026-10'), await journal.tally('2026-11')]
    await journal.close()
    expect([before.incidents, before.drills]).toEqual([5, 1])
    expect(now.incidents).toBeGreaterThan(before.incidents)
    const ran = october.flatMap(({ plans = [] }) => plans.map(({ planId }) => planId))
    for (const kind of ['gas-', 'government-hall-'])
      expect(ran.some((id) => id.startsWith(kind))).toBe(true)
  })

  it('opens in a station with two incidents running, one of them two minutes from a limit', async () => {
    const dir = newFolder()
    expect(await runProgram(['demo', '--data', dir])).toMatchObject({
      code: 0,
      out: '{"incidents":26,"running":2}\n',
    })
    const station = await served(dir)
    const board = (await station.board()) as {
      now: number
      site: unknown
      incidents: { place: string; steps: { id: string; dueAt: number | null; state: string }[] }[]
    }
    expect(board.site).toMatchObject({
      demo: true,
      name: { zh: expect.stringMatching(/^示例/), en: expect.stringMatching(/^Sample/) },
    })
    expect(board.incidents.map(({ place }) => place).sort()).toEqual([
      '云雀湾政务大厅二楼',
      '客服热线中心',
    ])
    const repair = board.incidents.flatMap(({ steps }) => steps).find(({ id }) => id === 'hl-14')
    expect(repair?.state).toBe('open')
    expect((repair?.dueAt ?? Infinity) - board.now).toBeLessThanOrEqual(125_000)
    // and the report of the month that is over is ready to be read and issued
    type Month = { standing: string; incidents: number; preparedAt: number | null }
    const over = async (): Promise<Month | undefined> =>
      ((await station.ask('report/list'))['reply'] as { months: Month[] }).months.find(
        ({ standing }) => standing === 'draft',
      )
    expect((await over())?.incidents).toBeGreaterThan(3)
    await expect.poll(async () => (await over())?.preparedAt).toEqual(expect.any(Number))
  })

  it('never goes into a folder that holds a record', async () => {
    const dir = newFolder()
    await (await served(dir)).signal('SIGTERM')
    writeFileSync(join(dir, 'mine.txt'), 'mine')
    expect(await runProgram(['demo', '--data', dir])).toMatchObject({
      code: 64,
      err: expect.stringContaining('folder-not-new'),
    })
  })
})
