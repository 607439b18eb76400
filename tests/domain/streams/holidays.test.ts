/**
 * The State Council's notice of a year's holidays, entered at a site: what it changes, what is
 * refused.
 */
import { describe, expect, it, test } from 'vitest'
import { judgeDay } from '#shared/domain/calendar.ts'
import {
  decideCalendar,
  decideFounding,
  decideSetUp,
  type SetCalendar,
} from '#shared/domain/site/decide.ts'
import { leftOut, missingNotice, withNotices } from '#shared/domain/site/notice.ts'
import type { Site } from '#shared/domain/site/site.ts'
import { siteStream, type SiteEvent } from '#shared/domain/site/stream.ts'
import { localized } from '#shared/domain/text.ts'
import { CALENDAR } from '../../kit/days.ts'
import { recorded, stateAfter } from '../../kit/decider.ts'

const founded: SiteEvent = {
  ...{ type: 'SiteFounded', name: localized('万和商场', 'Wanhe Mall'), zone: 'Asia/Shanghai' },
  ...{ kinds: ['mall'], demo: false, setUp: true },
}
const NOTICE = {
  year: '2027',
  holidays: ['2027-01-01', '2027-10-01', '2027-10-04'],
  workdays: ['2027-10-09'],
  source: '国办发明电〔2026〕1号',
}
const SET: SiteEvent = { type: 'CalendarSet', ...NOTICE }
const site = (...events: readonly SiteEvent[]): Site =>
  stateAfter(siteStream, founded, ...events) as Site
const decide = (part: Partial<SetCalendar> = {}, ...events: readonly SiteEvent[]) =>
  decideCalendar(site(...events), { type: 'SetCalendar', ...NOTICE, ...part })

describe('entering it', () => {
  test('given a site, when the notice is entered, then it is recorded in order, each day once', () => {
    const holidays = ['2027-10-04', '2027-01-01', '2027-10-01', '2027-10-01']
    expect(decide({ holidays })).toEqual(recorded(SET))
  })

  test('given the same notice, then nothing is recorded; given another one of that year, then it is', () => {
    expect(decide({}, SET)).toEqual(recorded())
    expect(decide({ workdays: [] }, SET)).toEqual(
      recorded({ type: 'CalendarSet', ...NOTICE, workdays: [] }),
    )
  })

  test.each([
    ['no day off', { holidays: [] }, /没有放假的日子/],
    ['a day of another year', { holidays: ['2028-01-01'] }, /不在2027年：2028-01-01/],
    ['a day that there is not', { holidays: ['2027-02-29'] }, /没有这一天：2027-02-29/],
    ['a day both off and worked', { workdays: ['2027-10-01'] }, /既放假又上班：2027-10-01/],
    ['a make-up day that is no weekend', { workdays: ['2027-10-08'] }, /本来就是工作日/],
  ] as const)('%s is refused, and said', (_what, part, message) => {
    expect(decide(part)).toMatchObject({
      ...{ ok: false, code: 'bad-input', details: ['holidays', 'workdays'] },
      message: { zh: expect.stringMatching(message) as string },
    })
  })

  test('the last days of December before it belong to it: new year of 2023 began on 31 December', () => {
    const holidays = ['2026-12-31', '2027-01-01']
    expect(decide({ holidays, workdays: [] })).toMatchObject({ ok: true })
  })

  test('what is set up later keeps the notice, and the record of it has its form', () => {
    const after = site(SET)
    const setUp = decideSetUp(
      after,
      { type: 'SetUpSite', name: '新名', zone: null, kinds: ['mall'] },
      { hasIncidents: true, running: [] },
    )
    const [event] = setUp.ok ? setUp.events : []
    const renamed = stateAfter(siteStream, founded, SET, event as SiteEvent)
    expect(renamed?.notices).toMatchObject([{ ...NOTICE, by: '周敏' }])
    expect(siteStream.documents.site.hasForm(renamed, 'site')).toBe(true)
    expect(siteStream.documents.site.hasForm(site(), 'site')).toBe(true)
  })
})

test('an emergency record takes it along as it was entered', () => {
  const { events } = decideFounding(null, { type: 'FoundSite', site: site(SET) })
  expect(stateAfter(siteStream, ...events)).toEqual(site(SET))
})

