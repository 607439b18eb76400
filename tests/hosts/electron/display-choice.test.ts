/** The wall's display: remembered, waited for, never replaced by another (R07). */
import { describe, expect, it } from 'vitest'
import {
  NO_WALL_SETTING,
  placeOf,
  samePlace,
  wallPlace,
  type Screen,
  type WallPlace,
} from '#main/hosts/electron/display-choice.ts'

const screen = (id: number, label: string, x = 0): Screen => ({
  id,
  label,
  bounds: { x, y: 0, width: 1_920, height: 1_080 },
})
const DESK = screen(1, 'Desk')
const HALL = screen(2, 'Hall', 1_920)
const SIDE = screen(3, 'Side', 3_840)
const chosen = { ...NO_WALL_SETTING, display: { id: HALL.id, label: HALL.label } }
const display = (place: WallPlace): string =>
  place?.kind === 'kiosk' ? place.display.label : String(place?.kind ?? 'none')

describe('the wall stands', () => {
  it('on the display that is not the main one, until one is chosen', () => {
    expect(display(wallPlace([DESK, HALL], 1, NO_WALL_SETTING))).toBe('Hall')
  })

  it('on the chosen display, by its id, else by its name', () => {
    expect(display(wallPlace([DESK, SIDE, HALL], 1, chosen))).toBe('Hall')
    expect(display(wallPlace([DESK, SIDE, { ...HALL, id: 77 }], 1, chosen))).toBe('Hall')
  })

  it('on the main display only if that was chosen, and there is another one', () => {
    const main = { ...NO_WALL_SETTING, display: { id: 1, label: 'Desk' } }
    expect([
      display(wallPlace([DESK, HALL], 1, main)),
      display(wallPlace([DESK], 1, main)),
    ]).toEqual(['Desk', 'none'])
  })

  it('nowhere while its display is away: a dispatcher may be working on the other one', () => {
    expect(display(wallPlace([DESK, SIDE], 1, chosen))).toBe('none')
    expect(display(wallPlace([DESK], 1, chosen))).toBe('none')
  })

  it('nowhere if two displays bear its name and neither its id', () => {
    expect(display(wallPlace([DESK, { ...HALL, id: 8 }, { ...HALL, id: 9 }], 1, chosen))).toBe(
      'none',
    )
    expect(
      display(
        wallPlace([DESK, { ...HALL, id: 8, label: '' }], 1, {
          ...chosen,
          display: { id: 2, label: '' },
        }),
      ),
    ).toBe('none')
  })

  it('in a window for want of a display, and on the display as soon as that is back', () => {
    const windowed = { ...chosen, windowed: true }
    expect(display(wallPlace([DESK], 1, windowed))).toBe('window')
    expect(display(wallPlace([DESK, HALL], 1, windowed))).toBe('Hall')
  })

  it('in a window beside a second display if it shall not fill one', () => {
    expect(display(wallPlace([DESK, HALL], 1, { ...chosen, kiosk: false, windowed: true }))).toBe(
      'window',
    )
    expect(display(wallPlace([DESK, HALL], 1, { ...chosen, kiosk: false }))).toBe('none')
  })
})

it('a display that has changed its size is another place', () => {
  const here: WallPlace = { kind: 'kiosk', display: HALL }
  expect(samePlace(here, { kind: 'kiosk', display: { ...HALL, label: 'renamed' } })).toBe(true)
  expect(
    samePlace(here, {
      kind: 'kiosk',
      display: { ...HALL, bounds: { ...HALL.bounds, width: 3_840 } },
    }),
  ).toBe(false)
  expect([
    samePlace(here, null),
    samePlace(here, { kind: 'window' }),
    samePlace(null, null),
    samePlace({ kind: 'window' }, { kind: 'window' }),
  ]).toEqual([false, false, true, true])
})

describe('a remembered window', () => {
  const bounds = { x: 2_000, y: 100, width: 1_200, height: 800 }
  it('opens where it was', () => {
    expect(placeOf(bounds, [DESK, HALL])).toEqual(bounds)
  })

  it.each([
    ['its display is gone', bounds, [DESK]],
    ['too little of it would be seen', { ...bounds, x: 1_900, width: 100 }, [DESK, HALL]],
    ['its title bar would be above the display', { ...bounds, y: -200 }, [DESK, HALL]],
    ['none was ever there', null, [DESK]],
  ])('opens where the system likes if %s', (_why, of, displays) => {
    expect(placeOf(of, displays)).toBeUndefined()
  })
})
