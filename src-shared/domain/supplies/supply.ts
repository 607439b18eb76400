/**
 * A supply (应急物资) as it stands: what it is, where, who keeps it, how much there is of each batch,
 * what was issued and has not come back (S02-20, S05-06, S07-07).
 */
import type { ActionOwner } from '../corrective-action/action.ts'
import type { Sealed } from '../sealed.ts'
import { localized, type LocalizedText } from '../text.ts'

/**
 * The kinds of things that the plans of the source name (seed rows S03-04, S05-06, S07-07, S09-85,
 * S09-126). GB/T 38565-2020 classifies and codes supplies; its codes are not used here.
 */
export const SUPPLY_CLASSES = [
  'fire',
  'gas',
  'power',
  'communication',
  'evacuation',
  'medical',
  'living',
  'hall',
  'tool',
  'surveillance',
  'other',
] as const
export type SupplyClass = (typeof SUPPLY_CLASSES)[number]

export const CLASS_NAMES: Readonly<Record<SupplyClass, LocalizedText>> = {
  fire: localized('消防器材', 'Fire fighting'),
  gas: localized('气体检测', 'Gas detection'),
  power: localized('电源照明', 'Power and light'),
  communication: localized('通讯设备', 'Communication'),
  evacuation: localized('疏散引导', 'Evacuation'),
  medical: localized('药品急救', 'Medical'),
  living: localized('生活物资', 'Living'),
  hall: localized('营业厅物料', 'Hall material'),
  tool: localized('维修工具', 'Tools'),
  surveillance: localized('监控取证', 'Surveillance'),
  other: localized('其他', 'Other'),
}

/** A place of the register, with its name as it was then, or one in words (`id` null). */
export type SupplyPlace = { id: string | null; name: string }

/**
 * What is entered of it. `spot`: where exactly, within the place. `minimum`: how much there must be
 * at least, in its unit. `checkMonths`: after how many months it is checked or serviced again.
 * `conditions`: for what, and how, it may be used. Null: not entered.
 */
export type SupplyDetails = {
  name: string
  class: SupplyClass
  model: string | null
  unit: string
  place: SupplyPlace
  spot: string | null
  keeper: ActionOwner | null
  minimum: number | null
  checkMonths: number | null
  conditions: string | null
}

/** The batch of what has neither a number nor an expiry. */
export const PLAIN_BATCH = '0'

/** `expiry`: the last local day on which it may be used. `count` in the unit of the supply. */
export type Batch = { id: string; number: string | null; expiry: string | null; count: number }

/** So much of a batch: more of it (above 0) or less. */
export type Part = { batchId: string; count: number }

/** The incident that something was issued for; `drill`: it was one, and nothing of it is real. */
export type IssueFor = {
  incidentId: string
  planId: string | null
  stepId: string | null
  drill: boolean
}

/**
 * What was handed out at once: of which batches, to whom, for what. What neither came back nor was
 * consumed is still out. `at` in UTC ms.
 */
export type SupplyIssue = {
  id: string
  at: number
  by: string
  parts: readonly Part[]
  returned: readonly Part[]
  consumed: number
  to: Sealed
  words: Sealed | null
  for: IssueFor | null
}

export const DISPOSALS = ['expired', 'broken', 'lost', 'other'] as const
export type Disposal = (typeof DISPOSALS)[number]

/**
 * What changed the stock, or the standing of what was issued (`consumed`). `parts`: by how much,
 * batch by batch; `count` of it in all, never below 0. `entered`: the stock with which it came into
 * the register. `disposal`: why it was taken out for good. `drill`: in a drill.
 */
export type Movement = {
  id: string
  at: number
  by: string
  kind: 'entered' | 'received' | 'issued' | 'returned' | 'consumed' | 'disposed' | 'booked'
  parts: readonly Part[]
  count: number
  issueId: string | null
  disposal: Disposal | null
  drill: boolean
}

/** A check or service: `ok` false, it cannot be used until the next one has passed it. */
export type SupplyCheck = {
  id: string
  at: number
  by: string
  ok: boolean
  person: Sealed
  words: Sealed | null
}

/**
 * `number`: as it stands on its label. `version`: events of the stream when this was folded.
 * `withdrawn`: when it left the register (UTC ms), null while it is in it.
 */
export type Supply = SupplyDetails & {
  id: string
  version: number
  number: string
  enteredAt: number
  enteredBy: string
  batches: readonly Batch[]
  issues: readonly SupplyIssue[]
  movements: readonly Movement[]
  checks: readonly SupplyCheck[]
  withdrawn: number | null
}

