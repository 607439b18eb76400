/** Reckons where the shapes of a drawing lie: transforms as matrices, and the box around each. */

export type Point = readonly [x: number, y: number]
/** As SVG writes it: a b c d e f. */
export type Matrix = readonly [number, number, number, number, number, number]
export type Box = readonly [x: number, y: number, width: number, height: number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi

/** All numbers of a list of numbers; null where something else stands in it. */
export function numbersIn(text: string): number[] | null {
  if (text.replace(NUMBER, '').replaceAll(/[\s,]/g, '') !== '') return null
  const numbers = (text.match(NUMBER) ?? []).map(Number)
  return numbers.every(Number.isFinite) ? numbers : null
}

/** First `inner`, then `outer`. */
export const times = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
]

const moved = ([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point => [
  a * x + c * y + e,
  b * x + d * y + f,
]

const radians = (degrees: number): number => (degrees * Math.PI) / 180

function matrixOf(name: string, values: readonly number[]): Matrix | null {
  const [a = 0, b, c] = values
  const rotation = (): Matrix => [
    ...([Math.cos(radians(a)), Math.sin(radians(a))] as const),
    ...([-Math.sin(radians(a)), Math.cos(radians(a)), 0, 0] as const),
  ]
  if (name === 'matrix') return values.length === 6 ? (values as unknown as Matrix) : null
  if (name === 'translate') return [1, 0, 0, 1, a, b ?? 0]
  if (name === 'scale') return [a, 0, 0, b ?? a, 0, 0]
  if (name === 'skewX') return [1, 0, Math.tan(radians(a)), 1, 0, 0]
  if (name === 'skewY') return [1, Math.tan(radians(a)), 0, 1, 0, 0]
  if (b === undefined || c === undefined) return rotation()
  return times(times([1, 0, 0, 1, b, c], rotation()), [1, 0, 0, 1, -b, -c])
}

const TRANSFORM = /(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^()]*)\)/g

/** The matrix of a `transform`; null where it is none that can be read. */
export function transformIn(text: string): Matrix | null {
  if (text.replace(TRANSFORM, '').replaceAll(/[\s,]/g, '') !== '') return null
  let matrix = IDENTITY
  for (const [, name = '', list = ''] of text.matchAll(TRANSFORM)) {
    const values = numbersIn(list)
    const next = values && matrixOf(name, values)
    if (!next) return null
    matrix = times(matrix, next)
  }
  return matrix
}

/** The box around points, each moved by the matrix; null without any. */
export function boxAround(points: readonly Point[], matrix: Matrix): Box | null {
  const all = points.map((point) => moved(matrix, point))
  const [first] = all
  if (!first) return null
  let [left, top, right, bottom] = [first[0], first[1], first[0], first[1]]
  for (const [x, y] of all) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return [left, top, right - left, bottom - top]
}

/** The box around boxes; null without any. */
export const boxAroundAll = (boxes: readonly Box[]): Box | null =>
  boxAround(
    boxes.flatMap(([x, y, width, height]): Point[] => [
      [x, y],
      [x + width, y + height],
    ]),
    IDENTITY,
  )

/** How many numbers a command of a path takes. */
const TAKES: Readonly<Record<string, number>> = {
  ...{ m: 2, l: 2, t: 2, h: 1, v: 1, c: 6, s: 4, q: 4, a: 7, z: 0 },
}

const PART = NUMBER.source
/** An arc after the other: its two flags may stand without anything between or behind them. */
const ARCS = new RegExp(
  [PART, PART, PART, '[01]', '[01]', PART, PART].map((part) => `(${part})`).join('[\\s,]*'),
  'gi',
)

/**
 * The points that a path goes through or bends by; null where it is no path. A curve lies within
 * them, an arc near its ends.
 */
export function pointsOfPath(d: string): readonly Point[] | null {
  const points: Point[] = []
  let [x, y] = [0, 0]
  let start: Point = [0, 0]
  let isFirst = true
  if (/[^\s,.\dA-Za-z+-]/.test(d)) return null
  for (const [, command = '', list = ''] of d.matchAll(/([A-DF-Za-df-z])([^A-DF-Za-df-z]*)/g)) {
    const name = command.toLowerCase()
    const takes = TAKES[name]
    const spaced = name === 'a' ? list.replace(ARCS, '$1 $2 $3 $4 $5 $6 $7 ') : list
    const values = numbersIn(spaced)
    if (takes === undefined || !values || (isFirst && name !== 'm')) return null
    if (takes === 0 ? values.length > 0 : values.length === 0 || values.length % takes !== 0)
      return null
    if (takes === 0) [x, y] = start
    const isRelative = command === name
    for (let at = 0; at < values.length; at += takes) {
      const part = values.slice(at, at + takes)
      const [fromX, fromY] = isRelative ? [x, y] : [0, 0]
      if (name === 'h') x = fromX + (part[0] ?? 0)
      else if (name === 'v') y = fromY + (part[0] ?? 0)
      else {
        const pairs = name === 'a' ? part.slice(5) : part
        for (let pair = 0; pair < pairs.length; pair += 2)
          points.push([fromX + (pairs[pair] ?? 0), fromY + (pairs[pair + 1] ?? 0)])
        ;[x, y] = points.at(-1) ?? [x, y]
      }
      points.push([x, y])
      if (name === 'm' && at === 0) start = [x, y]
    }
    isFirst = false
  }
  return points.length > 0 ? points : null
}
