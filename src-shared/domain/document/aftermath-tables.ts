/**
 * The aftermath of an incident as tables of its record: what was owed to people, the inquiry,
 * reviews with their lessons, evaluations of plans, the result. Names and words only where somebody
 * asked for them; a table that has nothing to say is not there.
 */
import type { BoardAftercare, BoardAftermath } from '../board/aftermath.ts'
import type { BoardIncident } from '../board/types.ts'
import { OPERATING_NAMES, PEOPLE, PEOPLE_NAMES } from '../incident/record/scales.ts'
import { AFTERCARE_NAMES } from '../plan/aftercare-kinds.ts'
import { localized, type LocalizedText } from '../text.ts'
import { CAUSE_NAMES } from '../timeline/aftermath.ts'
import { yuanOfFen } from '../wording/fen.ts'
import type { Table, Value } from './document.ts'
import { author, cells, column, joined, titleFor } from './incident-tables.ts'

const EMPTY = localized('没有记录', 'Nothing is recorded')
const both = (words: string): LocalizedText => localized(words, words)
const yuan = (fen: number | null): string | null => (fen === null ? null : yuanOfFen(fen))

const entryState = ({ done, withdrawn }: BoardAftercare): LocalizedText => {
  if (done) return localized('已办结', 'Done')
  return withdrawn ? localized('已撤销', 'Withdrawn') : localized('未办', 'Open')
}

/** What was found and done of it, in one cell: words of people. */
const outcome = ({ words, done, withdrawn }: BoardAftercare): string =>
  [words, done?.finding, done?.measure, done?.words, withdrawn?.reason].filter(Boolean).join('；')

function entryTable(
  { entries, agreedFen, paidFen }: BoardAftermath,
  { steps }: BoardIncident,
  personal: boolean,
): Table {
  return {
    id: 'aftercare',
    title: localized('善后事项', 'Aftercare'),
    columns: [
      column('kind', '事项', 'What'),
      ...(personal ? [column('whom', '对谁', 'For whom'), column('owner', '谁办', 'Owner')] : []),
      column('due', '期限', 'Due'),
      column('state', '情况', 'State'),
      column('agreed', '议定（元）', 'Agreed (yuan)'),
      column('paid', '实付（元）', 'Paid (yuan)'),
      column('at', '办结', 'Done', 'instant'),
      column('by', '记录人', 'By'),
      column('step', '步骤', 'Step'),
      ...(personal ? [column('words', '内容和结果', 'Words')] : []),
    ],
    rows: [
      ...entries.map((entry) =>
        cells(
          AFTERCARE_NAMES[entry.kind],
          ...(personal ? [entry.whom, entry.owner] : []),
          entry.dueOn,
          entryState(entry),
          yuan(entry.agreedFen),
          yuan(entry.done?.paidFen ?? null),
          entry.done?.at ?? null,
          author(entry.done?.by ?? entry.withdrawn?.by ?? entry.by),
          titleFor(steps, entry.stepId, personal),
          ...(personal ? [outcome(entry)] : []),
        ),
      ),
      ...(agreedFen + paidFen > 0
        ? [
            cells(
              localized('合计', 'Total'),
              ...(personal ? [null, null] : []),
              null,
              null,
              yuan(agreedFen),
              yuan(paidFen),
              ...Array<Value>(personal ? 4 : 3).fill(null),
            ),
          ]
        : []),
    ],
    empty: EMPTY,
  }
}

const factTable = (
  id: string,
  title: LocalizedText,
  facts: readonly (readonly [LocalizedText, Value])[],
): Table => ({
  id,
  title,
  columns: [column('item', '项目', 'Item'), column('value', '内容', 'Value')],
  rows: facts
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([item, value]) => cells(item, value)),
  empty: EMPTY,
})

const NAMES = {
  course: localized('经过', 'Course'),
  cause: localized('原因', 'Cause'),
  opinion: localized('处理意见', 'Opinion'),
  to: localized('呈报给', 'Handed to'),
  by: localized('记录人', 'By'),
  well: localized('做得好的', 'What went well'),
  poor: localized('做得差的', 'What did not'),
  people: localized('参加的人', 'Who took part'),
} as const

