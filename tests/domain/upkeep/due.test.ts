/**
 * By which day a plan document is filed, made known, evaluated and revised: workdays over the
 * National Day, leap days, two clocks side by side, and what is critical from when on.
 */
import { describe, expect, it } from 'vitest'
import { policiesOf, type ShippedPolicy } from '#shared/domain/policies/policy.ts'
import { drawObligation } from '#shared/domain/readiness/draw.ts'
import { localized } from '#shared/domain/text.ts'
import { upkeepDues, type Approval } from '#shared/domain/upkeep/due.ts'
import { upkeepOfPeriod } from '#shared/domain/upkeep/figures.ts'
import { obligationsOfUpkeep } from '#shared/domain/upkeep/obligations.ts'
import type { Refiling } from '#shared/domain/upkeep/refiled.ts'
import { upkeepStream, type UpkeepEvent } from '#shared/domain/upkeep/stream.ts'
import type { PlanUpkeep } from '#shared/domain/upkeep/upkeep.ts'
import { shippedCalendar, shippedPolicies } from '../../kit/library.ts'
import { filed, issued, known, evaluated, upkeepAfter, demanded } from './sample.ts'

const ZONE = 'Asia/Shanghai'
const on = (day: string): number => Date.parse(`${day}T10:00:00+08:00`)
const policiesAt = (
  kinds: readonly string[],
  shipped: readonly ShippedPolicy[] = shippedPolicies(),
) => policiesOf(shipped, null, kinds)

const duesOf = (
  upkeep: PlanUpkeep,
  {
    kinds = ['mall'],
    refiling = null,
    approvals = [],
  }: {
    kinds?: readonly string[]
    refiling?: Refiling | null
    approvals?: readonly Approval[]
  } = {},
) =>
  upkeepDues(upkeep, {
    ...{
      policies: policiesAt(kinds),
      calendar: shippedCalendar(),
      zone: ZONE,
      refiling,
      approvals,
    },
  })
const dueDays = (...args: Parameters<typeof duesOf>) => {
  const { filing, refiling, known: toTell, evaluation, issue } = duesOf(...args)
  return {
    filing: filing?.due,
    refiling: refiling?.due,
    known: toTell?.due,
    evaluation: evaluation?.due,
    issue: issue && 'all along',
  }
}

