/**
 * A plan document as a text to be filed and read on paper (正式文本): what stands in its files and in
 * the plans that are in force, with annexes and supplementary rules.
 */
import { describeCondition, describeDue, describeRole } from '../plan/describe.ts'
import type { PlanDocument } from '../plan/document.ts'
import type { Plan, Role, Stage } from '../plan/plan.ts'
import { localized, type LocalizedText } from '../text.ts'
import { RULE_NAMES, RULE_PARTS, type SupplementText } from '../upkeep/supplement.ts'
import type { Section, Table, Value } from './document.ts'
import { column, plain, table } from './table.ts'

export const STAGE_NAMES: Readonly<Record<Stage, LocalizedText>> = {
  report: localized('报告', 'Report'),
  verify: localized('核实', 'Verify'),
  respond: localized('响应', 'Respond'),
  'on-site': localized('现场处置', 'On site'),
  inform: localized('信息发布', 'Inform'),
  recover: localized('恢复', 'Recover'),
  review: localized('总结', 'Review'),
}
const NONE = localized('没有写', 'Nothing is said')

const section = (
  id: string,
  title: LocalizedText,
  words: Section['words'],
  tables: readonly Table[] = [],
): Section => ({ id, title, words, tables, charts: [] })

const general = (document: PlanDocument): Section =>
  section('general', localized('总则', 'General'), [
    ...(document.purpose ? [document.purpose.says] : []),
    ...(document.scope ? [document.scope.says] : []),
    ...document.principles.map(({ says }) => says),
    ...document.legalBases.map(({ name }) => localized(`依据：${name.zh}`, `Based on: ${name.en}`)),
    ...document.definitions.map(({ term, says }) =>
      localized(`${term.zh}：${says.zh}`, `${term.en}: ${says.en}`),
    ),
  ])

function organisation(
  roles: readonly Role[],
  commander: string,
  title = localized('组织体系', 'Organisation'),
): Section {
  const nameOf = (id: string): LocalizedText => describeRole(id, { roles })
  const names = (ids: readonly string[]): Value =>
    ids.length === 0
      ? null
      : localized(
          ids.map((id) => nameOf(id).zh).join('、'),
          ids.map((id) => nameOf(id).en).join(', '),
        )
  return section(
    'organisation',
    title,
    [localized(`总指挥：${nameOf(commander).zh}`, `Commander: ${nameOf(commander).en}`)],
    [
      table(
        'organisation',
        localized('岗位和小组', 'Posts and groups'),
        [
          column('name', '岗位、小组', 'Post or group', 'text'),
          column('under', '隶属', 'Under', 'text'),
          column('duty', '职责', 'Duty', 'text'),
          column('deputies', '替补', 'Deputies', 'text'),
        ],
        roles.map(({ name, under, duty, substitutes }) => [
          plain(name),
          plain(under ? nameOf(under) : null),
          plain(duty),
          plain(names(substitutes)),
        ]),
        { empty: NONE },
      ),
    ],
  )
}

const levelsOf = (levels: PlanDocument['levels']): Section =>
  section(
    'levels',
    localized('响应分级', 'Response levels'),
    levels.map(({ level, name }) => localized(`${level}：${name.zh}`, `${level}: ${name.en}`)),
  )

const PLAN_COLUMNS = [
  column('stage', '阶段', 'Stage', 'text'),
  column('step', '步骤', 'Step', 'text'),
  column('owner', '负责', 'Owner', 'text'),
  column('when', '条件', 'Condition', 'text'),
  column('due', '时限', 'Limit', 'text'),
  column('say', '要说的话', 'Words to say', 'text'),
]

const planSection = (plan: Plan): Section =>
  section(
    `plan-${plan.id}`,
    plan.title,
    [
      localized(
        `指挥：${describeRole(plan.commander, plan).zh}；版本${plan.revision.slice(0, 12)}`,
        `Commander: ${describeRole(plan.commander, plan).en}; revision ${plan.revision.slice(0, 12)}`,
      ),
      ...plan.facts
        .filter(({ recordOnly }) => !recordOnly)
        .map(({ question, options }) =>
          options.length === 0
            ? question
            : localized(
                `${question.zh}（${options.map(({ label }) => label.zh).join('／')}）`,
                `${question.en} (${options.map(({ label }) => label.en).join(' / ')})`,
              ),
        ),
    ],
    [
      table(
        `plan-${plan.id}`,
        localized('处置步骤', 'Steps'),
        PLAN_COLUMNS,
        plan.steps.map((step) => [
          plain(STAGE_NAMES[step.stage]),
          plain(step.title),
          plain(describeRole(step.role, plan)),
          plain(step.when && describeCondition(step.when, plan)),
          plain(step.due && describeDue(step.due, plan)),
          plain(step.say),
        ]),
        { empty: NONE },
      ),
    ],
  )

const support = (document: PlanDocument): Section =>
  section('support', localized('保障', 'Support'), [
    ...document.readiness.map(({ what, every }) =>
      every === null ? what : localized(`${what.zh}（${every}）`, `${what.en} (${every})`),
    ),
    ...document.supplies.map(({ what }) => localized(`物资：${what.zh}`, `Supplies: ${what.en}`)),
    ...document.aftermath.map(({ says }) => localized(`善后：${says.zh}`, `Aftermath: ${says.en}`)),
  ])

/** What stands for a register in an annex: who is in it, as it is now. */
export type AnnexTables = (kind: SupplementText['annexes'][number]['kind']) => readonly Table[]

function supplementSections(
  { rules, annexes }: SupplementText,
  tablesOf: AnnexTables,
): readonly Section[] {
  const written = RULE_PARTS.filter((part) => rules[part] !== '')
  return [
    ...annexes.map((annex, index) =>
      section(
        `annex-${index + 1}`,
        localized(`附件${index + 1}：${annex.title}`, `Annex ${index + 1}: ${annex.title}`),
        annex.words === '' ? [] : [annex.words],
        tablesOf(annex.kind),
      ),
    ),
    section(
      'rules',
      localized('附则', 'Supplementary rules'),
      written.map((part) =>
        localized(
          `${RULE_NAMES[part].zh}：${rules[part]}`,
          `${RULE_NAMES[part].en}: ${rules[part]}`,
        ),
      ),
    ),
  ]
}

/** `document` null: of a plan that is issued by itself. */
export const planBook = (
  {
    document,
    plans,
    supplement,
  }: {
    document: PlanDocument | null
    plans: readonly Plan[]
    supplement: SupplementText | null
  },
  tablesOf: AnnexTables,
): readonly Section[] => [
  ...(document
    ? [
        general(document),
        organisation(document.roles, document.commander),
        levelsOf(document.levels),
      ]
    : plans.map(({ roles, commander }) => organisation(roles, commander))),
  ...plans.map(planSection),
  ...(document ? [support(document)] : []),
  ...(supplement ? supplementSections(supplement, tablesOf) : []),
]
