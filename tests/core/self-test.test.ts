/**
 * The daily self-test through the station: begun by itself and by hand, brought to walls by the
 * engine's beat, answered by them, recorded; held back, made again, told as a fault.
 */
import { afterEach, describe, expect, it } from 'vitest'
import type { Caller } from '#main/core/api.ts'
import { verifyWhole } from '#main/core/verify/projections.ts'
import type { Input } from '#shared/contract/contract.ts'
import type { BeatPush } from '#shared/domain/board/push.ts'
import { plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

const room = (session: string): Caller => ({ name: '大屏', role: 'wall', session })
const hall: Caller = { name: '公开大屏', role: 'wall', session: 'hall', public: true }
const EARLY = '2026-11-24T09:58:30+08:00'
const PLAN = plan('fire', [step('a')])

let kit: Kit
afterEach(() => kit.stop())

const WELL = { dom: true, picture: true, level: -4.4 }
type Answer = Partial<Omit<Input<'wall/self-test'>, 'wallId' | 'testId'>> | 'none'
type Wall = {
  id: string
  by?: Caller
  answer?: Answer
  named?: string
  aside?: 'replay' | 'calibration'
  safe?: true
}

const sign = ({ id, by = room(id), named, aside, safe }: Wall) =>
  kit.send(
    'wall/alive',
    {
      ...{ wallId: id, beat: 1, sound: 'on', size: '1920x1080@1', ...(named ? { named } : {}) },
      ...(aside ? { aside } : {}),
      ...(safe ? { safe } : {}),
    },
    { by },
  )
const shown = (): BeatPush['selfTest'] =>
  kit.pushes.findLast((push): push is BeatPush => push.kind === 'beat')?.selfTest

/** So many seconds with these walls, each answering the test that a beat brings it, once. */
async function live(seconds: number, ...walls: readonly Wall[]): Promise<void> {
  const answered = new Set<string>()
  for (let second = 0; second < seconds; second++) {
    for (const wall of walls) if (second % 5 === 0) await sign(wall)
    await kit.clock.advance('1 s')
    const test = shown()
    for (const { id, by = room(id), answer = {} } of walls) {
      if (!test || answer === 'none' || answered.has(id + test.testId)) continue
      answered.add(id + test.testId)
      const input = { wallId: id, testId: test.testId, ...WELL, ...answer }
      await kit.send('wall/self-test', input, { by })
    }
  }
}
const tested = async () => (await kit.events()).filter(({ type }) => type.startsWith('SelfTest'))
const read = () => kit.ask('walls/self-test-read', {})
const faults = async () =>
  (await kit.station.board()).alerts.filter(({ id }) => id.startsWith('fault.self-test.'))
const W1 = { id: 'w1' }

describe('made by itself', () => {
  it('given a wall and ten o’clock, then one event, its way to the wall and back, and its end; no figure and no incident', async () => {
    kit = await openStation({ on: 'sqlite', at: EARLY })
    const months = await kit.ask('statistics/month', { month: '2026-11' })
    await live(85, W1) // the one that was never made is made first
    expect((await tested()).map(({ type, by }) => [type, by])).toEqual([
      ['SelfTestBegun', 'Vigil'],
      ['SelfTestEnded', 'Vigil'],
    ])
    await live(60, W1)
    const events = await tested()
    expect(events).toHaveLength(4)
    expect(events[2]).toMatchObject({
      ...{ stream: 'station', type: 'SelfTestBegun', body: { reason: 'daily', aloud: false } },
    })
    expect(new Date(events[2]!.at).toISOString()).toBe('2026-11-24T02:00:00.000Z')
    expect(events[3]!.body).toMatchObject({
      ...{ engineInTime: true, absent: [], screens: [{ id: 'w1', failed: [], level: -4.4 }] },
    })
    expect(await read()).toMatchObject({
      ...{ running: false, waits: null, last: { passed: true, reason: 'daily' } },
      nextAt: Date.parse('2026-11-25T10:00:00+08:00'),
    })
    expect(await faults()).toEqual([])
    expect((await kit.station.board()).incidents).toEqual([])
    expect(await kit.ask('statistics/month', { month: '2026-11' })).toEqual(months)
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
    kit = await kit.restart('1 h')
    expect(await read()).toMatchObject({ last: { passed: true } })
  })

  it('given no wall is there, then nothing is recorded until one is', async () => {
    kit = await openStation({ at: EARLY })
    await live(180)
    expect(await tested()).toEqual([])
    expect(await read()).toMatchObject({ last: null, waits: 'wall' })
    await live(90, W1)
    expect(await read()).toMatchObject({ last: { passed: true }, waits: null })
  })

  it('given the station was stopped in the middle of one, then it is made again after the start', async () => {
    kit = await openStation({ on: 'sqlite', at: EARLY })
    await live(64, { ...W1, answer: 'none' })
    expect(shown()).toBeDefined()
    kit = await kit.restart('5 s')
    await live(50, W1)
    expect(await tested()).toHaveLength(1)
    await live(20, W1)
    expect(await read()).toMatchObject({ last: { passed: true } })
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })
})

describe('held back', () => {
  it('given an incident is not contained, then it is made as soon as that is; a drill keeps nothing waiting', async () => {
    kit = await openStation({ at: EARLY, plans: [PLAN] })
    const id = await kit.run(['fire'])
    await live(180, W1)
    expect(await tested()).toEqual([])
    expect(await read()).toMatchObject({ waits: 'incident' })
    expect(await kit.send('walls/self-test', {})).toMatchObject({
      ...{ ok: false, code: 'self-test-held-back' },
    })
    await kit.run(['fire'], { drill: true })
    await kit.ask('incident/move', { incidentId: id, to: 'contained', reason: '明火已灭' })
    await live(5, W1)
    expect(await read()).toMatchObject({ last: { passed: true } })
  })

  it('given an orange warning, then likewise until it is lowered', async () => {
    kit = await openStation({ at: EARLY, plans: [PLAN] })
    const { incidentId } = await kit.ask('incident/report', { narrative: '暴雨', place: '全市' })
    const warn = (warning: 'orange' | 'yellow') =>
      kit.ask('incident/prealert', { incidentId, warning, reason: '气象台' })
    await warn('orange')
    await live(120, W1)
    expect(await read()).toMatchObject({ last: null, waits: 'incident' })
    await warn('yellow')
    await live(5, W1)
    expect(await read()).toMatchObject({ last: { passed: true } })
  })

  it('given the disk takes nothing, then it waits for that, and is made afterwards', async () => {
    kit = await openStation({ at: EARLY })
    kit.disk.broken = true
    await live(130, W1)
    expect(await read()).toMatchObject({ last: null })
    kit.disk.broken = false
    await live(150, W1)
    expect(await read()).toMatchObject({ last: { passed: true } })
  })
})

describe('heard at the beginning of a shift', () => {
  it('given the site wants it, then walls are told to let it through, once a shift, and the handover says when', async () => {
    kit = await openStation({ at: '2026-11-24T19:58:00+08:00' })
    await kit.ask('duty/shift-set', { name: '夜班', begins: '20:00', ends: '08:00', posts: [] })
    await kit.ask('walls/self-test-set', { time: '10:00', aloud: true })
    await live(70, W1)
    expect(await read()).toMatchObject({
      ...{ last: { reason: 'daily', aloud: false }, setting: { time: '10:00', aloud: true } },
      nextAt: Date.parse('2026-11-24T20:00:00+08:00'),
    })
    expect((await kit.ask('handover/read', null)).selfTest).toMatchObject({ aloudAt: null })
    await live(62, W1)
    expect(kit.pushes.some((push) => push.kind === 'beat' && push.selfTest?.aloud)).toBe(true)
    expect(await read()).toMatchObject({ last: { reason: 'shift', aloud: true, passed: true } })
    const { selfTest } = await kit.ask('handover/read', null)
    expect(selfTest).toMatchObject({ passed: true, aloudAt: selfTest?.at })
    const before = (await tested()).length
    await live(60, W1)
    expect(await tested()).toHaveLength(before)
  })
})

it('a calm wall says what came of it, and lacks nothing of it for a day; a public one learns nothing', async () => {
  kit = await openStation({ at: EARLY })
  await live(65, { ...W1, answer: { level: null } })
  const calm = async (by: Caller) => {
    const answer = await kit.send('wall/calm', {}, { by })
    return answer.ok ? answer.reply.means : null
  }
  expect((await calm(room('w1')))?.selfTest).toMatchObject({ passed: false })
  await live(60, W1) // ten o’clock has come
  const selfTest = (await calm(room('w1')))?.selfTest
  expect(selfTest).toMatchObject({ passed: true, at: (await read()).last?.endedAt })
  expect(await calm(hall)).toBeNull()
})

it('a public wall goes through it, too; nobody answers for the wall of another', async () => {
  kit = await openStation({ at: EARLY })
  const publicWall = { id: 'hall', by: hall }
  await sign(publicWall)
  await sign(W1)
  await kit.ask('walls/self-test', {})
  await live(2, publicWall, { ...W1, answer: 'none' })
  const { testId } = shown()!
  await kit.send('wall/self-test', { wallId: 'w1', testId, ...WELL }, { by: hall })
  await live(25, publicWall, { ...W1, answer: 'none' })
  expect((await read()).last?.screens.map(({ id, failed }) => [id, failed])).toEqual([
    ['hall', []],
    ['w1', ['stream']],
  ])
})

describe('by hand', () => {
  it('given a wall, then it is made at once, in the name of who asked; twice is once', async () => {
    kit = await openStation({ at: EARLY })
    await sign(W1)
    await kit.ask('walls/self-test', {})
    await kit.ask('walls/self-test', {})
    expect(await read()).toMatchObject({ running: true, last: null })
    await live(5, W1)
    expect(await read()).toMatchObject({
      ...{ running: false, last: { passed: true, by: '周敏', reason: 'person' } },
    })
    expect(await tested()).toHaveLength(2)
  })

  it('given no wall, then it is refused; a wall may not begin one', async () => {
    kit = await openStation({ at: EARLY })
    expect(await kit.send('walls/self-test', {})).toMatchObject({ code: 'no-wall-connected' })
    expect(await kit.send('walls/self-test', {}, { by: room('w1') })).toMatchObject({
      ...{ code: 'forbidden' },
    })
  })
})

describe('one that was not passed', () => {
  it('stands as a fault over a restart, is made again after half an hour, and goes once it passes', async () => {
    kit = await openStation({ on: 'sqlite', at: '2026-11-24T11:00:00+08:00' })
    await sign(W1)
    await kit.ask('walls/self-test', {})
    await live(5, { ...W1, answer: { level: null } })
    expect(await read()).toMatchObject({ last: { passed: false } })
    expect(await faults()).toHaveLength(1)
    kit = await kit.restart('5 min')
    expect(await faults()).toHaveLength(1)
    const begun = async () => (await tested()).filter(({ type }) => type === 'SelfTestBegun').length
    await live(24 * 60, W1)
    expect(await begun()).toBe(1)
    await live(120, W1)
    expect(await read()).toMatchObject({ last: { passed: true, reason: 'again' } })
    expect(await faults()).toEqual([])
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })
})

describe('a wall that shows something else, since somebody has asked it to', () => {
  const NAMED = { name: '大厅屏', view: 'incidents', language: 'zh', theme: 'dark' } as const

  it('is not tested and is no fault: the result says which it is and why', async () => {
    kit = await openStation({ at: EARLY })
    const { id } = await kit.ask('walls/set', NAMED)
    const replaying = { id: 'w2', named: id, aside: 'replay', answer: 'none' } as const
    await sign(W1)
    await sign(replaying)
    await kit.ask('walls/self-test', {})
    await live(5, W1, replaying)
    expect((await read()).last).toMatchObject({
      ...{ passed: true, absent: [], screens: [{ id: 'w1', failed: [] }] },
      aside: [{ id: 'w2', named: id, why: 'replay' }],
    })
    expect(await faults()).toEqual([])
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it('given it is the only one, then it waits until that is over', async () => {
    kit = await openStation({ at: EARLY })
    const measured = { ...W1, aside: 'calibration' } as const
    await live(120, measured)
    expect(await read()).toMatchObject({ last: null, waits: 'wall' })
    expect(await kit.send('walls/self-test', {})).toMatchObject({ code: 'no-wall-connected' })
    await live(90, W1)
    expect(await read()).toMatchObject({ last: { passed: true }, waits: null })
  })
})

it('a wall on its plain page has not passed, and the fault says that it is that page', async () => {
  kit = await openStation({ at: EARLY })
  const safe = { ...W1, safe: true, answer: { dom: false, picture: false, level: null } } as const
  await sign(safe)
  await kit.ask('walls/self-test', {})
  await live(5, safe)
  expect((await read()).last?.screens).toMatchObject([{ failed: ['dom', 'tone'], safe: true }])
  const [fault] = await faults()
  expect(fault?.cause.zh).toContain('没起名的大屏（1920×1080）在用简易页面。')
})

describe('planted faults: each is caught and named', () => {
  const NAMED = { name: '大厅屏', view: 'incidents', language: 'zh', theme: 'dark' } as const

  it.each<[string, Answer, string, string]>([
    ['does not show the mark', { dom: false, picture: false }, 'dom', '大厅屏页面没显示'],
    ['has not painted it', { picture: false }, 'picture', '大厅屏画面没画出'],
    ['is muted', { level: -180 }, 'tone', '大厅屏没有声音'],
    ['has its stream cut', 'none', 'stream', '大厅屏没有回应'],
  ])('a wall that %s', async (_case, answer, stage, words) => {
    kit = await openStation({ at: EARLY })
    const { id } = await kit.ask('walls/set', NAMED)
    const { id: other } = await kit.ask('walls/set', { ...NAMED, name: '车库屏' })
    const wall = { ...W1, named: id, answer }
    await sign(wall)
    await kit.ask('walls/self-test', {})
    await live(25, wall)
    const { last } = await read()
    expect(last).toMatchObject({ passed: false, absent: [other] })
    expect(last?.screens.map(({ id: wallId, failed }) => [wallId, failed])).toEqual([
      ['w1', [stage]],
    ])
    const [fault] = await faults()
    expect(fault).toMatchObject({ kind: 'fault', incidentId: null, tone: null, priority: 3 })
    expect(fault?.cause.zh).toContain(words)
    await live(60, { ...wall, answer: {} })
    expect(await faults()).toHaveLength(1)
    await kit.ask('walls/self-test', {})
    await live(5, { ...wall, answer: {} })
    expect(await faults()).toEqual([])
  })
})
