/** The figures of readiness as sentences and tables of a paper: one row a kind. */
import type { DrillFigures } from '../drill/figures.ts'
import type { ReadinessFigures } from '../readiness/figures.ts'
import type { SupplyFigures } from '../supplies/figures.ts'
import { localized, type LocalizedText } from '../text.ts'
import type { TrainingFigures } from '../training/figures.ts'
import { checkFiguresTable } from './checks-document.ts'
import type { Table } from './document.ts'
import { column, plain, table } from './table.ts'
import { upkeepFiguresTable } from './upkeep-tables.ts'
import { joined, many } from './wording.ts'

type Line<F> = readonly [keyof F, string, string]

export const SUPPLY_LINES: readonly Line<SupplyFigures>[] = [
  ['supplies', '登记', 'In the register'],
  ['received', '入库', 'Received'],
  ['issued', '领用', 'Issued'],
  ['returned', '归还', 'Returned'],
  ['consumed', '消耗', 'Consumed'],
  ['disposed', '报废', 'Disposed of'],
  ['expired', '过期批次', 'Batches expired'],
  ['checks', '检查', 'Checks'],
  ['failed', '不合格', 'Not passed'],
  ['short', '不足', 'Short'],
  ['open', '未还', 'Not returned'],
]
export const TRAINING_LINES: readonly Line<TrainingFigures>[] = [
  ['sessions', '培训', 'Sessions'],
  ['minutes', '分钟', 'Minutes'],
  ['attendances', '人次', 'Attendances'],
  ['persons', '人数', 'People'],
  ['exams', '考试', 'Exams'],
  ['passed', '合格', 'Passed'],
  ['signedOff', '签收预案', 'Plans signed for'],
  ['lacking', '欠训', 'Training lacking'],
]

/** Those that are one number; forms and grades stand in the sentence. */
type DrillCounts = Omit<DrillFigures, 'byForm' | 'byGrade'>
export const DRILL_LINES: readonly Line<DrillCounts>[] = [
  ['due', '应演练预案', 'Plans due'],
  ['done', '已演练', 'Drilled'],
  ['held', '演练', 'Drills held'],
  ['brokenOff', '中止', 'Broken off'],
  ['participants', '参演人次', 'Participants'],
  ['evaluated', '已评估', 'Evaluated'],
  ['findings', '问题', 'Findings'],
]

/** One row of figures; `empty`: what stands where there are none. */
function figuresTable<F extends { [K in keyof F]: number }>(
  id: string,
  title: LocalizedText,
  lines: readonly Line<F>[],
  figures: F,
): Table {
  return table(
    id,
    title,
    lines.map(([key, zh, en]) => column(String(key), zh, en)),
    [lines.map(([key]) => plain(figures[key]))],
    { empty: localized('没有记录', 'Nothing is recorded') },
  )
}

export const supplyTable = (figures: SupplyFigures): Table =>
  figuresTable('supply-figures', localized('应急物资', 'Supplies'), SUPPLY_LINES, figures)
export const trainingTable = (figures: TrainingFigures): Table =>
  figuresTable('training-figures', localized('培训', 'Training'), TRAINING_LINES, figures)

export const drillTable = (figures: DrillFigures): Table =>
  figuresTable<DrillCounts>(
    'drill-figures',
    localized('演练安排', 'Drills as arranged'),
    DRILL_LINES,
    figures,
  )

/** A row for each that the site keeps a record of. */
export const readinessTables = ({
  drills,
  training,
  supplies,
  checks,
  upkeep,
}: ReadinessFigures): readonly Table[] => [
  ...(drills ? [drillTable(drills)] : []),
  ...(training ? [trainingTable(training)] : []),
  ...(supplies ? [supplyTable(supplies)] : []),
  ...(checks ? [checkFiguresTable(checks)] : []),
  ...(upkeep ? [upkeepFiguresTable(upkeep)] : []),
]

