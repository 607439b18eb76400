/** Turns a row of a list into the incident of the past that it was: its id, and what it says. */
import { canonical } from '../canonical.ts'
import { refuse, type Refusal } from '../decision.ts'
import type { ImportIncident } from '../incident/record/commands.ts'
import { unknownType } from '../incident/record/refusals.ts'
import type { Category, IncidentType } from '../plan/plan.ts'
import { localized } from '../text.ts'
import { uuidOf } from '../uuid-of.ts'

/**
 * Rows of one file at the same instant and place are told apart by their number: 1, 2, … in the
 * order of the file.
 */
export type RowKey = { occurredAt: number; place: string; nth: number }

/**
 * The incident that a row becomes: the same row has the same one, however often and from whichever
 * file it comes. `withdrawals`: how often an incident of that row was withdrawn before. `digest`:
 * SHA-256 in hex. Nothing personal is in it.
 */
export function incidentIdOf(
  { occurredAt, place, nth }: RowKey,
  withdrawals: number,
  digest: (text: string) => string,
): string {
  return uuidOf(digest(canonical([occurredAt, place.trim(), nth, withdrawals])))
}

/** What a row says, its personal values sealed. A field that is absent was not said. */
export type PastRow = RowKey &
  Pick<ImportIncident, 'narrative' | 'reporter' | 'area'> & {
    address?: ImportIncident['place'] // in place of the one that it is known by
    row: number
    receivedAt?: number | null | undefined
    type?: string | null | undefined
    category?: string | null | undefined
    level?: number | null | undefined
    severity?: ImportIncident['severity'] | undefined
    channel?: string | null | undefined
    casualties?:
      { readonly [K in keyof ImportIncident['casualties']]?: number | undefined } | null | undefined
    loss?: number | null | undefined
    moments?:
      { readonly [K in keyof ImportIncident['moments']]?: number | undefined } | null | undefined
    falseReport?: boolean | undefined
    drill?: boolean | undefined
  }

/** The types and categories that the site has. */
export type KnownKinds = { types: readonly IncidentType[]; categories: readonly Category[] }

const unknownCategory = (code: string): Refusal =>
  refuse('unknown-category', localized(`没有事件类别“${code}”`, `There is no category "${code}"`))

/** A refusal of one row, with its number in the file. */
export const atRow = (row: number, { code, message }: Refusal): Refusal =>
  refuse(code, localized(`第${row}行：${message.zh}`, `Row ${row}: ${message.en}`), [String(row)])

const known = <K extends string>(
  numbers: { readonly [P in K]?: number | undefined } | null | undefined,
): Partial<Record<K, number>> =>
  Object.fromEntries(
    Object.entries(numbers ?? {}).filter(([, number]) => number !== undefined),
  ) as Partial<Record<K, number>>

/**
 * The command that imports the incident of a row. Refusals: `unknown-type`, `unknown-category`, if
 * the site does not have what the row says.
 */
export function importCommandOf(
  row: PastRow,
  source: { importId: string; fileName: string },
  { types, categories }: KnownKinds,
): ImportIncident | Refusal {
  const type = row.type ? types.find(({ code }) => code === row.type) : null
  if (type === undefined) return unknownType(row.type ?? '')
  const category = row.category || null
  if (category !== null && !categories.some(({ code }) => code === category))
    return unknownCategory(category)
  return {
    type: 'ImportIncident',
    source: { ...source, row: row.row },
    incidentType: type && { code: type.code, category: type.category, legal: type.legal },
    category,
    place: row.address ?? row.place,
    ...(row.area === undefined ? {} : { area: row.area }),
    occurredAt: row.occurredAt,
    receivedAt: row.receivedAt ?? null,
    narrative: row.narrative,
    reporter: row.reporter,
    channel: row.channel ?? null,
    level: row.level ?? null,
    severity: row.severity ?? null,
    state: row.falseReport ? 'falseReport' : 'archived',
    drill: row.drill ?? false,
    moments: known(row.moments),
    casualties: known(row.casualties),
    loss: row.loss ?? null,
  }
}
