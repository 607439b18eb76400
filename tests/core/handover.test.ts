/**
 * The shift handover at a station: what it shows, what a signature keeps word for word, two
 * consoles at once, the handovers of before by date.
 */
import { afterEach, describe, expect, it } from 'vitest'
import { systemVault } from '#main/adapters/vault.ts'
import type { Caller } from '#main/core/api.ts'
import { strayProjection } from '#main/core/verify/projections.ts'
import { localDate } from '#shared/domain/calendar.ts'
import { handoverDocument } from '#shared/domain/document/handover-document.ts'
import { idsFrom } from '#shared/domain/handover-sheet/ids.ts'
import { localized } from '#shared/domain/text.ts'
import { choice, MINUTE, plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

const PLANS = [
  plan(
    'fire',
    [
      step('call', { lifeSafety: true, urgency: 'immediate' }),
      step('report', { due: { within: 30 * MINUTE, from: 'reported' } }),
      step('doors'),
    ],
    { facts: [choice('cause', ['wire', 'oil'], { recordOnly: true })] },
  ),
]
const DAY_DESK: Caller = { name: '值班员', role: 'dispatcher', session: 'day' }
const NIGHT_DESK: Caller = { name: '值班员', role: 'dispatcher', session: 'night' }

let kit: Kit
afterEach(() => kit.stop())
const open = async (on: 'memory' | 'sqlite' = 'memory'): Promise<void> => {
  kit = await openStation({ on, plans: PLANS })
}
const give = async (gives: string): Promise<string> =>
  (await kit.ask('handover/give', { gives })).handoverId
const both = async (gives: string, takes: string): Promise<string> => {
  const handoverId = await give(gives)
  await kit.clock.advance('5 min')
  await kit.ask('handover/take', { handoverId, takes })
  return handoverId
}
const bodies = async (): Promise<string> =>
  JSON.stringify((await kit.events()).map(({ body }) => body))

describe('what is shown', () => {
  it('of each incident: open steps, what is next and when, who commands, what is not confirmed', async () => {
    await open()
    const fire = await kit.run([], { place: '三楼厨房' })
    await kit.ask('incident/activate', {
      ...{ incidentId: fire, planId: 'fire', provisional: true, commander: '雀总指挥' },
    })
    await kit.run([], { place: '训练室', drill: true })
    const { page, pending, last } = await kit.ask('handover/read', null)
    expect([pending, last]).toEqual([null, null])
    expect(page.incidents).toMatchObject([
      {
        place: '三楼厨房',
        state: 'responding',
        commander: '雀总指挥',
        command: { zh: '雀总指挥', en: '雀总指挥' },
        open: 3,
        lifeSafety: 1,
        next: { title: { zh: 'call' }, note: { zh: '没人办' }, at: expect.any(Number) },
        provisional: [expect.any(Object)],
        drill: false,
      },
      { place: '训练室', drill: true },
    ])
  })

  it('what was put off and until when, and what is acknowledged and not done', async () => {
    await open()
    const fire = await kit.run(['fire'])
    await kit.clock.advance('31 min')
    const { alerts } = await kit.incident(fire)
    const late = alerts.find(({ kind }) => kind === 'late')!
    const nudge = alerts.find(({ kind }) => kind === 'nudge')!
    await kit.ask('alert/shelve', { alertId: late.id, minutes: 60, reason: '雀等上级回话' })
    await kit.ask('alert/acknowledge', { alertId: nudge.id })
    const { page } = await kit.ask('handover/read', null)
    expect(page.shelved).toMatchObject([
      { incidentId: fire, until: kit.clock.wall() + 60 * MINUTE, reason: '雀等上级回话' },
    ])
    expect(page.acknowledged).toMatchObject([{ incidentId: fire, by: '周敏' }])
  })

  it('who is on duty, what is still missing, troubles, and whether the alarm was heard', async () => {
    await open()
    await kit.ask('roster/set', { posts: { 'duty-officer': [{ person: '雀岗', phone: '139' }] } })
    const { noteId } = await kit.ask('handover/note', { words: '雀二号门卡死，已报修' })
    await kit.ask('handover/heard', null)
    const { page } = await kit.ask('handover/read', null)
    expect(page).toMatchObject({
      duty: { now: [{ post: { zh: '值班员' }, people: ['雀岗'] }] },
      notes: [{ id: noteId, words: '雀二号门卡死，已报修', by: '周敏', at: kit.clock.wall() }],
      heard: { by: '周敏' },
    })
    expect(page.missing.map(({ part }) => part)).toEqual(expect.arrayContaining(['posts', 'wall']))
    await kit.ask('handover/note-settle', { noteId, words: '雀换了锁' })
    expect((await kit.ask('handover/read', null)).page.notes).toEqual([])
    expect(await kit.send('handover/note-settle', { noteId })).toMatchObject({
      code: 'unknown-note',
    })
    expect(await bodies()).not.toContain('雀')
  })
})

it('an hour after a shift has begun whoever sits at the desk hands over, signed or not', async () => {
  await open()
  const { id: shiftId } = await kit.ask('duty/shift-set', {
    ...{ name: '白班', begins: '08:00', ends: '20:00', posts: ['duty-officer'] },
  })
  const { id } = await kit.ask('people/person-set', { name: '周敏', phones: [], posts: [] })
  const date = localDate(kit.clock.wall(), 'Asia/Shanghai')
  await kit.ask('duty/set', {
    entries: [{ date, shiftId, postId: 'duty-officer', persons: [id] }],
  })
  expect((await kit.ask('handover/read', null)).suggested).toEqual({ gives: '周敏', takes: null })
})

describe.each(['memory', 'sqlite'] as const)('a signature, with the record in %s', (on) => {
  it('keeps what was shown word for word, sealed, and gives it back after a restart', async () => {
    await open(on)
    const fire = await kit.run([], { place: '三楼厨房' })
    await kit.ask('incident/activate', {
      ...{ incidentId: fire, planId: 'fire', commander: '雀总指挥' },
    })
    await kit.ask('handover/note', { words: '雀二号门卡死' })
    const shown = (await kit.ask('handover/read', null)).page
    const handoverId = await give('雀交班')
    await kit.clock.advance('5 min')
    await kit.ask('incident/step', { incidentId: fire, stepId: 'call', outcome: 'done' })
    const later = (await kit.ask('handover/read', null)).page
    await kit.ask('handover/take', { handoverId, takes: '雀接班' })
    for (const stepId of ['report', 'doors'])
      await kit.ask('incident/step', { incidentId: fire, stepId, outcome: 'done' })
    kit = await kit.restart('1 h')
    const sheet = await kit.ask('handover/show', { id: handoverId })
    expect(sheet).toMatchObject({ gives: { person: '雀交班' }, takes: { person: '雀接班' } })
    expect(sheet.gives?.page).toEqual(shown)
    expect(sheet.takes?.page).toEqual({ ...later, at: expect.any(Number) })
    expect((await kit.ask('handover/read', null)).last).toMatchObject({
      ...{ id: handoverId, gives: '雀交班', takes: '雀接班' },
    })
    expect(await bodies()).not.toContain('雀')
    expect(await kit.journal.verify()).toMatchObject({ ok: true })
    expect(await strayProjection(kit.journal)).toBeNull()
  })
})

it('without personal information a sheet has a word in their place, and who signed', async () => {
  await open()
  await kit.ask('handover/note', { words: '雀二号门卡死' })
  const id = await both('周敏', '李强')
  const plain = await kit.ask('handover/show', { id, plain: true })
  expect(plain).toMatchObject({
    gives: { person: '周敏', page: { notes: [{ words: '〔略〕' }] } },
    takes: { person: '李强' },
  })
  expect(await kit.send('handover/show', { id: 'none' })).toMatchObject({
    code: 'unknown-handover',
  })
})

describe('signing', () => {
  it('at two consoles at once is done once, and the other is told by whom', async () => {
    await open()
    const answers = await Promise.all([
      kit.send('handover/give', { gives: '周敏' }, { by: DAY_DESK }),
      kit.send('handover/give', { gives: '王芳' }, { by: NIGHT_DESK }),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: 'handover-pending' })
    const { pending } = await kit.ask('handover/read', null)
    const taken = await Promise.all(
      ['李强', '赵磊'].map((takes) =>
        kit.send('handover/take', { handoverId: pending?.id ?? '', takes }),
      ),
    )
    expect(taken.filter(({ ok }) => ok)).toHaveLength(1)
    expect(taken.find(({ ok }) => !ok)).toMatchObject({ code: 'handover-taken' })
    const sheets = (await kit.events()).filter(({ type }) => type === 'HandoverSigned')
    expect(sheets).toHaveLength(2)
  })

  it('troubles noted at two consoles at once both stay', async () => {
    await open()
    await Promise.all(['门', '灯'].map((words) => kit.send('handover/note', { words })))
    const { page } = await kit.ask('handover/read', null)
    expect(page.notes.map(({ words }) => words).sort()).toEqual(['灯', '门'])
  })

  it('of a handover that nobody takes is done again in its place, and the first stays unsigned', async () => {
    await open()
    const first = await give('周敏')
    kit.clock.leap('12 h')
    await kit.clock.advance('1 s')
    expect(await kit.send('handover/give', { gives: '王芳' })).toMatchObject({
      code: 'handover-pending',
    })
    const { handoverId } = await kit.ask('handover/give', { gives: '王芳', replaces: first })
    expect(await kit.send('handover/take', { handoverId: first, takes: '李强' })).toMatchObject({
      code: 'not-as-seen',
    })
    await kit.ask('handover/take', { handoverId, takes: '李强' })
    const { rows } = await kit.ask('handover/list', {})
    expect(rows).toMatchObject([
      { id: handoverId, gives: '王芳', takes: '李强' },
      { id: first, gives: '周敏', takes: null, takenAt: null },
    ])
  })

  it('suggests who has signed on at the desk', async () => {
    await open()
    await kit.send('desk/sign-on', { person: '周敏' }, { by: DAY_DESK })
    expect(await kit.send('handover/read', null, { by: DAY_DESK })).toMatchObject({
      reply: { suggested: { gives: '周敏', takes: null } },
    })
    expect((await kit.ask('handover/read', null)).suggested.gives).toBeNull()
  })

  it('suggests who comes next by the duty roster, and who is on already once the shift has changed', async () => {
    await open()
    const named = async (name: string): Promise<string> =>
      (await kit.ask('people/person-set', { name, phones: [], posts: ['duty-officer'] })).id
    const [day, night] = [await named('周敏'), await named('李强')]
    const shift = async (name: string, begins: string, ends: string): Promise<string> =>
      (
        await kit.ask('duty/shift-set', {
          name,
          begins,
          ends,
          posts: ['duty-officer', 'duty-leader'],
        })
      ).id
    const [early, late] = [
      await shift('白班', '08:00', '20:00'),
      await shift('夜班', '20:00', '08:00'),
    ]
    const date = '2026-11-24'
    await kit.ask('duty/set', {
      entries: [
        { date, shiftId: early, postId: 'duty-officer', persons: [day] },
        { date, shiftId: late, postId: 'duty-officer', persons: [night] },
      ],
    })
    await kit.send('desk/sign-on', { person: '周敏' }, { by: DAY_DESK })
    const read = async () => {
      const answer = await kit.send('handover/read', null, { by: DAY_DESK })
      return answer.ok ? answer.reply : null
    }
    const byRoster = async () => (await kit.ask('handover/read', null)).suggested
    expect(await byRoster()).toEqual({ gives: '周敏', takes: '李强' })
    const before = await read()
    expect(before?.suggested).toEqual({ gives: '周敏', takes: '李强' })
    // a gap is seen before it is there
    expect(before?.page.duty.next).toMatchObject([{ people: ['李强'] }, { people: [] }])
    const gaps = before?.page.missing.find(({ part }) => part === 'gaps')
    expect(gaps?.names).toContainEqual({ zh: '11月24日夜班', en: '夜班 on 24 Nov' })
    kit.clock.leap('485 min')
    await kit.clock.advance('1 s')
    expect((await read())?.suggested).toEqual({ gives: '周敏', takes: '李强' })
    // where nobody has signed on: who sat there until the shift changed, for whoever sits there now
    expect(await byRoster()).toEqual({ gives: '周敏', takes: '李强' })
    const handoverId = await give('周敏')
    expect(await byRoster()).toEqual({ gives: '周敏', takes: '李强' })
    expect((await read())?.page.duty.now).toMatchObject([{ people: ['李强'] }])
    // who has signed goes on handing over, however long the other takes
    kit.clock.leap('2 h')
    await kit.clock.advance('1 s')
    expect(await byRoster()).toEqual({ gives: '周敏', takes: '李强' })
    await kit.ask('handover/take', { handoverId, takes: '李强' })
    expect((await byRoster()).gives).toBe('李强')
    // somebody who is not on the roster stands in
    await kit.ask('handover/take', { handoverId: await give('李强'), takes: '赵铁柱' })
    expect((await byRoster()).gives).toBe('赵铁柱')
    kit.clock.leap('2 h')
    await kit.clock.advance('1 s')
    expect((await byRoster()).gives).toBe('赵铁柱')
    // once the shift has changed the roster counts again
    kit.clock.leap('8 h')
    await kit.clock.advance('1 s')
    expect((await byRoster()).gives).toBe('李强')
  })

  it('over a clock that was put back stands in the order of the record, and the sheet says so', async () => {
    await open()
    const handoverId = await give('周敏')
    kit.clock.leap('-1 h')
    await kit.ask('handover/take', { handoverId, takes: '李强' })
    const sheet = await kit.ask('handover/show', { id: handoverId })
    const drawn = handoverDocument(sheet, null, {
      ...{ zone: 'Asia/Shanghai', site: localized('站', 'Site'), personal: true },
    })
    expect(drawn.sections[0]?.words).toMatchObject([{ zh: expect.stringContaining('时钟调过') }])
  })
})

describe('the handovers of before', () => {
  it('are found by local dates, the newest first, page by page', async () => {
    await open() // the 24th, noon
    const ids: string[] = []
    while (ids.length < 3) {
      ids.push(await both('周敏', '李强'))
      kit.clock.leap('24 h')
      await kit.clock.advance('1 s')
    }
    const on = async (from: string, until: string): Promise<string[]> =>
      (await kit.ask('handover/list', { from, until })).rows.map(({ id }) => id)
    expect(await on('2026-11-24', '2026-11-24')).toEqual([ids[0]])
    expect(await on('2026-11-25', '2026-11-30')).toEqual([ids[2], ids[1]])
    expect(await on('2026-10-01', '2026-11-23')).toEqual([])
    const first = await kit.ask('handover/list', { limit: 2 })
    expect(first).toMatchObject({ rows: [{ id: ids[2] }, { id: ids[1] }], next: ids[1] })
    const rest = await kit.ask('handover/list', { limit: 2, after: first.next })
    expect(rest).toMatchObject({ rows: [{ id: ids[0] }], next: null })
    expect(
      await kit.send('handover/list', { from: '2026-11-25', until: '2026-11-24' }),
    ).toMatchObject({ code: 'bad-input' })
  })

  it('are named by ids that bear their instant', () => {
    for (const at of [0, 1, Date.parse('2026-11-24'), 8_640_000_000_000]) {
      const id = systemVault.id(at)
      expect(id > idsFrom(at), id).toBe(true)
      expect(id < idsFrom(at + 1), id).toBe(true)
    }
  })
})
