/**
 * Tests the panes of the desk: alerts, people to call, moves, the record.
 */
import { isFlood } from '#shared/domain/statistics/flood.ts'
import { describe, expect, it } from 'vitest'
import { wallsOf } from '#renderer/console/app/frame/wall-status.ts'
import {
  acknowledgedTogether,
  alertGroups,
  inAlertOrder,
  recentCount,
  topAlert,
} from '#renderer/console/base/alert-order.ts'
import { blinks } from '#renderer/ui/blink.ts'
import { callRows } from '#renderer/console/pages/now/calls/call-rows.ts'
import {
  movesOf,
  mustConfirm,
  needsWhy,
  takesPlans,
} from '#renderer/console/pages/now/incident/moves.ts'
import { dutyRows, phoneOf } from '#renderer/console/base/duty.ts'
import { incidentList } from '#renderer/console/pages/now/list/incident-list.ts'
import { whomToCall } from '#renderer/console/pages/now/next/people-to-call.ts'
import { timelineLines } from '#renderer/console/pages/now/timeline/timeline-lines.ts'
import type { TimelineEntry } from '#shared/contract/contract.ts'
import { localized } from '#shared/domain/text.ts'
import { alert, incident, MINUTE, NOW, step, ZONE } from '../board-parts.ts'

const POSTS = {
  it: [{ person: '王磊', phone: '8603 1155' }],
  guard: [{ person: '李强', phone: '' }],
}

describe('alerts (ISA-18.2)', () => {
  const real = incident({
    id: 'real',
    alerts: [
      alert({ id: 'low', priority: 3, raisedAt: NOW - 9 }),
      alert({ id: 'seen', priority: 1, acknowledgedAt: NOW }),
      alert({ id: 'old', raisedAt: NOW - 5 }),
    ],
  })
  const drill = incident({
    id: 'drill',
    drill: true,
    alerts: [alert({ id: 'drill', priority: 1 })],
  })

  it('stand highest on top: unacknowledged, real, by priority, the oldest first; none is dropped', () => {
    const order = inAlertOrder([drill, real])
    expect(order.map(({ alert: listed }) => listed.id)).toEqual(['old', 'low', 'drill', 'seen'])
    expect(topAlert(order)?.alert.id).toBe('old')
    expect(
      topAlert(inAlertOrder([incident({ alerts: [alert({ acknowledgedAt: NOW })] })])),
    ).toBeNull()
  })

  it('are grouped by incident in a flood, which begins above ten in ten minutes and ends below five', () => {
    expect([isFlood(false, 10), isFlood(false, 11), isFlood(true, 5), isFlood(true, 4)]).toEqual([
      false,
      true,
      true,
      false,
    ])
    const order = inAlertOrder([drill, real])
    expect(
      recentCount(
        [
          ...order,
          ...inAlertOrder([incident({ alerts: [alert({ raisedAt: NOW - 10 * MINUTE })] })]),
        ],
        NOW,
      ),
    ).toBe(4)
    expect(alertGroups(order, false)).toHaveLength(1)
    expect(
      alertGroups(order, true).map((group) => [group.incident?.id, group.alerts.length]),
    ).toEqual([
      ['real', 3],
      ['drill', 1],
    ])
  })

  it('of one incident are acknowledged together, but one that life hangs on alone, and none that is shelved', () => {
    const ids = (alerts: ReturnType<typeof alert>[]) =>
      acknowledgedTogether(inAlertOrder([incident({ alerts })])).map(({ alert: { id } }) => id)
    const [first, second, shelved, acknowledged] = [
      alert({ id: 'first', raisedAt: NOW - 2 }),
      alert({ id: 'second', priority: 3 }),
      alert({ id: 'shelved', shelved: { until: NOW + MINUTE, by: '周敏', reason: '已知' } }),
      alert({ id: 'acknowledged', acknowledgedAt: NOW }),
    ] as const
    expect(ids([first, second, shelved, acknowledged])).toEqual(['first', 'second'])
    expect(ids([first, second, alert({ id: 'life', priority: 1 })])).toEqual(['life'])
    expect(ids([acknowledged])).toEqual([])
  })

  it('blink until they are acknowledged, or for five minutes', () => {
    expect(blinks(alert(), NOW + 5 * MINUTE - 1)).toBe(true)
    expect(blinks(alert(), NOW + 5 * MINUTE)).toBe(false)
    expect(blinks(alert({ acknowledgedAt: NOW }), NOW)).toBe(false)
  })
})

