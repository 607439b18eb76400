/**
 * Supplies (S02-20, S05-06): what there is of each batch, what may be issued of it, what came back,
 * what is wrong with it on which day, and the figures of a month.
 */
import { describe, expect, it } from 'vitest'
import { decideSupply, type SupplyCommand } from '#shared/domain/supplies/decide.ts'
import { NO_SUPPLY_FIGURES, suppliesOfPeriod } from '#shared/domain/supplies/figures.ts'
import { nextOfYear, nextSupplyNumber } from '#shared/domain/supplies/number.ts'
import { checkDue, faultsOf, shortSince } from '#shared/domain/supplies/standing.ts'
import type { SupplyEvent } from '#shared/domain/supplies/stream.ts'
import {
  openIssues,
  outstandingOf,
  stockOf,
  usableOf,
  type Supply,
} from '#shared/domain/supplies/supply.ts'
import { recorded } from '../../kit/decider.ts'
import {
  after,
  consumed,
  entered,
  FIRE,
  issued,
  meta,
  on,
  PILLS,
  returned,
  seal,
  ZONE,
} from './supply-events.ts'

const decide = (supply: Supply | null, command: SupplyCommand, day = '2026-11-24') =>
  decideSupply(supply, command, meta(day), { today: day })
const codeOf = (decision: ReturnType<typeof decide>): string =>
  decision.ok ? 'taken' : decision.code
const issue = (count: number): SupplyCommand => ({
  type: 'IssueSupply',
  ...{ count, to: seal('李工'), words: null, for: FIRE },
})

it('keeps the unit in which it was counted; one that was just entered may be put right', () => {
  const amend = { type: 'AmendSupply', changed: { unit: '箱' } } as const
  const fresh = after(['2026-11-01', entered(PILLS)])
  expect(codeOf(decide(fresh, amend))).toBe('taken')
  const moved = after(['2026-11-01', entered(PILLS)], ['2026-11-02', issued(1, 'b1')])
  expect(decide(moved, amend)).toMatchObject({ code: 'bad-input', details: ['unit'] })
  expect(codeOf(decide(moved, { ...amend, changed: { unit: moved.unit } }))).toBe('no-change')
})

describe('what is issued', () => {
  const pills = after(['2026-11-01', entered(PILLS)])

  it('is taken of what expires first, and of nothing that has expired', () => {
    expect(decide(pills, issue(5), '2026-11-30')).toMatchObject({
      events: [
        {
          parts: [
            { batchId: 'b1', count: 4 },
            { batchId: 'b2', count: 1 },
          ],
        },
      ],
    })
    expect(decide(pills, issue(6), '2026-12-01')).toMatchObject({ ok: true })
    const refused = decide(pills, issue(7), '2026-12-01')
    expect(refused).toMatchObject({ ok: false, code: 'supply-short', details: ['6'] })
    expect(refused).toMatchObject({
      message: { zh: '不够：要7具，能用的只有6具（另有4具已过期，不能用）' },
    })
  })

  it('comes back to its batch or is consumed, and never more than is out', () => {
    const out = after(['2026-11-01', entered()], ['2026-11-02', issued(3)])
    expect([stockOf(out), openIssues(out).map(outstandingOf)]).toEqual([2, [3]])
    const settle = (type: 'ReturnSupply' | 'ConsumeSupply', count: number | null, issueId = 't2') =>
      decide(out, { type, issueId, count, words: null })
    expect(settle('ReturnSupply', null)).toEqual(recorded(returned(3)))
    expect(settle('ConsumeSupply', 2)).toEqual(recorded(consumed(2)))
    expect(codeOf(settle('ReturnSupply', 4))).toBe('supply-short')
    expect(codeOf(settle('ReturnSupply', 1, 't9'))).toBe('unknown-supply-issue')
    const back = after(
      ['2026-11-01', entered()],
      ['2026-11-02', issued(3)],
      ['2026-11-03', returned(1)],
      ['2026-11-03', consumed(2)],
    )
    expect([stockOf(back), openIssues(back)]).toEqual([3, []])
    expect(
      codeOf(
        decideSupply(
          back,
          { type: 'ConsumeSupply', issueId: 't2', count: null, words: null },
          meta('2026-11-04'),
          { today: '2026-11-04' },
        ),
      ),
    ).toBe('supply-short')
  })

  it('reckons thirds of a litre without dust', () => {
    const water = after(
      ['2026-11-01', entered([{ id: '0', number: null, expiry: null, count: 0.3 }])],
      ['2026-11-02', issued(0.1)],
    )
    expect(stockOf(water)).toBe(0.2)
    expect(codeOf(decide(water, issue(0.2)))).toBe('taken')
  })
})

