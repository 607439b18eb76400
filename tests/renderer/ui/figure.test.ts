/** Tests the figure of a limit: how it stands, and how it counts down. */
import { describe, expect, it } from 'vitest'
import { dateText, figureText, limitStatus, timeOfDay } from '#renderer/ui/figure.ts'
import { MINUTE, NOW, SECOND, ZONE } from '../board-parts.ts'

const limit = (left: number, length: number) => ({
  dueAt: NOW + left,
  startedAt: NOW + left - length,
})

describe('how a limit stands', () => {
  it('is far, near from 80 % on, and late from the very instant of dueAt', () => {
    expect(limitStatus(limit(121 * SECOND, 10 * MINUTE), NOW).kind).toBe('far')
    expect(limitStatus(limit(120 * SECOND, 10 * MINUTE), NOW)).toMatchObject({
      kind: 'near',
      used: 0.8,
    })
    expect(limitStatus(limit(1, 10 * MINUTE), NOW).kind).toBe('near')
    expect(limitStatus(limit(0, 10 * MINUTE), NOW)).toMatchObject({ kind: 'late', leftMs: 0 })
    expect(limitStatus(limit(-134 * SECOND, 10 * MINUTE), NOW)).toEqual({
      kind: 'late',
      leftMs: -134 * SECOND,
      used: 1,
    })
  })

  it('is none where no limit runs', () => {
    expect(limitStatus(null, NOW).kind).toBe('none')
    expect(limitStatus({ dueAt: null, startedAt: null }, NOW)).toMatchObject({
      kind: 'none',
      leftMs: Infinity,
    })
  })

  it('survives a limit of no length, and one that has not begun', () => {
    expect(limitStatus({ dueAt: NOW + SECOND, startedAt: NOW + SECOND }, NOW)).toMatchObject({
      kind: 'far',
      used: 0,
    })
    expect(limitStatus({ dueAt: NOW + SECOND, startedAt: null }, NOW).used).toBe(0)
    expect(limitStatus(limit(20 * MINUTE, 10 * MINUTE), NOW).used).toBe(0)
  })
})

describe('the countdown', () => {
  it('is mm:ss under an hour and has units from an hour on', () => {
    expect(figureText(432 * SECOND, 'zh')).toBe('07:12')
    expect(figureText(59 * MINUTE + 59 * SECOND, 'zh')).toBe('59:59')
    expect(figureText(60 * MINUTE, 'zh')).toBe('1时00分')
    expect(figureText(72 * MINUTE, 'zh')).toBe('1时12分')
    expect(figureText(72 * MINUTE, 'en')).toBe('1h 12m')
    expect(figureText(100 * 60 * MINUTE, 'zh')).toBe('4天4时')
  })

  it('carries its sign once late', () => {
    expect(figureText(-134 * SECOND, 'zh')).toBe('+02:14')
    expect(figureText(0, 'zh')).toBe('+00:00')
    expect(figureText(-72 * MINUTE, 'zh')).toBe('+1时12分')
  })

  it('never shows zero for what still runs, nor a second that is not over for what is late', () => {
    expect(figureText(1, 'zh')).toBe('00:01')
    expect(figureText(-1, 'zh')).toBe('+00:00')
    expect(figureText(-999, 'zh')).toBe('+00:00')
  })

  it('is a dash without a limit', () => expect(figureText(Infinity, 'zh')).toBe('—'))
})

describe('other times', () => {
  it('reads the clock and the calendar of the site, not of this machine', () => {
    expect(timeOfDay(NOW, ZONE)).toBe('14:32:08')
    expect(timeOfDay(NOW, 'America/New_York')).toBe('01:32:08')
    expect(timeOfDay(Date.UTC(2026, 10, 23, 16), ZONE)).toBe('00:00:00')
    expect(dateText(NOW, ZONE, 'zh')).toBe('11月24日 周二')
    expect(dateText(NOW, ZONE, 'en')).toMatch(/^Tue,? 24 Nov$/)
  })
})
