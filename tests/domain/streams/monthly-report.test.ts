/** The report of a month: written, signed, prepared, issued, corrected, copied. */
import { describe, expect, test } from 'vitest'
import { endOfMonth } from '#shared/domain/monthly-report/as-of.ts'
import { UNSIGNED } from '#shared/domain/monthly-report/data.ts'
import {
  decideReport,
  type ReportCommand,
  type ReportWorld,
} from '#shared/domain/monthly-report/decide.ts'
import { checkOf } from '#shared/domain/monthly-report/check.ts'
import { monthDocument } from '#shared/domain/monthly-report/document.ts'
import { DOCUMENT_RULES } from '#shared/domain/monthly-report/rules.ts'
import {
  issueIn,
  NO_REPORT,
  reportStream,
  type ReportEvent,
  type ReportState,
} from '#shared/domain/monthly-report/stream.ts'
import { AT, stateAfter, META, recorded } from '../../kit/decider.ts'
import { reportData } from '../../kit/report.ts'

const ZONE = 'Asia/Shanghai'
const DECEMBER = endOfMonth('2026-11', ZONE)
/** Any function of the text does: nobody looks at the check but to compare it. */
const digest = (text: string): string => `${text.length}`
const world = (part: Partial<ReportWorld> = {}): ReportWorld => ({
  month: '2026-11',
  now: DECEMBER,
  zone: ZONE,
  digest,
  ...part,
})
const decide = (state: ReportState, command: ReportCommand, part: Partial<ReportWorld> = {}) =>
  decideReport(state, command, { ...META, at: DECEMBER }, world(part))

const written: ReportEvent = { type: 'ReportWritten', section: 'overview', words: ['平稳。'] }
const signing = { ...UNSIGNED, compiledBy: '周敏' }
const data = reportData([])
const check = checkOf(monthDocument(data, NO_REPORT.written, null), digest)
const issue = (part: Partial<Extract<ReportCommand, { type: 'IssueReport' }>> = {}) =>
  ({ type: 'IssueReport', check: null, reason: null, data, lastSigning: null, ...part }) as const

function issued(state: ReportState, part: Parameters<typeof issue>[0] = {}): ReportEvent {
  const decision = decide(state, issue(part))
  const event = decision.ok ? decision.events[0] : undefined
  if (!event) throw new Error('nothing was issued')
  return event
}

describe('a section', () => {
  const write = (basedOn: number | null) =>
    ({ type: 'WriteSection', section: 'overview', words: ['平稳。'], basedOn }) as const

  test('is what a person wrote last, until it is given back to the draft', () => {
    expect(decide(NO_REPORT, write(null))).toEqual(recorded(written))
    const state = stateAfter(reportStream, written)
    expect(state.written.words).toEqual({ overview: ['平稳。'] })
    expect(state.writtenAt).toEqual({ overview: 1 })
    const back = stateAfter(reportStream, written, { ...written, words: null })
    expect(back.written.words).toEqual({})
    expect(back.writtenAt).toEqual({ overview: 2 })
  })

  test('that somebody changed since its author opened it is not written over', () => {
    expect(decide(NO_REPORT, write(0))).toMatchObject({ ok: true })
    expect(decide(stateAfter(reportStream, written), write(0))).toMatchObject({
      code: 'report-stale',
    })
    expect(decide(stateAfter(reportStream, written), write(1))).toMatchObject({ ok: true })
  })
})

test.each([
  ['writing', { type: 'WriteSection', section: 'overview', words: null, basedOn: null }],
  ['signing', { type: 'SignReport', signing }],
  ['issuing', issue()],
] as const)('%s before the month has begun is refused', (_what, command) => {
  const october = { now: endOfMonth('2026-10', ZONE) - 1 }
  expect(decide(NO_REPORT, command, october)).toMatchObject({ code: 'month-not-begun' })
})

test('signatures are those that were given last', () => {
  expect(decide(NO_REPORT, { type: 'SignReport', signing })).toEqual(
    recorded({ type: 'ReportSigned', signing }),
  )
  expect(stateAfter(reportStream, { type: 'ReportSigned', signing }).written.signing).toEqual(
    signing,
  )
})

