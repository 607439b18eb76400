/**
 * Who is on duty in a running station, with moved time: the shift changes while an alert is up, and
 * ladder, board and screens follow without anybody doing anything.
 */
import { DatabaseSync } from 'node:sqlite'
import { afterEach, describe, expect, it } from 'vitest'
import type { ReplyOf } from '#shared/contract/contract.ts'
import { localized } from '#shared/domain/text.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { MINUTE, plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

const late = [
  { after: 0, notify: 'head', say: null, proposed: false },
  { after: 10 * MINUTE, notify: 'manager', say: null, proposed: false },
]
const timed = plan('timed', [step('a', { due: { within: MINUTE, from: 'activated' }, late })])
const DAY = '2026-11-24'
const NEXT = '2026-11-25'

let kit: Kit
afterEach(() => kit.stop())

const id = async (reply: Promise<{ id: string }>): Promise<string> => (await reply).id
const person = (name: string, phone: string, ...posts: string[]) =>
  id(kit.ask('people/person-set', { name, phones: [{ number: phone }], posts }))
const shift = (name: string, begins: string, ends: string, posts: string[], minimum = 0) =>
  id(kit.ask('duty/shift-set', { name, begins, ends, posts, minimum }))
const enter = (date: string, shiftId: string, postId: string, ...persons: string[]) =>
  kit.ask('duty/set', { entries: [{ date, shiftId, postId, persons }] })
const boards = () => kit.pushes.filter((push) => push.kind === 'board')
const lateIn = (incident: BoardIncident | null | undefined) =>
  incident?.alerts.find(({ kind }) => kind === 'late')
const dutyOf = async (post: string): Promise<readonly string[]> =>
  (await kit.station.board()).duty.find(({ roleId }) => roleId === post)?.people ?? []

/** Two shifts, of which 周敏 has the day and 李娜 the night at the post head. */
async function twoShifts(at = `${DAY}T19:50:00+08:00`, zone = 'Asia/Shanghai') {
  kit = await openStation({ plans: [timed], at, zone })
  const [zhou, li] = [await person('周敏', '13800000001'), await person('李娜', '13800000002')]
  const day = await shift('白班', '08:00', '20:00', ['head'])
  const night = await shift('夜班', '20:00', '08:00', ['head'], 2)
  await enter(DAY, day, 'head', zhou)
  await enter(DAY, night, 'head', li)
  return { zhou, li, day, night }
}