describe('filing and making known', () => {
  it('given an issue before the National Day, both are due 20 workdays later: holidays and make-up days count as the notice has them', () => {
    const upkeep = upkeepAfter(issued({ day: '2026-09-24' }))
    expect(dueDays(upkeep)).toMatchObject({
      filing: '2026-10-29',
      known: '2026-10-29',
      issue: null,
    })
    expect(duesOf(upkeep).filing?.remindFrom).toBe('2026-10-19')
    expect(duesOf(upkeep).known?.audiences).toEqual(['staff', 'affected'])
  })

  it('the two clocks end each by itself; of two audiences each has to be told', () => {
    const upkeep = upkeepAfter(
      issued({ day: '2026-09-24' }),
      known({ to: 'staff', day: '2026-09-28' }),
    )
    expect(duesOf(upkeep).known).toMatchObject({ due: '2026-10-29', audiences: ['affected'] })
    const all = upkeepAfter(
      issued({ day: '2026-09-24' }),
      known({ to: 'staff', day: '2026-09-28' }),
      known({ to: 'affected', day: '2026-09-29', nobody: true, whom: null }),
    )
    expect(dueDays(all)).toMatchObject({ known: undefined, filing: '2026-10-29' })
  })

  it('a revision that is approved has to be told to the staff again, not to the neighbours', () => {
    const upkeep = upkeepAfter(
      issued({ day: '2026-09-24' }),
      known({ to: 'staff', day: '2026-09-28' }),
      known({ to: 'affected', day: '2026-09-28' }),
    )
    const approvals = [{ planId: 'p', revision: 'r', at: on('2026-11-02') }]
    expect(duesOf(upkeep, { approvals }).known).toMatchObject({
      ...{ audiences: ['staff'], due: '2026-11-30' },
    })
  })

  it('filing is due where the law or the site wants it, and not where the site says why not', () => {
    const upkeep = upkeepAfter(issued({ day: '2026-09-24' }))
    expect(dueDays(upkeep, { kinds: ['bank-window'] }).filing).toBeUndefined()
    const arranged = (filing: boolean) =>
      upkeepAfter(issued({ day: '2026-09-24' }), {
        ...{ type: 'UpkeepArranged', filing, authority: null, owner: null, reason: null },
      })
    expect(dueDays(arranged(true), { kinds: ['bank-window'] }).filing).toBe('2026-10-29')
    expect(dueDays(arranged(false)).filing).toBeUndefined()
  })

  it('one that was filed is due again only when what was filed has changed', () => {
    const upkeep = upkeepAfter(issued({ day: '2026-09-24' }), filed({ day: '2026-09-28' }))
    const [since] = upkeep.filings
    if (!since) throw new Error('not filed')
    const refiling = (verdict: Refiling['verdict']): Refiling => ({
      ...{ since, verdict, judgement: null },
      changes: [
        { planId: 'p', title: localized('甲', 'A'), kind: 'changed', from: 'a', to: 'b' },
      ].map((change) => ({
        ...change,
        kind: 'changed' as const,
        need: { verdict: 'refile' as const, reasons: [], others: [] },
      })),
    })
    const approvals = [{ planId: 'p', revision: 'b', at: on('2027-03-01') }]
    expect(dueDays(upkeep, { refiling: refiling('simple'), approvals })).toMatchObject({
      ...{ filing: undefined, refiling: undefined },
    })
    for (const verdict of ['refile', 'judge'] as const)
      expect(dueDays(upkeep, { refiling: refiling(verdict), approvals }).refiling).toBe(
        '2027-03-29',
      )
    expect(duesOf(upkeep, { refiling: refiling('refile') }).refiling).toEqual({
      ...{ due: null, remindFrom: null },
    })
  })
})

describe('evaluation', () => {
  it('given an issue on a leap day, it is due on the last of February three years later, and again from the day it was made', () => {
    expect(dueDays(upkeepAfter(issued({ day: '2024-02-29' }))).evaluation).toBe('2027-02-28')
    expect(
      dueDays(upkeepAfter(issued({ day: '2024-02-29' }), evaluated({ day: '2027-02-26' })))
        .evaluation,
    ).toBe('2030-02-26')
    expect(duesOf(upkeepAfter(issued({ day: '2024-02-29' }))).evaluation?.remindFrom).toBe(
      '2026-12-30',
    )
  })

  it('a later issue evaluates nothing', () => {
    const upkeep = upkeepAfter(
      issued({ day: '2024-02-29' }),
      issued({ day: '2026-01-05', id: 'i2' }),
    )
    expect(dueDays(upkeep).evaluation).toBe('2027-02-28')
  })
})