describe('people to call', () => {
  const fire = { number: '119', who: localized('火警', 'Fire') }
  const police = { number: '110', who: localized('报警', 'Police') }

  it('begin with the number of the step that is shown, and end with those that are done with', () => {
    const steps = [
      step({ id: 'done', roleId: 'x', state: 'done', doneAt: NOW, calls: [police] }),
      step({ id: 'later', roleId: 'y' }),
      step({ id: 'now', roleId: 'z', calls: [fire] }),
      step({ id: 'own', roleId: 'it', people: ['王磊'] }),
    ]
    const rows = callRows({ steps, calls: [] }, { posts: POSTS, duty: [] }, 'now')
    expect(rows.map((row) => [row.number, row.state])).toEqual([
      ['119', 'now'],
      ['8603 1155', 'todo'],
      ['110', 'done'],
    ])
  })

  it('are said to be called only where somebody said so', () => {
    const steps = [
      step({ id: 'a', roleId: 'it', state: 'done', doneAt: NOW }),
      step({
        id: 'b',
        roleId: 'x',
        state: 'done',
        doneAt: NOW,
        calls: [fire, { number: null, who: localized('上级', 'Superiors') }],
      }),
      step({ id: 'c', roleId: 'x', state: 'already-done', doneAt: NOW, calls: [police] }),
    ]
    const called = (calls: Parameters<typeof callRows>[0]['calls']) =>
      callRows({ steps, calls }, { posts: POSTS, duty: [] }, null)
        .filter(({ doneAt }) => doneAt !== null)
        .map(({ number }) => number)
    expect(called([])).toEqual(['119'])
    const call = { stepId: 'a', role: null, who: '王磊', number: '8603 1155', words: null }
    expect(called([{ ...call, outcome: 'answered', at: NOW, by: '周敏' }])).toEqual([
      '119',
      '8603 1155',
    ])
  })

  it('of a post are not all called because one of them was: nobody said whom', () => {
    const calls = [{ number: null, who: localized('保安', 'Guards'), role: 'guards' }]
    const steps = [step({ id: 'a', roleId: 'x', state: 'done', doneAt: NOW, calls })]
    const called = (holders: readonly { person: string; phone: string }[], entries = []) =>
      callRows({ steps, calls: entries }, { posts: { guards: holders }, duty: [] }, null)
        .filter(({ doneAt }) => doneAt !== null)
        .map(({ person }) => person)
    const [first, second] = [
      { person: '甲', phone: '1' },
      { person: '乙', phone: '2' },
    ] as const
    expect(called([first, second])).toEqual([])
    expect(called([first])).toEqual(['甲'])
    const call = { stepId: 'a', role: 'guards', who: '乙', number: '2', words: null }
    const entry = { ...call, outcome: 'answered', at: NOW, by: '周敏' }
    expect(called([first, second], [entry] as never)).toEqual(['乙'])
  })

  it('nor where the station marked the step, or somebody else did it', () => {
    const behalf = { person: '李强', channel: null, words: null }
    const marked = localized('同一个电话', 'the same call')
    for (const part of [{ automatic: marked }, { onBehalfOf: behalf }]) {
      const steps = [step({ state: 'done', doneAt: NOW, calls: [fire], ...part })]
      expect(callRows({ steps, calls: [] }, { posts: {}, duty: [] }, null)).toMatchObject([
        { number: '119', doneAt: null },
      ])
    }
  })

  it('stand once, open as long as any step is, and not for hidden steps', () => {
    const steps = [
      step({ roleId: 'x', state: 'done', doneAt: NOW, calls: [fire] }),
      step({ roleId: 'x', calls: [fire] }),
      step({ roleId: 'x', state: 'hidden', calls: [police] }),
    ]
    expect(
      callRows({ steps, calls: [] }, { posts: null, duty: [] }, null).map((row) => [
        row.number,
        row.state,
      ]),
    ).toEqual([['119', 'todo']])
  })

  it('the step rings its own number first, else its owner, else nobody', () => {
    const people = { posts: POSTS, duty: [] }
    expect(
      whomToCall(
        step({ calls: [{ number: null, who: localized('上级', 'Superiors') }, fire] }),
        [],
        people,
      ),
    ).toMatchObject({ kind: 'call', number: '119', also: [{ number: null }] })
    expect(whomToCall(step(), [], people)).toMatchObject({
      kind: 'owner',
      number: '8603 1155',
      person: '王磊',
    })
    expect(whomToCall(step({ roleId: 'guard' }), [], people)).toBeNull()
  })

  it('a call to a post rings the people of that post: by its role, else by the very name of a post of the plan, else by who is on duty', () => {
    const lead = { number: null, who: localized('组别负责人', 'Group leader') }
    const people = {
      posts: {
        ...POSTS,
        lead: [
          { person: '云小癸', phone: '0000 0007' },
          { person: '云大癸', phone: '' },
        ],
      },
      duty: [],
    }
    const byRole = step({ calls: [{ ...lead, role: 'lead' }] })
    expect(whomToCall(byRole, [byRole], people)).toMatchObject({
      kind: 'call',
      person: '云小癸',
      number: '0000 0007',
      instead: [{ person: '云大癸', number: null }],
    })
    const byName = step({ calls: [lead] })
    const owned = step({ roleId: 'lead', role: lead.who })
    expect(whomToCall(byName, [byName, owned], people)).toMatchObject({
      person: '云小癸',
      number: '0000 0007',
    })
    expect(whomToCall(byName, [byName, { ...owned, planId: 'other' }], people)).toMatchObject({
      person: null,
      number: null,
    })
    expect(
      whomToCall(byName, [byName], {
        ...people,
        duty: [{ roleId: 'lead', role: lead.who, people: ['云小癸'] }],
      }),
    ).toMatchObject({ person: '云小癸', number: '0000 0007' })
    expect(
      callRows({ steps: [byRole], calls: [] }, people, byRole.id).map((row) => [
        row.person,
        row.number,
        row.state,
      ]),
    ).toEqual([
      ['云小癸', '0000 0007', 'now'],
      ['云大癸', null, 'now'],
      ['王磊', '8603 1155', 'todo'],
    ])
  })

  it("the plan's own number goes before the roster's, and stands once though the owner is the one to call", () => {
    const people = { posts: POSTS, duty: [] }
    expect(whomToCall(step({ calls: [{ ...fire, role: 'it' }] }), [], people)).toMatchObject({
      person: null,
      number: '119',
    })
    const call = step({
      calls: [{ number: null, who: localized('信息中心', 'IT centre'), role: 'it' }],
    })
    expect(
      callRows({ steps: [call], calls: [] }, people, call.id).map((row) => [
        row.person,
        row.number,
        row.state,
      ]),
    ).toEqual([['王磊', '8603 1155', 'now']])
  })

  it('outside are the site’s own numbers of that unit, else the one of the whole country', () => {
    const bureau = { number: null, who: localized('供电局', 'Power bureau'), role: 'bureau' }
    const ambulance = { number: null, who: localized('急救中心', 'Ambulance') }
    const dial = (call: typeof bureau | typeof ambulance, posts: typeof POSTS | object) =>
      whomToCall(step({ calls: [call] }), [], { posts: posts as typeof POSTS, duty: [] })
    const unit = [{ person: '供电单位', phone: '95000' }]
    expect(dial(bureau, { 'outside-power': unit })).toMatchObject({ person: null, number: '95000' })
    expect(
      dial(bureau, { bureau: [{ person: '周工', phone: '1' }], 'outside-power': unit }),
    ).toEqual(expect.objectContaining({ person: '周工', number: '1', instead: [] }))
    expect(dial(ambulance, {})).toMatchObject({ number: '120' })
    expect(dial(bureau, {})).toMatchObject({ number: null })
  })

  it('end with the numbers outside that no step rings, once each', () => {
    const posts = {
      'outside-hospital': [{ person: '附近医院', phone: '8120' }],
      'outside-other': [{ person: '市应急局', phone: '8350' }],
      'outside-fire': [{ person: '城东站', phone: '119' }],
    }
    const rows = callRows(
      { steps: [step({ id: 'now', roleId: 'z', calls: [fire] })], calls: [] },
      { posts, duty: [] },
      'now',
    )
    expect(rows.map(({ who, person, number, state }) => [who.zh, person, number, state])).toEqual([
      ['火警', null, '119', 'now'],
      ['附近医院', null, '8120', 'spare'],
      ['其他外部单位', '市应急局', '8350', 'spare'],
    ])
  })

  it('are on duty by the board, with the telephones of the roster', () => {
    expect(
      dutyRows(
        [{ roleId: 'lead', role: localized('信息中心', 'IT'), people: ['王磊', '唐宁'] }],
        POSTS,
      ).map((row) => [row.post.zh, row.person, row.phone]),
    ).toEqual([
      ['信息中心', '王磊', '8603 1155'],
      ['信息中心', '唐宁', ''],
    ])
    expect(dutyRows([], null)).toEqual([])
    expect([phoneOf(POSTS, '王磊'), phoneOf(POSTS, '李强'), phoneOf(null, '王磊')]).toEqual([
      '8603 1155',
      null,
      null,
    ])
  })
})

