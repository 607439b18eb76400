/**
 * Makes of an SVG file the drawing of a floor: shapes with their numbers, and what they are called.
 * Nothing else of the file is kept, neither scripts nor styles nor addresses nor texts, and the
 * colours are the screen's own; so that a drawing can do nothing but be looked at.
 */
import {
  boxAround,
  boxAroundAll,
  IDENTITY,
  numbersIn,
  pointsOfPath,
  times,
  transformIn,
  type Box,
  type Matrix,
  type Point,
} from './geometry.ts'
import { readXml, type XmlElement } from './xml.ts'

/** The numbers that each kind of shape is drawn by. */
const SHAPES = {
  path: ['d'],
  rect: ['x', 'y', 'width', 'height', 'rx', 'ry'],
  circle: ['cx', 'cy', 'r'],
  ellipse: ['cx', 'cy', 'rx', 'ry'],
  line: ['x1', 'y1', 'x2', 'y2'],
  polyline: ['points'],
  polygon: ['points'],
} as const
export const SHAPE_TAGS = Object.keys(SHAPES) as (keyof typeof SHAPES)[]
export type ShapeTag = keyof typeof SHAPES

/**
 * `names`: what it and the groups around it are called, the nearest first, each with a number of
 * its element; a class begins with a dot. `box`: where it lies, in the drawing's own units.
 */
export type FloorShape = {
  tag: ShapeTag
  attributes: Readonly<Record<string, string>>
  matrix: readonly number[]
  names: readonly { element: number; name: string }[]
  box: readonly number[]
}
/** `box`: x, y, width and height of what is drawn. */
export type FloorDrawing = { box: readonly number[]; shapes: readonly FloorShape[] }

/** `leftOut`: the names of the elements that were not taken over, and how many of each. */
export type ReadDrawing = {
  drawing: FloorDrawing
  leftOut: readonly { name: string; count: number }[]
}

export const MOST_SHAPES = 8_000
/** As a request takes it. */
export const MOST_SVG_LENGTH = 900_000

const GROUPS: ReadonlySet<string> = new Set(['svg', 'g', 'a', 'switch'])
/** What says nothing that is drawn. */
const ASIDE: ReadonlySet<string> = new Set(['title', 'desc', 'metadata', 'defs', 'namedview'])

const localName = (name: string): string => name.slice(name.lastIndexOf(':') + 1)

/** As programs write what is no letter (`_x4E00_`), and a name that is there twice (`_1_`). */
const decoded = (name: string): string =>
  name
    .replaceAll(/_x([\dA-Fa-f]{2,5})_/g, (whole, code: string) => {
      const point = parseInt(code, 16)
      return point > 31 && point <= 0x10ffff ? String.fromCodePoint(point) : whole
    })
    .replace(/_\d+_$/, '')
    .trim()

function namesOf({ attributes, children }: XmlElement): readonly string[] {
  const labels = ['id', 'data-name', 'inkscape:label', 'serif:id'].flatMap(
    (key) => attributes.get(key) ?? [],
  )
  const titles = children.filter(({ name }) => localName(name) === 'title')
  const classes = (attributes.get('class') ?? '').split(/\s+/).map((each) => each && `.${each}`)
  return [...labels.map(decoded), ...titles.map(({ words }) => words.trim()), ...classes]
    .map((name) => name.slice(0, 100))
    .filter((name) => name !== '')
}

const isInvisible = ({ attributes }: XmlElement): boolean =>
  attributes.get('display') === 'none' ||
  attributes.get('visibility') === 'hidden' ||
  /(?:display\s*:\s*none|visibility\s*:\s*hidden)/.test(attributes.get('style') ?? '')

/** A number, also with its unit of the screen. */
function numberIn(text: string | undefined): number | null {
  const numbers = numbersIn((text ?? '').replace(/px\s*$/, ''))
  return numbers?.length === 1 ? (numbers[0] ?? null) : null
}

const pairs = (numbers: readonly number[]): readonly Point[] =>
  Array.from({ length: Math.floor(numbers.length / 2) }, (_, index): Point => {
    return [numbers[2 * index] ?? 0, numbers[2 * index + 1] ?? 0]
  })

