/**
 * Reads the rows of a list of places as offices keep it, and decides what the register becomes: a
 * place that goes by the name already is the same one, and keeps what the row does not say.
 */
import type { ImportedRow } from '../imported-row.ts'
import { localized, type LocalizedText } from '../text.ts'
import { decidePlaces, type PlacesWorld } from './decide.ts'
import { placeCalled, spelled } from './known.ts'
import {
  PLACE_KIND_NAMES,
  PLACE_KINDS,
  registered,
  type PlaceKind,
  type RecordedPlace,
  type RegisteredPlace,
} from './place.ts'
import { placesStream, type PlacesEvent } from './stream.ts'

/** Texts as they are written in the list: names of a kind, of a place, of a contact. */
export type PlaceRow = {
  row: number
  name: string
  kind?: string | null | undefined
  size?: number | null | undefined
  within?: string | null | undefined
  aliases?: readonly string[] | null | undefined
  area?: string | null | undefined
  private?: boolean | null | undefined
  property?: string | null | undefined
  contactPost?: string | null | undefined
}

/** `named`: the contacts by their names as they are compared; `postCalled`: the post of a name. */
export type PlaceRowsWorld = PlacesWorld & {
  named: ReadonlyMap<string, string>
  postCalled: (name: string) => string | null
}

const unknownKind = (kind: string): LocalizedText =>
  localized(`没有“${kind}”这种地点`, `There is no kind of place "${kind}"`)
const unknownWithin = (name: string): LocalizedText =>
  localized(
    `所在地点“${name}”没有登记，表里也没有`,
    `It lies in "${name}", which neither the register nor the list has`,
  )
const unknownProperty = (name: string): LocalizedText =>
  localized(`通讯录里没有“${name}”`, `There is no contact "${name}"`)
const unknownPost = (name: string): LocalizedText =>
  localized(
    `没有“${name}”这个岗位：联络人写岗位名称，人按班次排`,
    `There is no post "${name}": the contact person is a post, filled shift by shift`,
  )
const TWICE = localized('表里前面已有这个地点', 'The list has this place in an earlier row')

const placeKind = (text: string): PlaceKind | undefined =>
  PLACE_KINDS.find((kind) =>
    [kind, PLACE_KIND_NAMES[kind].zh, PLACE_KIND_NAMES[kind].en]
      .map(spelled)
      .includes(spelled(text)),
  )

/** What the row makes of a place; a text says why it cannot be taken. */
function placeOf(
  row: PlaceRow,
  register: readonly RegisteredPlace[],
  { named, postCalled, newId }: PlaceRowsWorld,
): { place: RegisteredPlace; isNew: boolean } | LocalizedText {
  const kind = row.kind ? placeKind(row.kind) : null
  if (kind === undefined) return unknownKind(row.kind ?? '')
  const outer = row.within ? placeCalled(row.within, register) : null
  if (row.within && !outer) return unknownWithin(row.within)
  const property = row.property ? named.get(spelled(row.property)) : null
  if (property === undefined) return unknownProperty(row.property ?? '')
  const contactPost = row.contactPost ? postCalled(row.contactPost) : null
  if (row.contactPost && contactPost === null) return unknownPost(row.contactPost)
  const known = placeCalled(row.name, register)
  const before: RegisteredPlace = known ?? {
    ...{ id: newId(), name: row.name, size: null },
    ...{ kind: 'other', aliases: [] },
  }
  return {
    isNew: known === null,
    place: {
      ...before,
      size: row.size ?? before.size,
      aliases: [...before.aliases, ...(row.aliases ?? [])],
      ...(kind && { kind }),
      ...(outer && { within: outer.id }),
      ...(property && { property }),
      ...(contactPost && { contactPost }),
      ...(row.area && { area: row.area }),
      ...(row.private && { private: true as const }),
    },
  }
}

/**
 * Row by row, what becomes of it; `events`: all that follows, whatever the faulty rows are. A row
 * may lie in a place of any other row.
 */
export function decidePlaceRows(
  places: readonly RecordedPlace[] | null,
  rows: readonly PlaceRow[],
  world: PlaceRowsWorld,
): { rows: readonly ImportedRow[]; events: readonly PlacesEvent[] } {
  let state = places
  const events: PlacesEvent[] = []
  const outcomes = new Map<number, ImportedRow>()
  const listed = new Set(rows.map(({ name }) => spelled(name)))
  const taken = new Set<string>()

  function take(index: number, row: PlaceRow): void {
    const fault = (message: LocalizedText): void =>
      void outcomes.set(index, { row: row.row, outcome: 'refused', message })
    if (taken.has(spelled(row.name))) return fault(TWICE)
    const read = placeOf(row, registered(state ?? []), world)
    taken.add(spelled(row.name))
    if ('zh' in read) return fault(read)
    const decision = decidePlaces(state, { type: 'SetPlace', ...read }, world)
    if (!decision.ok) return fault(decision.message)
    const changes = decision.events.length > 0
    const outcome = !changes ? 'same' : read.isNew ? 'new' : 'changed'
    outcomes.set(index, { row: row.row, outcome, message: null })
    for (const event of decision.events)
      state = placesStream.evolve(state, { ...event, at: 0, by: '' })
    events.push(...decision.events)
  }

  const around = new Map(rows.map((row) => [row, spelled(row.within ?? '')]))
  /** Whether the place that it lies in is still to come. */
  function waits(row: PlaceRow): boolean {
    const outer = around.get(row) ?? ''
    return listed.has(outer) && !taken.has(outer)
  }
  let left = [...rows.entries()]
  for (let before = -1; left.length !== before;) {
    before = left.length
    const next = left.filter(([, row]) => !waits(row))
    for (const [index, row] of next) take(index, row)
    left = left.filter((entry) => !next.includes(entry))
  }
  for (const [index, row] of left) take(index, row) // they lie in each other
  return { rows: rows.flatMap((_row, index) => outcomes.get(index) ?? []), events }
}
