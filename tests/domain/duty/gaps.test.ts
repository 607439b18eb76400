/** Where the duty roster lacks people: posts with nobody, shifts below their minimum. */
import { expect, it } from 'vitest'
import { comingDates, gaps, gapsToCome } from '#shared/domain/duty/gaps.ts'
import { withControlRoom } from '#shared/domain/duty/roster.ts'
import {
  dutyWith,
  entry,
  onLeave,
  person,
  registerAfter,
  shift,
  substitutes,
} from '../../kit/duty.ts'

const NIGHT = shift('night', ['20:00', '08:00'], ['control', 'guard'], { minimum: 2 })
const people = [person('周敏'), person('李娜'), person('王强')]

it('a post with nobody is a gap, and so is a shift under its minimum', () => {
  const duty = dutyWith(
    [NIGHT],
    [
      entry('2026-11-24', 'night', 'control', '周敏'),
      entry('2026-11-24', 'night', 'guard', '李娜'),
      entry('2026-11-25', 'night', 'control', '周敏'),
      entry('2026-11-26', 'night', 'control', '周敏'),
      entry('2026-11-26', 'night', 'guard', '周敏'), // one person at two posts is one person
    ],
  )
  expect(gaps(registerAfter(...people), duty, '2026-11-24', '2026-11-26')).toEqual([
    { date: '2026-11-25', shiftId: 'night', postId: 'guard', lacking: 1 },
    { date: '2026-11-25', shiftId: 'night', postId: null, lacking: 1 },
    { date: '2026-11-26', shiftId: 'night', postId: null, lacking: 1 },
  ])
})

it('a shift of the fire control room needs as many as its policy says, others do not', () => {
  const control = shift('control', ['20:00', '08:00'], ['desk'], { minimum: 1, controlRoom: true })
  const guard = shift('guard', ['20:00', '08:00'], ['desk'], { minimum: 1 })
  const day = '2026-11-24'
  const entered = ['control', 'guard'].map((id) => entry(day, id, 'desk', '周敏'))
  const duty = dutyWith([control, guard], entered)
  const lacking = (persons: number) =>
    gaps(registerAfter(...people), withControlRoom(duty, persons), day, day)
  expect(lacking(0)).toEqual([])
  expect(lacking(2)).toEqual([{ date: day, shiftId: 'control', postId: null, lacking: 1 }])
})

it('whoever is on leave or has left counts for nobody, and a substitute fills no gap', () => {
  const duty = dutyWith(
    [{ ...NIGHT, minimum: 0 }],
    [
      entry('2026-11-24', 'night', 'control', '周敏'),
      entry('2026-11-24', 'night', 'guard', '李娜'),
    ],
  )
  const register = registerAfter(
    ...people,
    substitutes('guard', '王强'),
    onLeave('周敏', '2026-11-24', '2026-11-24'),
    { type: 'PersonLeft', personId: '李娜', reason: null },
  )
  expect(gaps(register, duty, '2026-11-24', '2026-11-24').map(({ postId }) => postId)).toEqual([
    'control',
    'guard',
  ])
})

it('a post may need more than one person, and a day without the shift has no gap', () => {
  const office = shift('office', ['08:30', '17:30'], ['window'], { weekdays: [5] })
  const duty = dutyWith([office], [entry('2026-11-27', 'office', 'window', '周敏')])
  const register = registerAfter(...people, {
    type: 'PostSet',
    post: { id: 'window', name: null, standsFor: [], substitutes: [], minimum: 3 },
  })
  expect(gaps(register, duty, '2026-11-24', '2026-11-30')).toEqual([
    { date: '2026-11-27', shiftId: 'office', postId: 'window', lacking: 2 },
  ])
  expect(gaps(null, null, '2026-11-24', '2026-11-30')).toEqual([])
})

it('a shift that is over lacks nobody, one that began yesterday and runs does', () => {
  const ZONE = 'Asia/Shanghai'
  const day = shift('day', ['08:00', '20:00'], ['control'])
  const duty = dutyWith([NIGHT, day], [])
  const lacking = (time: string): string[] => {
    const now = Date.parse(`2026-11-24T${time}:00+08:00`)
    const { from, until } = comingDates(now, ZONE)
    const all = gaps(registerAfter(...people), duty, from, until)
    const coming = gapsToCome(all, [NIGHT, day], ZONE, now)
    return [...new Set(coming.map(({ date, shiftId }) => `${date} ${shiftId}`))].sort()
  }
  expect(lacking('07:59').slice(0, 3)).toEqual([
    '2026-11-23 night',
    '2026-11-24 day',
    '2026-11-24 night',
  ])
  expect(lacking('08:00').slice(0, 2)).toEqual(['2026-11-24 day', '2026-11-24 night'])
  expect(lacking('20:00').slice(0, 2)).toEqual(['2026-11-24 night', '2026-11-25 day'])
  expect(lacking('20:00').at(-1)).toBe('2026-11-30 night')
})
