/** Draws supplies as screens and papers show them, and what was recorded of each. */
import { ownerName } from '../corrective-action/draw.ts'
import { asRecorded, type StoredBody } from '../event-stream.ts'
import { inSentence, type Sealed } from '../sealed.ts'
import { localized, type LocalizedText } from '../text.ts'
import {
  batchesThere,
  checkDue,
  checkMonthsOf,
  faultsOf,
  nextExpiry,
  type CheckTimes,
  type SupplyFault,
} from './standing.ts'
import type { SupplyEvent } from './stream.ts'
import {
  CLASS_NAMES,
  isExpired,
  isLatest,
  lastTurn,
  openIssues,
  outstandingOf,
  stockOf,
  sumOf,
  usableOf,
  type Batch,
  type Disposal,
  type Part,
  type Supply,
  type SupplyClass,
  type SupplyIssue,
  type SupplyPlace,
} from './supply.ts'

/** The incident that something was issued for, as it is called. */
export type IssueForRead = {
  incidentId: string
  number: string | null
  place: string
  planId: string | null
  stepId: string | null
  drill: boolean
}
export type SupplyIssueRead = {
  id: string
  at: number
  by: string
  count: number
  left: number // neither back nor consumed
  returned: number
  consumed: number
  to: string
  words: string | null
  for: IssueForRead | null
}

/**
 * As screens show it. Instants in UTC ms, days local; quantities in `unit`. `stock`: at its place,
 * `usable` of it; `issues`: what is out. `turnId`: of the last turn, while it can be taken back.
 */
export type SupplyRead = {
  id: string
  number: string
  name: string
  class: SupplyClass
  model: string | null
  unit: string
  place: SupplyPlace
  spot: string | null
  keeper: { postId: string | null; personId: string | null; name: LocalizedText } | null
  minimum: number | null
  checkMonths: number | null
  conditions: string | null
  stock: number
  usable: number
  batches: readonly (Batch & { expired: boolean })[]
  issues: readonly SupplyIssueRead[]
  faults: readonly SupplyFault[]
  nextExpiry: string | null
  checkEvery: number | null // months
  checkDue: string | null
  check: { at: number; ok: boolean; person: string; words: string | null } | null
  turnId: string | null
  withdrawn: number | null
}

/** What was issued for an incident, and of which supply. */
export type IncidentIssueRead = SupplyIssueRead & {
  supply: Pick<SupplyRead, 'id' | 'number' | 'name' | 'model' | 'unit' | 'turnId'>
}

/** A line of its record. */
export type SupplyLine = { at: number; by: string; text: LocalizedText }

/** `placeOf`: the place as the register calls it now; `forOf`: the incident of an issue. */
export type SupplyView = CheckTimes & {
  today: string
  soon: string
  placeOf: (place: SupplyPlace) => SupplyPlace
  forOf: (issue: Pick<SupplyIssue, 'for'>) => IssueForRead | null
}

const put = (words: Sealed | null): string | null => (words === null ? null : inSentence(words))

/** With seals in place of personal values: `withValues` puts them there. */
export const drawIssue = (issue: SupplyIssue, { forOf }: Pick<SupplyView, 'forOf'>) => ({
  ...{ id: issue.id, at: issue.at, by: issue.by },
  ...{ count: sumOf(issue.parts), left: outstandingOf(issue) },
  ...{ returned: sumOf(issue.returned), consumed: issue.consumed },
  ...{ to: inSentence(issue.to), words: put(issue.words), for: forOf(issue) },
})

/** With seals in place of personal values: `withValues` puts them there. */
export function drawSupply(supply: Supply, view: SupplyView): SupplyRead {
  const { today } = view
  const { id, number, name, model, unit, spot, keeper, minimum, checkMonths, conditions } = supply
  const check = supply.checks.at(-1)
  const turn = lastTurn(supply)
  const canUndo =
    turn !== null && isLatest(supply, turn) && !('kind' in turn && turn.kind === 'booked')
  return {
    ...{ id, number, name, class: supply.class, model, unit, place: view.placeOf(supply.place) },
    ...{ spot, minimum, checkMonths, conditions },
    keeper: keeper && {
      postId: keeper.post?.id ?? null,
      personId: keeper.personId,
      name: ownerName(keeper),
    },
    ...{ stock: stockOf(supply), usable: usableOf(supply, today) },
    batches: batchesThere(supply).map((batch) => ({
      ...batch,
      expired: isExpired(batch, today),
    })),
    issues: openIssues(supply).map((issue) => drawIssue(issue, view)),
    faults: faultsOf(supply, view),
    nextExpiry: nextExpiry(supply),
    checkEvery: checkMonthsOf(supply, view.usualMonths),
    checkDue: supply.withdrawn === null ? checkDue(supply, view) : null,
    check: check
      ? { at: check.at, ok: check.ok, person: inSentence(check.person), words: put(check.words) }
      : null,
    turnId: canUndo ? turn.id : null,
    withdrawn: supply.withdrawn,
  }
}

const DISPOSAL_NAMES: Readonly<Record<Disposal, LocalizedText>> = {
  expired: localized('过期', 'expired'),
  broken: localized('损坏', 'broken'),
  lost: localized('丢失', 'lost'),
  other: localized('其他', 'other'),
}

