/** The list of streams: every name in the record belongs to one, every document comes from one. */
import { describe, expect, test } from 'vitest'
import { asRecorded } from '#shared/domain/event-stream.ts'
import {
  AT_START,
  documentsOf,
  streamOf,
  streamOfDocument,
  streams,
} from '#shared/domain/streams.ts'

describe('a name in the record', () => {
  test.each([
    ['incident.01a0', streams.incident, '01a0'],
    ['site', streams.site, 'site'],
    ['attention', streams.attention, 'attention'],
    ['archiving', streams.archiving, 'archiving'],
    ['sheet-times', streams.sheetTimes, 'sheet-times'],
    ['roster', streams.roster, 'roster'],
    ['duty', streams.duty, 'duty'],
    ['places', streams.places, 'places'],
    ['floor-plan.p1', streams.floorPlan, 'p1'],
    ['contacts', streams.contacts, 'contacts'],
    ['walls', streams.walls, 'walls'],
    ['privacy', streams.privacy, 'privacy'],
    ['outlets', streams.outlets, 'outlets'],
    ['retention', streams.retention, 'retention'],
    ['purge.i1', streams.purge, 'i1'],
    ['purges', streams.purges, 'purges'],
    ['room', streams.room, 'room'],
    ['warnings', streams.warnings, 'warnings'],
    ['action.0192', streams.correctiveAction, '0192'],
    ['checklist.0192', streams.checklist, '0192'],
    ['check.0192', streams.check, '0192'],
    ['occasion.0192', streams.occasion, '0192'],
    ['risk.0192', streams.risk, '0192'],
    ['liaison.0192', streams.liaison, '0192'],
    ['drill.0192', streams.drill, '0192'],
    ['drill-script.fire', streams.drillScript, 'fire'],
    ['supply.0192', streams.supply, '0192'],
    ['stock-taking.0192', streams.stockTaking, '0192'],
    ['supply-request.0192', streams.supplyRequest, '0192'],
    ['policies', streams.policies, 'policies'],
    ['training-course.0192', streams.trainingCourse, '0192'],
    ['training-session.0192', streams.trainingSession, '0192'],
    ['sign-off.fire', streams.signOff, 'fire'],
    ['three-minute-drill', streams.threeMinuteDrill, 'three-minute-drill'],
    ['upkeep.document.mall', streams.upkeep, 'document.mall'],
    ['desk.s1', streams.operator, 's1'],
    ['plan-text.fire', streams.sitePlan, 'fire'],
    ['plan-document.lift', streams.siteDocument, 'lift'],
    ['plan-attachments.plan.fire', streams.planAttachments, 'plan.fire'],
    ['plan-paper.lift', streams.planPaper, 'lift'],
    ['plan.ab12', streams.planSnapshot, 'ab12'],
    ['report.2026-10', streams.monthlyReport, '2026-10'],
    ['reports', streams.reportArrangement, 'reports'],
    ['report-copies', streams.reportCopies, 'report-copies'],
    ['report-source.ab12', streams.reportSource, 'ab12'],
    ['backups', streams.backupPlace, 'backups'],
    ['import.one', streams.import, 'one'],
    ['station', streams.station, 'station'],
    ['hand-up', streams.handUp, 'hand-up'],
    ['handover', streams.handover, 'handover'],
    ['handover.0192', streams.handoverSheet, '0192'],
  ])('%s is of one stream, and is made of its id', (name, stream, id) => {
    expect(streamOf(name)).toEqual({ stream, id })
    expect(stream.nameOf(id)).toBe(name)
  })

  test('that no stream has is nobody’s', () => {
    expect(['', 'siteless', 'plan', 'reports.x'].map(streamOf)).toEqual([null, null, null, null])
  })
})

test('every kind of document is folded from one stream', () => {
  const kinds = Object.values(streams).flatMap(({ documents }) => Object.keys(documents))
  expect(kinds.sort()).toEqual([...new Set(kinds)])
  expect(documentsOf('plan-text.fire')).toEqual([
    { kind: 'own-plan', id: 'fire' },
    { kind: 'draft', id: 'fire' },
  ])
  expect([documentsOf('incident.1'), documentsOf('no.such')]).toEqual([[], []])
  expect(streamOfDocument({ kind: 'own-plan', id: 'fire' })).toBe('plan-text.fire')
  expect(streamOfDocument({ kind: 'draft', id: 'fire' })).toBe('plan-text.fire')
  expect(streamOfDocument({ kind: 'reports', id: 'reports' })).toBe('reports')
})

test('texts of plans and who sat at which desk are read one by one, all else at the start', () => {
  expect(Object.fromEntries(AT_START.map(({ kind, id }) => [kind, id]))).toEqual({
    site: 'site',
    attention: 'attention',
    archiving: 'archiving',
    'sheet-times': 'sheet-times',
    roster: 'roster',
    register: 'roster',
    duty: 'duty',
    places: 'places',
    'floor-plan': null,
    contacts: 'contacts',
    walls: 'walls',
    privacy: 'privacy',
    outlets: 'outlets',
    retention: 'retention',
    purges: 'purges',
    room: 'room',
    warnings: 'warnings',
    action: null,
    checklist: null,
    check: null,
    occasion: null,
    risk: null,
    talk: null,
    drill: null,
    'drill-script': null,
    supply: null,
    'stock-taking': null,
    'supply-request': null,
    policies: 'policies',
    'training-course': null,
    'training-session': null,
    'sign-offs': null,
    'three-minute-drill': 'three-minute-drill',
    upkeep: null,
    attachments: null,
    reports: 'reports',
    'report-copies': 'report-copies',
    emergency: 'station',
    adoptions: 'station',
    'wall-renewal': 'station',
    'self-test': 'station',
    backups: 'backups',
    'hand-up': 'hand-up',
    handover: 'handover',
    'own-plan': null,
    draft: null,
    'site-document': null,
    'document-draft': null,
    paper: null,
    report: null,
    import: null,
  })
})

test('an event of the record is one again for its decider, whatever its body is called', () => {
  const stored = { type: 'NoteAdded', at: 5, by: '周敏', body: { type: 'x', at: 1, words: 'w' } }
  expect(asRecorded(stored)).toEqual({ type: 'NoteAdded', at: 5, by: '周敏', words: 'w' })
})
