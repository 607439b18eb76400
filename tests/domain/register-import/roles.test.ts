/** What a column of a roster is by its head, and which shift or post a label means. */
import { describe, expect, it } from 'vitest'
import { isDayColumn, roleOf } from '#shared/domain/register-import/roles.ts'
import { meaningOf, shiftNamed, timesIn } from '#shared/domain/register-import/roster-rows.ts'
import { localized } from '#shared/domain/text.ts'

describe('a head', () => {
  it.each([
    ['姓名', 'person'],
    ['姓名/日期', 'person'],
    ['日期 姓名', 'person'],
    ['姓 名', 'person'],
    ['岗位（可多选）', 'post'],
    ['班次', 'shift'],
    ['值班时间', 'shift'], // longer than what a corner may leave out
    ['时间', 'shift'],
    ['星期', 'weekday'],
    ['序号', 'skip'],
    ['手机号码', 'skip'],
    ['', null],
    ['甲', null],
  ])('%s: %s', (head, role) => {
    expect(roleOf(head)).toBe(role)
  })
  it('of days is known by its whole', () => {
    expect(['日期', ' 日 ', 'Date', '日期姓名', '1日'].map(isDayColumn)).toEqual([
      ...[true, true, true, false, false],
    ])
  })
})

describe('the times in a label', () => {
  it.each<[string, [begins: string, ends: string] | null]>([
    ['白班 8:00-20:00', ['08:00', '20:00']],
    ['20:00—次日8:00', ['20:00', '08:00']],
    ['8点至20点', ['08:00', '20:00']],
    ['0:00-23:59', ['00:00', '23:59']],
    ['16:00-24:00', ['16:00', '00:00']],
    ['23:00-24:30', ['23:00', '00:30']],
    ['24:00-8:00', null],
    ['8:00-25:00', null],
    ['白班', null],
    ['8:00', null],
  ])('%s', (text, times) => {
    expect(timesIn(text)).toEqual(times && { begins: times[0], ends: times[1] })
  })
})

describe('a label', () => {
  const shift = (id: string, zh: string, begins: string, ends: string) => ({
    ...{ id, name: localized(zh, id), begins, ends, posts: [], weekdays: null },
  })
  const shifts = [
    shift('day', '白班', '08:00', '16:00'),
    shift('late', '中班', '16:00', '00:00'),
    shift('night', '夜班', '00:00', '08:00'),
    shift('week', '周末白班', '08:00', '20:00'),
  ]
  const posts = [
    { id: 'desk', name: localized('监控岗', 'Monitor') },
    { id: 'guard', name: localized('保安', 'Guard') },
  ]
  const register = { persons: [], shifts, posts }

  it.each([
    ['白班', 'day'],
    ['白', 'day'],
    ['DAY', 'day'],
    ['白班(8:00-16:00)', 'day'],
    ['8:00-16:00', 'day'], // by its times alone
    ['早班8:00-16:00', 'day'], // by its times, whatever it is called
    ['早班8:00-16:30', null],
    ['早班', null],
    ['周末', 'week'],
    ['', null],
    ['16:00-24:00', 'late'],
  ])('%s is the shift %s', (text, id) => {
    expect(shiftNamed(text, shifts)?.id ?? null).toBe(id)
  })

  it('of no name is no shift where two have its times', () => {
    const two = [shift('a', '甲', '08:00', '16:00'), shift('b', '乙', '08:00', '16:00')]
    expect(shiftNamed('8:00-16:00', two)).toBeNull()
  })

  it.each<[string, object | null]>([
    ['监控岗', { post: 'desk' }],
    ['监控', { post: 'desk' }],
    ['monitor', { post: 'desk' }],
    ['guard', { post: 'guard' }], // by its id
    ['保安岗', { post: 'guard' }],
    ['夜班', { shift: 'night' }],
    ['夜班监控', { shift: 'night', post: 'desk' }],
    ['夜班-保安', { shift: 'night', post: 'guard' }],
    ['夜班 / 监控岗', { shift: 'night', post: 'desk' }],
    ['夜班食堂', null],
    ['监控夜班', null],
    ['', null],
  ])('%s means %j', (text, meaning) => {
    expect(meaningOf(text, register)).toEqual(meaning)
  })
})