describe('issuing', () => {
  test('freezes what the draft says, with what it stands on', () => {
    const event = issued(NO_REPORT, { check })
    expect(event).toMatchObject({
      type: 'ReportIssued',
      number: 0,
      reason: null,
      check,
      position: data.position,
      asOf: data.asOf,
      rules: DOCUMENT_RULES,
      written: NO_REPORT.written,
      paper: monthDocument(data, NO_REPORT.written, {
        number: 0,
        reason: null,
        at: DECEMBER,
        check,
      }),
    })
    expect(stateAfter(reportStream, event).issues).toEqual([
      {
        number: 0,
        reason: null,
        issuedAt: AT - 60_000,
        by: '周敏',
        position: data.position,
        asOf: data.asOf,
        check,
        rules: DOCUMENT_RULES,
      },
    ])
  })

  test('before the month is over, or another draft than was seen, is refused', () => {
    const running = { now: DECEMBER - 1 }
    expect(decide(NO_REPORT, issue({ data: null }))).toMatchObject({ code: 'month-not-over' })
    expect(decide(NO_REPORT, issue(), running)).toMatchObject({ code: 'month-not-over' })
    expect(decide(NO_REPORT, issue({ check: 'other' }))).toMatchObject({ code: 'report-changed' })
  })

  test('again is a correction: it needs a reason, and something that is different', () => {
    const state = stateAfter(reportStream, issued(NO_REPORT))
    const again = { lastSigning: UNSIGNED, reason: '补报一起' }
    expect(decide(state, issue({ ...again, reason: null }))).toMatchObject({
      code: 'reason-needed',
    })
    expect(decide(state, issue(again))).toMatchObject({ code: 'nothing-changed' })
    const signed = stateAfter(reportStream, issued(NO_REPORT), { type: 'ReportSigned', signing })
    expect(decide(signed, issue(again))).toMatchObject({
      events: [{ number: 1, reason: '补报一起' }],
    })
    const rewritten = stateAfter(reportStream, issued(NO_REPORT), written)
    expect(decide(rewritten, issue(again))).toMatchObject({ events: [{ number: 1 }] })
  })

  test('an issue is found again among the events of its month', () => {
    const [first, second] = [issued(NO_REPORT), issued(stateAfter(reportStream, written))]
    const events = [written, first, { ...second, number: 1 }].map(({ type, ...body }, index) => ({
      type,
      body,
      at: AT + index,
      by: '周敏',
    }))
    expect(issueIn(events, 1)).toMatchObject({ type: 'ReportIssued', number: 1, at: AT + 2 })
    expect(issueIn(events, 2)).toBeNull()
  })
})

describe('what the station does by itself', () => {
  const drawing = { position: 99, asOf: DECEMBER, check, rules: DOCUMENT_RULES }
  const prepare = { type: 'PrepareReport', drawing } as const

  test('a month is prepared once; what a clock that ran ahead has prepared is prepared again', () => {
    const prepared = { type: 'ReportPrepared', ...drawing } as const
    expect(decide(NO_REPORT, prepare)).toEqual(recorded(prepared))
    const state = stateAfter(reportStream, prepared)
    expect(state.prepared).toEqual({ ...drawing, at: AT - 60_000 })
    expect(decide(state, prepare)).toEqual(recorded())
    const ahead = { ...state, prepared: { ...drawing, at: DECEMBER + 1 } }
    expect(decide(ahead, prepare)).toEqual(recorded(prepared))
  })

  test('a copy is noted once', () => {
    const copy = { issue: 'draft', name: '2026-11-report-draft', formats: ['xlsx'] }
    const copied = { type: 'ReportCopied', ...copy } as const
    expect(decide(NO_REPORT, { type: 'NoteCopy', ...copy })).toEqual(recorded(copied))
    expect(decide(stateAfter(reportStream, copied), { type: 'NoteCopy', ...copy })).toEqual(
      recorded(),
    )
  })
})

describe('what is noted of a report', () => {
  const { position, asOf } = data
  const drawing = { position, asOf, check, rules: DOCUMENT_RULES }
  const change = (state: ReportState) => decide(state, { type: 'NoteChange', incidentId: 'i1' })
  const first = issued(NO_REPORT)
  const changed: ReportEvent = { type: 'ReportDataChanged', incidentId: 'i1' }

  test('given no issue, a change of its data is nothing; given one, it is recorded once', () => {
    expect(change(NO_REPORT)).toEqual(recorded())
    expect(change(stateAfter(reportStream, first))).toEqual(recorded(changed))
    expect(change(stateAfter(reportStream, first, changed))).toEqual(recorded())
    expect(change(stateAfter(reportStream, first, changed, first))).toEqual(recorded(changed))
  })

  test('given it was prepared, it is prepared again only where the clock is put back before that', () => {
    const prepared: ReportEvent = { type: 'ReportPrepared', ...drawing }
    const state = stateAfter(reportStream, prepared)
    const again = (at: number) =>
      decideReport(state, { type: 'PrepareReport', drawing }, { ...META, at }, world())
    const instant = state.prepared?.at ?? 0
    expect(again(instant)).toEqual(recorded())
    expect(again(instant - 1)).toEqual(recorded(prepared))
  })

  test('a document is there once anything was recorded, of a month by its name alone', () => {
    const { of, hasForm } = reportStream.documents.report
    expect(of(NO_REPORT)).toBeNull()
    const state = stateAfter(reportStream, written)
    expect(of(state)).toBe(state)
    expect([hasForm(state, '2026-11'), hasForm(state, '2026-13'), hasForm({}, '2026-11')]).toEqual([
      ...[true, false, false],
    ])
  })
})
