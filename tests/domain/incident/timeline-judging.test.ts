/**
 * The record in words: numbers, scales, lists and evidence. What is personal stands apart in every
 * line.
 */
import { describe, expect, it } from 'vitest'
import type { AssessmentEvent } from '#shared/domain/incident/record/events.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { lineOf } from '#shared/domain/timeline/timeline.ts'
import { MINUTE, plan, step } from '../../kit/plan.ts'

const graded = plan('p', [step('a')], {
  levels: [
    { level: 2, name: localized('二级', 'Level II') },
    { level: 3, name: localized('三级', 'Level III') },
  ],
})
const names = {
  title: (id: string) => localized(`步骤${id}`, `Step ${id}`),
  marked: (says: LocalizedText) => says,
  plan: () => graded,
  role: (id: string) => localized(id, id),
  type: (code: string) => localized(code, code),
  instant: String,
}
const line = (event: AssessmentEvent) => lineOf(event, names, [graded])
const sealed = { sealed: 's' }
const reason = null

const SAID: [string, AssessmentEvent, string, string][] = [
  [
    'casualties',
    { type: 'CasualtiesCounted', counts: { dead: 0, minor: 3 }, before: {}, reason },
    '伤亡：死亡0人、轻伤3人',
    'Casualties: 0 dead, 3 slightly injured',
  ],
  [
    'casualties corrected',
    {
      type: 'CasualtiesCounted',
      counts: { dead: 1, serious: 1, missing: 0 },
      before: { serious: 2 },
      reason: '抢救无效',
    },
    '伤亡：死亡1人、重伤1人（原2）、失联0人，原因：抢救无效',
    'Casualties: 1 dead, 1 seriously injured (was 2), 0 missing, because: 抢救无效',
  ],
  [
    'people who are trapped and out of danger',
    {
      type: 'CasualtiesCounted',
      counts: { minor: 1, trapped: 2, atRisk: 0, evacuated: 500 },
      before: { atRisk: 30 },
      reason,
    },
    '人员：轻伤1人、被困2人、涉险0人（原30）、已疏散500人',
    'People: 1 slightly injured, 2 trapped, 0 at risk (was 30), 500 evacuated',
  ],
  [
    'a loss',
    { type: 'LossEstimated', yuan: 5000, before: null, reason },
    '损失估计：5000元',
    'Loss estimated: 5000 yuan',
  ],
  [
    'a loss corrected',
    { type: 'LossEstimated', yuan: 6000, before: 5000, reason },
    '损失估计：6000元（原5000）',
    'Loss estimated: 6000 yuan (was 5000)',
  ],
  [
    'a loss by its parts',
    {
      type: 'LossEstimated',
      yuan: 5200,
      before: 100,
      reason,
      parts: { property: 5000, affairs: 200 },
    },
    '损失估计：5200元（财产损失5000元、事务性费用200元）（原100）',
    'Loss estimated: 5200 yuan (property 5000, administration 200) (was 100)',
  ],
  [
    'a kind of accident',
    {
      type: 'AccidentKindJudged',
      accident: {
        code: 'WSA10009',
        name: localized('火灾', 'Fire'),
        standard: 'GB 6441-2025',
      },
      before: 'WSA10016',
      reason,
    },
    '事故类型：火灾（GB 6441-2025 WSA10009）（原WSA10016）',
    'Kind of accident: Fire (GB 6441-2025 WSA10009) (was WSA10016)',
  ],
  [
    'a severity',
    { type: 'SeverityJudged', severity: 'serious', before: null, suggested: 'serious', reason },
    '事件等级判为较大',
    'Severity assessed: Major',
  ],
  [
    'a severity that is not as suggested',
    {
      type: 'SeverityJudged',
      severity: 'major',
      before: 'serious',
      suggested: 'serious',
      reason: '影响大',
    },
    '事件等级判为重大（按人数和损失建议较大），原因：影响大',
    'Severity assessed: Serious (suggested by the figures: major), because: 影响大',
  ],
  [
    'an impact',
    {
      type: 'ImpactRecorded',
      impact: { staff: 2, customers: 30, serviceInterruptedMs: 90 * MINUTE, operating: 'partly' },
      reason,
    },
    '影响：员工2人、顾客30人、服务中断90分、部分营业',
    'Impact: 2 staff, 30 customers, service down 90 min, partly open',
  ],
  [
    'a part of the impact',
    { type: 'ImpactRecorded', impact: { operating: 'closed' }, reason },
    '影响：停止营业',
    'Impact: closed',
  ],
  [
    'what becomes of the meeting',
    { type: 'ImpactRecorded', impact: { meeting: 'cancelled' }, reason },
    '影响：会议取消',
    'Impact: meeting cancelled',
  ],
  [
    'a level set',
    { type: 'LevelChanged', from: null, to: 3, reason },
    '响应级别定为三级',
    'Response level set to Level III',
  ],
  [
    'a level raised',
    { type: 'LevelChanged', from: 3, to: 2, reason },
    '响应级别由三级升为二级',
    'Response level raised from Level III to Level II',
  ],
  [
    'a level lowered',
    { type: 'LevelChanged', from: 2, to: 4, reason: '已缓和' },
    '响应级别由二级降为4级，原因：已缓和',
    'Response level lowered from Level II to level 4, because: 已缓和',
  ],
  [
    'a pre-alert',
    { type: 'PrealertSet', warning: 'yellow', before: null, reason: '雷雨' },
    '预警启动：黄色预警，原因：雷雨',
    'Pre-alert: yellow warning, because: 雷雨',
  ],
  [
    'a pre-alert changed',
    { type: 'PrealertSet', warning: 'red', before: 'yellow', reason },
    '预警由黄色预警调整为红色预警',
    'Pre-alert changed from yellow warning to red warning',
  ],
  [
    'a pre-alert ended',
    { type: 'PrealertEnded', warning: 'red', reason: '已过' },
    '预警解除：红色预警，原因：已过',
    'Pre-alert ended: red warning, because: 已过',
  ],
  [
    'places',
    {
      type: 'ListAdded',
      stepId: 'a',
      items: [
        { id: '1', name: '甲苑', size: 120, helper: null },
        { id: '2', name: '乙苑', size: null, helper: sealed },
      ],
    },
    '“步骤a”的名单加入甲苑（120）、乙苑',
    'Added to the list of "Step a": 甲苑 (120), 乙苑',
  ],
  [
    'persons',
    {
      type: 'ListAdded',
      stepId: 'a',
      items: [{ id: '1', name: sealed, size: null, helper: null }],
    },
    '“步骤a”的名单加入1人',
    'Added to the list of "Step a": 1 person',
  ],
  [
    'a place reached',
    {
      type: 'ListMarked',
      stepId: 'a',
      item: '1',
      name: '甲苑',
      outcome: 'reached',
      for: sealed,
      reason,
    },
    '已落实：甲苑',
    'Reached: 甲苑',
  ],
  [
    'a place not reached',
    {
      type: 'ListMarked',
      stepId: 'a',
      item: '1',
      name: '甲苑',
      outcome: 'not-reached',
      for: null,
      reason: '停机',
    },
    '未落实：甲苑，原因：停机',
    'Not reached: 甲苑, because: 停机',
  ],
  [
    'a person handed over',
    {
      type: 'ListMarked',
      stepId: 'a',
      item: '2',
      name: sealed,
      outcome: 'handed-over',
      for: null,
      reason,
    },
    '已交接：名单第2项',
    'Handed over: entry 2 of the list',
  ],
  [
    'evidence',
    {
      type: 'EvidenceRecorded',
      evidenceId: '1',
      what: '当天监控',
      kind: 'video',
      place: '监控室',
      keeper: null,
      stepId: 'a',
      keepDays: 30,
    },
    '留存证据：当天监控（录像），存放监控室',
    'Evidence kept: 当天监控 (video), at 监控室',
  ],
  [
    'evidence with a keeper',
    {
      type: 'EvidenceRecorded',
      evidenceId: '1',
      what: '现场照片',
      kind: 'photo',
      place: '店长手机',
      keeper: sealed,
      stepId: null,
      keepDays: 30,
    },
    '留存证据：现场照片（照片），存放店长手机，保管人：',
    'Evidence kept: 现场照片 (photo), at 店长手机, keeper: ',
  ],
  [
    'evidence whose time has passed',
    { type: 'EvidenceMayGo', evidenceId: '1', what: '当天监控', keptUntil: 0 },
    '证据保存期满，可以处理：当天监控',
    'Evidence retention over: 当天监控',
  ],
]

describe('a line for', () => {
  it.each(SAID)('%s', (_, event, zh, en) => {
    expect(line(event)?.says).toEqual({ zh, en })
  })
})

it('names of persons and keepers stay sealed; a line over a step leads there', () => {
  const of = (what: string) => line(SAID.find(([name]) => name === what)?.[1] as AssessmentEvent)
  expect(of('a person handed over')).toMatchObject({ words: sealed, stepId: 'a' })
  expect(of('evidence with a keeper')).toMatchObject({ words: sealed, stepId: null })
  expect([of('persons'), of('a place reached'), of('evidence')]).toMatchObject([
    { words: null, stepId: 'a' },
    { words: null, stepId: 'a' },
    { words: null, stepId: 'a' },
  ])
})
