/**
 * Checks how a plan starts, is confirmed and repeats, as far as one plan can tell by itself. What
 * it needs of others stands in companions.ts.
 */
import type { Condition, Plan, StartRule, Step } from '../plan.ts'
import { leavesOf, type Leaf } from '../walk.ts'
import { error, warning, type FindingDraft, type PlanRule } from './finding.ts'

/** A rule looks at the incident and at other plans, before this one has a step or a clock. */
const canRead = (leaf: Leaf): boolean =>
  'step' in leaf || 'calendar' in leaf ? false : !('elapsed' in leaf) || leaf.from === 'reported'

/** A rule hands over from the plan whose question it reads. */
const handingOver = ({ when, handsOver }: StartRule, path: string): readonly FindingDraft[] =>
  !handsOver || leavesOf(when).some((leaf) => 'fact' in leaf)
    ? []
    : [
        error(
          'hands-over-nothing',
          path,
          '规则的条件里没有别的预案的问题，不知道接手哪一份；请删除handsOver',
          'The rule uses no question of another plan, so no plan can hand over; leave out handsOver',
        ),
      ]

function rule(when: Condition, path: string): readonly FindingDraft[] {
  const leaves = leavesOf(when)
  if (leaves.length === 0)
    return [
      error(
        'start-reads-nothing',
        path,
        '启动规则没有条件，会立即成立',
        'The rule has nothing to wait for, so it would hold at once',
      ),
    ]
  return leaves.every(canRead)
    ? []
    : [
        error(
          'start-cannot-read',
          path,
          '启动规则的条件只能是别的预案的问题、事件类型、级别、伤亡，或 {elapsed: …, from: reported}',
          'A rule may use questions of other plans, the type, the level, casualties, or {elapsed: …, from: reported}',
        ),
      ]
}

/** An annex may be started as its base is: that is told where the base is known. */
function confirming(plan: Plan): readonly FindingDraft[] {
  const [first, second] = plan.steps.filter((step) => step.confirms)
  return [
    ...(first && !plan.activation && !plan.extends
      ? [
          error(
            'confirms-without-activation',
            `steps.${first.id}.confirms`,
            '没有先行启动，不用确认；请写activation或删除confirms',
            'Nothing is started provisionally, so there is nothing to confirm; write activation, or leave out confirms',
          ),
        ]
      : []),
    ...(first && second
      ? [
          error(
            'two-confirms',
            `steps.${second.id}.confirms`,
            `“${first.id}”已经是确认的那一步，只能有一步`,
            `“${first.id}” already confirms; only one step can`,
          ),
        ]
      : []),
  ]
}

/** It asks for a reason, and what life hangs on must not wait for somebody who types. */
const disclosing = ({ id, discloses, lifeSafety }: Step): readonly FindingDraft[] =>
  discloses && lifeSafety
    ? [
        error(
          'discloses-life-safety',
          `steps.${id}.discloses`,
          '解除静默要写原因，保命步骤不能等；请另写一步',
          'Lifting discretion needs a reason, and a life-safety step must not wait for one; make it a separate step',
        ),
      ]
    : []

/** What nobody finishes waits for nobody. */
const acknowledged = ({ id, everybody, prohibits, activates }: Step): readonly FindingDraft[] =>
  everybody && (prohibits || activates)
    ? [
        error(
          'everybody-never-done',
          `steps.${id}.everybody`,
          '禁止事项和“启动即完成”的步骤没有人去完成，不能要求每人确认',
          'A prohibition, or a step that the start itself finishes, is done by nobody: it cannot wait for everybody',
        ),
      ]
    : []

function repeating(step: Step): readonly FindingDraft[] {
  if (!step.repeat) return []
  return [
    ...(step.due
      ? []
      : [
          error(
            'repeat-without-due',
            `steps.${step.id}.repeat`,
            '重复的步骤须写due：第一次的时限',
            'A step that repeats needs a limit for its first time: write due',
          ),
        ]),
    ...(step.repeat.every > 0
      ? []
      : [
          error(
            'repeat-not-positive',
            `steps.${step.id}.repeat.every`,
            '重复的间隔须大于零',
            'The interval must be longer than zero',
          ),
        ]),
    ...(step.report === null
      ? [
          warning(
            'report-untold',
            `steps.${step.id}.report`,
            '在“报告”阶段重复，没写明是不是续报，按一般步骤处理；是续报请选“续报”，不是请换阶段',
            'It repeats in the report stage and does not say which kind of report it is, so it counts as none: write report, or choose another stage',
          ),
        ]
      : []),
  ]
}

/** Nothing of the aftermath is taken before the incident is contained. */
const early = (step: Step): readonly FindingDraft[] =>
  !step.aftercare || step.stage === 'recover' || step.stage === 'review'
    ? []
    : [
        warning(
          'aftercare-early',
          `steps.${step.id}.aftercare`,
          '善后事项要等控制住以后才能登记，这一步却不在“善后”“复盘”阶段；请换阶段，或删除aftercare',
          'Aftercare is entered once the incident is contained, and this step comes before the last two stages: choose another stage, or leave out aftercare',
        ),
      ]

const replacing = (plan: Plan): readonly FindingDraft[] =>
  plan.extends || !plan.replaces?.length
    ? []
    : [
        error(
          'replaces-without-base',
          'replaces',
          '没有写extends，不知道代替哪份预案的步骤',
          'Without extends it is not clear whose steps it replaces: write extends, or leave out replaces',
        ),
      ]

export const starting: PlanRule = (plan) => [
  ...replacing(plan),
  ...confirming(plan),
  ...plan.steps.flatMap((step) => [
    ...repeating(step),
    ...disclosing(step),
    ...early(step),
    ...acknowledged(step),
  ]),
  ...(plan.start ?? []).flatMap((item, index) => [
    ...rule(item.when, `start.${index}.when`),
    ...handingOver(item, `start.${index}.handsOver`),
  ]),
]
