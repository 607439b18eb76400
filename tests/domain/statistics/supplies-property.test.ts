/**
 * The figures of supplies over a made-up year, against a plain count of the raw events: received,
 * issued in real incidents and in drills, returned, consumed, disposed of, checked, expired, taken
 * back, taken out of the register.
 */
import { describe, expect, it } from 'vitest'
import { localDate } from '#shared/domain/calendar.ts'
import { periodOf } from '#shared/domain/statistics/period.ts'
import { decideSupply, type SupplyCommand } from '#shared/domain/supplies/decide.ts'
import { NO_SUPPLY_FIGURES, suppliesOfPeriod } from '#shared/domain/supplies/figures.ts'
import { supplyStream, type SupplyEvent } from '#shared/domain/supplies/stream.ts'
import { openIssues } from '#shared/domain/supplies/supply.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/domain/units.ts'
import { chance, FIRST, monthsFromFirst, SEEDS } from '../../kit/made-up-months.ts'
import { plainSupplies } from '../../kit/plain-count/supplies.ts'
import { FIRE, seal } from '../streams/supply-events.ts'

const STEPS = 400
const IDS = ['s1', 's2', 's3', 's4'] as const
const MONTHS = monthsFromFirst(13)
type Stored = { stream: string; type: string; at: number; by: string; body: object }
const store = (id: string, { type, ...body }: SupplyEvent, at: number): Stored => ({
  ...{ stream: `supply.${id}`, type, at, by: '周敏', body },
})

describe('the figures of supplies', () => {
  it.each(SEEDS)('seed %i in %s: the same in every month', (seed, zone) => {
    const below = chance(seed)
    const events: Stored[] = []
    const states = new Map(IDS.map((id) => [id, supplyStream.initial(id)]))
    let at = FIRST
    for (let step = 0; step < STEPS; step += 1) {
      at += below(4) === 0 ? MINUTE_MS : HOUR_MS * (1 + below(40))
      const id = IDS[below(IDS.length)] ?? 's1'
      const supply = states.get(id)?.supply ?? null
      const batch = () => ({
        number: `A${below(9)}`,
        expiry: below(3) === 0 ? null : localDate(at + (5 + below(90)) * DAY_MS, zone),
        count: 1 + below(5),
      })
      const out = supply ? openIssues(supply) : []
      const issueId = out[below(out.length)]?.id ?? 't0'
      const commands: readonly SupplyCommand[] = [
        { type: 'ReceiveSupply', batches: [batch()], words: null },
        {
          ...{ type: 'IssueSupply', count: 1 + below(3), to: seal('李工'), words: null },
          for: { ...FIRE, drill: below(3) === 0 },
        },
        { type: 'ReturnSupply', issueId, count: below(2) === 0 ? null : 1, words: null },
        { type: 'ConsumeSupply', issueId, count: 1, words: null },
        { type: 'DisposeSupply', batchId: null, count: 1, why: 'expired', words: null },
        { type: 'CheckSupply', ok: step % 3 > 0, person: seal('王芳'), words: seal('压力低') },
        { type: 'UndoSupplyTurn', turnId: `t${supply?.version ?? 0}` },
        ...(step > STEPS / 2
          ? [{ type: 'WithdrawSupply', reason: seal('停用') } satisfies SupplyCommand]
          : []),
      ]
      const entering: SupplyCommand = {
        ...{ type: 'EnterSupply', number: '物0001', batches: [batch()] },
        details: {
          ...{ name: '灭火器', class: 'fire', model: null, unit: '具', spot: null },
          ...{ place: { id: null, name: '大厅' }, keeper: null, minimum: 4, checkMonths: null },
          conditions: null,
        },
      }
      const command = supply ? commands[below(commands.length)] : entering
      if (!command) continue
      const meta = { at, by: '周敏' }
      const decision = decideSupply(supply, command, meta, { today: localDate(at, zone) })
      for (const event of decision.ok ? decision.events : []) {
        events.push(store(id, event, at))
        const state = states.get(id) ?? supplyStream.initial(id)
        states.set(id, supplyStream.evolve(state, { ...event, ...meta }))
      }
    }
    const supplies = [...states.values()].flatMap(({ supply }) => (supply ? [supply] : []))
    const sums: Record<string, number> = {}
    for (const name of MONTHS) {
      const period = periodOf('month', name)
      if (!period) throw new Error('no such month')
      const around = { now: at, zone }
      const plain = { ...NO_SUPPLY_FIGURES, ...plainSupplies(events, period, around) }
      expect(suppliesOfPeriod(supplies, period, around), name).toEqual(plain)
      for (const [figure, count] of Object.entries(plain))
        sums[figure] = (sums[figure] ?? 0) + count
    }
    expect(Object.entries(sums).filter(([, count]) => count === 0)).toEqual([])
  })
})