/** Thousandths are the finest that a quantity can have. */
export const rounded = (count: number): number => Math.round(count * 1000) / 1000

export const sumOf = (parts: readonly { count: number }[]): number =>
  rounded(parts.reduce((sum, { count }) => sum + count, 0))

/** How much of it is at its place. */
export const stockOf = ({ batches }: Pick<Supply, 'batches'>): number => sumOf(batches)

/** From the day after its expiry on. `today`: local date of the site. */
export const isExpired = ({ expiry }: Pick<Batch, 'expiry'>, today: string): boolean =>
  expiry !== null && expiry < today

/** How much of it may be used today. */
export const usableOf = ({ batches }: Pick<Supply, 'batches'>, today: string): number =>
  sumOf(batches.filter((batch) => !isExpired(batch, today)))

/** How much of what was issued is neither back nor consumed. */
export const outstandingOf = ({ parts, returned, consumed }: SupplyIssue): number =>
  rounded(sumOf(parts) - sumOf(returned) - consumed)

/** What is out, the first that was issued in front. */
export const openIssues = ({ issues }: Pick<Supply, 'issues'>): readonly SupplyIssue[] =>
  issues.filter((issue) => outstandingOf(issue) > 0)

/** The last check says that it cannot be used. */
export const isUnfit = ({ checks }: Pick<Supply, 'checks'>): boolean => checks.at(-1)?.ok === false

/** Fewer usable ones than there must be. */
export const isShort = (supply: Pick<Supply, 'batches' | 'minimum'>, today: string): boolean =>
  supply.minimum !== null && usableOf(supply, today) < supply.minimum

/**
 * Which batches so much is taken from: what expires first goes first, and nothing that has expired.
 * Null: there is not so much.
 */
export function takenFrom(
  { batches }: Pick<Supply, 'batches'>,
  count: number,
  today: string,
): readonly Part[] | null {
  const usable = batches
    .filter((batch) => batch.count > 0 && !isExpired(batch, today))
    .sort((a, b) => ((a.expiry ?? '~') < (b.expiry ?? '~') ? -1 : 1))
  if (sumOf(usable) < count) return null
  const parts: Part[] = []
  let left = count
  for (const batch of usable) {
    if (left <= 0) break
    const part = Math.min(batch.count, left)
    parts.push({ batchId: batch.id, count: part })
    left = rounded(left - part)
  }
  return parts
}

/** To which batches so much of an issue comes back: the last taken first. */
export function givenBack(issue: SupplyIssue, count: number): readonly Part[] {
  const parts: Part[] = []
  let left = count
  for (const { batchId, count: taken } of issue.parts.toReversed()) {
    const back = sumOf(issue.returned.filter((part) => part.batchId === batchId))
    const part = Math.min(rounded(taken - back), left)
    if (part <= 0) continue
    parts.push({ batchId, count: part })
    left = rounded(left - part)
  }
  return parts
}

/** The batches once these parts are added; a batch that they alone name has no number. */
export function withParts(batches: readonly Batch[], parts: readonly Part[]): readonly Batch[] {
  const after = new Map(batches.map((batch) => [batch.id, batch]))
  for (const { batchId, count } of parts) {
    const batch = after.get(batchId) ?? { id: batchId, number: null, expiry: null, count: 0 }
    after.set(batchId, { ...batch, count: rounded(batch.count + count) })
  }
  return [...after.values()]
}

/** How many turns of it were recorded by its id: it holds for one state of the stream only. */
const turnOf = (id: string): number => Number(id.slice(1))

/** The last movement or check, whichever came later; null while there is none but its entry. */
export function lastTurn({
  movements,
  checks,
}: Pick<Supply, 'movements' | 'checks'>): Movement | SupplyCheck | null {
  const [movement, check] = [movements.at(-1) ?? null, checks.at(-1) ?? null]
  const last =
    movement && check ? (turnOf(movement.id) > turnOf(check.id) ? movement : check) : null
  const turn = last ?? movement ?? check
  return turn && 'kind' in turn && turn.kind === 'entered' ? null : turn
}

/** Nothing of it was recorded since. */
export const isLatest = ({ version }: Pick<Supply, 'version'>, { id }: { id: string }): boolean =>
  turnOf(id) === version

/** The id of the turn that the next event is. */
export const nextTurnId = ({ version }: Pick<Supply, 'version'>): string => `t${version + 1}`