describe('a change of shift', () => {
  it('while an alert is up: its people follow, and the board is pushed by itself', async () => {
    await twoShifts()
    const incidentId = await kit.run(['timed'])
    await kit.clock.advance('2 min')
    expect(lateIn(await kit.incident(incidentId))).toMatchObject({
      told: [{}, { people: ['周敏'] }],
      actor: { people: ['周敏'] },
    })
    expect(await dutyOf('head')).toEqual(['周敏'])
    const before = boards().length
    await kit.clock.advance('7 min') // 19:59
    expect(boards()).toHaveLength(before)
    await kit.clock.advance('1 min') // 20:00
    await expect.poll(() => boards().length).toBeGreaterThan(before)
    const shown = boards().at(-1)?.board
    expect(shown?.duty).toMatchObject([{ roleId: 'head', people: ['李娜'] }])
    expect(lateIn(shown?.incidents[0])).toMatchObject({
      actor: { people: ['李娜'] },
      told: [{}, { people: ['周敏'] }, {}], // who was told then stays
    })
    expect((await kit.events()).filter(({ stream }) => stream === 'duty')).toHaveLength(4)
  })

  it('the ladder goes to whoever is on when it comes to a post, also over midnight', async () => {
    await twoShifts(`${DAY}T23:59:30+08:00`)
    const incidentId = await kit.run(['timed'])
    await kit.clock.advance('1 min') // 00:00:30 of the next day, still the night of the 24th
    expect(lateIn(await kit.incident(incidentId))?.told).toMatchObject([
      { skipped: [{ zh: '岗位desk' }] },
      { people: ['李娜'], skipped: [] },
    ])
  })

  it('with nobody on duty is passed at once and said; with a substitute it is not', async () => {
    const { zhou } = await twoShifts()
    await kit.clock.advance('13 h') // 08:50 of the next day, which has nobody
    const first = await kit.run(['timed'])
    await kit.clock.advance('1 min')
    expect(lateIn(await kit.incident(first))?.told[1]).toMatchObject({
      people: [],
      skipped: [{ zh: '岗位head' }],
    })
    await kit.ask('people/post-set', { id: 'head', substitutes: [zhou] })
    const second = await kit.run(['timed'])
    await kit.clock.advance('1 min')
    expect(lateIn(await kit.incident(second))?.told[1]).toMatchObject({
      people: ['周敏'],
      skipped: [],
    })
    expect((await kit.ask('duty/now', {})).posts).toMatchObject([
      { postId: 'head', people: [{ name: '周敏', substitute: true }] },
    ])
  })

  it('is foreseen again after a restart', async () => {
    await twoShifts()
    kit = await kit.restart('5 min')
    await kit.clock.advance('6 min')
    await expect
      .poll(() => boards().at(-1))
      .toMatchObject({
        board: { duty: [{ people: ['李娜'] }] },
      })
  })

  it('that a clock put back brings a second time comes a second time, and the engine runs cool', async () => {
    await twoShifts()
    kit.clock.jump('-1 h')
    await kit.clock.advance('11 min') // the planned time has run, the wall says 19:01
    const before = boards().length
    await kit.clock.advance('30 min')
    expect(boards()).toHaveLength(before)
    expect(await dutyOf('head')).toEqual(['周敏'])
    await kit.clock.advance('30 min')
    await expect.poll(() => dutyOf('head')).toEqual(['李娜'])
  })

  it.each([
    ['of 11 hours', '2026-03-28', '11 h'],
    ['of 13 hours', '2026-10-24', '13 h'],
  ])('in Berlin ends a night %s at eight by the clock on the wall', async (_what, date, length) => {
    const offset = date === '2026-03-28' ? '+01:00' : '+02:00'
    kit = await openStation({
      plans: [timed],
      at: `${date}T20:00:00${offset}`,
      zone: 'Europe/Berlin',
    })
    const li = await person('李娜', '13800000002')
    const night = await shift('夜班', '20:00', '08:00', ['head'])
    await enter(date, night, 'head', li)
    await kit.clock.advance(length === '11 h' ? '659 min' : '779 min')
    expect(await dutyOf('head')).toEqual(['李娜'])
    await kit.clock.advance('2 min')
    expect(await dutyOf('head')).toEqual([])
  })
})

