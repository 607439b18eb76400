/**
 * docs/life-safety.md: every step of the library that life hangs on, by whom, by which question it
 * is opened and when it alarms. Drawn from the plans, so that it cannot go stale.
 */
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ATTENTION_DEFAULTS } from '#shared/domain/attention/times.ts'
import {
  describeAnchor,
  describeCondition,
  describeInDoubt,
  describeRole,
} from '#shared/domain/plan/describe.ts'
import type { Plan, Question, Step } from '#shared/domain/plan/plan.ts'
import { factsRead } from '#shared/domain/plan/walk.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { exactDuration } from '#shared/domain/wording/duration.ts'
import { library, resources } from './shipped-library.ts'

const PAGE = join(resources, '..', 'docs', 'life-safety.md')
const RENEW = 'npx vitest run --project main tests/adapters/plans/life-safety.test.ts -u'
const UNTAKEN = exactDuration(ATTENTION_DEFAULTS.lifeSafety)
const TAKEN = exactDuration(ATTENTION_DEFAULTS.takenLifeSafety)

const cell = (...lines: readonly LocalizedText[]): string =>
  [...lines.map(({ zh }) => zh), ...lines.map(({ en }) => en)]
    .join('<br>')
    .replaceAll('|', '／')
    .replaceAll('\n', ' ')

const before = (step: Step, plan: Plan): readonly LocalizedText[] =>
  step.after.map((id) => {
    const text = describeAnchor({ step: id }, plan)
    return localized(`${text.zh}之后`, `after ${text.en}`)
  })

/** In whose words a step comes: at once, after another one, or with an answer. */
function opens(step: Step, plan: Plan): string {
  const when = step.when ? describeCondition(step.when, plan) : null
  const lines = [...before(step, plan), ...(when ? [when] : [])]
  return cell(...(lines.length > 0 ? lines : [localized('启动即开', 'at the activation')]))
}

function wordsToAsk(question: Question, plan: Plan): readonly LocalizedText[] {
  const role = describeRole(question.decidedBy, plan)
  const { zh, en } = question.question
  const time = exactDuration(question.ask?.within ?? ATTENTION_DEFAULTS.question)
  const doubt = question.inDoubt ? describeInDoubt(question.inDoubt, question) : null
  return [
    localized(`问${role.zh}：${zh}`, `asked of ${role.en}: ${en}`),
    localized(
      `${time.zh}没人答就响${doubt ? `，${doubt.zh}` : ''}`,
      `alarms after ${time.en} without an answer${doubt ? `, ${doubt.en}` : ''}`,
    ),
  ]
}

const questionsOf = (step: Step, plan: Plan): readonly Question[] =>
  plan.facts.filter(({ key, kind }) => kind !== 'calendar' && factsRead(step).includes(key))

const row = (step: Step, plan: Plan): string =>
  [
    `| ${step.id}${step.proposed ? '<br>建议 proposed' : ''}`,
    cell(step.title),
    cell(describeRole(step.role, plan)),
    opens(step, plan),
    `${cell(
      ...questionsOf(step, plan).flatMap((question) => wordsToAsk(question, plan)),
      localized(`打开后${UNTAKEN.zh}没人办就响`, `open and untaken for ${UNTAKEN.en}: alarms`),
    )} |`,
  ].join(' | ')

const section = (plan: Plan, steps: readonly Step[]): readonly string[] => [
  `## ${plan.title.zh} · ${plan.title.en}`,
  '',
  ...(plan.extends
    ? [`连同基础预案的各步 with the steps of its base: \`${plan.extends}\``, '']
    : []),
  '| 编号 id | 步骤 step | 谁 who | 何时开 opens | 问什么、何时响 asked, and when it alarms |',
  '|---|---|---|---|---|',
  ...steps.map((step) => row(step, plan)),
  '',
]

function drawn(): string {
  const plans = library
    .plans()
    .map((plan) => ({ plan, steps: plan.steps.filter(({ lifeSafety }) => lifeSafety) }))
  const some = plans.filter(({ steps }) => steps.length > 0)
  const none = plans.filter(({ steps }) => steps.length === 0)
  const count = some.reduce((sum, { steps }) => sum + steps.length, 0)
  return [
    '# 保命步骤 · Life-safety steps',
    '',
    `全部${plans.length}份预案里关系人命的${count}步：谁做，凭哪一句话打开，没人管时何时响。本页由预案画出，改了预案就重画：`,
    `All ${count} life-safety steps of the ${plans.length} plans: who does each, what opens it, and when it alarms if nobody acts. The page is generated from the plans; after a change, renew it with`,
    '',
    '```sh',
    RENEW,
    '```',
    '',
    `已签收、此后没有消息的，${TAKEN.zh}再问，见[催办](attention.md)；这些时间由本单位设定，表中是出厂值。接报已经说明的不再问。`,
    `A step in hand without an update since reminds after ${TAKEN.en}, see [attention](attention.md); a site sets these times, the table shows the defaults. Questions that the report has answered are not asked.`,
    '',
    ...some.flatMap(({ plan, steps }) => section(plan, steps)),
    '## 没有保命步骤的预案 · Plans without such a step',
    '',
    ...none.map(({ plan }) => `* ${plan.title.zh} · ${plan.title.en}`),
    '',
  ].join('\n')
}

it('docs/life-safety.md is what the plans say', async () => {
  await expect(drawn(), `renew it: ${RENEW}`).toMatchFileSnapshot(PAGE)
})

it('no step that life hangs on waits for a question in silence', () => {
  const silent = library.plans().flatMap((plan) =>
    plan.steps
      .filter(({ lifeSafety }) => lifeSafety)
      .flatMap((step) => questionsOf(step, plan))
      .filter(({ inDoubt }) => !inDoubt)
      .map(({ key }) => `${plan.id} ${key}`),
  )
  expect(silent).toEqual([])
})
