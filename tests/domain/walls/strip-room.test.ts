/**
 * Every usual panel at every distance that it takes: a cell for each incident, or a line that
 * counts it, beside a row that stands whole. Nobody is hidden by a reader who is far away.
 */
import { describe, expect, it } from 'vitest'
import { readingOf, type Panel } from '#shared/domain/walls/calibration.ts'
import { densityOf, heightsOf, shapeOf } from '#shared/domain/walls/density.ts'
import {
  PANEL_INCHES,
  PANEL_SHAPES,
  panelOf,
  type PanelShape,
} from '#shared/domain/walls/panels.ts'
import {
  LEAN_ROW,
  MOST_SLOTS,
  STRIP_LINE,
  stripHeight,
  stripRoomOf,
} from '#shared/domain/walls/strip-room.ts'

const panels = (Object.keys(PANEL_SHAPES) as PanelShape[]).flatMap((shape) =>
  PANEL_INCHES[shape].map((inches) => ({ shape, inches, panel: panelOf(inches, shape) })),
)
/** The panel in units, for a reader at so many metres. */
function unitsAt({ width, height }: Panel, metres: number): [across: number, down: number] {
  const { unit } = readingOf({ width, height }, metres, 'zh')
  return [width / unit, height / unit]
}
const distances = (most: number): number[] =>
  Array.from({ length: Math.floor(most * 10) - 9 }, (_, n) => 1 + n / 10)

/** The least that a row of that form stands in, in units. */
function leastRow(across: number, down: number): number {
  const [shape, density] = [shapeOf(across, down), densityOf(across, down)]
  return density === 'stacked' && shape === 'landscape'
    ? LEAN_ROW.single
    : heightsOf(density, shape).lead
}

describe.each(panels)('a panel of $inches inches, $shape', ({ panel }) => {
  const { most } = readingOf(panel, null, 'zh')

  it('has a cell for each of six at least, and a line for the others, at every distance', () => {
    for (const metres of distances(most)) {
      const strip = stripRoomOf(...unitsAt(panel, metres))
      expect({ metres, few: strip.slots < 6, many: strip.slots > MOST_SLOTS }).toEqual({
        ...{ metres, few: false, many: false },
      })
      expect(strip.lines).toBeGreaterThanOrEqual(Math.ceil(strip.slots / strip.columns) + 1)
      expect(strip.restRoom).toBeGreaterThanOrEqual(5) // 另有18起
    }
  })

  it('keeps the words of a cell whole or leaves them out, and never parts its line', () => {
    for (const metres of distances(most)) {
      const { placeRoom } = stripRoomOf(...unitsAt(panel, metres))
      expect(placeRoom === 0 || placeRoom >= 4).toBe(true)
    }
    expect(STRIP_LINE).toBeGreaterThan(45 * 1.26)
  })

  it('has a row beside a full strip', () => {
    for (const metres of distances(most)) {
      const [across, down] = unitsAt(panel, metres)
      const { chrome } = heightsOf(densityOf(across, down), shapeOf(across, down))
      const strip = stripRoomOf(across, down)
      const left = down - chrome - stripHeight(strip, strip.lines)
      expect({ metres, stands: left >= leastRow(across, down) }).toEqual({ metres, stands: true })
    }
  })
})

it('panels of 16:9, 4K, 9:16 and two side by side have twenty-four for near readers', () => {
  for (const [across, down] of [
    [1920, 1080],
    [1080, 1920],
    [3840, 1080],
  ] as const)
    expect(stripRoomOf(across, down).slots).toBe(24)
})

it.each([
  [55, 'lying', 8],
  [75, 'lying', 10],
  [86, 'lying', 12],
  [98, 'lying', 14],
  [100, 'bar', 10],
  [75, 'upright', 8],
] as const)('%i inches, %s, are read %i m away', (inches, shape, metres) => {
  expect(readingOf(panelOf(inches, shape), metres, 'zh').fault).toBeNull()
})