/** What was arranged; every drill that was held stands in the list of drills, arranged or not. */
export function drillWords({ held, byForm, due, done, ...rest }: DrillFigures): LocalizedText {
  const { evaluated, byGrade, findings } = rest
  const forms = [
    [byForm.desk, '桌面', 'desk'],
    [byForm.function, '单项', 'function'],
    [byForm.full, '综合', 'full'],
  ] as const
  const grades = [
    [byGrade.excellent, '优', 'excellent'],
    [byGrade.good, '良', 'good'],
    [byGrade.fair, '中', 'fair'],
    [byGrade.poor, '差', 'poor'],
  ] as const
  const listed = (counts: readonly (readonly [number, string, string])[]): LocalizedText => {
    const there = counts.filter(([count]) => count > 0)
    return localized(
      there.map(([count, zh]) => `${zh}${count}次`).join('、'),
      there.map(([count, , en]) => `${count} ${en}`).join(', '),
    )
  }
  const inBrackets = ({ zh, en }: LocalizedText): LocalizedText =>
    zh === '' ? localized('', '') : localized(`（${zh}）`, ` (${en})`)
  const [byForms, byGrades] = [inBrackets(listed(forms)), inBrackets(listed(grades))]
  const parts = [
    localized(
      `按安排演练${held}次${byForms.zh}`,
      `${many(held, 'drill')} held as arranged${byForms.en}`,
    ),
    ...(evaluated > 0
      ? [
          localized(
            `评估${evaluated}次${byGrades.zh}，发现问题${findings}个`,
            `${evaluated} evaluated${byGrades.en}, ${many(findings, 'finding')}`,
          ),
        ]
      : []),
    ...(due > 0
      ? [
          localized(
            `本月应演练的预案${due}个，已演练${done}个`,
            `${many(due, 'plan')} due to be drilled, ${done} drilled`,
          ),
        ]
      : []),
  ]
  return localized(`${joined(parts, '；').zh}。`, `${joined(parts, '', '; ').en}.`)
}

export function trainingWords(figures: TrainingFigures): LocalizedText {
  const { sessions, attendances, minutes, exams, passed, signedOff, lacking } = figures
  const parts = [
    sessions === 0
      ? localized('本月没有组织培训', 'No training was held')
      : localized(
          `本月组织培训${sessions}次，${attendances}人次，共${minutes}分钟`,
          `${many(sessions, 'training session')} held, ${many(attendances, 'attendance')}, ${many(minutes, 'minute')} in all`,
        ),
    ...(exams > 0
      ? [
          localized(
            `考试${exams}人次，合格${passed}人次`,
            `${many(exams, 'exam')}, ${passed} passed`,
          ),
        ]
      : []),
    ...(signedOff > 0
      ? [localized(`签收预案${signedOff}份`, `plans signed for: ${signedOff}`)]
      : []),
    ...(lacking > 0
      ? [localized(`月末应训未训或过期${lacking}项`, `${lacking} missing or expired at the end`)]
      : []),
  ]
  return localized(`${joined(parts, '；').zh}。`, `${joined(parts, '', '; ').en}.`)
}

export function supplyWords(figures: SupplyFigures): LocalizedText {
  const { supplies, issued, inDrills, consumed, expired, short, open, checks, failed } = figures
  const parts = [
    localized(
      `月末登记应急物资${supplies}种，不足${short}种`,
      `Supplies in the register: ${supplies}, short: ${short}`,
    ),
    localized(`本月过期${expired}批`, `batches expired: ${expired}`),
    localized(`领用${issued}次、消耗${consumed}次`, `issued ${issued}, consumed ${consumed} times`),
    ...(open > 0 ? [localized(`${open}笔领用未还`, `${open} not returned`)] : []),
    ...(checks > 0
      ? [
          localized(
            `检查${checks}次，不合格${failed}次`,
            `${many(checks, 'check')}, ${failed} not passed`,
          ),
        ]
      : []),
    ...(inDrills > 0
      ? [localized(`演练领用${inDrills}次不计入`, `${inDrills} issued in drills are not counted`)]
      : []),
  ]
  return localized(`${joined(parts, '；').zh}。`, `${joined(parts, '', '; ').en}.`)
}