describe('what it changes', () => {
  const dayOf = (date: string, ...events: readonly SiteEvent[]) =>
    judgeDay(
      Date.parse(`${date}T12:00:00+08:00`),
      'Asia/Shanghai',
      withNotices(CALENDAR, site(...events).notices ?? []),
    )

  it.each([
    ['a make-up Saturday', '2027-10-09', 'holiday', 'workday'],
    ['a Monday off', '2027-10-04', 'workday', 'holiday'],
    ['any other Saturday', '2027-10-16', 'holiday', 'holiday'],
  ] as const)('%s', (_what, date, before, after) => {
    expect(dayOf(date)).toEqual({ date, day: before, unpublished: true })
    expect(dayOf(date, SET)).toEqual({ date, day: after, unpublished: false })
  })

  it('of two notices of one year the later counts; other years stay', () => {
    const later: SiteEvent = { ...SET, workdays: [] }
    expect(dayOf('2027-10-09', SET, later).day).toBe('holiday')
    expect(dayOf('2026-10-10', SET, later).day).toBe('workday')
  })

  it('days of the December before do not make that year published or undo the rest of it', () => {
    const early: SiteEvent = { ...SET, holidays: ['2026-12-31', '2027-01-01'], workdays: [] }
    expect(dayOf('2026-12-31', early)).toMatchObject({ day: 'holiday', unpublished: false })
    expect(dayOf('2026-10-10', early).day).toBe('workday')
  })
})

describe('what is missing', () => {
  const { 2026: year } = CALENDAR
  it.each([
    ['before December nobody waits for next year', '2026-11-30', null],
    ['from December on next year is missing', '2026-12-01', '2027'],
    ['in the year itself it still is', '2027-01-01', '2027'],
  ] as const)('%s', (_what, date, missing) => {
    expect(missingNotice(CALENDAR, date)).toBe(missing)
  })

  it('once it is entered, nothing is', () => {
    expect(missingNotice({ ...CALENDAR, 2027: year! }, '2026-12-01')).toBeNull()
  })
})

describe('make-up days and days before the year', () => {
  test.each([
    ['2027-10-09', true], // a Saturday
    ['2027-10-10', true], // a Sunday
    ['2027-10-11', false], // a Monday
    ['2027-10-15', false], // a Friday
  ] as const)('%s may be one: %s', (workday, ok) => {
    expect(decide({ workdays: [workday] }).ok).toBe(ok)
  })

  const notice = (
    year: string,
    holidays: readonly string[],
    workdays: readonly string[],
    at = 5,
  ) => ({
    ...{ year, holidays, workdays, source: '', at, by: '周敏' },
  })
  const day = (date: string, notices: readonly ReturnType<typeof notice>[], until?: number) =>
    judgeDay(
      Date.parse(`${date}T12:00:00+08:00`),
      'Asia/Shanghai',
      withNotices({ '2026': { published: true, holidays: [], workdays: [] } }, notices, until),
    )

  test('a notice that names a day of the year before holds there, a holiday or a make-up day alone', () => {
    expect(day('2026-12-31', []).day).toBe('workday')
    expect(day('2026-12-31', [notice('2027', ['2026-12-31', '2027-01-01'], [])]).day).toBe(
      'holiday',
    )
    expect(day('2026-12-27', [notice('2027', ['2027-01-01'], ['2026-12-27'])]).day).toBe('workday')
    expect(day('2026-12-26', [notice('2027', ['2027-01-01'], ['2026-12-27'])]).day).toBe('holiday')
    expect(day('2026-12-31', [notice('2027', ['2027-01-01'], [])]).day).toBe('workday')
  })

  test('a later notice takes a day of the year before out of its holidays or make-up days', () => {
    const first = notice('2026', ['2026-12-30', '2026-12-31'], ['2026-12-26', '2026-12-27'])
    const next = notice('2027', ['2026-12-27', '2027-01-01'], ['2026-12-31'])
    expect(
      ['2026-12-26', '2026-12-27', '2026-12-30', '2026-12-31'].map(
        (date) => day(date, [first, next]).day,
      ),
    ).toEqual(['workday', 'holiday', 'holiday', 'workday'])
  })

  test('one of a year of which nothing is known leaves that year unpublished', () => {
    const early = notice('2028', ['2027-12-31', '2028-01-01'], [])
    expect(day('2027-12-31', [early])).toMatchObject({ day: 'holiday', unpublished: true })
    expect(day('2028-01-01', [early])).toMatchObject({ day: 'holiday', unpublished: false })
  })

  test('a notice counts from after its instant on', () => {
    const entered = [notice('2027', ['2027-01-04'], [], 5)]
    expect([day('2027-01-04', entered, 5).day, day('2027-01-04', entered, 6).day]).toEqual([
      ...['workday', 'holiday'],
    ])
  })

  test('days off by law that a notice leaves out are named', () => {
    expect(leftOut({ holidays: ['2027-01-01'] }, ['2027-01-01', '2027-05-01'])).toEqual([
      '2027-05-01',
    ])
  })
})
