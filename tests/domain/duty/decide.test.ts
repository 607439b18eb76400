/** The duty roster: shifts, entries, copied weeks, and a month that is changed as it runs. */
import { describe, expect, it } from 'vitest'
import { decideDuty, type DutyCommand } from '#shared/domain/duty/decide.ts'
import { filledPosts } from '#shared/domain/duty/filled.ts'
import { onDuty } from '#shared/domain/duty/on-duty.ts'
import { datePlus, entriesOf, type DutyEntry, type DutyRoster } from '#shared/domain/duty/roster.ts'
import { dutyStream, evolveDuty, type DutyEvent } from '#shared/domain/duty/stream.ts'
import type { Register } from '#shared/domain/roster/register.ts'
import { META, recorded } from '../../kit/decider.ts'
import { dutyWith, entry, person, registerAfter, shift } from '../../kit/duty.ts'

const NIGHT = shift('night', ['20:00', '08:00'], ['guard', 'control'])
const OFFICE = shift('office', ['08:30', '17:30'], ['window'], { weekdays: [1, 2, 3, 4, 5] })
const register = registerAfter(person('周敏'), person('李娜'), person('王强'), {
  type: 'PersonLeft',
  personId: '王强',
  reason: null,
})
const sitePosts = new Set(['guard', 'control', 'window'])
const decide = (
  duty: DutyRoster | null,
  command: DutyCommand,
  people: Register | null = register,
) => decideDuty(duty, command, { register: people, sitePosts })
const week = dutyWith(
  [NIGHT, OFFICE],
  [
    entry('2026-11-23', 'night', 'guard', '周敏'),
    entry('2026-11-23', 'night', 'control', '王强'), // has left since
    entry('2026-11-27', 'office', 'window', '李娜'),
    entry('2026-12-01', 'night', 'control', '李娜'),
  ],
)

describe('a shift', () => {
  it('fills posts of the site, begins and ends within a day, and is set and removed as a whole', () => {
    expect(decide(null, { type: 'SetShift', shift: NIGHT, isNew: true })).toEqual(
      recorded({ type: 'ShiftSet', shift: NIGHT }),
    )
    const unknown = shift('x', ['08:00', '20:00'], ['cook'])
    expect(decide(null, { type: 'SetShift', shift: unknown, isNew: true })).toMatchObject({
      code: 'unknown-post',
      details: ['cook'],
    })
    expect(decide(null, { type: 'SetShift', shift: NIGHT, isNew: false })).toMatchObject({
      code: 'unknown-shift',
    })
    const removed = decide(week, { type: 'RemoveShift', shiftId: 'night' })
    expect(removed).toEqual(recorded({ type: 'ShiftRemoved', shiftId: 'night' }))
    const after = evolveDuty(week, { type: 'ShiftRemoved', shiftId: 'night', ...META })
    expect(after.shifts).toEqual([OFFICE])
    expect(entriesOf(after).map(({ shiftId }) => shiftId)).toEqual(['office'])
    expect(decide(after, { type: 'RemoveShift', shiftId: 'night' })).toMatchObject({
      code: 'unknown-shift',
    })
  })
})

describe('posts of a shift', () => {
  it('that are named twice count once', () => {
    const twice = shift('night', ['20:00', '08:00'], ['guard', 'control', 'guard'])
    expect(decide(null, { type: 'SetShift', shift: twice, isNew: true })).toEqual(
      recorded({ type: 'ShiftSet', shift: NIGHT }),
    )
  })
})

describe('several new shifts', () => {
  it('are made together, or none of them', () => {
    expect(decide(null, { type: 'MakeShifts', shifts: [NIGHT, OFFICE] })).toEqual(
      recorded({ type: 'ShiftSet', shift: NIGHT }, { type: 'ShiftSet', shift: OFFICE }),
    )
    const unknown = shift('x', ['08:00', '20:00'], ['cook'])
    expect(decide(null, { type: 'MakeShifts', shifts: [NIGHT, unknown] })).toMatchObject({
      code: 'unknown-post',
    })
    expect(decide(week, { type: 'MakeShifts', shifts: [] })).toEqual(recorded())
  })
})

