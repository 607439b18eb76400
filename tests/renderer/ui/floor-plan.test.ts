/** A floor as it is drawn: from numbers, lit where something is the matter, never from markup. */
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { createWords } from '#renderer/i18n/index.ts'
import { wallEn } from '#renderer/i18n/wall.en.ts'
import { wallZh } from '#renderer/i18n/wall.zh.ts'
import FloorPlan from '#renderer/ui/FloorPlan.vue'
import { litBy, onFloor, type LitSpot } from '#renderer/ui/floor-marks.ts'
import { incident } from '../board-parts.ts'
import { FLOOR } from '../floor-sample.ts'

const shown = (lit: readonly LitSpot[], pick = false) =>
  mount(FloorPlan, {
    props: { plan: FLOOR, lit, label: '二楼', pick },
    global: { plugins: [createWords(wallZh, wallEn)] },
  })

it('has every shape with its numbers, the names of its places, and a sign each', () => {
  const floor = shown([])
  expect(floor.findAll('svg > rect, svg > path, svg > circle').length).toBeGreaterThan(4)
  expect(floor.get('rect.spot').attributes()).toMatchObject({
    ...{ x: '10', y: '10', width: '150', height: '80', transform: 'matrix(1 0 0 1 0 0)' },
  })
  expect(floor.findAll('.name').map((name) => name.text())).toEqual(['机房', '会议室'])
  expect(floor.findAll('[data-sign]').map((sign) => sign.attributes('aria-label'))).toEqual([
    '安全出口',
    '灭火器',
  ])
})

it('lights a place and puts its numbers there; a drill is hollow', () => {
  const floor = shown([
    { placeId: 'machines', marks: '1 3' },
    { placeId: 'meeting', marks: '2', hollow: true },
  ])
  expect(floor.findAll('.lit')).toHaveLength(2)
  expect(floor.get('[data-spot=machines]').text()).toBe('1 3')
  expect(floor.get('[data-spot=meeting]').classes()).toContain('hollow')
  expect(floor.find('.name').exists()).toBe(false)
})

it('gives a place that is chosen, and none where none can be', async () => {
  const floor = shown([], true)
  await floor.get('rect.spot').trigger('click')
  expect(floor.emitted('pick')).toMatchObject([[{ placeId: 'machines', name: '机房' }]])
  const still = shown([])
  await still.get('rect.spot').trigger('click')
  expect(still.emitted('pick')).toBeUndefined()
})

it('numbers go by the order of the list; several of one place share it', () => {
  const all = [
    incident({ id: 'a', placeId: 'rack' }),
    incident({ id: 'b', placeId: 'elsewhere' }),
    incident({ id: 'c', placeId: 'meeting', drill: true }),
    incident({ id: 'd', placeId: 'machines' }),
  ]
  const entries = onFloor(all, FLOOR.spots)
  expect(entries.map((entry) => [entry.incident.id, entry.number])).toEqual([
    ['a', 1],
    ['c', 2],
    ['d', 3],
    ['b', null],
  ])
  expect(litBy(entries, FLOOR.spots, 'd')).toEqual([
    { placeId: 'machines', marks: '1 3', hollow: false, strong: true },
    { placeId: 'meeting', marks: '2', hollow: true, strong: false },
  ])
})
