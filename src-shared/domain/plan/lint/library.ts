/**
 * Rules over all plans together: ids that must differ, types and roles that must be of use to
 * somebody.
 */
import type { LocalizedText } from '../../text.ts'
import { rolesNamed } from '../walk.ts'
import { companions } from './companions.ts'
import {
  error,
  warning,
  type FindingDraft,
  type Finding,
  type LintedDocument,
  type LintedLibrary,
} from './finding.ts'

const ofDocument = (
  document: LintedDocument,
  drafts: readonly FindingDraft[],
): readonly Finding[] => drafts.map((draft) => ({ ...draft, document: document.id, planId: null }))

/**
 * Step ids and plan ids are unique across the library: a command names a step without its plan. The
 * later plan is at fault.
 */
function ids({ plans }: LintedLibrary): readonly Finding[] {
  const owner = new Map<string, string>()
  return plans.flatMap((plan, index) => {
    const here = (draft: FindingDraft): Finding => ({
      ...draft,
      document: plan.document,
      planId: plan.id,
    })
    const twice = plans.findIndex((other) => other.id === plan.id) !== index
    const taken = [...new Set(plan.steps.map((step) => step.id))].filter((id) => owner.has(id))
    const findings = taken.map((id) =>
      here(
        error(
          'duplicate-step',
          `steps.${id}`,
          `步骤编号“${id}”已用于预案“${owner.get(id)}”`,
          `The step id “${id}” is already used by plan “${owner.get(id)}”`,
        ),
      ),
    )
    for (const step of plan.steps) if (!owner.has(step.id)) owner.set(step.id, plan.id)
    return twice
      ? [
          here(
            error(
              'duplicate-plan',
              'id',
              `预案编号“${plan.id}”已被使用`,
              `The plan id “${plan.id}” is already used`,
            ),
          ),
        ]
      : findings
  })
}

/** Documents may share a category: a site with several of them counts it once. */
const isSame = (text: LocalizedText, other: LocalizedText): boolean =>
  text.zh === other.zh && text.en === other.en

/** Types and categories of all documents; the plans tell which types have one. */
export function types({ documents, plans }: LintedLibrary): readonly Finding[] {
  const all = documents.flatMap((document) => document.types)
  const categories = documents.flatMap((document) => document.categories)
  const answered = new Set(plans.flatMap((plan) => plan.types))
  const twice = (codes: readonly { code: string }[], code: string): boolean =>
    codes.filter(({ code: known }) => known === code).length > 1
  const unknown = plans.flatMap((plan) =>
    plan.types
      .filter((code) => !all.some((type) => type.code === code))
      .map((code): Finding => ({
        ...error(
          'unknown-type',
          'types',
          `没有“${code}”这个事件类型`,
          `There is no incident type “${code}”`,
        ),
        document: plan.document,
        planId: plan.id,
      })),
  )
  return [
    ...unknown,
    ...documents.flatMap((document) =>
      ofDocument(document, [
        ...document.categories
          .filter(({ code, name }) =>
            categories.some((other) => other.code === code && !isSame(other.name, name)),
          )
          .map(({ code }) =>
            error(
              'duplicate-type',
              `categories.${code}`,
              `类别“${code}”在别处叫法不同`,
              `The category “${code}” has a different name elsewhere`,
            ),
          ),
        ...document.types.flatMap((type): readonly FindingDraft[] => [
          ...(twice(all, type.code)
            ? [
                error(
                  'duplicate-type',
                  `types.${type.code}`,
                  `类型“${type.code}”写了不止一次`,
                  `The type “${type.code}” is defined in more than one place`,
                ),
              ]
            : []),
          ...(categories.some((category) => category.code === type.category)
            ? []
            : [
                error(
                  'unknown-category',
                  `types.${type.code}.category`,
                  `没有“${type.category}”这个类别`,
                  `There is no category “${type.category}”`,
                ),
              ]),
          ...(answered.has(type.code)
            ? []
            : [
                warning(
                  'type-without-plan',
                  `types.${type.code}`,
                  '这个类型还没有预案',
                  'No plan is for this type',
                ),
              ]),
        ]),
      ]),
    ),
  ]
}

/**
 * A post that no step, no escalation and no question needs: somebody was probably forgotten, or a
 * name was changed in one place only.
 */
const roles = ({ documents, plans }: LintedLibrary): readonly Finding[] =>
  documents.flatMap((document) => {
    const ofPlans = plans.filter((plan) => plan.document === document.id)
    const named = new Set(ofPlans.flatMap((plan) => [...rolesNamed(plan)]))
    const standsIn = new Set(document.roles.flatMap((role) => role.substitutes))
    return ofDocument(
      document,
      document.roles
        .filter((role) => !named.has(role.id) && !standsIn.has(role.id))
        .map((role) =>
          warning(
            'unused-role',
            `roles.${role.id}`,
            '没有步骤、时限或问题用到这个岗位',
            'No step, ladder or question uses this role',
          ),
        ),
    )
  })

export const libraryRules: readonly ((library: LintedLibrary) => readonly Finding[])[] = [
  ids,
  types,
  roles,
  companions,
]
