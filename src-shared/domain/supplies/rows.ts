/**
 * Reads the rows of a table of supplies as offices keep it, and decides what each becomes: a new
 * supply, one whose entry changes, or a batch that is received. How many there are of what is
 * entered already is never overwritten: that is what a stock-taking is for.
 */
import type { ActionOwner } from '../corrective-action/action.ts'
import type { Meta } from '../decision.ts'
import type { ImportedRow } from '../imported-row.ts'
import { spelled } from '../places/known.ts'
import { localized, type LocalizedText } from '../text.ts'
import { decideSupply, type BatchLine, type SupplyCommand } from './decide.ts'
import { supplyStream, type SupplyEvent } from './stream.ts'
import {
  CLASS_NAMES,
  SUPPLY_CLASSES,
  type Supply,
  type SupplyClass,
  type SupplyDetails,
  type SupplyPlace,
} from './supply.ts'

/** Texts as they are written in the table; `expiry`: local day. What it has not is left out. */
export type SupplyRow = {
  row: number
  name: string
  class?: string | null | undefined
  model?: string | null | undefined
  unit?: string | null | undefined
  count?: number | null | undefined
  batch?: string | null | undefined
  expiry?: string | null | undefined
  place?: string | null | undefined
  spot?: string | null | undefined
  keeper?: string | null | undefined
  minimum?: number | null | undefined
  checkMonths?: number | null | undefined
  conditions?: string | null | undefined
}

/**
 * `placeCalled`: the place of the register by name, else one in words; `keeperCalled`: as an owner
 * of this supply; `keeperName`: how an owner is called. `newId`, `nextNumber`: another each time.
 */
export type SupplyRowsWorld = {
  today: string
  placeCalled: (name: string) => SupplyPlace
  keeperCalled: (name: string, supplyId: string) => ActionOwner
  keeperName: (owner: ActionOwner) => string
  newId: () => string
  nextNumber: (taken: readonly string[]) => string
}

const unknownClass = (name: string): LocalizedText =>
  localized(`没有“${name}”这个类别`, `There is no class "${name}"`)
const otherUnit = (unit: string): LocalizedText =>
  localized(
    `登记的单位是“${unit}”，表里不同：换算成“${unit}”再导入`,
    `The register counts it in "${unit}", the table in another unit: convert it first`,
  )
const NO_PLACE = localized('没有写存放地点', 'It says no place')
const NO_COUNT = localized(
  '有批号或有效期，没有写数量',
  'It has a batch number or an expiry, and says no quantity',
)
const otherCount = (there: number, unit: string): LocalizedText =>
  localized(
    `登记库存是${there}${unit}，表里不同：请盘点更正，或去掉这一列`,
    `The register has ${there} ${unit}, the table another count: correct it by a stock-taking, or leave the column out`,
  )

const classCalled = (name: string): SupplyClass | undefined =>
  SUPPLY_CLASSES.find((code) =>
    [code, CLASS_NAMES[code].zh, CLASS_NAMES[code].en].some(
      (called) => spelled(called) === spelled(name),
    ),
  )

const same = (text: string | null | undefined, other: string | null): boolean =>
  spelled(text ?? '') === spelled(other ?? '')

type Taken = { supplyId: string; events: readonly SupplyEvent[] }
type Step = { supplyId: string; supply: Supply | null; command: SupplyCommand }

/** What the row says of a supply, beside its name and place. */
function valuesOf(row: SupplyRow, supplyId: string, before: Supply | null, world: SupplyRowsWorld) {
  const { unit, spot, keeper, minimum, checkMonths, conditions } = row
  const isSameKeeper =
    keeper && before?.keeper && spelled(world.keeperName(before.keeper)) === spelled(keeper)
  return {
    ...(unit ? { unit } : {}),
    ...(spot ? { spot } : {}),
    ...(keeper && !isSameKeeper ? { keeper: world.keeperCalled(keeper, supplyId) } : {}),
    ...(typeof minimum === 'number' ? { minimum } : {}),
    ...(typeof checkMonths === 'number' ? { checkMonths } : {}),
    ...(conditions ? { conditions } : {}),
  }
}

function batchLine({ batch, expiry, count }: SupplyRow): BatchLine | null {
  return typeof count === 'number' && count > 0
    ? { number: batch ?? null, expiry: expiry ?? null, count }
    : null
}

/**
 * `called`: those of the register that go by a name. `nextNumber`: the one that a new one gets.
 * `met`: those that an earlier row of the table was.
 */
type Known = {
  called: (name: string) => readonly Supply[]
  nextNumber: () => string
  met: ReadonlySet<string>
}

/**
 * The supply that a row is, if it is there: at its spot; else one that may have been put there. One
 * that the table has at another spot already is another.
 */
