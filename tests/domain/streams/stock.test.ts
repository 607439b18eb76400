/**
 * What is done with supplies besides issuing them: a stock-taking that another reviews, a request
 * with its instants (S02-17, S05-14), and the figures of a month.
 */
import { describe, expect, it } from 'vitest'
import { decideRequest } from '#shared/domain/supply-request/decide.ts'
import { requestState } from '#shared/domain/supply-request/request.ts'
import {
  supplyRequestStream,
  type SupplyRequestEvent,
} from '#shared/domain/supply-request/stream.ts'
import { decideTaking } from '#shared/domain/stock-taking/decide.ts'
import { stockTakingStream, type StockTakingEvent } from '#shared/domain/stock-taking/stream.ts'
import { differencesOf, type StockTaking } from '#shared/domain/stock-taking/taking.ts'
import { recorded } from '../../kit/decider.ts'
import { after, entered, FIRE, meta, on, open, PILLS, seal } from './supply-events.ts'

describe('a stock-taking (盘点)', () => {
  const supply = after(['2026-11-01', entered(PILLS)])
  const begin = (scope: Partial<StockTaking['scope']> = {}, others: readonly StockTaking[] = []) =>
    decideTaking(
      null,
      {
        type: 'BeginTaking',
        number: '盘2026-001',
        scope: { placeId: null, class: null, ...scope },
        supplies: [supply],
        others,
      },
      { open },
    )
  const lines = [
    { supplyId: 's1', batchId: 'b1', expected: 4 },
    { supplyId: 's1', batchId: 'b2', expected: 6 },
  ]
  const begun: StockTakingEvent = {
    type: 'StockTakingBegun',
    number: '盘2026-001',
    scope: { placeId: null, class: null },
    lines,
  }
  const counted = (...counts: readonly number[]): StockTakingEvent => ({
    type: 'StockCounted',
    lines: counts.map((count, index) => ({ ...lines[index]!, counted: count, words: null })),
  })
  const handedIn: StockTakingEvent = { type: 'StockTakingHandedIn', person: seal('李工') }
  function state(...events: readonly StockTakingEvent[]): StockTaking {
    const { taking } = events.reduce(
      (now, event) => stockTakingStream.evolve(now, { ...event, ...meta('2026-11-24') }),
      stockTakingStream.initial('k1'),
    )
    expect(stockTakingStream.documents['stock-taking'].hasForm(taking, 'k1')).toBe(true)
    return taking as StockTaking
  }
  it('has each batch once, as it was counted last', () => {
    const line = { ...lines[0]!, words: null }
    const decision = decideTaking(
      state(begun),
      {
        type: 'CountStock',
        lines: [
          { ...line, counted: 0 },
          { ...line, batchId: '0', expected: 0, counted: 1 },
        ].concat({ ...line, counted: 2 }),
      },
      { open },
    )
    expect(decision).toMatchObject({
      events: [
        {
          lines: [
            { batchId: '0', counted: 1 },
            { batchId: 'b1', counted: 2 },
          ],
        },
      ],
    })
  })

  const review = (taking: StockTaking, by: string, ok = true, words: string | null = null) => {
    const decision = decideTaking(
      taking,
      { type: 'ReviewTaking', person: seal(by), ok, words: words === null ? null : seal(words) },
      { open },
    )
    return decision.ok ? 'taken' : decision.code
  }

  it('lists every batch of its scope', () => {
    expect(begin()).toEqual(recorded(begun))
    expect(begin({ placeId: 'p2' })).toMatchObject({ ok: false, code: 'bad-input' })
    expect(begin({ class: 'fire', placeId: 'p1' })).toMatchObject({ ok: true })
  })

  it('counts nothing that another one counts, so that no difference is booked twice', () => {
    const abandoned: StockTakingEvent = { type: 'StockTakingAbandoned', reason: seal('重来') }
    expect(begin({ placeId: 'p1' }, [state(begun)])).toMatchObject({
      code: 'taking-open',
      details: ['盘2026-001'],
    })
    expect(begin({}, [state(begun, counted(3, 6), handedIn)])).toMatchObject({ ok: false })
    expect(begin({}, [state(begun, abandoned)])).toMatchObject({ ok: true })
  })

  it('is handed in once all is counted, and reviewed by another', () => {
    const partly = state(begun, counted(3))
    expect(
      decideTaking(partly, { type: 'HandInTaking', person: seal('李工') }, { open }),
    ).toMatchObject({ code: 'taking-open', details: ['1'] })
    expect(review(partly, '王主任')).toBe('taking-open')
    const waiting = state(begun, counted(3, 6), handedIn)
    expect(decideTaking(waiting, { type: 'CountStock', lines: [] }, { open })).toMatchObject({
      code: 'taking-open',
    })
    expect([
      review(waiting, ' 李工 '),
      review(waiting, '王主任', false),
      review(waiting, '王主任', false, '再点A1'),
      review(waiting, '王主任'),
    ]).toEqual(['same-person', 'reason-needed', 'taken', 'taken'])
    expect([...differencesOf(waiting)]).toEqual([['s1', [{ batchId: 'b1', count: -1 }]]])
  })

  it('is counted again where the review sends it back, and is over once it is booked', () => {
    const reviewed = (ok: boolean): StockTakingEvent => ({
      type: 'StockTakingReviewed',
      person: seal('王主任'),
      ok,
      words: ok ? null : seal('再点'),
    })
    expect(state(begun, counted(3, 6), handedIn, reviewed(false))).toMatchObject({
      state: 'counting',
      handedIn: null,
    })
    const over = state(begun, counted(3, 6), handedIn, reviewed(true))
    expect(over).toMatchObject({ state: 'booked' })
    expect(review(over, '王主任')).toBe('taking-over')
  })
})

