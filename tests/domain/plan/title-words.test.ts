/** What the words of a step say of it is read; what they do not say is not. */
import { describe, expect, it } from 'vitest'
import {
  caseIn,
  elapsedIn,
  intervalIn,
  isOfLifeSafety,
  isProhibition,
  lateIn,
  limitIn,
  numbersToCall,
  stageIn,
} from '#shared/domain/plan/title-words.ts'

describe('a limit in words', () => {
  it.each([
    ['维保30分钟内到场', '30m', 'reported'],
    ['接报后半小时以内到场', '30m', 'reported'],
    ['发生后两小时内上报', '2h', 'occurred'],
    ['启动后三十五秒内广播', '35s', 'activated'],
    ['控制后一个半小时之内复查', '90m', 'contained'],
    ['解除响应后十天内总结', '10d', 'lifted'],
    ['一百二十分钟内修复', '120m', 'reported'],
  ])('%s', (words, within, from) => {
    expect(limitIn(words)).toEqual({ within, from })
  })

  it('by the day', () => {
    expect(limitIn('工作日15分钟内、节假日四十五分钟内到场')).toEqual({
      within: { workday: '15m', holiday: '45m' },
      from: 'reported',
    })
  })

  it.each(['到场前每10分钟联系一次', '困人满1小时拨119', '三楼东侧', '零分钟内', '第30条'])(
    '%s sets none',
    (words) => {
      expect(limitIn(words)).toBeNull()
    },
  )

  it('a span alone is one only where a limit is asked for', () => {
    expect([limitIn('30分钟'), limitIn('30分钟', true), limitIn('很快', true)]).toEqual([
      null,
      { within: '30m', from: 'reported' },
      null,
    ])
  })
})

describe('in English', () => {
  it.each([
    ['Arrives within 30 minutes', '30m', null, null],
    ['Calls every 10 min until then', null, '10m', null],
    ['Call 119 after 1 hour', null, null, '1h'],
    ['within 2 h', '2h', null, null],
    ['over 3 days', null, null, '3d'],
    ['within 15 metres', null, null, null],
    ['Hands out 30 masks', null, null, null],
  ])('%s', (words, within, every, elapsed) => {
    expect([limitIn(words)?.within ?? null, intervalIn(words), elapsedIn(words)]).toEqual([
      within,
      every,
      elapsed,
    ])
  })

  it('what must not be done, whom to call, and that lives depend on it', () => {
    expect(isProhibition('Do not force the doors')).toBe(true)
    expect(numbersToCall('Call 119, or call 62345678')).toEqual(['119', '62345678'])
    expect([isOfLifeSafety('Call 119'), isOfLifeSafety('Call the firm')]).toEqual([true, false])
    expect(limitIn('30 minutes', true)).toEqual({ within: '30m', from: 'reported' })
  })
})

it('a mobile number is somebody’s own and is not offered', () => {
  expect(numbersToCall('拨打13800000000')).toEqual([])
  expect(numbersToCall('拨打138-0000-0000')).toEqual([])
})

describe('what else words say', () => {
  it.each([
    ['到场前每10分钟联系一次', '10m'],
    ['每隔半小时续报', '30m'],
    ['十分钟内联系', null],
  ])('%s: every %s', (words, every) => {
    expect(intervalIn(words)).toBe(every)
  })

  it.each([
    ['维保超时或困人满1小时拨119', '1h', '维保'],
    ['超过三十分钟仍未到场', '30m', null],
    ['拨119', null, null],
  ])('%s: after %s, late %s', (words, elapsed, late) => {
    expect([elapsedIn(words), lateIn(words)]).toEqual([elapsed, late])
  })

  it.each<[string, readonly string[]]>([
    ['拨119', ['119']],
    ['有人受伤的，拨打120、报110', ['120', '110']],
    ['拨打62345678报修', ['62345678']],
    ['超过120人的活动', []],
    ['疏散1190号房', []],
  ])('%s calls %j', (words, numbers) => {
    expect(numbersToCall(words)).toEqual(numbers)
  })

  it.each([
    ['禁止自行撬门', true, false],
    ['不要擅自搬动伤员', true, true],
    ['拨119', false, true],
    ['问要不要叫家属', false, false],
    ['组织疏散', false, true],
    ['解救后复盘', false, false],
    ['通知维保单位', false, false],
  ])('%s: must not be done %s, lives %s', (words, prohibits, lives) => {
    expect([isProhibition(words), isOfLifeSafety(words)]).toEqual([prohibits, lives])
  })

  it.each([
    ['解救后复盘', 'review'],
    ['立即核实火情', 'verify'],
    ['向公众发布公告', 'inform'],
    ['上报值班领导', 'report'],
    ['通知维保单位', null],
  ])('%s is of the stage %s', (words, stage) => {
    expect(stageIn(words)).toBe(stage)
  })

  it.each([
    ['如有人受伤的，拨120', '有人受伤'],
    ['如果火势较大，报119', '火势较大'],
    ['拨120', null],
  ])('%s depends on %s', (words, question) => {
    expect(caseIn(words)).toBe(question)
  })
})
