/** Reports of other systems: the first with an id is taken, whatever comes after it. */
import { describe, expect, it } from 'vitest'
import { decideReportSource } from '#shared/domain/report-source/decide.ts'
import { reportSourceStream, type TakenReport } from '#shared/domain/report-source/stream.ts'

const META = { at: Date.UTC(2026, 11, 7, 3), by: '消防主机' }
const FIRST = { incidentId: 'i-1', answer: { incidentId: 'i-1', proposals: [] } }
const SECOND = { incidentId: 'i-2', answer: { incidentId: 'i-2', proposals: [] } }

const after = (taken: TakenReport | null, report: typeof FIRST): TakenReport | null =>
  decideReportSource(taken, { type: 'TakeReport', ...report }).events.reduce(
    (state, event) => reportSourceStream.evolve(state, { ...event, ...META }),
    taken,
  )

describe('a report of another system', () => {
  it('is taken with the incident that it became and what was answered', () => {
    expect(decideReportSource(null, { type: 'TakeReport', ...FIRST }).events).toEqual([
      { type: 'ReportTaken', ...FIRST },
    ])
  })

  it('that is sent again is not taken, and the first incident and answer hold', () => {
    const taken = after(null, FIRST)
    expect(decideReportSource(taken, { type: 'TakeReport', ...SECOND }).events).toEqual([])
    expect(after(taken, SECOND)).toEqual({ ...FIRST, events: 1 })
  })

  it('of a record that has two holds to the first', () => {
    const events = [FIRST, SECOND].map((body) => ({ type: 'ReportTaken', body, ...META }))
    expect(reportSourceStream.replay('ab12', events)).toEqual({ ...FIRST, events: 2 })
  })
})