const after = (words: Sealed | null): string => (words === null ? '' : `：${inSentence(words)}`)
const afterEn = (words: Sealed | null): string => (words === null ? '' : `: ${inSentence(words)}`)

const batchText = (batches: readonly Batch[], unit: string): LocalizedText => {
  const zh = batches.map(({ number, expiry, count }) =>
    [`${count}${unit}`, number && `批号${number}`, expiry && `有效期至${expiry}`]
      .filter(Boolean)
      .join('，'),
  )
  const en = batches.map(({ number, expiry, count }) =>
    [`${count} ${unit}`, number && `batch ${number}`, expiry && `until ${expiry}`]
      .filter(Boolean)
      .join(', '),
  )
  return localized(zh.join('；'), en.join('; '))
}

const signed = (parts: readonly Part[]): string => {
  const count = sumOf(parts)
  return count > 0 ? `+${count}` : String(count)
}

type Around = { unit: string; forOf: SupplyView['forOf'] }

function lineText(event: SupplyEvent, { unit, forOf }: Around): LocalizedText {
  switch (event.type) {
    case 'SupplyEntered': {
      const { number, details, batches } = event
      const there = batchText(batches, unit)
      const type = CLASS_NAMES[details.class]
      return localized(
        `登记为${number}，${type.zh}，${details.place.name}${there.zh && `，库存${there.zh}`}`,
        `Entered as ${number}: ${type.en}, ${details.place.name}${there.en && `, ${there.en}`}`,
      )
    }
    case 'SupplyAmended':
      return localized('修改了登记内容', 'Its entry was amended')
    case 'SupplyMoved':
      return localized(
        `移到${event.place.name}${event.spot ?? ''}`,
        `Moved to ${event.place.name} ${event.spot ?? ''}`.trim(),
      )
    case 'SupplyReceived': {
      const there = batchText(event.batches, unit)
      return localized(
        `入库${there.zh}${after(event.words)}`,
        `Received ${there.en}${afterEn(event.words)}`,
      )
    }
    case 'SupplyIssued': {
      const [count, to, issuedFor] = [sumOf(event.parts), inSentence(event.to), forOf(event)]
      const of =
        issuedFor && `${issuedFor.drill ? '演练' : ''}${issuedFor.number ?? issuedFor.place}`
      const ofEn =
        issuedFor && `${issuedFor.drill ? 'drill ' : ''}${issuedFor.number ?? issuedFor.place}`
      return localized(
        `${to}领用${count}${unit}${of ? `（${of}）` : ''}${after(event.words)}`,
        `${count} ${unit} issued to ${to}${ofEn ? ` (${ofEn})` : ''}${afterEn(event.words)}`,
      )
    }
    case 'SupplyReturned':
      return localized(
        `归还${sumOf(event.parts)}${unit}${after(event.words)}`,
        `${sumOf(event.parts)} ${unit} returned${afterEn(event.words)}`,
      )
    case 'SupplyConsumed':
      return localized(
        `消耗${event.count}${unit}${after(event.words)}`,
        `${event.count} ${unit} consumed${afterEn(event.words)}`,
      )
    case 'SupplyDisposed': {
      const why = DISPOSAL_NAMES[event.why]
      return localized(
        `报废${sumOf(event.parts)}${unit}，${why.zh}${after(event.words)}`,
        `${sumOf(event.parts)} ${unit} disposed of, ${why.en}${afterEn(event.words)}`,
      )
    }
    case 'SupplyChecked': {
      const person = inSentence(event.person)
      return event.ok
        ? localized(
            `${person}检查合格${after(event.words)}`,
            `${person}: check passed${afterEn(event.words)}`,
          )
        : localized(
            `${person}检查不合格${after(event.words)}`,
            `${person}: check failed${afterEn(event.words)}`,
          )
    }
    case 'SupplyBooked':
      return localized(
        `盘点（${event.number}）更正${signed(event.parts)}${unit}`,
        `Stock-taking ${event.number}: ${signed(event.parts)} ${unit}`,
      )
    case 'SupplyTurnUndone':
      return localized('撤回上一条', 'The line before was taken back')
    case 'SupplyWithdrawn':
      return localized(`停用${after(event.reason)}`, `Left the register${afterEn(event.reason)}`)
    case 'SupplyRestored':
      return localized('恢复使用', 'In the register again')
  }
}

/** `events`: all of its stream, in order. */
export const supplyLines = (events: readonly StoredBody[], around: Around): readonly SupplyLine[] =>
  events.map((stored) => ({
    at: stored.at,
    by: stored.by,
    text: lineText(asRecorded<SupplyEvent>(stored), around),
  }))

/**
 * What stands in front: what is wrong, the gravest fault first, then by place and name; what has
 * left the register last.
 */
export function sortedSupplies<S extends SupplyRead>(
  supplies: readonly S[],
  faults: readonly SupplyFault[],
): readonly S[] {
  const rank = ({ faults: [worst], withdrawn }: S): number =>
    withdrawn !== null ? 99 : worst === undefined ? 50 : faults.indexOf(worst)
  return supplies.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      a.place.name.localeCompare(b.place.name, 'zh') ||
      a.name.localeCompare(b.name, 'zh') ||
      (a.number < b.number ? -1 : 1),
  )
}
