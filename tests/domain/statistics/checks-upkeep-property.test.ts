/**
 * The figures of checks, hazards and plan upkeep over a made-up time with a leap day, ends of
 * months and summer time, against plain counts of the raw events.
 */
import { describe, expect, it } from 'vitest'
import { checksOfPeriod } from '#shared/domain/check/figures.ts'
import { checkStream } from '#shared/domain/check/stream.ts'
import { latest } from '#shared/domain/checklist/checklist.ts'
import { slotFor } from '#shared/domain/checklist/slots.ts'
import { checklistStream } from '#shared/domain/checklist/stream.ts'
import { actionStream } from '#shared/domain/corrective-action/stream.ts'
import type { PolicyRule } from '#shared/domain/policies/policy.ts'
import { localized } from '#shared/domain/text.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/domain/units.ts'
import { upkeepOfPeriod } from '#shared/domain/upkeep/figures.ts'
import { upkeepStream } from '#shared/domain/upkeep/stream.ts'
import { folded, madeUp, MONTHS, neverSeen } from '../../kit/made-up-events.ts'
import { plainChecks } from '../../kit/plain-count/checks.ts'
import { plainUpkeep } from '../../kit/plain-count/upkeep.ts'

const ZONES = [
  [1, 'Asia/Shanghai'],
  [2, 'Pacific/Auckland'],
  [3, 'America/New_York'],
  [4, 'Europe/Berlin'],
] as const
const seal = (sealed: string) => ({ sealed })
const withoutNought = (sums: Record<string, number>) =>
  Object.fromEntries(Object.entries(sums).filter(([, count]) => count !== 0))

const RHYTHMS = {
  round: [60, 90, 120].map((minutes) => ({
    ...{ every: 'round', minutes, from: '21:00', to: '05:00', days: 'all' },
  })),
  office: [120, 240].map((minutes) => ({
    ...{ every: 'round', minutes, from: '08:00', to: '17:30', days: 'workdays' },
  })),
  day: ['08:00', '12:30'].map((until) => ({ every: 'day', until, days: 'all' })),
  months: [1, 2, 3].map((months) => ({ every: 'months', months })),
} as const
const LISTS = ['round', 'office', 'day', 'months'] as const

function checkEvents(seed: number, zone: string) {
  const story = madeUp(seed)
  const { below, events, write } = story
  const listOf = (id: string) => {
    const all = events.filter(({ stream }) => stream === `checklist.${id}`)
    return checklistStream.replay(id, all).checklist
  }
  const save = (id: (typeof LISTS)[number]): void => {
    const rhythms = RHYTHMS[id]
    write(`checklist.${id}`, 'ChecklistSaved', {
      ...{ shippedId: null, source: null, reason: null, owner: null, reportsItself: false },
      ...{ name: localized('查', 'Check'), kind: id === 'months' ? 'site' : 'patrol' },
      items: ['a', 'b', 'c'].map((item, index) => ({
        ...{ id: item, text: localized('项', 'Item'), kind: 'yes-no', unit: null },
        ...{ min: null, max: null, critical: index === 0, photo: false },
      })),
      points: (id === 'round' ? ['p', 'q'] : []).map((point) => ({
        ...{ id: point, name: localized('点', 'Point'), code: point, placeId: null },
      })),
      rhythm: rhythms[below(rhythms.length)],
    })
  }
  const rule = (id: 'round' | 'months'): void => {
    const rhythms = RHYTHMS[id]
    write(`checklist.${id}`, 'ChecklistRuled', {
      ...{ policyId: 'p', chosen: null, reason: seal('r') },
      rhythm: rhythms[below(rhythms.length)],
    })
  }
  let runs = 0
  const run = (id: string): void => {
    const list = listOf(id)
    if (!list || list.withdrawn) return
    runs += 1
    const stream = `check.k${runs}`
    const due = slotFor(list, story.now(), { zone, calendar: {} })?.due ?? null
    const isTaken = events.some(
      ({ type, body }) =>
        type === 'CheckStarted' && due !== null && (body as { due?: number }).due === due,
    )
    write(stream, 'CheckStarted', {
      ...{ checklistId: id, checklistVersion: list.versions.length, occasionId: null, place: null },
      due: isTaken ? null : due,
    })
    const at = latest(list).points
    for (const itemId of ['a', 'b', 'c'])
      if (below(3) > 0)
        write(stream, 'ItemAnswered', {
          ...{ itemId, pointId: at[below(2)]?.id ?? null, value: true, ok: below(4) > 0 },
          ...{ words: null, remedied: false },
        })
    for (const { id: pointId } of at)
      if (below(3) > 0) write(stream, 'PointTicked', { pointId, scanned: true })
    if (below(8) === 0) write(stream, 'CheckTurnUndone', {})
    // from paper, too: done weeks before it was recorded, perhaps before the list was in use
    const isOfPaper = id === 'months' && below(4) === 0
    const doneAt =
      story.now() + (isOfPaper ? -DAY_MS * below(60) : [0, 5 * MINUTE_MS, 3 * HOUR_MS][below(3)]!)
    if (below(6) > 0) write(stream, 'CheckSigned', { person: seal('w'), words: null, doneAt })
    if (below(9) === 0) write(stream, 'CheckWithdrawn', { reason: seal('r') })
  }
  const hazard = (step: number): void => {
    const stream = `action.a${Math.floor(step / 30)}`
    const types = events.filter((event) => event.stream === stream).map(({ type }) => type)
    if (types.length === 0)
      write(stream, 'ActionOpened', {
        ...{ number: 'a', what: seal('w'), why: null, planId: null, due: story.day() },
        owner: { post: null, person: seal('w'), personId: null },
        source: {
          ...{ hazard: below(3) === 0 ? 'major' : 'general', place: null },
          ...{ checkId: null, itemId: null, pointId: null },
        },
      })
    else if (types.at(-1) === 'ActionDone')
      write(stream, 'ActionChecked', { person: seal('p'), ok: below(2) === 0, words: seal('w') })
    else if (below(3) === 0) write(stream, 'ActionAmended', { due: story.day(), reason: seal('r') })
    else if (!types.some((type) => type === 'ActionWithdrawn'))
      write(stream, 'ActionDone', { person: seal('p'), words: seal('w'), evidence: null })
  }
  for (let step = 0; step < 500; step += 1) {
    story.pass()
    const id = LISTS[below(4)] ?? 'round'
    const list = listOf(id)
    const what = below(14)
    if (!list || (list.withdrawn && what < 6)) save(id)
    else if (what === 0 && !list.withdrawn && below(3) === 0)
      write(`checklist.${id}`, 'ChecklistWithdrawn', { reason: seal('r') })
    else if (what === 1 && !list.withdrawn && below(2) === 0) save(id)
    else if (what === 2 && !list.withdrawn && (id === 'round' || id === 'months')) rule(id)
    else if (what < 5) hazard(step)
    else run(id)
  }
  return story
}

