/** A corrective action that is opened with an evaluation or a trigger. */
import type { Input } from '#shared/contract/contract.ts'
import { daysAfter } from '../../../../base/days.ts'
import { ownerNamed, type Register } from '../../../../base/owners.ts'
import { orNull } from '../../../../base/use-entry-form.ts'

const USUAL_DAYS = 30

export type MeasureFields = {
  opens: boolean
  what: string
  owner: string
  due: string
  plan: string
}
export const measureFields = (today: string): MeasureFields => ({
  ...{ opens: false, what: '', owner: '', plan: '' },
  due: daysAfter(today, USUAL_DAYS),
})

/** As it is sent; null: none is opened. */
export function measureOf(
  { opens, what, owner, due, plan }: MeasureFields,
  register: Register,
): NonNullable<Input<'upkeep/trigger'>['action']> | null {
  const named = ownerNamed(owner, register)
  return opens && named ? { what: what.trim(), owner: named, due, planId: orNull(plan) } : null
}
