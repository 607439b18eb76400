/**
 * The parts of a board for tests of the faces. Everything is built from `NOW`, so that a test moves
 * time by choosing it.
 */
import { localized } from '#shared/domain/text.ts'
import type {
  Board,
  BoardAlert,
  BoardFault,
  BoardQuestion,
  BoardIncident,
  BoardPlan,
  BoardStep,
} from '#shared/domain/board/types.ts'
import { nearestStep, nextStep } from '#shared/domain/board/order.ts'

/** Tuesday, 24 November 2026, 14:32:08 in Shanghai. */
export const NOW = Date.UTC(2026, 10, 24, 6, 32, 8)
export const ZONE = 'Asia/Shanghai'
export const SECOND = 1_000
export const MINUTE = 60 * SECOND

let count = 0

export const step = (part: Partial<BoardStep> = {}): BoardStep => ({
  id: `step-${++count}`,
  planId: 'plan-1',
  title: localized('恢复电话接入', 'Restore telephone access'),
  short: localized('恢复电话接入', 'Restore calls'),
  stage: 'respond',
  roleId: 'it',
  role: localized('信息中心', 'IT centre'),
  people: ['王磊'],
  state: 'open',
  late: false,
  urgency: null,
  lifeSafety: false,
  required: false,
  prohibits: false,
  proposed: false,
  openedAt: NOW,
  startedAt: null,
  dueAt: null,
  pending: false,
  day: null,
  unpublished: false,
  acceptedBy: null,
  doneAt: null,
  doneBy: null,
  reason: null,
  explained: null,
  needsReason: false,
  outOfOrder: false,
  onBehalfOf: null,
  calls: [],
  say: null,
  materials: [],
  list: null,
  listed: null,
  evidence: null,
  clause: 'S09-85',
  chapter: localized('热线', 'Hotline'),
  says: localized('十分钟内恢复接入', 'Restore access within ten minutes'),
  waitsFor: [],
  waitsForCount: false,
  waitsForUnset: [],
  starts: null,
  confirms: false,
  repeat: null,
  times: 0,
  timesLate: 0,
  lastDoneAt: null,
  ...part,
})

export const plan = (part: Partial<BoardPlan> = {}): BoardPlan => ({
  planId: 'plan-1',
  revision: 'r1',
  title: localized('热线中断处置', 'Hotline outage'),
  short: localized('电话打不进', 'No calls'),
  completeness: 'complete',
  provisional: false,
  supersededBy: null,
  activatedAt: NOW,
  newer: false,
  broughtBy: null,
  confirmer: null,
  confirmedBy: null,
  confirmedAt: null,
  declined: null,
  ...part,
})

export const fact = (part: Partial<BoardQuestion> = {}): BoardQuestion => ({
  key: 'restored',
  planId: 'plan-1',
  kind: 'bool',
  question: localized('话务恢复了吗', 'Is telephony back'),
  options: [
    { value: 'yes', label: localized('是', 'Yes') },
    { value: 'no', label: localized('否', 'No') },
  ],
  several: false,
  unit: null,
  value: null,
  answeredAt: null,
  answeredBy: null,
  decidedBy: localized('信息中心', 'IT centre'),
  criterion: null,
  clause: 'S09-85',
  decides: [],
  ...part,
})

export const alert = (part: Partial<BoardAlert> = {}): BoardAlert => ({
  id: `alert-${++count}`,
  kind: 'late',
  priority: 2,
  stepId: 'step-1',
  cause: localized('恢复电话接入超时', 'Restoring calls is late'),
  action: localized('催办，记录原因', 'Chase it, record why'),
  owner: localized('信息中心', 'IT centre'),
  people: ['王磊'],
  clause: 'S09-85',
  dueAt: NOW,
  raisedAt: NOW,
  acknowledgedAt: null,
  acknowledgedBy: null,
  silencedUntil: null,
  told: [],
  next: null,
  ...part,
})

export const fault = (part: Partial<BoardFault> = {}): BoardFault => ({
  ...alert(),
  kind: 'fault',
  incidentId: null,
  stepId: null,
  tone: null,
  cause: localized('磁盘只剩150MB。', 'Only 150 MB are left on the disk.'),
  action: localized('请腾出空间。', 'Free some space.'),
  clause: '',
  ...part,
})

/** `nearest` and `next` are worked out from the steps, as the station does. */
export function incident(part: Partial<BoardIncident> = {}): BoardIncident {
  const steps = part.steps ?? []
  return {
    id: `incident-${++count}`,
    version: 1,
    place: '热线中心',
    type: null,
    typeName: null,
    category: 'system',
    kind: localized('电话打不进', 'No calls'),
    state: 'responding',
    level: 3,
    levelName: localized('三级', 'Level 3'),
    drill: false,
    narrative: '热线打不进来',
    reporter: null,
    channel: null,
    commander: null,
    receivedAt: NOW,
    occurredAt: null,
    closedAt: null,
    reason: null,
    plans: [plan()],
    proposed: [],
    facts: [],
    alerts: [],
    notices: [],
    levels: [],
    warning: null,
    severity: null,
    legalCategory: null,
    severitySuggested: null,
    casualties: null,
    loss: null,
    impact: null,
    evidence: [],
    moves: ['contained', 'lifted'],
    blocks: [],
    next: nextStep(steps)?.id ?? null,
    nearest: nearestStep(steps)?.id ?? null,
    ...part,
    steps,
  }
}

export const board = (part: Partial<Board> = {}): Board => ({
  position: 100,
  now: NOW,
  site: {
    name: localized('江畔市民中心', 'Riverside Civic Centre'),
    zone: ZONE,
    kinds: ['municipal-centre'],
    demo: false,
    setUp: true,
  },
  month: {
    month: '2026-11',
    incidents: 23,
    byCategory: [
      { code: 'emotion', name: localized('情绪激动', 'Agitation'), count: 9 },
      { code: 'safety', name: localized('人身安全', 'Safety'), count: 6 },
      { code: 'property', name: localized('财产损失', 'Property'), count: 4 },
      { code: 'system', name: localized('系统故障', 'Systems'), count: 1 },
      { code: 'other', name: localized('其他', 'Other'), count: 3 },
    ],
    limits: { due: 50, met: 47, late: 3 },
    drills: 2,
  },
  lastIncidentAt: NOW - 12 * 24 * 60 * MINUTE,
  duty: [],
  unpublishedYear: null,
  walls: [],
  storageFailed: false,
  head: null,
  notes: [],
  reportReady: null,
  emergency: null,
  alerts: [],
  incidents: [],
  ...part,
})
