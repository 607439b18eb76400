/**
 * The evaluation report of a drill as a document (88号令 art. 34; AQ/T 9009-2015): what was drilled,
 * who took part, what was played, how it was scored, the six contents, findings and their actions.
 */
import type { ActionRead } from '../corrective-action/draw.ts'
import type { DrillRead, EvaluationRead, InjectRead } from '../drill/draw.ts'
import { EVALUATION_CONTENTS } from '../drill/drill.ts'
import type { Delivery } from '../drill/inject.ts'
import {
  CONTENT_NAMES,
  FORM_NAMES,
  GRADE_NAMES,
  ITEM_KIND_NAMES,
  PURPOSE_NAMES,
} from '../drill/names.ts'
import { localized, type LocalizedText } from '../text.ts'
import { exactDuration } from '../wording/duration.ts'
import { minuteText } from '../wording/instant.ts'
import { actionsTable } from './actions-document.ts'
import type { Cell, ReportDocument, Section, Table } from './document.ts'
import { column, nameValue, plain, table } from './table.ts'
import { same } from './wording.ts'

/** `actions`: those that were opened for its findings. */
type Reported = {
  drill: DrillRead
  actions: readonly ActionRead[]
  site: LocalizedText
  zone: string
}

const NONE = localized('没有', 'None')
const section = (
  id: string,
  title: LocalizedText,
  part: Partial<Pick<Section, 'words' | 'tables'>>,
): Section => ({ id, title, words: [], tables: [], charts: [], ...part })

function peopleTable({ participants }: DrillRead): Table {
  return table(
    'participants',
    localized('参演人员', 'Who took part'),
    [
      column('post', '岗位', 'Post', 'text'),
      column('person', '姓名', 'Name', 'text'),
      column('seen', '已阅评估报告', 'Was shown the report', 'instant'),
    ],
    participants.map(({ post, person, acknowledgedAt }) => [
      plain(post ? nameValue(post.name) : null),
      plain(person),
      plain(acknowledgedAt),
    ]),
    { empty: NONE },
  )
}

const injectRow =
  (script: readonly InjectRead[]) =>
  ({ injectId, at }: Delivery, index: number): readonly Cell[] => {
    const inject = script.find(({ id }) => id === injectId)
    return [
      plain(index + 1),
      plain(at),
      plain(inject?.words ?? null),
      plain(inject?.to ?? null),
      plain(inject?.expects ?? null),
    ]
  }

const injectsTable = ({ script, deliveries }: DrillRead): Table =>
  table(
    'injects',
    localized('给出的情景', 'Injects that were delivered'),
    [
      column('nth', '序号', 'No.'),
      column('at', '时间', 'Time', 'instant'),
      column('words', '情景', 'Inject', 'text'),
      column('to', '对谁', 'To', 'text'),
      column('expects', '应做', 'Expected', 'text'),
    ],
    deliveries.map(injectRow(script)),
    { empty: localized('没有给出情景', 'No inject was delivered') },
  )

const itemsTable = ({ items, points, most }: EvaluationRead): Table =>
  table(
    'items',
    localized('评分', 'Scores'),
    [
      column('kind', '类别', 'Kind', 'text'),
      column('item', '项目', 'Item', 'text'),
      column('basis', '记录', 'Record', 'text'),
      column('score', '得分', 'Score'),
      column('reason', '调整原因', 'Why it was changed', 'text'),
    ],
    items.map(({ kind, title, basis, score, reason }) => [
      plain(ITEM_KIND_NAMES[kind]),
      plain(title),
      plain(basis),
      plain(score),
      plain(reason),
    ]),
    {
      empty: NONE,
      total: [
        plain(localized('合计', 'Total')),
        plain(null),
        plain(null),
        plain(points),
        plain(localized(`满分${most}`, `of ${most}`)),
      ],
    },
  )

