/** The requests of the register of places: halls, floors, rooms and estates. */
import { z } from 'zod'
import {
  MOST_SVG_LENGTH,
  type FloorDrawing,
  type FloorShape,
} from '../domain/floor-plan/drawing.ts'
import type { Spots } from '../domain/floor-plan/spots.ts'
import type { ImportedRow } from '../domain/imported-row.ts'
import { PLACE_KINDS, type PlaceKind } from '../domain/places/place.ts'
import type { Words } from '../domain/history/words.ts'
import { saying } from './dates.ts'
import { Id, Nothing, reply, Short, type Empty } from './parts.ts'
import { defineRequest } from './request.ts'

const Size = z.int().min(0).max(10_000_000)

/** More than a place can have: how many these are the register says in words. */
const MOST_ALIASES = 100

/** It is shown to everybody at the desk, so that it may hold no password. */
const ADDRESS = /^(?:https?|rtsp):\/\/[^\s/@?#]+(?:[/?#]\S*)?$/i
const Camera = Short.refine(
  (address) => ADDRESS.test(address),
  saying(
    '须是http、https或rtsp地址，且不带用户名和密码',
    'must be an http, https or rtsp address without user name and password',
  ),
)

/**
 * The whole place: what is left out it has not. Without `id` it is a new one. `size`: people or
 * customers; `within`: the place that it lies in; `property`: a contact, its property firm;
 * `contactPost`: the post that has its contact person in every shift.
 */
const place = z.strictObject({
  id: Id.nullish(),
  name: Short,
  kind: z.enum(PLACE_KINDS),
  size: Size.nullish(),
  within: Id.nullish(),
  aliases: z.array(Short).max(MOST_ALIASES).nullish(),
  area: Short.nullish(),
  private: z.boolean().nullish(),
  camera: Camera.nullish(),
  property: Id.nullish(),
  contactPost: Id.nullish(),
})

/**
 * A row of a list as offices keep it; `row` as a person counts the rows of the file. `kind`,
 * `within`, `property` and `contactPost` as they are written there: the name of a kind, of a place
 * (of the register or of the list), of a contact, of a post. A place that goes by the name already
 * is the same one.
 */
const placeRow = z.strictObject({
  row: z.int().min(1).max(1_048_576),
  name: Short,
  kind: Short.nullish(),
  size: Size.nullish(),
  within: Short.nullish(),
  aliases: z.array(Short).max(MOST_ALIASES).nullish(),
  area: Short.nullish(),
  private: z.boolean().nullish(),
  property: Short.nullish(),
  contactPost: Short.nullish(),
})

/** `within`, `property`, `contactPost`: ids; these, `area` and `camera`: null without any. */
export type PlaceRead = {
  id: string
  name: string
  kind: PlaceKind
  size: number | null
  within: string | null
  aliases: readonly string[]
  area: string | null
  private: boolean
  camera: string | null
  property: string | null
  contactPost: string | null
  floorPlan?: true // it has one
  words: Words // by which it is found
}

/**
 * The floor plan of a place: its shapes, the places of the register and the signs on it; all as
 * plain numbers, in the units of `box`.
 */
export type FloorPlanRead = Omit<Spots, 'unmatched'> & {
  placeId: string
  name: string // of the place
  at: number // when it was set, UTC ms
  box: FloorDrawing['box']
  shapes: readonly Omit<FloorShape, 'names' | 'box'>[]
}

export const placeRequests = {
  /** In the order in which they were entered. */
  'places/read': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<{ places: readonly PlaceRead[] }>(),
  }),
  'places/set': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    exclusive: true,
    input: place,
    reply: reply<{ id: string }>(),
  }),
  'places/remove': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    exclusive: true,
    input: z.strictObject({ id: Id }),
    reply: reply<Empty>(),
  }),
  /** All rows or none. `preview`: says what would become of each and records nothing. */
  'places/import': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    large: true,
    exclusive: true,
    input: z.strictObject({
      rows: z.array(placeRow).min(1).max(2000),
      preview: z.boolean().nullish(),
    }),
    reply: reply<{ rows: readonly ImportedRow[] }>(),
  }),
  /** `unmatched`: what is called something there that is neither a place nor a sign. */
  'places/plan-read': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: z.strictObject({ placeId: Id }),
    reply: reply<(FloorPlanRead & Pick<Spots, 'unmatched'>) | null>(),
  }),
  /** `svg`: the text of the file. Of it shapes and names are taken over and nothing else. */
  'places/plan-set': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    large: true,
    exclusive: true,
    input: z.strictObject({ placeId: Id, svg: z.string().max(MOST_SVG_LENGTH) }),
    reply: reply<Empty>(),
  }),
  'places/plan-remove': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    exclusive: true,
    input: z.strictObject({ placeId: Id }),
    reply: reply<Empty>(),
  }),
}
