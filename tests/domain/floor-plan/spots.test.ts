/** The places of the register on a drawing, the signs beside them, and what is neither. */
import { describe, expect, it } from 'vitest'
import { decideFloorPlan } from '#shared/domain/floor-plan/decide.ts'
import { readDrawing } from '#shared/domain/floor-plan/drawing.ts'
import { spotOf, spotsOn } from '#shared/domain/floor-plan/spots.ts'
import { floorPlanStream } from '#shared/domain/floor-plan/stream.ts'
import type { RegisteredPlace } from '#shared/domain/places/place.ts'
import { recorded, stateAfter } from '../../kit/decider.ts'

const place = (part: Partial<RegisteredPlace> & { id: string }): RegisteredPlace => ({
  ...{ name: part.id, size: null, kind: 'room', aliases: [] },
  ...part,
})
const register = [
  place({ id: 'p1', name: '二楼', kind: 'floor' }),
  place({ id: 'p2', name: '会议室 A', aliases: ['大会议室'], within: 'p1' }),
  place({ id: 'p3', name: '机房', within: 'p1' }),
  place({ id: 'p4', name: '机柜间', within: 'p3' }),
]
const svg = (inner: string): string => `<svg viewBox="0 0 100 50">${inner}</svg>`
const rect = (id: string, x = 0): string => `<rect id="${id}" x="${x}" width="10" height="5"/>`
const spots = (inner: string) => spotsOn(readDrawing(svg(inner))!.drawing, register)

describe('a shape is of a place', () => {
  it('by its id, its name or an alias, whatever the blanks', () => {
    const { spots: all, unmatched } = spots(
      rect('p3') + rect('会议室_A', 20) + rect('大会议室', 40),
    )
    expect(all).toMatchObject([
      { placeId: 'p3', name: '机房', covers: ['p3', 'p4'], shapes: [0], box: [0, 0, 10, 5] },
      { placeId: 'p2', name: '会议室 A', shapes: [1, 2], box: [20, 0, 30, 5] },
    ])
    expect(unmatched).toEqual([])
  })

  it('by the group around it, where its own name says nothing', () => {
    const { spots: all } = spots(`<g id="机房">${rect('rect12')}${rect('大会议室', 20)}</g>`)
    expect(all.map(({ placeId, shapes }) => [placeId, shapes])).toEqual([
      ['p3', [0]],
      ['p2', [1]],
    ])
  })

  it('or of none, and is named where somebody has named it', () => {
    expect(spots(rect('储藏间') + rect('path123') + rect('Layer_1')).unmatched).toEqual(['储藏间'])
  })
})

it('signs stand by their id or class, a group one sign', () => {
  const { signs, unmatched } = spots(
    `<g class="exit">${rect('r1')}${rect('r2', 20)}</g>${rect('灭火器3', 40)}${rect('assembly-1', 60)}${rect('室内消火栓2', 80)}`,
  )
  expect(signs).toEqual([
    { kind: 'exit', shapes: [0, 1], box: [0, 0, 30, 5] },
    { kind: 'extinguisher', shapes: [2], box: [40, 0, 10, 5] },
    { kind: 'assembly', shapes: [3], box: [60, 0, 10, 5] },
    { kind: 'hydrant', shapes: [4], box: [80, 0, 10, 5] },
  ])
  expect(unmatched).toEqual([])
})

it('an incident lies at the smallest spot that covers its place', () => {
  const { spots: all } = spots(rect('二楼') + rect('机房'))
  const at = (placeId?: string) => spotOf(placeId, all)?.placeId ?? null
  expect([at('p4'), at('p2'), at('elsewhere'), at()]).toEqual(['p3', 'p1', null, null])
})

describe('the plan of a place', () => {
  const world = { placeId: 'p1', places: new Set(['p1']) }
  const set = { type: 'SetFloorPlan', svg: svg(rect('机房')) } as const
  const drawing = readDrawing(set.svg)!.drawing
  const events = [{ type: 'FloorPlanSet', drawing } as const]

  it('is recorded as it was read, and is read back', () => {
    expect(decideFloorPlan(null, set, world)).toEqual(recorded(...events))
    const plan = stateAfter(floorPlanStream, ...events)
    expect(plan).toMatchObject({ drawing })
    expect(floorPlanStream.documents['floor-plan'].hasForm(plan, 'p1')).toBe(true)
    expect(decideFloorPlan(plan, set, world)).toEqual(recorded())
  })

  it('can be taken away, once', () => {
    const plan = stateAfter(floorPlanStream, ...events)
    const remove = { type: 'RemoveFloorPlan' } as const
    expect(decideFloorPlan(plan, remove, world)).toEqual(recorded({ type: 'FloorPlanRemoved' }))
    const gone = stateAfter(floorPlanStream, ...events, { type: 'FloorPlanRemoved' })
    expect(gone).toMatchObject({ drawing: null })
    for (const before of [gone, null])
      expect(decideFloorPlan(before, remove, world)).toEqual(recorded())
  })

  it('is refused for a place that is none, and where it is no drawing', () => {
    expect(decideFloorPlan(null, set, { ...world, placeId: 'gone' })).toMatchObject({
      code: 'unknown-place',
    })
    expect(decideFloorPlan(null, { ...set, svg: '<svg' }, world)).toMatchObject({
      code: 'bad-input',
    })
  })
})