describe('moves', () => {
  it('put two along the chain in front and a false report last', () => {
    expect(movesOf({ moves: ['contained', 'lifted', 'closed', 'falseReport'] })).toEqual({
      front: ['contained', 'lifted'],
      rest: ['closed', 'falseReport'],
    })
    expect(movesOf({ moves: ['archived'] })).toEqual({ front: ['archived'], rest: [] })
  })
  it('confirm what cannot be undone, and ask why where the record needs it', () => {
    expect(
      (['contained', 'lifted', 'recovering', 'closed', 'archived', 'falseReport'] as const).filter(
        mustConfirm,
      ),
    ).toEqual(['lifted', 'closed', 'archived', 'falseReport'])
    expect([
      needsWhy('falseReport', incident()),
      needsWhy('closed', incident()),
      needsWhy('closed', incident({ plans: [] })),
    ]).toEqual([true, false, true])
    expect([takesPlans('contained'), takesPlans('lifted')]).toEqual([true, false])
  })
})

it('a closed incident waits below, and before the first board nothing is counted', () => {
  const list = incidentList(
    [incident(), incident({ state: 'closed' }), incident({ drill: true })],
    NOW,
  )
  expect(list.counts).toMatchObject({ running: 1, drills: 1 })
  expect([list.open.length, list.closed.length]).toEqual([2, 1])
  expect(incidentList(null, NOW)).toEqual({ open: [], closed: [], counts: null })
})

