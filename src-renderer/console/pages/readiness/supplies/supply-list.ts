/** What of the supplies a list shows: by class, place and what is wrong, and what was typed. */
import type { SupplyRead } from '#shared/domain/supplies/draw.ts'
import { SUPPLY_FAULTS, type SupplyFault } from '#shared/domain/supplies/standing.ts'
import { SUPPLY_CLASSES, type SupplyClass } from '#shared/domain/supplies/supply.ts'

/** '' shows all; `sound`: nothing is wrong with it; `withdrawn`: what has left the register. */
export type SupplyFilter = {
  class: SupplyClass | ''
  place: string
  fault: SupplyFault | 'sound' | 'withdrawn' | ''
}
export const FAULT_CHOICES = [...SUPPLY_FAULTS, 'sound', 'withdrawn'] as const

const ofList = <T extends string>(all: readonly T[], text: string | undefined): T | '' =>
  all.find((entry) => entry === text) ?? ''

/** As the address says it. */
export const filterOf = (query: Readonly<Record<string, string>>): SupplyFilter => ({
  class: ofList(SUPPLY_CLASSES, query['class']),
  place: query['place'] ?? '',
  fault: ofList(FAULT_CHOICES, query['fault']),
})

export function isListed(supply: SupplyRead, { class: type, place, fault }: SupplyFilter): boolean {
  if ((supply.withdrawn !== null) !== (fault === 'withdrawn')) return false
  if (type !== '' && supply.class !== type) return false
  if (place !== '' && supply.place.name !== place) return false
  if (fault === '' || fault === 'withdrawn') return true
  return fault === 'sound' ? supply.faults.length === 0 : supply.faults.includes(fault)
}

/** The places where there is something, by name. */
export const placesIn = (supplies: readonly SupplyRead[]): readonly string[] =>
  [...new Set(supplies.map(({ place }) => place.name))].sort((a, b) => a.localeCompare(b, 'zh'))

export type TurnAct = 'receive' | 'issue' | 'dispose' | 'check' | 'move'
export type SupplyAct = TurnAct | 'amend' | 'withdraw'