function inquiryTable({ inquiry }: BoardAftermath): readonly Table[] {
  if (!inquiry) return []
  const { course, cause, opinion, handed, by } = inquiry
  return [
    factTable('inquiry', localized('调查', 'Inquiry'), [
      [NAMES.course, course],
      [NAMES.cause, cause],
      [NAMES.opinion, opinion],
      [NAMES.to, handed?.to ?? null],
      [NAMES.by, author(by)],
    ]),
  ]
}

/** What was found and learned, in one table a review. */
const reviewTables = ({ reviews }: BoardAftermath): readonly Table[] =>
  reviews.map(({ id, kind, cause, well, poor, lessons, people, by }) =>
    factTable(`review-${id}`, AFTERCARE_NAMES[kind], [
      [NAMES.cause, cause],
      [NAMES.well, well],
      [NAMES.poor, poor],
      ...lessons.map(
        ({ text }, index) => [localized(`教训${index + 1}`, `Lesson ${index + 1}`), text] as const,
      ),
      [NAMES.people, people],
      [NAMES.by, author(by)],
    ]),
  )

/** When each was, without its words: which plans it evaluates. */
function reviewList({ reviews, evaluations }: BoardAftermath): readonly Table[] {
  if (reviews.length === 0) return []
  const titles = new Map(evaluations.map(({ planId, title }) => [planId, title] as const))
  return [
    {
      id: 'reviews',
      title: localized('复盘和预案评估', 'Reviews and evaluations of plans'),
      columns: [
        column('kind', '种类', 'Kind'),
        column('at', '时间', 'When', 'instant'),
        column('lessons', '教训', 'Lessons', 'count'),
        column('plans', '评估的预案', 'Plans evaluated'),
        column('by', '记录人', 'By'),
      ],
      rows: reviews.map(({ kind, reviewedAt, lessons, plans, by }) =>
        cells(
          AFTERCARE_NAMES[kind],
          reviewedAt,
          lessons.length,
          joined(plans.map((planId) => titles.get(planId) ?? both(planId))),
          author(by),
        ),
      ),
      empty: EMPTY,
    },
  ]
}

function resultTable({ result }: BoardAftermath, personal: boolean): readonly Table[] {
  if (!result) return []
  const { casualties, loss, operating, cause, handedTo, by, outdated } = result
  const counted = PEOPLE.filter((kind) => casualties[kind] !== undefined)
  return [
    factTable('result', localized('事件结果（结案时）', 'Result, as at closing'), [
      [
        localized('伤亡和人员', 'Casualties and people'),
        counted.length === 0
          ? null
          : joined(
              counted.map((kind) => {
                const [name, count] = [PEOPLE_NAMES[kind], casualties[kind] ?? 0]
                return localized(`${name.zh}${count}人`, `${count} ${name.en}`)
              }),
            ),
      ],
      [localized('直接经济损失（元）', 'Direct loss (yuan)'), loss],
      ...(outdated
        ? [
            [
              localized('结案后', 'Since then'),
              localized(
                '伤亡或损失已更正，以上文为准',
                'casualties or loss were put right: see above',
              ),
            ] as const,
          ]
        : []),
      [localized('营业', 'Operating state'), operating && OPERATING_NAMES[operating]],
      [NAMES.cause, cause && CAUSE_NAMES[cause]],
      [localized('移交给', 'Handed to'), personal ? handedTo : null],
      [NAMES.by, author(by)],
    ]),
  ]
}

/** None of it: no table. */
export function aftermathTables(incident: BoardIncident, personal: boolean): readonly Table[] {
  const { aftermath } = incident
  if (!aftermath) return []
  return [
    ...(aftermath.entries.length > 0 ? [entryTable(aftermath, incident, personal)] : []),
    ...(personal ? inquiryTable(aftermath) : []),
    ...reviewList(aftermath),
    ...(personal ? reviewTables(aftermath) : []),
    ...resultTable(aftermath, personal),
  ]
}