it('a wall without a sign of life for more than fifteen seconds is lost, a living one without sound is silent', () => {
  const wall = (id: string, lastSeen: number, sound: 'on' | 'off') => ({
    id,
    lastSeen,
    sound,
    size: '1920x1080',
  })
  expect(
    wallsOf(
      [wall('a', NOW - 15_000, 'on'), wall('b', NOW - 15_001, 'on'), wall('c', NOW, 'off')],
      NOW,
    ),
  ).toEqual({ all: 3, alive: 2, lost: 1, lostSince: NOW - 15_001, silent: 1 })
})

it('the record is shown newest first, with the date where it changes, and says where words were removed', () => {
  const entry = (seq: number, at: number, more: Partial<TimelineEntry> = {}): TimelineEntry => ({
    seq,
    at,
    by: '周敏',
    type: 'StepFinished',
    says: localized('做了', 'Did'),
    words: null,
    stepId: null,
    ...more,
  })
  const lines = timelineLines(
    [entry(1, NOW - 24 * 60 * MINUTE, { type: 'IncidentReported' }), entry(2, NOW)],
    NOW,
    ZONE,
  )
  expect(lines.map((line) => [line.entry.seq, line.newDay, line.purged])).toEqual([
    [2, false, false],
    [1, true, true],
  ])
})