describe('an entry', () => {
  const set = (...entries: readonly DutyEntry[]) => decide(week, { type: 'SetDuty', entries })

  it('replaces who stood there; an empty one clears', () => {
    const entries = [
      entry('2026-11-23', 'night', 'guard', '李娜', '李娜'),
      entry('2026-11-27', 'office', 'window'),
    ]
    const decision = set(...entries)
    expect(decision).toEqual(
      recorded({
        type: 'DutySet',
        entries: [entry('2026-11-23', 'night', 'guard', '李娜'), entries[1]],
      }),
    )
    const after = evolveDuty(week, { type: 'DutySet', entries, ...META })
    expect(after.days['2026-11-27']).toBeUndefined()
    expect(week?.days['2026-11-27'], 'what stood there before is not touched').toBeDefined()
  })

  it.each([
    ['of a shift that there is not', entry('2026-11-24', 'dawn', 'guard', '周敏'), 'unknown-shift'],
    [
      'of a post that is not the shift’s',
      entry('2026-11-24', 'night', 'window', '周敏'),
      'unknown-post',
    ],
    ['of somebody nobody knows', entry('2026-11-24', 'night', 'guard', '赵五'), 'unknown-person'],
    ['of somebody who has left', entry('2026-11-24', 'night', 'guard', '王强'), 'unknown-person'],
  ])('%s is refused', (_what, wrong, code) => {
    expect(set(entry('2026-11-24', 'night', 'guard', '周敏'), wrong)).toMatchObject({
      ok: false,
      code,
    })
  })
})

describe('a copied week', () => {
  const copy = { type: 'CopyDuty', from: '2026-11-23', days: 7, to: '2026-11-30' } as const

  it('asks before it overwrites, and then the days are what the others were', () => {
    expect(decide(week, { ...copy, overwrite: false })).toMatchObject({
      code: 'would-overwrite',
      details: ['2026-12-01'],
    })
    expect(decide(week, { ...copy, overwrite: true })).toEqual(
      recorded({
        type: 'DutySet',
        entries: [
          entry('2026-11-30', 'night', 'guard', '周敏'),
          entry('2026-12-04', 'office', 'window', '李娜'),
          entry('2026-12-01', 'night', 'control'),
        ],
      }),
    )
  })

  it('leaves out who stood at a post that the shift fills no more, on either side', () => {
    const guardOnly = dutyWith(
      [shift('night', ['20:00', '08:00'], ['guard'])],
      [
        entry('2026-11-23', 'night', 'guard', '周敏'),
        entry('2026-11-23', 'night', 'control', '李娜'),
        entry('2026-11-30', 'night', 'control', '李娜'),
      ],
    )
    expect(decide(guardOnly, { ...copy, overwrite: false })).toEqual(
      recorded({ type: 'DutySet', entries: [entry('2026-11-30', 'night', 'guard', '周敏')] }),
    )
  })

  it('leaves a shift out on a day on which it does not run, and says if nothing is left', () => {
    const friday = { ...copy, from: '2026-11-27', days: 1 }
    expect(decide(week, { ...friday, to: '2026-11-28', overwrite: false })).toMatchObject({
      code: 'nothing-changed',
    })
    expect(decide(null, { ...copy, overwrite: false })).toMatchObject({ code: 'nothing-changed' })
  })
})

it('whoever leaves is taken out of the days to come, and stays in those that were', () => {
  const duty = dutyWith(
    [NIGHT],
    [
      entry('2026-11-23', 'night', 'guard', '周敏'),
      entry('2026-11-24', 'night', 'guard', '周敏', '李娜'),
      entry('2026-11-25', 'night', 'guard', '李娜'),
    ],
  )
  const command = { type: 'ClearPerson', personId: '周敏', after: '2026-11-23' } as const
  expect(decide(duty, command)).toEqual(
    recorded({ type: 'DutySet', entries: [entry('2026-11-24', 'night', 'guard', '李娜')] }),
  )
  expect(decide(duty, { ...command, after: '2026-11-24' })).toEqual(recorded())
})