describe('the duty roster', () => {
  it('is read with its gaps, who is on now and who comes next', async () => {
    const { zhou, li, day, night } = await twoShifts()
    const read = await kit.ask('duty/read', { from: DAY, until: DAY })
    expect(read).toMatchObject({
      shifts: [
        { id: day, weekdays: null, minimum: 0 },
        { id: night, minimum: 2 },
      ],
      days: [
        { date: DAY, shiftId: day, postId: 'head', persons: [{ id: zhou, name: '周敏' }] },
        { date: DAY, shiftId: night, postId: 'head', persons: [{ id: li, name: '李娜' }] },
      ],
      gaps: [{ date: DAY, shiftId: night, postId: null, lacking: 1 }],
      now: [{ shiftId: day, posts: [{ postId: 'head', people: [{ name: '周敏' }] }] }],
      next: [{ shiftId: night, since: Date.parse(`${DAY}T20:00:00+08:00`) }],
    } satisfies Partial<Record<keyof ReplyOf<'duty/read'>, unknown>>)
    const week = await kit.ask('duty/read', null)
    expect([week.from, week.until]).toEqual(['2026-11-23', '2026-11-29'])
    expect(week.gaps.length).toBeGreaterThan(10)
    expect(await kit.send('duty/read', { from: NEXT, until: DAY })).toMatchObject({
      code: 'bad-input',
    })
    expect(await kit.send('duty/read', { from: DAY, until: '2027-01-30' })).toMatchObject({
      code: 'bad-input',
    })
  })

  it('of days long ago is read out of the events', async () => {
    const { day } = await twoShifts()
    kit = await kit.restart('200 d')
    const later = '2027-06-12'
    await kit.ask('duty/set', {
      entries: [{ date: later, shiftId: day, postId: 'head', persons: [] }],
    })
    expect((await kit.ask('duty/read', { from: DAY, until: DAY })).days).toMatchObject([
      { persons: [{ name: '周敏' }] },
      { persons: [{ name: '李娜' }] },
    ])
  })

  it('is copied, and asks before it overwrites', async () => {
    const { zhou, day } = await twoShifts()
    await enter(NEXT, day, 'head', zhou)
    const copy = { from: DAY, days: 1, to: NEXT }
    expect(await kit.send('duty/copy', copy)).toMatchObject({
      code: 'would-overwrite',
      details: [NEXT],
    })
    await kit.ask('duty/copy', { ...copy, overwrite: true })
    expect((await kit.ask('duty/read', { from: NEXT, until: NEXT })).days).toMatchObject([
      { persons: [{ name: '周敏' }] },
      { persons: [{ name: '李娜' }] },
    ])
  })

  it('whoever leaves is taken out of the days to come, and their posts are gaps', async () => {
    const { zhou, day } = await twoShifts()
    await enter(NEXT, day, 'head', zhou)
    await kit.ask('people/person-leave', { id: zhou, reason: '调走' })
    expect(await dutyOf('head')).toEqual([])
    const { gaps, days } = await kit.ask('duty/read', { from: NEXT, until: NEXT })
    expect(days).toEqual([])
    expect(gaps).toContainEqual({ date: NEXT, shiftId: day, postId: 'head', lacking: 1 })
  })

  it('a post that a shift fills is not missing', async () => {
    kit = await openStation({ plans: [timed], at: `${DAY}T19:50:00+08:00` })
    const missing = async () => (await kit.ask('site/read', {})).missing.posts.map(({ id }) => id)
    expect(await missing()).toContain('duty-officer')
    const zhou = await person('周敏', '13800000001')
    const day = await shift('白班', '08:00', '20:00', ['duty-officer'])
    expect(await missing()).toContain('duty-officer')
    await enter(DAY, day, 'duty-officer', zhou)
    expect(await missing()).not.toContain('duty-officer')
  })

  it('a number that was purged is missing again', async () => {
    kit = await openStation({ plans: [timed], on: 'sqlite' })
    await person('周敏', '13800000001', 'duty-officer')
    const missing = async () => (await kit.ask('site/read', {})).missing.phones.map(({ id }) => id)
    expect(await missing()).not.toContain('duty-officer')
    await kit.station.stop()
    const db = new DatabaseSync(kit.file)
    db.exec('DELETE FROM personal')
    db.close()
    kit = await kit.restart('1 s')
    expect(await missing()).toContain('duty-officer')
  })

  it('walls learn who is on duty and no telephone; only the desk may read the register', async () => {
    await twoShifts()
    const wall = { name: '大屏', role: 'wall' } as const
    for (const name of ['duty/read', 'duty/now', 'people/read'] as const)
      expect(await kit.send(name, {}, { by: wall })).toMatchObject({ code: 'forbidden' })
    expect(JSON.stringify(await kit.station.board('wall'))).not.toContain('13800000001')
    expect((await kit.station.board('wall')).duty).toMatchObject([{ people: ['周敏'] }])
  })
})

