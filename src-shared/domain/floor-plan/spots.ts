/** Finds on the drawing of a floor the places of the register, and the signs that save lives. */
import { spelled, spelledCalls } from '../places/known.ts'
import type { RegisteredPlace } from '../places/place.ts'
import { localized, type LocalizedText } from '../text.ts'
import type { FloorDrawing, FloorShape } from './drawing.ts'
import { boxAroundAll, type Box } from './geometry.ts'

export const SIGN_KINDS = ['exit', 'extinguisher', 'hydrant', 'assembly'] as const
export type SignKind = (typeof SIGN_KINDS)[number]

export const SIGN_NAMES: Readonly<Record<SignKind, LocalizedText>> = {
  exit: localized('安全出口', 'Exit'),
  extinguisher: localized('灭火器', 'Extinguisher'),
  hydrant: localized('消火栓', 'Hydrant'),
  assembly: localized('集合点', 'Assembly point'),
}

/** How the signs are called in a file: an id or a class that begins so. */
const CALLED: Readonly<Record<SignKind, RegExp>> = {
  exit: /^(?:exit|安全出口|疏散出口|出口)/i,
  extinguisher: /^(?:extinguisher|fire-?extinguisher|灭火器)/i,
  hydrant: /^(?:hydrant|fire-?hydrant|(?:室内|室外)?(?:消火栓|消防栓))/i,
  assembly: /^(?:assembly|muster|集合点|集结点)/i,
}

/** `shapes`: which of the drawing; `covers`: ids of the place and of all that lie in it. */
export type Spot = {
  placeId: string
  name: string
  covers: readonly string[]
  shapes: readonly number[]
  box: Box
}
export type Sign = { kind: SignKind; shapes: readonly number[]; box: Box }
/** `unmatched`: names in the file that are neither a place nor a sign. */
export type Spots = {
  spots: readonly Spot[]
  signs: readonly Sign[]
  unmatched: readonly string[]
}

/** As programs name what nobody has named. */
const BY_ITSELF = new RegExp(
  '^(?:svg|g|path|rect|circle|ellipse|line|polyline|polygon|text|tspan|use|layer|group|shape|object' +
    '|walls?|doors?|windows?|stairs?|outline|background|furniture' +
    '|图层|编组|路径|矩形|形状|底图|墙体?|门|窗|楼梯)?[-_ ]*[\\d-]*$',
  'i',
)

const isClass = (name: string): boolean => name.startsWith('.')

function signOf({ names }: FloorShape): { kind: SignKind; element: number } | null {
  for (const { element, name } of names) {
    const bare = isClass(name) ? name.slice(1) : name
    const kind = SIGN_KINDS.find((each) => CALLED[each].test(bare))
    if (kind) return { kind, element }
  }
  return null
}

const covers = (id: string, register: readonly RegisteredPlace[]): readonly string[] => [
  id,
  ...register.flatMap((place) => (place.within === id ? covers(place.id, register) : [])),
]

const around = (boxes: readonly (readonly number[])[]): Box =>
  boxAroundAll(boxes as unknown as readonly Box[]) ?? [0, 0, 0, 0]

/**
 * A shape is of the place that the nearest of its names is: by its id, its name or an alias,
 * whatever the blanks and underscores in it.
 */
export function spotsOn({ shapes }: FloorDrawing, register: readonly RegisteredPlace[]): Spots {
  const byCall = new Map<string, RegisteredPlace>()
  for (const place of register)
    for (const call of [spelled(place.id), ...spelledCalls(place)])
      if (!byCall.has(call)) byCall.set(call, place)
  const placeOf = (name: string): RegisteredPlace | undefined =>
    isClass(name)
      ? undefined
      : (byCall.get(spelled(name)) ?? byCall.get(spelled(name.replaceAll('_', ''))))

  const boxOf = (indexes: readonly number[]): Box =>
    around(indexes.flatMap((index) => [shapes[index]?.box ?? []]))
  const ofPlace = new Map<RegisteredPlace, number[]>()
  const ofSign = new Map<number, { kind: SignKind; shapes: number[] }>()
  const unmatched = new Set<string>()
  for (const [index, shape] of shapes.entries()) {
    const sign = signOf(shape)
    if (sign) {
      const known = ofSign.get(sign.element)
      if (known) known.shapes.push(index)
      else ofSign.set(sign.element, { kind: sign.kind, shapes: [index] })
      continue
    }
    const named = shape.names.map(({ name }) => placeOf(name)).find((place) => place !== undefined)
    if (named) ofPlace.set(named, [...(ofPlace.get(named) ?? []), index])
    else {
      const name = shape.names.find((each) => !isClass(each.name) && !BY_ITSELF.test(each.name))
      if (name) unmatched.add(name.name)
    }
  }
  return {
    spots: [...ofPlace].map(([place, indexes]) => ({
      ...{ placeId: place.id, name: place.name, covers: covers(place.id, register) },
      shapes: indexes,
      box: boxOf(indexes),
    })),
    signs: [...ofSign.values()].map((sign) => ({ ...sign, box: boxOf(sign.shapes) })),
    unmatched: [...unmatched],
  }
}

/** The smallest spot that a place is or lies in; null: it is not on the drawing. */
export const spotOf = (placeId: string | undefined, spots: readonly Spot[]): Spot | null =>
  spots
    .filter((spot) => placeId !== undefined && spot.covers.includes(placeId))
    .reduce<Spot | null>(
      (nearest, spot) => (nearest && nearest.covers.length <= spot.covers.length ? nearest : spot),
      null,
    )
