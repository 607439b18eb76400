/** Boards for tests of the faces: the incidents of a small town that never was. */
import { localized } from '#shared/domain/text.ts'
import type { Board, BoardIncident, BoardStep } from '#shared/domain/board/types.ts'
import type { StepState } from '#shared/domain/incident/record/state.ts'
import { type Stage, STAGES } from '#shared/domain/plan/plan.ts'
import { byUrgency } from '#shared/domain/board/urgency.ts'
import { alert, board, incident, NOW, SECOND, step } from './board-parts.ts'

const letters: Readonly<Record<string, StepState>> = {
  d: 'done',
  c: 'open',
  w: 'waiting',
  l: 'open',
  s: 'skipped',
}

/**
 * Steps by stage, one letter each: d done, c open, w waiting, l late, s skipped. The timed one
 * comes on top.
 */
export const rail = (...stages: readonly string[]): BoardStep[] =>
  STAGES.flatMap((stage: Stage, i) =>
    [...(stages[i] ?? '')].map((letter) =>
      step({
        stage,
        state: letters[letter] ?? 'open',
        late: letter === 'l',
        dueAt: null,
        people: [],
        short: localized('按预案处置', 'Follow the plan'),
      }),
    ),
  )

type Row = {
  id: string
  level: number | null
  place: string
  kind: [string, string]
  stage: Stage
  since: number
  limit: [string, string, number, number] | null
  owner: [string, string, string]
  rail: string[]
  state?: BoardIncident['state']
  drill?: boolean
  next?: [string, string]
  said?: [string, string]
}

const rows: readonly Row[] = [
  {
    id: 'hotline',
    level: 3,
    place: '热线中心',
    kind: ['电话打不进', 'No calls'],
    stage: 'respond',
    since: 734,
    limit: ['恢复电话接入', 'Restore calls', -134, 600],
    owner: ['信息中心', 'IT centre', '王磊'],
    rail: ['dddddc', 'd', 'dc', '', 'ccc', 'ww', 'w'],
    next: ['切换备用通信', 'Standby phones on'],
    said: ['热线抢修中，各营业厅请代为解释', 'Hotline down: please explain'],
  },
  {
    id: 'fire',
    level: 2,
    place: '政务大厅二楼',
    kind: ['火灾', 'Fire'],
    stage: 'on-site',
    since: 48,
    limit: ['带领群众撤出', 'Public out', 432, 480],
    owner: ['保安', 'Guards', '李强'],
    rail: ['ddcc', '', 'c', 'dcww', 'ccw', '', 'ww'],
    next: ['拨打119', 'Call 119'],
    said: ['请勿使用电梯', 'Do not use the lifts'],
  },
  {
    id: 'drill',
    drill: true,
    level: 3,
    place: '商场B1',
    kind: ['火灾', 'Fire'],
    stage: 'on-site',
    since: 520,
    limit: ['疏散顾客与员工', 'Evacuate', 680, 1_200],
    owner: ['应急小组', 'Team', '赵宏伟'],
    rail: ['dd', '', 'd', 'cw', '', 'w', 'w'],
  },
  {
    id: 'recharge',
    level: 4,
    place: '自助充值机',
    kind: ['大面积故障', 'Out of order'],
    stage: 'respond',
    since: 1_550,
    limit: ['修复充值机', 'Repair kiosks', 250, 1_800],
    owner: ['信息中心', 'IT centre', '唐宁'],
    rail: ['dd', '', 'c', '', 'dd', 'w', 'w'],
  },
  {
    id: 'ill',
    level: 1,
    place: '三楼会场',
    kind: ['多人晕倒', 'Many collapsed'],
    stage: 'on-site',
    since: 1_360,
    limit: ['首报', 'First report', 2_240, 3_600],
    owner: ['医疗救护组', 'Medical team', '孟洁'],
    rail: ['d', '', 'dd', 'ddccw', 'c', 'w', 'w'],
  },
  {
    id: 'power',
    level: 4,
    place: '二号营业厅',
    kind: ['停电', 'Power cut'],
    stage: 'recover',
    since: 504,
    limit: ['恢复供电', 'Restore power', 1_296, 1_800],
    owner: ['物业', 'Property', '郑海'],
    rail: ['dddd', '', 'd', 'd', 'dc', 'c', ''],
  },
  {
    id: 'net',
    level: 3,
    place: '滨江网点',
    kind: ['网络异常', 'Network fault'],
    stage: 'verify',
    since: 715,
    state: 'verifying',
    limit: ['终止受波及业务', 'Cut services', 4_352, 7_200],
    owner: ['技术人员', 'Technician', '徐畅'],
    rail: ['d', 'c', 'cw', '', '', 'ww', ''],
  },
  {
    id: 'angry',
    level: null,
    place: '一号营业厅',
    kind: ['客户情绪激动', 'Agitated customer'],
    stage: 'recover',
    since: 2_646,
    state: 'contained',
    limit: null,
    owner: ['店长', 'Store head', '沈怡'],
    rail: ['', 'd', 'dds', 'ddd', 'dd', 'cw', ''],
  },
]

function drawn(row: Row, now: number): BoardIncident {
  const ownerOf = { role: localized(row.owner[0], row.owner[1]), people: [row.owner[2]] }
  const [zh, en, left, length] = row.limit ?? ['', '', 0, 0]
  const dueAt = now + left * SECOND
  const timed = row.limit
    ? [
        step({
          id: `${row.id}-limit`,
          stage: row.stage,
          short: localized(zh, en),
          title: localized(zh, en),
          ...ownerOf,
          late: left <= 0,
          dueAt,
          startedAt: dueAt - length * SECOND,
        }),
      ]
    : []
  const steps = [...rail(...row.rail), ...timed]
  if (row.next)
    steps.push(
      step({
        id: `${row.id}-next`,
        stage: row.stage,
        urgency: 'immediate',
        short: localized(...row.next),
        role: localized('热线主管', 'Hotline head'),
        people: ['周敏'],
      }),
    )
  else
    steps.forEach((row, i) => {
      steps[i] = { ...row, ...ownerOf }
    })
  return incident({
    id: row.id,
    level: row.level,
    levelName: null,
    place: row.place,
    kind: localized(...row.kind),
    state: row.state ?? 'responding',
    drill: row.drill ?? false,
    receivedAt: now - row.since * SECOND,
    steps,
    notices: row.said ? [localized(...row.said)] : [],
    alerts:
      row.limit && left <= 0
        ? [alert({ id: `${row.id}-alert`, stepId: `${row.id}-limit`, dueAt, raisedAt: dueAt })]
        : [],
  })
}

/**
 * A board with the first `n` (0 to 8) sample incidents as they stand at `now`: one late, one drill,
 * one not graded.
 */
export const sampleBoard = (n = 3, now = NOW): Board =>
  board({
    now,
    incidents: byUrgency(
      rows.slice(0, n).map((row) => drawn(row, now)),
      now,
    ),
  })
