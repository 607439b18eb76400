/**
 * A checklist (检查表) as it stands: what is looked at, at which points, how often, and by whom. Each
 * version stays, since what was checked by it is read by it.
 */
import * as is from '../form.ts'
import { isActionOwner, type ActionOwner } from '../corrective-action/action.ts'
import type { Sealed } from '../sealed.ts'
import type { LocalizedText } from '../text.ts'

/** patrol: a round with points; event: before a conference or another occasion. */
export const CHECKLIST_KINDS = ['site', 'patrol', 'equipment', 'event'] as const
export type ChecklistKind = (typeof CHECKLIST_KINDS)[number]

export const ITEM_KINDS = ['yes-no', 'number', 'words'] as const
export type ItemKind = (typeof ITEM_KINDS)[number]

/**
 * What is looked at. yes-no: yes is good. number: good from `min` to `max`, both included and in
 * `unit`; null: no bound. words: always good. `critical`: if it fails, it is an incident. `photo`:
 * a picture is wanted. `id` stays as long as the item does.
 */
export type CheckItem = {
  id: string
  text: LocalizedText
  kind: ItemKind
  unit: LocalizedText | null
  min: number | null
  max: number | null
  critical: boolean
  photo: boolean
}

/** A point of a round: `code` is what its QR code says, `placeId` of the register. */
export type CheckPoint = {
  id: string
  name: LocalizedText
  code: string
  placeId: string | null
}

export const ON_DAYS = ['all', 'workdays'] as const
export type OnDays = (typeof ON_DAYS)[number]

/**
 * How often. round: every so many minutes while open, `from` to `to` (`HH:MM` in the site's zone, a
 * `to` at or before `from` lies on the next day). day: on each day until `until`. months: from the
 * last time on. event: before each occasion. hand: whenever somebody wants.
 */
export type Rhythm =
  | { every: 'round'; minutes: number; from: string; to: string; days: OnDays }
  | { every: 'day'; until: string; days: OnDays }
  | { every: 'months'; months: number }
  | { every: 'event' }
  | { every: 'hand' }

/**
 * That a policy of the site made the rhythm what it is. `chosen`: what the site had set for this
 * list, which it goes back to as far as a policy lets it; null: it goes by the policy.
 */
export type Ruled = { policyId: string; chosen: Rhythm | null }

/** What a version says. `at`: since when (UTC ms). `reason`: why it was changed. */
export type ChecklistVersion = {
  at: number
  by: string
  reason: Sealed | null
  name: LocalizedText
  kind: ChecklistKind
  items: readonly CheckItem[]
  points: readonly CheckPoint[]
  rhythm: Rhythm
  owner: ActionOwner | null
  reportsItself: boolean
  idleSince?: number // UTC ms: this one put the list back, which was out of use since then
  ruled?: Ruled
}

/**
 * `versions`: the first one first. `shippedId`: of the installation, which it was taken over from;
 * `source`: what that says of where it comes from. `version` counts the events.
 */
export type Checklist = {
  id: string
  version: number
  shippedId: string | null
  source: LocalizedText | null
  versions: readonly ChecklistVersion[]
  withdrawn: { at: number; by: string; reason: Sealed } | null
}

/** A checklist of the installation: as a site takes it over. Every one says its source. */
export type ShippedChecklist = Pick<
  ChecklistVersion,
  'name' | 'kind' | 'items' | 'rhythm' | 'reportsItself'
> & { id: string; source: LocalizedText }

/** What it says now. */
export const latest = ({ versions }: Pick<Checklist, 'versions'>): ChecklistVersion => {
  const last = versions.at(-1)
  if (!last) throw new Error('a checklist without a version')
  return last
}

/** The version by its number, counted from 1; the last one for a number that there is not. */
export const versionOf = (list: Pick<Checklist, 'versions'>, number: number): ChecklistVersion =>
  list.versions[number - 1] ?? latest(list)

/** What it said at an instant (UTC ms); null before there was any, and while it was out of use. */
export function versionAt(
  { versions, withdrawn }: Pick<Checklist, 'versions' | 'withdrawn'>,
  at: number,
): ChecklistVersion | null {
  const next = versions.find(({ at: since }) => since > at)
  const idleSince = next ? next.idleSince : withdrawn?.at
  return idleSince !== undefined && idleSince <= at
    ? null
    : (versions.findLast(({ at: since }) => since <= at) ?? null)
}

/** Those that are in use, in the order in which they were taken into it. */
export const inUse = (checklists: Iterable<Checklist>): readonly Checklist[] =>
  [...checklists]
    .filter(({ withdrawn }) => withdrawn === null)
    .sort((list, other) => (list.versions[0]?.at ?? 0) - (other.versions[0]?.at ?? 0))

const item = is.fields<CheckItem>({
  id: is.words,
  text: is.text,
  kind: is.oneOf(ITEM_KINDS),
  unit: is.orNull(is.text),
  min: is.orNull(is.number),
  max: is.orNull(is.number),
  critical: is.flag,
  photo: is.flag,
})
const point = is.fields<CheckPoint>({
  id: is.words,
  name: is.text,
  code: is.words,
  placeId: is.orNull(is.words),
})
type RhythmOf<E extends Rhythm['every']> = Extract<Rhythm, { every: E }>
const isRhythm = is.anyOf([
  is.fields<RhythmOf<'round'>>({
    every: is.oneOf(['round']),
    minutes: is.number,
    from: is.words,
    to: is.words,
    days: is.oneOf(ON_DAYS),
  }),
  is.fields<RhythmOf<'day'>>({
    every: is.oneOf(['day']),
    until: is.words,
    days: is.oneOf(ON_DAYS),
  }),
  is.fields<RhythmOf<'months'>>({ every: is.oneOf(['months']), months: is.number }),
  is.fields<RhythmOf<'event'>>({ every: is.oneOf(['event']) }),
  is.fields<RhythmOf<'hand'>>({ every: is.oneOf(['hand']) }),
])
const isVersion = is.fields<ChecklistVersion>({
  at: is.number,
  by: is.words,
  reason: is.orNull(is.sealed),
  name: is.text,
  kind: is.oneOf(CHECKLIST_KINDS),
  items: is.list(item),
  points: is.list(point),
  rhythm: isRhythm,
  owner: is.orNull(isActionOwner),
  reportsItself: is.flag,
  idleSince: is.maybe(is.number),
  ruled: is.maybe(is.fields<Ruled>({ policyId: is.words, chosen: is.orNull(isRhythm) })),
})

export const isChecklist: is.Form = is.fields<Checklist>({
  id: is.words,
  version: is.number,
  shippedId: is.orNull(is.words),
  source: is.orNull(is.text),
  versions: (value) => is.list(isVersion)(value) && (value as readonly unknown[]).length > 0,
  withdrawn: is.orNull(is.fields({ at: is.number, by: is.words, reason: is.sealed })),
})