it('the document goes back three months, the events for ever', () => {
  const old: DutyEvent = {
    type: 'DutySet',
    entries: [entry('2026-01-05', 'night', 'guard', '周敏')],
  }
  const set: DutyEvent = {
    type: 'DutySet',
    entries: [entry('2026-11-24', 'night', 'guard', '周敏')],
  }
  const at = Date.parse('2026-01-05T00:00:00Z')
  const before = dutyStream.evolve(null, { ...old, at, by: '周敏' })
  expect(Object.keys(before?.days ?? {})).toEqual(['2026-01-05'])
  expect(Object.keys(dutyStream.evolve(before, { ...set, ...META })?.days ?? {})).toEqual([
    '2026-11-24',
  ])
  expect(Object.keys(evolveDuty(before, { ...set, ...META }).days)).toHaveLength(2)
  const { hasForm } = dutyStream.documents.duty
  expect([hasForm(before, 'duty'), hasForm({ shifts: [], days: { x: 1 } }, 'duty')]).toEqual([
    true,
    false,
  ])
})

it('a post that a shift fills is filled, and so is one that a post of the site stands for', () => {
  const duty = dutyWith([NIGHT], [entry('2026-11-24', 'night', 'guard', '周敏')])
  const captain = registerAfter(person('周敏'), person('李娜', 'site-captain'), {
    type: 'PostSet',
    post: {
      id: 'site-captain',
      name: { zh: '保安队长', en: 'Captain' },
      standsFor: ['safety'],
      substitutes: [],
    },
  })
  expect(filledPosts(captain, duty, '2026-11-25')).toEqual({
    'site-captain': [{ phone: '138 李娜' }],
    guard: [{ phone: '138 周敏' }],
    safety: [{ phone: '138 李娜' }],
  })
  expect(filledPosts(captain, duty, '2026-11-26')).not.toHaveProperty('guard')
  expect(filledPosts(null, duty, '2026-11-25')).toBeNull()
})

it('nobody fills a post by a shift that does not fill it any more', () => {
  const entries = [entry('2026-11-24', 'night', 'guard', '周敏')]
  const duty = dutyWith([shift('night', ['20:00', '08:00'], ['control'])], entries)
  const at = Date.parse('2026-11-24T22:00:00+08:00')
  expect(onDuty(register, duty, 'Asia/Shanghai', at)).not.toHaveProperty('guard')
  expect(filledPosts(register, duty, '2026-11-24')).not.toHaveProperty('guard')
})

/** A month of 40 posts in two shifts: who is on duty is read after each of many changes. */
it('a month of 40 posts, changed while it runs, has at each instant who was entered last', () => {
  const posts = Array.from({ length: 40 }, (_, index) => `post-${index}`)
  const names = Array.from({ length: 60 }, (_, index) => `p${index}`)
  const shifts = [
    shift('day', ['08:00', '20:00'], posts),
    shift('night', ['20:00', '08:00'], posts),
  ]
  const dates = Array.from({ length: 30 }, (_, index) => datePlus('2026-11-01', index))
  const of = (day: number, kind: number, post: number): string =>
    names[(day * 7 + kind * 31 + post) % names.length] ?? ''
  const month = dates.flatMap((date, day) =>
    ['day', 'night'].flatMap((shiftId, kind) =>
      posts.map((postId, post) => entry(date, shiftId, postId, of(day, kind, post))),
    ),
  )
  const staff = registerAfter(...names.map((name) => person(name)))
  const around = { register: staff, sitePosts: new Set(posts) }
  let duty = dutyWith(shifts, month)
  const expected = new Map(
    month.map(({ date, shiftId, postId, persons }) => [`${date} ${shiftId} ${postId}`, persons]),
  )
  for (let change = 0; change < 200; change++) {
    const date = dates[(change * 13) % 30] ?? ''
    const shiftId = change % 2 === 0 ? 'day' : 'night'
    const postId = posts[(change * 17) % 40] ?? ''
    const persons = change % 3 === 0 ? [] : [names[(change * 11) % 60] ?? '']
    const decision = decideDuty(
      duty,
      { type: 'SetDuty', entries: [{ date, shiftId, postId, persons }] },
      around,
    )
    if (!decision.ok) throw new Error(decision.code)
    for (const event of decision.events) duty = evolveDuty(duty, { ...event, ...META })
    expected.set(`${date} ${shiftId} ${postId}`, persons)
    const time = shiftId === 'day' ? 'T12:00:00+08:00' : 'T23:00:00+08:00'
    const roster = onDuty(staff, duty, 'Asia/Shanghai', Date.parse(`${date}${time}`))
    for (const post of posts)
      expect(roster?.[post], `${date} ${shiftId} ${post}`).toEqual(
        expected.get(`${date} ${shiftId} ${post}`),
      )
  }
})
