/** A report on readiness: from the record, or asked of people where none is kept. */
import { describe, expect, it } from 'vitest'
import type { CheckFigures } from '#shared/domain/check/figures.ts'
import type { DrillFigures } from '#shared/domain/drill/figures.ts'
import { NO_READINESS_FIGURES } from '#shared/domain/readiness/figures.ts'
import { NO_SUPPLY_FIGURES } from '#shared/domain/supplies/figures.ts'
import type { TrainingFigures } from '#shared/domain/training/figures.ts'
import { NO_UPKEEP_FIGURES } from '#shared/domain/upkeep/figures.ts'
import { draft, lineOf, tableOf, words } from '../../kit/report.ts'
import { values } from './month-paper-kit.ts'

const CHECKS: CheckFigures = {
  ...{ due: 62, done: 60, late: 3, missed: 2, extra: 1, failed: 4, critical: 1, pointsMissed: 2 },
  hazards: { opened: 3, major: 1, closed: 2, left: 1, overdue: 0 },
}
const TRAINING: TrainingFigures = {
  ...{ sessions: 2, minutes: 150, attendances: 31, persons: 24 },
  ...{ exams: 24, passed: 22, signedOff: 5, lacking: 3 },
}
const SUPPLIES = {
  ...NO_SUPPLY_FIGURES,
  supplies: 12,
  issued: 4,
  consumed: 3,
  expired: 1,
  short: 2,
}
const of = (readiness: Parameters<typeof draft>[1]) => draft([], readiness)
const unfilled = (document: ReturnType<typeof draft>, id: string) =>
  document.sections.find((section) => section.id === id)?.unfilled ?? []

it('checks and hazards stand with the corrective actions, once the site keeps lists', () => {
  const document = of({ readiness: { ...NO_READINESS_FIGURES, checks: CHECKS } })
  expect(words(document, 'actions')).toContain(
    '检查和巡查应做62次，做了60次（晚3次），漏2次；不合格4项，其中要紧1项；隐患新增3项，消除2项，月末未消除1项。',
  )
  expect(values(tableOf(document, 'check-figures').rows[0] ?? [])).toEqual([
    ...[62, 60, 3, 2, 1, 4, 1, 2, 3, 1, 2, 1, 0],
  ])
  expect(words(of({}), 'actions')).not.toContain('检查和巡查')
})

it('what was done for the plan documents stands with the plans, once the site records it', () => {
  const upkeep = { ...NO_UPKEEP_FIGURES, issued: 1, filed: 2, filedLate: 1, evaluated: 1 }
  const document = of({ readiness: { ...NO_READINESS_FIGURES, upkeep } })
  expect(words(document, 'plans')).toContain(
    '预案印发1次，备案2次（逾期1次），告知0次，评估1次（要修订0次）；登记修订情形0项，了结0项。',
  )
  expect(values(tableOf(document, 'upkeep-figures').rows[0] ?? [])).toEqual([
    ...[1, 0, 2, 1, 0, 0, 1, 0, 0, 0],
  ])
  expect(words(of({}), 'plans')).not.toContain('预案印发')
})

describe('training', () => {
  const document = of({ readiness: { ...NO_READINESS_FIGURES, training: TRAINING } })
  it('is written from the record, with its figures in a row', () => {
    expect(words(document, 'drills')).toContain(
      '本月组织培训2次，31人次，共150分钟；考试24人次，合格22人次；签收预案5份；月末应训未训或过期3项。',
    )
    expect(values(tableOf(document, 'training-figures').rows[0] ?? [])).toEqual([
      ...[2, 150, 31, 24, 24, 22, 5, 3],
    ])
    expect(unfilled(document, 'drills')).toEqual([])
  })
  it('that was not held is said, since the record would have it', () => {
    const none = { ...TRAINING, sessions: 0, exams: 0, signedOff: 0, lacking: 0 }
    expect(
      words(of({ readiness: { ...NO_READINESS_FIGURES, training: none } }), 'drills'),
    ).toContain('本月没有组织培训。')
  })
})

describe('drills that were arranged', () => {
  it('stand with form, grade and findings, and how many plans were due', () => {
    const drills: DrillFigures = {
      ...{ held: 3, brokenOff: 0, due: 4, done: 3, evaluated: 2, acknowledged: 1 },
      ...{ reportedOut: 0, findings: 5, participants: 20 },
      byForm: { desk: 2, function: 1, full: 0 },
      byGrade: { excellent: 1, good: 0, fair: 1, poor: 0 },
    }
    const document = of({ readiness: { ...NO_READINESS_FIGURES, drills } })
    expect(words(document, 'drills')).toContain(
      '按安排演练3次（桌面2次、单项1次）；评估2次（优1次、中1次），发现问题5个；本月应演练的预案4个，已演练3个。',
    )
    expect(words(document, 'drills', 'en')).toContain(
      '3 drills held as arranged (2 desk, 1 function)',
    )
    expect(values(tableOf(document, 'drill-figures').rows[0] ?? [])).toEqual([4, 3, 3, 0, 20, 2, 5])
  })
})

describe('supplies', () => {
  it('are written from the record; a drill’s stand apart', () => {
    const document = of({
      readiness: { ...NO_READINESS_FIGURES, supplies: { ...SUPPLIES, inDrills: 1 } },
    })
    expect(words(document, 'plans')).toContain(
      '月末登记应急物资12种，不足2种；本月过期1批；领用4次、消耗3次；演练领用1次不计入。',
    )
    expect(lineOf(document, 'supply-figures', '12')).toHaveLength(11)
    expect(unfilled(document, 'plans')).toEqual([])
  })
})

it('what the site keeps no record of is still asked of people', () => {
  const document = of({})
  expect([unfilled(document, 'drills').length, unfilled(document, 'plans').length]).toEqual([1, 1])
  expect(words(document, 'drills')).not.toContain('培训')
})
