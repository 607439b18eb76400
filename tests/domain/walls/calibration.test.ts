/** How large the text of a wall has to be, and what of a size is refused, with the number. */
import { describe, expect, it, test } from 'vitest'
import {
  calibrated,
  readingOf,
  type AskedSize,
  type SizeFault,
} from '#shared/domain/walls/calibration.ts'
import {
  CARD,
  inchesOf,
  PANEL_INCHES,
  PANEL_SHAPES,
  panelByCard,
  panelOf,
  type PanelShape,
} from '#shared/domain/walls/panels.ts'
import { tooFarText } from '#shared/domain/walls/reading-words.ts'

const NONE: AskedSize = { unit: null, distance: null, panel: null, unread: [] }
const unitOf = (width: number, height: number, sizes: Partial<AskedSize>): number =>
  calibrated(width, height, { ...NONE, ...sizes }).unit
const faultOf = (width: number, height: number, sizes: Partial<AskedSize>): SizeFault | null =>
  calibrated(width, height, { ...NONE, ...sizes }).fault

describe('the unit', () => {
  it('is one pixel at 1920×1080, upright and at 32:9, and two at 4K', () => {
    expect([
      unitOf(1920, 1080, NONE),
      unitOf(1080, 1920, NONE),
      unitOf(3840, 1080, NONE),
      unitOf(3840, 2160, NONE),
    ]).toEqual([1, 1, 1, 2])
  })

  it('51 units are Chinese text at 25 arc minutes', () => {
    const [distance, pitch] = [6, 0.63]
    const unit = unitOf(1920, 1080, { unit: null, distance, panel: 1920 * pitch })
    const seen = (51 * unit * pitch * 0.92 * 3_438) / (distance * 1_000)
    expect(seen).toBeCloseTo(25, 5)
  })

  it('a near reader gets a page that fills the panel, not smaller text', () => {
    expect(unitOf(1920, 1080, { unit: null, distance: 1, panel: 1_210 })).toBe(1)
  })

  it('is what the address says, if it says so', () =>
    expect(unitOf(1920, 1080, { unit: 1.3, distance: 6, panel: 1_210 })).toBe(1.3))

  it('that is too small to read, or too large for the panel, is not taken, and that is said', () => {
    expect(calibrated(1920, 1080, { ...NONE, unit: 0.3 })).toEqual({
      unit: 1,
      fault: { kind: 'small', least: 1 },
    })
    expect(faultOf(1366, 768, { unit: 0.6 })).toEqual({ kind: 'small', least: 0.72 })
    const { unit, fault } = calibrated(1920, 1080, { ...NONE, unit: 4 })
    expect(fault).toEqual({ kind: 'large', most: 2.06 })
    expect(1920 / unit).toBeGreaterThanOrEqual(900)
  })

  it('a distance without the width of the panel, or what is no number, is not taken, and that is said', () => {
    expect(faultOf(1920, 1080, { distance: 4 })).toEqual({ kind: 'half' })
    expect(faultOf(1920, 1080, { panel: 1_210 })).toEqual({ kind: 'half' })
    expect(faultOf(1920, 1080, { panel: 1_210, unread: ['d'] })).toEqual({
      kind: 'unread',
      name: 'd',
    })
    expect(faultOf(1920, 1080, {})).toBeNull()
    expect(faultOf(1920, 1080, { distance: 4, panel: 1_210 })).toBeNull()
  })
})

describe('a reader who is too far away', () => {
  const far = { distance: 15, panel: 1_210 }

  it('is told from where the panel can be read, and gets the largest text that fits', () => {
    expect(faultOf(1920, 1080, far)).toEqual({
      ...{ kind: 'far', distance: 15, letter: 53.9, needs: 96.3, metres: 8.4 },
    })
    expect(faultOf(1920, 1080, { ...far, distance: 8.4 })).toBeNull()
    expect(faultOf(1080, 1920, { distance: 10, panel: 680 })).toMatchObject({ kind: 'far' })
    expect(faultOf(1080, 1920, { distance: 5, panel: 680 })).toBeNull()
  })
})

const panels = (Object.keys(PANEL_SHAPES) as PanelShape[]).flatMap((shape) =>
  PANEL_INCHES[shape].map((inches) => ({ shape, inches, panel: panelOf(inches, shape) })),
)
/** Minutes of arc of so many mm at so many metres. */
const arcOf = (mm: number, metres: number): number => (mm * 3_438) / (metres * 1_000)

describe('what is read on a panel', () => {
  it('given no distance, then text fills the panel, and it is said how far that is read', () => {
    const reading = readingOf({ width: 1218, height: 685 }, null, 'zh')
    expect(reading).toMatchObject({ fault: null, floor: 22, arc: 22, metres: 4 })
    expect(reading.letter).toBeCloseTo(26.3, 1)
  })

  it.each(panels)(
    'of $inches inches $shape: the smallest text is at its floor at every distance that is taken',
    ({ panel }) => {
      const { most } = readingOf(panel, null, 'zh')
      for (const language of ['zh', 'en'] as const) {
        for (let metres = 0.5; metres <= most; metres += 0.5) {
          const { letter, floor, fault, arc } = readingOf(panel, metres, language)
          expect(fault).toBeNull()
          expect(arc).toBeGreaterThanOrEqual(floor)
          // to the tenth of a millimetre that is told
          expect(arcOf(letter + 0.05, metres)).toBeGreaterThanOrEqual(floor)
        }
        expect(readingOf(panel, most + 0.2, language).fault).toMatchObject({ metres: most })
      }
    },
  )

  it('given a reader too far away, then it is refused with what it would be, what it needs, and how far it goes', () => {
    const { fault } = readingOf({ width: 531, height: 299 }, 12, 'zh')
    expect(fault).toEqual({ kind: 'far', distance: 12, letter: 23.6, needs: 77, metres: 3.6 })
    expect(tooFarText(fault!).zh).toBe(
      '这块屏最小的字最大只能23.6毫米高，12米外要77毫米才看得清：最远3.6米',
    )
    expect(tooFarText(fault!).en).toContain('23.6 mm high (it needs 77 mm): 3.6 m at most')
  })

  it('a panel twice as large is read twice as far', () => {
    const [small, large] = [27, 54].map((inches) => readingOf(panelOf(inches, 'lying'), null, 'zh'))
    expect(large!.most / small!.most).toBeCloseTo(2, 1)
  })
})

describe('a panel', () => {
  test.each<[number, PanelShape, number, number]>([
    [24, 'lying', 531, 299],
    [55, 'lying', 1218, 685],
    [98, 'lying', 2170, 1220],
    [55, 'upright', 685, 1218],
    [49, 'bar', 1198, 337],
    [100, 'bar', 2445, 688],
  ])('of %i inches, %s, is %i by %i mm', (inches, shape, width, height) => {
    expect(panelOf(inches, shape)).toEqual({ width, height })
    expect(inchesOf({ width, height })).toBeCloseTo(inches, 0)
  })

  it('is measured by a card of ISO 7810 that is as wide as the one drawn', () => {
    expect(CARD).toEqual({ width: 85.6, height: 53.98 })
    // 1,920 px on 1,218 mm: a card is 135 px wide
    expect(panelByCard(135, { width: 1920, height: 1080 })).toEqual({ width: 1217, height: 685 })
  })
})