it('a month of 40 posts that is changed during an incident: its people are who was entered last', async () => {
  const posts = Array.from({ length: 40 }, (_, index) => `post-${index}`)
  const steps = posts.map((role) => step(`s-${role}`, { role }))
  const roles = posts.map((id) => ({
    ...{ id, name: localized(id, id), aliases: [], duty: null, substitutes: [] },
  }))
  kit = await openStation({
    plans: [plan('big', steps, { roles, commander: 'post-0' })],
    at: `${DAY}T10:00:00+08:00`,
  })
  const people: string[] = []
  for (let n = 0; n < 45; n++) people.push(await person(`p${n}`, `138${n}`))
  const day = await shift('白班', '08:00', '20:00', posts)
  const night = await shift('夜班', '20:00', '08:00', posts)
  const incidentId = await kit.run(['big'])
  const month = Array.from(
    { length: 30 },
    (_, index) => `2026-11-${String(index + 1).padStart(2, '0')}`,
  )
  await kit.ask('duty/set', {
    entries: month.flatMap((date, at) =>
      [day, night].flatMap((shiftId, kind) =>
        posts.map((postId, post) => ({
          ...{ date, shiftId, postId },
          persons: [people[(at + 3 * kind + post) % 45]!],
        })),
      ),
    ),
  })
  const peopleOf = async (post: string) =>
    (await kit.incident(incidentId)).steps.find(({ roleId }) => roleId === post)?.people
  const name = (at: number, kind: number, post: number) => [`p${(at + 3 * kind + post) % 45}`]
  expect(await peopleOf('post-7')).toEqual(name(23, 0, 7))
  await enter(DAY, day, 'post-7', people[44]!)
  expect(await peopleOf('post-7')).toEqual(['p44'])
  await enter(DAY, day, 'post-7')
  expect(await peopleOf('post-7'), 'a gap').toEqual([])
  await kit.ask('people/post-set', { id: 'post-7', substitutes: [people[43]!] })
  expect(await peopleOf('post-7')).toEqual(['p43'])
  await kit.ask('people/leave-set', { personId: people[43]!, from: DAY, until: DAY })
  expect(await peopleOf('post-7')).toEqual([])
  await kit.ask('duty/copy', { from: '2026-11-25', days: 6, to: DAY, overwrite: true })
  expect(await peopleOf('post-7'), 'the days are those of the week after').toEqual(name(24, 0, 7))
  await kit.clock.advance('10 h')
  expect(await peopleOf('post-7'), 'and so is the night').toEqual(name(24, 1, 7))
  expect(await kit.station.check()).toMatchObject({ ok: true })
})

it('a shift handover says who is on until when, and who comes next', async () => {
  await twoShifts()
  const change = Date.parse(`${DAY}T20:00:00+08:00`)
  expect((await kit.ask('handover/read', {})).page.duty).toEqual({
    now: [{ post: { zh: '岗位head', en: 'Post head' }, people: ['周敏'] }],
    until: change,
    next: [{ post: { zh: '岗位head', en: 'Post head' }, people: ['李娜'] }],
    nextAt: change,
  })
})

it('a replay shows who was on duty then', async () => {
  await twoShifts()
  const incidentId = await kit.run(['timed'])
  await kit.clock.advance('15 min') // 20:05
  await kit.ask('incident/note', { incidentId, words: '换班了' })
  await kit.ask('people/person-leave', {
    id: (await kit.ask('people/read', {})).persons.find(({ name }) => name === '周敏')?.id ?? '',
  })
  const { moments } = await kit.ask('history/moments', { incidentId })
  const actorAt = async (time: string) => {
    const moment = moments.findLast(({ at }) => at <= Date.parse(`${DAY}T${time}+08:00`))
    const { incident } = await kit.ask('history/at', { incidentId, seq: moment?.seq ?? 0 })
    return lateIn(incident)?.actor.people
  }
  expect(await actorAt('19:52:00')).toEqual(['周敏'])
  expect(await actorAt('20:05:00')).toEqual(['李娜'])
})

it('everything is the same after a restart, and the record is whole', async () => {
  kit = await openStation({ on: 'sqlite', plans: [timed], at: `${DAY}T10:00:00+08:00` })
  const sun = await person('孙梅', '13800000001', 'head')
  const day = await shift('白班', '08:00', '20:00', ['manager'])
  await enter(DAY, day, 'manager', sun)
  await kit.ask('people/leave-set', { personId: sun, from: NEXT, until: NEXT, reason: '婚假' })
  const read = async () => [
    await kit.ask('people/read', {}),
    await kit.ask('duty/read', {}),
    await kit.ask('roster/read', {}),
    (await kit.station.board()).duty,
  ]
  const before = await read()
  expect(await kit.station.check()).toMatchObject({ ok: true })
  kit = await kit.restart('1 s')
  expect(await read()).toEqual(before)
  const events = JSON.stringify(await kit.events())
  for (const personal of ['孙梅', '13800000001', '婚假']) expect(events).not.toContain(personal)
})