describe('what is due of a document', () => {
  it('that was never issued: that it is; abolished: nothing; made again: anew', () => {
    expect(dueDays(upkeepAfter())).toMatchObject({ issue: 'all along', filing: undefined })
    const abolished = [
      issued({ day: '2024-02-29' }),
      issued({ day: '2026-01-05', kind: 'abolished', id: 'i2' }),
    ]
    expect(duesOf(upkeepAfter(...abolished, demanded()))).toMatchObject({
      ...{ issue: null, evaluation: null, revisions: [] },
    })
    expect(
      dueDays(upkeepAfter(...abolished, issued({ day: '2026-09-24', id: 'i3' }))),
    ).toMatchObject({ evaluation: '2029-09-24', filing: '2026-10-29' })
  })

  it('a trigger opens a demand until it is settled; an entry recorded by mistake demands nothing', () => {
    const open = upkeepAfter(issued({ day: '2026-09-24' }), demanded({ day: '2026-11-20' }))
    expect(duesOf(open).revisions).toEqual([
      { id: 't1', due: '2026-12-20', remindFrom: '2026-12-10' },
    ])
    const settle: UpkeepEvent = {
      type: 'DemandSettled',
      ...{ id: 't1', text: { planId: 'p', revision: 'r' }, reason: null },
    }
    const withdraw: UpkeepEvent = {
      type: 'UpkeepEntryWithdrawn',
      ...{ id: 't1', reason: { sealed: 'why' } },
    }
    for (const end of [settle, withdraw])
      expect(
        duesOf(upkeepAfter(issued({ day: '2026-09-24' }), demanded({ day: '2026-11-20' }), end))
          .revisions,
      ).toEqual([])
  })

  it('is critical from the day after, since a law is broken then; that nobody recorded its issue is not', () => {
    const of = (upkeep: PlanUpkeep, today: string) =>
      obligationsOfUpkeep(
        [{ id: 'document.mall', title: localized('甲', 'A'), upkeep, dues: duesOf(upkeep) }],
        { today },
      ).map(({ kind, isCritical, count }) => `${kind} ${isCritical} ${count}`)
    const upkeep = upkeepAfter(issued({ day: '2026-09-24' }))
    const inTime = ['plan-filing false 1', 'plan-known false 2', 'plan-evaluation false 1']
    expect(of(upkeep, '2026-10-29')).toEqual(inTime)
    expect(of(upkeep, '2026-10-30')).toEqual([
      ...['plan-filing true 1', 'plan-known true 2', 'plan-evaluation false 1'],
    ])
    expect(of(upkeepAfter(), '2026-10-30')).toEqual(['plan-issue false 1'])
  })

  it('documents of which nobody recorded an issue are one line for each owner', () => {
    const person = (name: string) => ({ post: null, personId: null, person: { sealed: name } })
    const subject = (id: string, owner: ReturnType<typeof person> | null) => {
      const upkeep = upkeepAfter()
      const arrangement = { ...upkeep.arrangement, owner }
      return {
        ...{ id, title: localized(id, id), upkeep: { arrangement }, dues: duesOf(upkeep) },
      }
    }
    const lines = obligationsOfUpkeep(
      [subject('a', null), subject('b', person('x')), subject('c', null)],
      { today: '2026-10-30' },
    )
    expect(lines.map(({ about, count, to }) => [about.id, count, to.join('/')])).toEqual([
      ['a', 2, 'readiness/upkeep'],
      ['b', 1, 'readiness/upkeep/b'],
    ])
    expect(
      lines.map((line) => drawObligation(line, { today: '2026-10-30', now: 0 }).line.zh),
    ).toEqual(['2份预案没有登记印发', '《b》没有登记印发'])
  })
})

it('the figures of a period count what was done in it, and what came too late', () => {
  const upkeep = upkeepAfter(
    issued({ day: '2026-09-24' }),
    filed({ day: '2026-10-30' }),
    known({ to: 'staff', day: '2026-10-29' }),
    evaluated({ day: '2026-10-20', result: 'revise' }),
    demanded({ day: '2026-11-20' }),
  )
  const around = { policies: policiesAt(['mall']), calendar: shippedCalendar(), zone: ZONE }
  const october = { from: '2026-10-01', to: '2026-10-31' }
  expect(upkeepOfPeriod([upkeep], [on('2026-10-05')], october, around)).toEqual({
    ...{ issued: 0, approvals: 1, filed: 1, filedLate: 1, known: 1, knownLate: 0 },
    ...{ evaluated: 1, toRevise: 1, triggers: 0, settled: 0 },
  })
  const november = { from: '2026-11-01', to: '2026-11-30' }
  expect(upkeepOfPeriod([upkeep], [], november, around)).toMatchObject({ triggers: 1, filed: 0 })
})

it('what is stored has the form that is read again', () => {
  const upkeep = upkeepAfter(
    issued({ day: '2026-09-24' }),
    filed({ day: '2026-09-28' }),
    known({ to: 'staff', day: '2026-09-28' }),
    evaluated({ day: '2026-09-28' }),
    demanded({ day: '2026-09-28' }),
  )
  expect(upkeepStream.documents.upkeep.hasForm(upkeep, upkeep.id)).toBe(true)
  expect(upkeepStream.documents.upkeep.hasForm({ ...upkeep, extra: 1 }, upkeep.id)).toBe(false)
})
