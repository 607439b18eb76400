/** Events of supplies for the specs of their rules, and the supply that they come to. */
import { expect } from 'vitest'
import { supplyStream, type SupplyEvent } from '#shared/domain/supplies/stream.ts'
import type { Supply } from '#shared/domain/supplies/supply.ts'

export const ZONE = 'Asia/Shanghai'
export const on = (day: string, time = '10:00'): number => Date.parse(`${day}T${time}:00+08:00`)
export const seal = (sealed: string) => ({ sealed })
export const open = ({ sealed }: { sealed: string }): string => sealed
export const meta = (day: string, by = '周敏') => ({ at: on(day), by })

type Entered = Extract<SupplyEvent, { type: 'SupplyEntered' }>
export const entered = (
  batches: Entered['batches'] = [{ id: '0', number: null, expiry: null, count: 5 }],
  details: Partial<Entered['details']> = {},
): SupplyEvent => ({
  type: 'SupplyEntered',
  number: '物0001',
  details: {
    ...{ name: '干粉灭火器', class: 'fire', model: 'MFZ/ABC4', unit: '具', spot: null },
    ...{ place: { id: 'p1', name: '大厅' }, keeper: null, minimum: null, checkMonths: null },
    conditions: null,
    ...details,
  },
  batches,
})
export const PILLS: Entered['batches'] = [
  { id: 'b1', number: 'A1', expiry: '2026-11-30', count: 4 },
  { id: 'b2', number: 'A2', expiry: '2027-06-30', count: 6 },
]
export const FIRE = { incidentId: 'i1', planId: 'fire', stepId: 's1', drill: false }
export const issued = (count: number, batchId = '0', issuedFor = FIRE): SupplyEvent => ({
  type: 'SupplyIssued',
  parts: [{ batchId, count }],
  ...{ to: seal('李工'), words: null, for: issuedFor },
})
export const returned = (count: number, issueId = 't2'): SupplyEvent => ({
  type: 'SupplyReturned',
  issueId,
  ...{ parts: [{ batchId: '0', count }], words: null },
})
export const consumed = (count: number, issueId = 't2'): SupplyEvent => ({
  type: 'SupplyConsumed',
  ...{ issueId, count, words: null },
})

/** The supply after these events, each on its day. */
export function after(...events: readonly (readonly [string, SupplyEvent])[]): Supply {
  const { supply } = events.reduce(
    (state, [day, event]) => supplyStream.evolve(state, { ...event, ...meta(day) }),
    supplyStream.initial('s1'),
  )
  expect(supplyStream.documents.supply.hasForm(supply, 's1')).toBe(true)
  return supply as Supply
}