function supplyOfRow(
  { name, model, spot }: SupplyRow,
  place: SupplyPlace | null,
  { called, met }: Known,
): Supply | undefined {
  const alike = called(name).filter(
    (supply) =>
      supply.withdrawn === null &&
      (!model || same(model, supply.model)) &&
      (place === null ||
        (place.id !== null && place.id === supply.place.id) ||
        same(place.name, supply.place.name)),
  )
  return (
    alike.find((supply) => same(spot, supply.spot)) ?? alike.find(({ id }) => !spot || !met.has(id))
  )
}

/** The commands of a row; a text says why it cannot be taken. */
function stepsOf(
  row: SupplyRow,
  known: Known,
  world: SupplyRowsWorld,
): readonly Step[] | LocalizedText {
  const type = row.class ? classCalled(row.class) : null
  if (type === undefined) return unknownClass(row.class ?? '')
  const place = row.place ? world.placeCalled(row.place) : null
  const before = supplyOfRow(row, place, known)
  const line = batchLine(row)
  const isBatchKnown = before?.batches.some(
    ({ number, expiry }) => same(number, row.batch ?? null) && expiry === (row.expiry ?? null),
  )
  if ((row.batch || row.expiry) && typeof row.count !== 'number' && !isBatchKnown) return NO_COUNT
  if (before) {
    if (row.unit && !same(row.unit, before.unit)) return otherUnit(before.unit)
    const changed = { ...valuesOf(row, before.id, before, world), ...(type ? { class: type } : {}) }
    const there =
      line &&
      before.batches.find(
        (batch) => same(batch.number, line.number) && batch.expiry === line.expiry,
      )
    if (line && there && there.count !== line.count) return otherCount(there.count, before.unit)
    const step = { supplyId: before.id, supply: before }
    return [
      { ...step, command: { type: 'AmendSupply', changed } },
      ...(line && !there
        ? [{ ...step, command: { type: 'ReceiveSupply' as const, batches: [line], words: null } }]
        : []),
    ]
  }
  if (place === null) return NO_PLACE
  const supplyId = world.newId()
  const details: SupplyDetails = {
    ...{ name: row.name, class: type ?? 'other', model: row.model ?? null, unit: '件', place },
    ...{ spot: null, keeper: null, minimum: null, checkMonths: null, conditions: null },
    ...valuesOf(row, supplyId, null, world),
  }
  const number = known.nextNumber()
  const command = { type: 'EnterSupply' as const, number, details, batches: line ? [line] : [] }
  return [{ supplyId, supply: null, command }]
}

/**
 * Row by row, what becomes of it; `taken`: what follows of those that were read, in order, whatever
 * the faulty rows are. `register`: the supplies by their ids.
 */
export function supplyRowReader(
  register: ReadonlyMap<string, Supply>,
  meta: Meta,
  world: SupplyRowsWorld,
): { read: (row: SupplyRow) => ImportedRow; taken: readonly Taken[] } {
  const supplies = new Map(register)
  // by name, for a table may be as long as the register
  const byName = Map.groupBy(
    [...register.values()].map(({ id, name }) => ({ id, key: spelled(name) })),
    ({ key }) => key,
  )
  let numbers: readonly string[] = [...register.values()].map(({ number }) => number)
  const met = new Set<string>()
  const known: Known = {
    met,
    called: (name) => (byName.get(spelled(name)) ?? []).flatMap(({ id }) => supplies.get(id) ?? []),
    nextNumber: () => {
      const number = world.nextNumber(numbers)
      numbers = [number] // the highest from here on
      return number
    },
  }
  const taken: Taken[] = []
  const read = (row: SupplyRow): ImportedRow => {
    const fault = (message: LocalizedText): ImportedRow => ({
      row: row.row,
      outcome: 'refused',
      message,
    })
    const steps = stepsOf(row, known, world)
    if ('zh' in steps) return fault(steps)
    for (const { supplyId } of steps) met.add(supplyId)
    let outcome: ImportedRow['outcome'] = 'same'
    for (const { supplyId, supply, command } of steps) {
      const state = supplies.get(supplyId) ?? null
      const decision = decideSupply(state, command, meta, world)
      if (!decision.ok && decision.code === 'no-change') continue
      if (!decision.ok) return fault(decision.message)
      const after = decision.events.reduce(
        (now, event) => supplyStream.evolve(now, { ...event, ...meta }),
        { id: supplyId, supply: state },
      )
      if (after.supply) supplies.set(supplyId, after.supply)
      const key = spelled(row.name)
      if (!supply) byName.set(key, [...(byName.get(key) ?? []), { id: supplyId, key }])
      taken.push({ supplyId, events: decision.events })
      outcome = supply ? 'changed' : 'new'
    }
    return { row: row.row, outcome, message: null }
  }
  return { read, taken }
}

/** All of them at once. */
export function decideSupplyRows(
  register: ReadonlyMap<string, Supply>,
  rows: readonly SupplyRow[],
  meta: Meta,
  world: SupplyRowsWorld,
): { rows: readonly ImportedRow[]; taken: readonly Taken[] } {
  const { read, taken } = supplyRowReader(register, meta, world)
  return { rows: rows.map(read), taken }
}
