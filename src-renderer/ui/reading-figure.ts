/**
 * Where everything stands in the drawing of a panel and its farthest reader: to scale, in metres,
 * from the upper left corner. Beside the panel stands a person, by whom its size is seen.
 */
import type { Panel } from '#shared/domain/walls/calibration.ts'
import { densityOf, heightsOf, shapeOf } from '#shared/domain/walls/density.ts'

export type Box = { x: number; y: number; width: number; height: number }
export type ReadingFigure = {
  width: number
  height: number
  floor: number // y of the floor
  panel: Box
  texts: readonly Box[] // of header and rows, as large as they stand on the panel
  people: readonly string[] // paths: beside the panel, and the reader
  eye: { x: number; y: number }
  wall: number // x of the panel's edge, from where the distance counts
  far: number | null // x up to which it is read, where the reader is beyond
}

const PERSON = 1.7
const EYE = 1.6
/** Half of the width that a person takes. */
const HALF = 0.24
const GAP = 0.22
/** The middle of a panel hangs at the height of eyes; a large one stands on the skirting. */
const MIDDLE = 1.55
const SKIRTING = 0.3
const HEAD_ROOM = 0.1

/** A person who stands at x: head and body, as on a plan of a house. */
function personAt(x: number, floor: number): string {
  const y = (height: number): number => floor - height
  const head = 0.115
  const neck = y(PERSON - 2 * head)
  return [
    `M ${x - head} ${neck + head * -1} a ${head} ${head} 0 1 1 ${2 * head} 0`,
    `a ${head} ${head} 0 1 1 ${-2 * head} 0 Z`,
    `M ${x - HALF} ${y(1.42)} H ${x + HALF} V ${y(0.82)} H ${x + 0.15} V ${floor} H ${x + 0.03}`,
    `V ${y(0.75)} H ${x - 0.03} V ${floor} H ${x - 0.15} V ${y(0.82)} H ${x - HALF} Z`,
  ].join(' ')
}

/** Header, footer and rows of a page with text of `unit` mm, in metres from the panel's corner. */
function textsOn({ width, height }: Panel, unit: number): Box[] {
  const [across, down] = [width / unit, height / unit]
  const density = densityOf(across, down)
  const shape = shapeOf(across, down)
  const { chrome, lead, row } = heightsOf(density, shape)
  const fitting = Math.max(0, Math.floor((down - chrome - lead) / row))
  const rows = Math.min(3, fitting)
  const top = shape === 'portrait' ? 200 : 100
  const margin = 48
  const figure = Math.min(420, across * 0.3)
  const entry = (y: number, large: boolean): Box[] => [
    { x: margin + 132, y: y + 40, width: (across - figure) * 0.5, height: large ? 80 : 62 },
    { x: margin + 132, y: y + (large ? 150 : 124), width: (across - figure) * 0.36, height: 45 },
    { x: margin, y: y + 40, width: 90, height: 90 },
    {
      ...{ x: across - margin - figure, y: y + 44 },
      ...{ width: figure, height: large ? 130 : 92 },
    },
  ]
  const boxes = [
    { x: margin, y: 22, width: across * 0.3, height: 50 },
    { x: across - margin - 230, y: 22, width: 230, height: 56 },
    ...entry(top, true),
    ...Array.from({ length: rows }, (_, i) => entry(top + lead + i * row, false)).flat(),
    { x: margin, y: down - 78, width: across * 0.44, height: 45 },
  ]
  const metres = unit / 1_000
  return boxes.map((box) => ({
    x: box.x * metres,
    y: box.y * metres,
    width: box.width * metres,
    height: box.height * metres,
  }))
}

/**
 * @param distance of the farthest reader, m
 * @param unit of the text on the panel, mm
 * @param most how far it is read at the most, m
 */
export function readingFigure(
  panel: Panel,
  { distance, unit, most }: { distance: number; unit: number; most: number },
): ReadingFigure {
  const [width, height] = [panel.width / 1_000, panel.height / 1_000]
  const bottom = Math.max(SKIRTING, MIDDLE - height / 2)
  const floor = Math.max(PERSON, bottom + height) + HEAD_ROOM
  const left = 2 * HALF + GAP
  const wall = left + width
  const reader = wall + distance
  const box = { x: left, y: floor - bottom - height, width, height }
  return {
    width: reader + HALF + 0.02,
    height: floor + 0.04,
    floor,
    panel: box,
    texts: textsOn(panel, unit).map((text) => ({
      ...text,
      x: box.x + text.x,
      y: box.y + text.y,
    })),
    people: [personAt(HALF, floor), personAt(reader, floor)],
    eye: { x: reader, y: floor - EYE },
    wall,
    far: distance > most ? wall + most : null,
  }
}