describe('a supply request (调配单, S05-14)', () => {
  const ordered: SupplyRequestEvent = {
    type: 'SupplyRequested',
    number: '调2026-001',
    what: seal('沙袋200个'),
    of: { post: null, person: seal('防汛办'), personId: null },
    for: FIRE,
  }
  const state = (...events: readonly SupplyRequestEvent[]) => {
    const { request } = events.reduce(
      (now, event) => supplyRequestStream.evolve(now, { ...event, ...meta('2026-11-24') }),
      supplyRequestStream.initial('r1'),
    )
    expect(supplyRequestStream.documents['supply-request'].hasForm(request, 'r1')).toBe(true)
    return request
  }
  const move = (
    request: ReturnType<typeof state>,
    to: 'promised' | 'delivered' | 'used' | 'cancelled',
    doneAt: number | null = null,
  ) => {
    const decision = decideRequest(
      request,
      { type: 'MoveRequest', to, doneAt, words: null },
      meta('2026-11-25'),
    )
    return decision.ok ? 'taken' : decision.code
  }
  const moved = (to: 'promised' | 'delivered' | 'used'): SupplyRequestEvent => ({
    type: 'SupplyRequestMoved',
    to,
    words: null,
  })

  it('goes on in its order, with the instant of each step', () => {
    const request = state(ordered, moved('delivered'))
    expect(request && requestState(request)).toBe('delivered')
    expect([move(request, 'used'), move(request, 'promised'), move(request, 'cancelled')]).toEqual([
      'taken',
      'no-change',
      'reason-needed',
    ])
    expect([
      move(request, 'used', on('2026-11-26')),
      move(request, 'used', on('2026-11-23')),
    ]).toEqual(['bad-input', 'bad-input'])
    expect(move(state(ordered, moved('used')), 'cancelled')).toBe('request-over')
    expect(move(null, 'used')).toBe('unknown-supply-request')
  })

  it('takes its last step back for ten minutes', () => {
    const request = state(ordered, moved('promised'))
    const undo = (at: number) => decideRequest(request, { type: 'UndoRequest' }, { at, by: '周敏' })
    expect(undo(on('2026-11-24', '10:10'))).toEqual(recorded({ type: 'SupplyRequestUndone' }))
    expect(undo(on('2026-11-24', '10:11'))).toMatchObject({ code: 'undo-over' })
    expect(state(ordered, moved('promised'), { type: 'SupplyRequestUndone' })).toMatchObject({
      turns: [],
    })
  })
})