describe('the last turn', () => {
  const events = [
    ['2026-11-01', entered()],
    ['2026-11-02', issued(3)],
    ['2026-11-03', returned(2)],
  ] as const
  const undo = (turnId: string): SupplyCommand => ({ type: 'UndoSupplyTurn', turnId })

  it('that was received with a wrong expiry can be received with the right one', () => {
    const line = { number: 'A9', expiry: '2027-12-31', count: 3 }
    const supply = after(
      ['2026-11-01', entered()],
      ['2026-11-02', { type: 'SupplyReceived', batches: [{ id: 'b1', ...line }], words: null }],
      ['2026-11-02', { type: 'SupplyTurnUndone', turnId: 't2' }],
    )
    const receive = (expiry: string): SupplyCommand => ({
      ...{ type: 'ReceiveSupply', words: null, batches: [{ ...line, expiry }] },
    })
    expect(decide(supply, receive('2028-12-31'))).toMatchObject({
      events: [{ batches: [{ id: 'b2' }] }],
    })
    expect(decide(supply, receive('2027-12-31'))).toMatchObject({
      events: [{ batches: [{ id: 'b1' }] }],
    })
  })

  it('is taken back as long as nothing followed and a day has not passed', () => {
    const supply = after(...events)
    expect(codeOf(decide(supply, undo('t3'), '2026-11-03'))).toBe('taken')
    expect(codeOf(decide(supply, undo('t2'), '2026-11-03'))).toBe('undo-over')
    expect(codeOf(decide(supply, undo('t3'), '2026-11-05'))).toBe('undo-over')
    const amended = after(...events, [
      '2026-11-03',
      { type: 'SupplyAmended', changed: { spot: 'A柱' } },
    ])
    expect(codeOf(decide(amended, undo('t3'), '2026-11-03'))).toBe('undo-over')
    expect(codeOf(decide(after(['2026-11-01', entered()]), undo('t1'), '2026-11-01'))).toBe(
      'undo-over',
    )
  })

  it('leaves the stock as if it had not been', () => {
    const back = after(...events, ['2026-11-03', { type: 'SupplyTurnUndone', turnId: 't3' }])
    expect([stockOf(back), openIssues(back).map(outstandingOf)]).toEqual([2, [3]])
    const none = after(events[0], events[1], [
      '2026-11-02',
      { type: 'SupplyTurnUndone', turnId: 't2' },
    ])
    expect([stockOf(none), none.issues]).toEqual([5, []])
  })
})

describe('what is wrong with it', () => {
  const TIMES = { zone: ZONE, usualMonths: null }
  const view = (today: string, soon = today) => ({ today, soon, ...TIMES })

  it('expires the day after its last, and is short from then on', () => {
    const pills = after(['2026-11-01', entered(PILLS, { minimum: 7 })])
    expect(faultsOf(pills, view('2026-11-30', '2026-12-30'))).toEqual(['expiring'])
    expect(faultsOf(pills, view('2026-12-01'))).toEqual(['expired', 'short'])
    expect([usableOf(pills, '2026-12-01'), stockOf(pills)]).toEqual([6, 10])
    expect(shortSince(pills, '2026-12-05', ZONE)).toBe('2026-12-01')
    expect(shortSince(pills, '2026-11-30', ZONE)).toBe(null)
  })

  it('is short since the movement after which there was too little', () => {
    const supply = after(
      ['2026-11-01', entered(undefined, { minimum: 4 })],
      ['2026-11-10', issued(2)],
      ['2026-11-12', issued(1)],
    )
    expect(shortSince(supply, '2026-11-20', ZONE)).toBe('2026-11-10')
    expect(faultsOf(supply, view('2026-11-20'))).toEqual(['short'])
  })

  it('is checked again after its months, at the end of a short month on its last day', () => {
    const supply = after(['2026-08-31', entered(undefined, { checkMonths: 6 })])
    expect(checkDue(supply, TIMES)).toBe('2027-02-28')
    expect(faultsOf(supply, view('2027-02-27'))).toEqual([])
    expect(faultsOf(supply, view('2027-02-28'))).toEqual(['check'])
    const check = (ok: boolean): SupplyEvent => ({
      type: 'SupplyChecked',
      ok,
      person: seal('李工'),
      words: seal('压力不足'),
    })
    const failed = after(
      ['2026-08-31', entered(undefined, { checkMonths: 6 })],
      ['2027-02-28', check(false)],
    )
    expect(faultsOf(failed, view('2027-03-01'))).toEqual(['unfit'])
    const repaired = after(
      ['2026-08-31', entered(undefined, { checkMonths: 6 })],
      ['2027-02-28', check(false)],
      ['2027-03-02', check(true)],
    )
    expect([faultsOf(repaired, view('2027-03-02')), checkDue(repaired, TIMES)]).toEqual([
      [],
      '2027-09-02',
    ])
  })
})