/** The numbers of a shape as they are drawn, and its points; null where they make none. */
function shapeIn(
  tag: ShapeTag,
  { attributes }: XmlElement,
): { attributes: Record<string, string>; points: readonly Point[] } | null {
  if (tag === 'path') {
    const d = attributes.get('d') ?? ''
    const points = pointsOfPath(d)
    return points && { attributes: { d }, points }
  }
  if (tag === 'polyline' || tag === 'polygon') {
    const numbers = numbersIn(attributes.get('points') ?? '')
    return numbers && numbers.length >= 4
      ? { attributes: { points: numbers.join(' ') }, points: pairs(numbers) }
      : null
  }
  const values: Record<string, number> = {}
  for (const key of SHAPES[tag]) {
    const text = attributes.get(key)
    if (text === undefined || text === 'auto') continue
    const value = numberIn(text)
    if (value === null) return null
    values[key] = value
  }
  const { x = 0, y = 0, width = 0, height = 0, cx = 0, cy = 0, r = 0 } = values
  const { x1 = 0, y1 = 0, x2 = 0, y2 = 0, rx = r, ry = r } = values
  const corners: Readonly<Record<typeof tag, readonly Point[]>> = {
    rect: pairs([x, y, x + width, y, x, y + height, x + width, y + height]),
    circle: pairs([cx - r, cy - r, cx + r, cy + r]),
    ellipse: pairs([cx - rx, cy - ry, cx + rx, cy + ry]),
    line: pairs([x1, y1, x2, y2]),
  }
  const drawn = Object.entries(values).map(([key, value]) => [key, String(value)])
  return { attributes: Object.fromEntries(drawn), points: corners[tag] }
}

function viewOf({ attributes }: XmlElement): Box | null {
  const [x, y, width, height] = numbersIn(attributes.get('viewBox') ?? '') ?? []
  if (x !== undefined && y !== undefined && width && height && width > 0 && height > 0)
    return [x, y, width, height]
  const [w, h] = [numberIn(attributes.get('width')), numberIn(attributes.get('height'))]
  return w !== null && h !== null && w > 0 && h > 0 ? [0, 0, w, h] : null
}

const rounded = (numbers: readonly number[]): number[] =>
  numbers.map((each) => Math.round(each * 1_000) / 1_000)

/** Null where the text is no SVG that can be read, or has no shape in it. */
export function readDrawing(text: string): ReadDrawing | null {
  const root = text.length > MOST_SVG_LENGTH ? null : readXml(text)
  if (!root || localName(root.name) !== 'svg') return null
  const shapes: FloorShape[] = []
  const leftOut = new Map<string, number>()
  let elements = 0
  const leave = (name: string): void => void leftOut.set(name, (leftOut.get(name) ?? 0) + 1)

  function take(element: XmlElement, outer: Matrix, around: FloorShape['names']): void {
    const name = localName(element.name)
    if (ASIDE.has(name) || isInvisible(element)) return
    const matrix = transformIn(element.attributes.get('transform') ?? '')
    elements += 1
    const number = elements
    const names = [...namesOf(element).map((each) => ({ element: number, name: each })), ...around]
    if (matrix && GROUPS.has(name) && (name !== 'svg' || element === root)) {
      for (const child of element.children) take(child, times(outer, matrix), names)
      return
    }
    const tag = SHAPE_TAGS.find((each) => each === name)
    const shape = tag && matrix ? shapeIn(tag, element) : null
    const whole = times(outer, matrix ?? IDENTITY)
    const box = shape && boxAround(shape.points, whole)
    if (!tag || !shape || !box || ![...box, ...whole].every(Number.isFinite)) return leave(name)
    shapes.push({
      ...{ tag, attributes: shape.attributes, matrix: rounded(whole), names },
      box: rounded(box),
    })
  }
  take(root, IDENTITY, [])
  const box = viewOf(root) ?? boxAroundAll(shapes.map((shape) => shape.box as unknown as Box))
  if (!box || shapes.length === 0 || shapes.length > MOST_SHAPES) return null
  return {
    drawing: { box: rounded(box), shapes },
    leftOut: [...leftOut].map(([name, count]) => ({ name, count })),
  }
}