function resultSection({
  evaluation,
  zone,
}: {
  evaluation: EvaluationRead | null
  zone: string
}): Section {
  const title = localized('评估结论', 'Result')
  if (!evaluation)
    return section('result', title, { words: [localized('还没有评估。', 'Not evaluated yet.')] })
  const { points, most, grade, person, at } = evaluation
  return section('result', title, {
    words: [
      localized(
        `得${points}分，满分${most}分，等级：${GRADE_NAMES[grade].zh}。评估人${person}，${minuteText(at, zone)}。`,
        `${points} of ${most} points: ${GRADE_NAMES[grade].en}. Evaluated by ${person}, ${minuteText(at, zone)}.`,
      ),
      localized(
        '每项0、1、3、5分（AQ/T 9009）。得满分的九成为优，七成半为良，六成为中，以下为差；有一项保命步骤得0分最高评中，两项评差。',
        'Items score 0, 1, 3 or 5 (AQ/T 9009). Nine tenths of the points are excellent, three quarters good, six tenths fair, less is poor; a life-safety step at 0 leaves fair at best, two leave poor.',
      ),
    ],
    tables: [itemsTable(evaluation)],
  })
}

function headLines({ drill, site, zone }: Reported): readonly LocalizedText[] {
  const { planTitle, form, purpose, started, ended, leader, evaluator, setBack } = drill
  const at = started ? minuteText(started.at, zone) : drill.day
  const until = ended ? minuteText(ended.at, zone).slice(11) : ''
  return [
    site,
    localized(
      `《${planTitle.zh}》${FORM_NAMES[form].zh}（${PURPOSE_NAMES[purpose].zh}）${started?.number ?? ''}`,
      `${planTitle.en}: ${FORM_NAMES[form].en} (${PURPOSE_NAMES[purpose].en}) ${started?.number ?? ''}`,
    ),
    localized(
      `${at}${until ? `至${until}` : ''}，${drill.place}`,
      `${at}${until ? ` to ${until}` : ''}, ${drill.place}`,
    ),
    localized(
      `组织：${leader.name.zh}；评估：${evaluator.name.zh}`,
      `Led by ${leader.name.en}; evaluated by ${evaluator.name.en}`,
    ),
    ...(setBack === null
      ? []
      : [
          localized(
            `推演：事发时间前移${exactDuration(setBack).zh}`,
            `Played ahead: the event lies ${exactDuration(setBack).en} before its report`,
          ),
        ]),
  ]
}

export function drillDocument(reported: Reported): ReportDocument {
  const { drill, actions, zone } = reported
  const { evaluation, findings, ended, id, started } = drill
  const remaining = findings.filter(({ withdrawn }) => !withdrawn)
  const brokenOff = ended?.brokenOff
  return {
    kind: 'drill',
    name: `drill-${started?.number ?? id}`.replace(/[^\w.-]/g, ''),
    title: localized('应急演练评估报告', 'Evaluation report of a drill'),
    lines: headLines(reported),
    mark: localized('演练', 'EXERCISE'),
    zone,
    sections: [
      section('course', localized('演练经过', 'Course'), {
        words: [
          same(drill.narrative),
          ...(brokenOff ? [localized(`演练中止：${brokenOff}`, `Broken off: ${brokenOff}`)] : []),
        ],
        tables: [injectsTable(drill), peopleTable(drill)],
      }),
      resultSection({ evaluation, zone }),
      ...(evaluation
        ? [
            section('contents', localized('六项评估内容', 'The six contents'), {
              words: EVALUATION_CONTENTS.map((content) =>
                localized(
                  `${CONTENT_NAMES[content].zh}：${evaluation.contents[content]}`,
                  `${CONTENT_NAMES[content].en}: ${evaluation.contents[content]}`,
                ),
              ),
            }),
          ]
        : []),
      section('findings', localized('问题和整改', 'Findings and corrective actions'), {
        words:
          remaining.length === 0
            ? [localized('没有发现问题。', 'Nothing was found wrong.')]
            : remaining.map(({ words }, index) => same(`${index + 1}. ${words}`)),
        tables:
          actions.length === 0
            ? []
            : [
                actionsTable(actions, {
                  source: false,
                  empty: localized('没有整改措施', 'There are no corrective actions'),
                }),
              ],
      }),
    ],
  }
}