describe('other commands', () => {
  const supply = after(['2026-11-01', entered(PILLS)])

  it('know a batch by its number and its day', () => {
    const receive = (expiry: string): SupplyCommand => ({
      type: 'ReceiveSupply',
      batches: [{ number: 'A1', expiry, count: 2 }],
      words: null,
    })
    expect(decide(supply, receive('2026-11-30'))).toMatchObject({
      events: [{ batches: [{ id: 'b1' }] }],
    })
    expect(codeOf(decide(supply, receive('2026-12-31')))).toBe('bad-input')
    const fresh: SupplyCommand = {
      type: 'ReceiveSupply',
      batches: [{ number: 'A3', expiry: null, count: 2 }],
      words: null,
    }
    expect(decide(supply, fresh)).toMatchObject({ events: [{ batches: [{ id: 'b3' }] }] })
  })

  it('throw away what has expired, and say why', () => {
    const dispose = (count: number, why: 'expired' | 'other' = 'expired'): SupplyCommand => ({
      type: 'DisposeSupply',
      ...{ batchId: null, count, why, words: null },
    })
    expect(decide(supply, dispose(4), '2027-01-01')).toMatchObject({
      events: [{ parts: [{ batchId: 'b1', count: 4 }] }],
    })
    expect(codeOf(decide(supply, dispose(11)))).toBe('supply-short')
    expect(codeOf(decide(supply, dispose(1, 'other')))).toBe('reason-needed')
  })

  it('let nothing leave the register that is there or out', () => {
    const withdraw: SupplyCommand = { type: 'WithdrawSupply', reason: seal('不用了') }
    expect(codeOf(decide(supply, withdraw))).toBe('supply-in-stock')
    const out = after(['2026-11-01', entered()], ['2026-11-02', issued(5)])
    expect(codeOf(decide(out, withdraw))).toBe('supply-issued')
    const gone = after(
      ['2026-11-01', entered([])],
      ['2026-11-02', { type: 'SupplyWithdrawn', reason: seal('x') }],
    )
    expect(codeOf(decide(gone, issue(1)))).toBe('supply-withdrawn')
    expect(codeOf(decide(null, issue(1)))).toBe('unknown-supply')
  })

  it('number without a gap, an emergency record on its own', () => {
    expect(nextSupplyNumber(['物0009', '急物0003'], false)).toBe('物0010')
    expect(nextSupplyNumber(['物0009', '急物0003'], true)).toBe('急物0004')
    expect(
      nextOfYear('盘', ['盘2026-002'], { at: on('2026-12-31'), zone: ZONE, emergency: false }),
    ).toBe('盘2026-003')
  })
})

describe('the figures of a month', () => {
  it('leave a drill out of what was issued and consumed', () => {
    const drill = { ...FIRE, drill: true }
    const supply = after(
      ['2026-10-31', entered(undefined, { minimum: 5 })],
      ['2026-11-02', issued(1)],
      ['2026-11-03', consumed(1)],
      ['2026-11-04', issued(2, '0', drill)],
      ['2026-11-05', returned(1, 't4')],
      ['2026-11-06', consumed(1, 't4')],
    )
    const span = { now: on('2026-12-15'), zone: ZONE }
    expect(suppliesOfPeriod([supply], { from: '2026-11-01', to: '2026-11-30' }, span)).toEqual({
      ...NO_SUPPLY_FIGURES,
      ...{ supplies: 1, issued: 1, consumed: 1, inDrills: 1, short: 1 },
    })
    expect(suppliesOfPeriod([supply], { from: '2026-10-01', to: '2026-10-31' }, span)).toEqual({
      ...NO_SUPPLY_FIGURES,
      supplies: 1,
    })
  })

  it('count a batch in the month of its last day, and what was out at the end', () => {
    const pills = after(
      ['2026-11-01', entered(PILLS)],
      ['2026-11-20', issued(2, 'b2')],
      [
        '2026-12-02',
        {
          type: 'SupplyReturned',
          issueId: 't2',
          parts: [{ batchId: 'b2', count: 2 }],
          words: null,
        },
      ],
    )
    const of = (from: string, to: string, now: string) =>
      suppliesOfPeriod([pills], { from, to }, { now: on(now), zone: ZONE })
    expect(of('2026-11-01', '2026-11-30', '2026-12-15')).toMatchObject({ expired: 1, open: 1 })
    expect(of('2026-12-01', '2026-12-31', '2027-01-15')).toMatchObject({
      expired: 0,
      open: 0,
      returned: 1,
    })
    expect(of('2026-11-01', '2026-11-30', '2026-11-30')).toMatchObject({ expired: 0 })
  })
})