describe('the figures of checks', () => {
  it.each(ZONES)('seed %i in %s: the same in every month', (seed, zone) => {
    const { events, now: at } = checkEvents(seed, zone)
    const of = {
      lists: folded(checklistStream, events).flatMap(({ checklist }) => checklist ?? []),
      checks: folded(checkStream, events).flatMap(({ check }) => check ?? []),
      actions: folded(actionStream, events).flatMap(({ action }) => action ?? []),
    }
    const time = { now: at(), zone }
    const months = MONTHS.map((period) => {
      const { hazards, ...plain } = checksOfPeriod(of, period, { ...time, calendar: {} })
      const figures = { ...plain, ...hazards }
      const counted = plainChecks(events, period, time)
      expect(withoutNought(figures), period.from).toEqual(withoutNought(counted))
      return figures
    })
    expect(neverSeen(months, Object.keys(months[0] ?? {}))).toEqual([])
  })
})

const WORKDAYS = { filing: 8, voluntary: 6, known: 5 }
const policy = (kind: PolicyRule['kind'], value: number, about?: string): PolicyRule => ({
  ...{ id: `${kind}-${about}`, kind, unit: 'workdays', value, remindDays: 0 },
  appliesTo: about ? { about: [about] } : {},
})

function upkeepEvents(seed: number) {
  const story = madeUp(seed)
  const { below, oneOf, write } = story
  for (let step = 0; step < 500; step += 1) {
    story.pass()
    const stream = `upkeep.document.d${below(5)}`
    const id = `e${step}`
    const day = story.day()
    const earlier = `e${step - 1 - below(40)}`
    const common = { id, day, person: seal('p'), words: seal('w'), actionId: null, texts: [] }
    switch (below(9)) {
      case 0:
        write(stream, 'PlanIssued', {
          ...{ ...common, number: '1', effective: day, signatory: seal('s'), approvedBy: null },
          ...{ kind: oneOf(['made', 'revised', 'revised', 'abolished']), why: seal('w') },
        })
        break
      case 1:
      case 2:
        write(stream, 'PlanFiled', { ...common, authority: '局' })
        break
      case 3:
        write(stream, 'PlanMadeKnown', {
          ...{ ...common, to: 'staff', nobody: false, whom: seal('w'), how: seal('h') },
        })
        break
      case 4:
        write(stream, 'PlanEvaluated', { ...common, result: oneOf(['fit', 'revise']) })
        break
      case 5:
        write(stream, 'RevisionDemanded', { ...common, trigger: 'lessons' })
        break
      case 6:
        write(stream, 'DemandSettled', { id: earlier, text: null, reason: seal('r') })
        break
      case 7:
        write(stream, 'UpkeepEntryWithdrawn', { id: earlier, reason: seal('r') })
        break
      default:
        write(stream, 'UpkeepArranged', {
          ...{ filing: [true, false, null][below(3)], authority: null, owner: null, reason: null },
        })
    }
  }
  return story
}

describe('the figures of plan upkeep', () => {
  it.each(ZONES)('seed %i in %s: the same in every month', (seed, zone) => {
    const { events } = upkeepEvents(seed)
    const all = folded(upkeepStream, events).flatMap(({ upkeep }) => upkeep ?? [])
    const approvals = events.filter(({ at }) => at % 7 === 0).map(({ at }) => at)
    const approved = approvals.map((at) => ({ stream: 'plan', type: 'PlanApproved', at, body: {} }))
    const isDemanded = seed % 2 === 0 // by the law; else only where somebody files all the same
    const policies = [
      ...(isDemanded ? [policy('filing', WORKDAYS.filing)] : []),
      policy('filing', WORKDAYS.voluntary, 'voluntary'),
      policy('making-known', WORKDAYS.known),
    ]
    const months = MONTHS.map((period) => {
      const figures = upkeepOfPeriod(all, approvals, period, { policies, calendar: {}, zone })
      const workdays = { ...WORKDAYS, filing: isDemanded ? WORKDAYS.filing : null }
      const counted = plainUpkeep([...events, ...approved], period, { zone, workdays })
      expect(withoutNought({ ...figures }), period.from).toEqual(withoutNought(counted))
      return { ...figures }
    })
    expect(neverSeen(months, Object.keys(months[0] ?? {}))).toEqual([])
  })
})
