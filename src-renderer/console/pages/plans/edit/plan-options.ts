/**
 * Lists what a plan may name: posts, clauses, types and levels of its document, the other plans,
 * and its own steps and questions, ready to be chosen from.
 */
import {
  computed,
  onScopeDispose,
  shallowReactive,
  shallowRef,
  watch,
  type ComputedRef,
  type Ref,
} from 'vue'
import type { PlanSummary, TypeSummary } from '#shared/contract/plans.ts'
import { clauseText } from '#shared/domain/plan/clause.ts'
import type { Clause, FactKind, Level, Option, Plan, Role } from '#shared/domain/plan/plan.ts'
import type { PlanDocument } from '#shared/domain/plan/document.ts'
import type { Named } from '#shared/domain/plan/describe.ts'
import { SITE_KINDS } from '#shared/domain/site/site.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { useText } from '#renderer/i18n/index.ts'
import { useBoard } from '#renderer/stores/board.ts'
import { namedIn } from './draft/describe-draft.ts'
import type { EditedPlan, Words } from './draft/draft-types.ts'
import type { Choice } from '#renderer/console/components/choices.ts'
import { useDocument, type PlanDocumentDesk } from './use-document.ts'
import { USUAL_OPTIONS } from '#shared/domain/plan/usual-options.ts'

/** A question as a condition needs it. `from`: the plans that ask it, where they are others. */
export type QuestionChoice = {
  key: string
  kind: FactKind
  question: Words
  options: readonly Option[]
  unit: Words | null
  from?: readonly LocalizedText[]
}

export type PlanOptions = {
  document: ComputedRef<PlanDocument | null>
  /** The document is the site's own, and takes clauses while a plan is written. */
  isOfSite: Readonly<Ref<boolean>>
  documentTitle: Readonly<Ref<LocalizedText | null>>
  clauseNumbered: PlanDocumentDesk['clauseNumbered']
  roles: ComputedRef<readonly Choice[]>
  clauses: ComputedRef<readonly Choice[]>
  types: ComputedRef<readonly Choice[]>
  /** Types, and the categories that they lie under: conditions may name either. */
  kinds: ComputedRef<readonly Choice[]>
  levels: ComputedRef<readonly Choice[]>
  siteKinds: ComputedRef<readonly Choice[]>
  plans: ComputedRef<readonly Choice[]>
  steps: ComputedRef<readonly Choice[]>
  questions: ComputedRef<readonly QuestionChoice[]>
  /** Questions of all other plans: rules to start look at them. Read when first asked for. */
  otherQuestions: ComputedRef<readonly QuestionChoice[]>
  readOthers: () => Promise<void>
  /** Steps of the base of an annex. */
  baseSteps: ComputedRef<readonly Choice[]>
  clause: (id: string) => Clause | null
  role: (id: string) => Role | null
  named: ComputedRef<Named>
}

/** A question that several plans ask is one, with all the answers that any of them offers. */
function together(plans: readonly Plan[]): readonly QuestionChoice[] {
  const questions = new Map<string, QuestionChoice>()
  for (const plan of plans)
    for (const { key, kind, question, options, unit } of plan.facts) {
      const before = questions.get(key)
      const more = options.filter(
        ({ value }) => !before?.options.some((option) => option.value === value),
      )
      if (kind !== 'calendar')
        questions.set(
          key,
          before
            ? {
                ...before,
                options: [...before.options, ...more],
                from: [...(before.from ?? []), plan.title],
              }
            : { key, kind, question, options, unit, from: [plan.title] },
        )
    }
  return [...questions.values()]
}

const AT_ONCE = 6 // requests on their way

export function usePlanOptions(draft: Ref<EditedPlan>): PlanOptions {
  const board = useBoard()
  const { tr } = useText()
  const ofDocument = useDocument(() => draft.value.document)
  const { document } = ofDocument
  const typesRead = shallowRef<readonly TypeSummary[]>([])
  const plansRead = shallowRef<readonly PlanSummary[]>([])
  const texts = shallowReactive(new Map<string, Plan>())
  let over = false
  onScopeDispose(() => {
    over = true
  })

  const levels = computed<readonly Level[]>(() => document.value?.levels ?? [])
  const choice = (value: string, label: LocalizedText, notice?: string): Choice => ({
    value,
    label: tr(label) || value,
    ...(notice !== undefined && { note: notice }),
  })

  async function readPlan(planId: string): Promise<void> {
    if (texts.has(planId)) return
    const answer = await board.request('plans/read', { planId })
    if (answer.ok && !over) texts.set(planId, answer.reply)
  }
  async function readOthers(): Promise<void> {
    const ids = plansRead.value
      .map(({ id }) => id)
      .filter((id) => id !== draft.value.id && !texts.has(id))
    for (let index = 0; index < ids.length && !over; index += AT_ONCE)
      await Promise.all(ids.slice(index, index + AT_ONCE).map(readPlan))
  }

  watch(
    [() => board.live, () => board.board?.library],
    async ([live]) => {
      if (!live) return
      const [types, plans] = await Promise.all([
        board.request('types/list', {}),
        board.request('plans/list', {}),
      ])
      if (types.ok) typesRead.value = types.reply
      if (plans.ok) plansRead.value = plans.reply
    },
    { immediate: true },
  )
  watch(
    () => draft.value.extends,
    (base) => {
      if (base) void readPlan(base)
    },
    { immediate: true },
  )

  const types = computed(() => {
    const there = (document.value?.types ?? []).map((type) =>
      choice(type.code, type.name, type.code),
    )
    return [
      ...there,
      ...typesRead.value
        .filter(({ code }) => !there.some(({ value }) => value === code))
        .map((type) => choice(type.code, type.name, type.code)),
    ]
  })

  return {
    document: computed(() => document.value),
    isOfSite: ofDocument.isOfSite,
    documentTitle: ofDocument.title,
    clauseNumbered: ofDocument.clauseNumbered,
    roles: computed(() =>
      (document.value?.roles ?? []).map((role) =>
        choice(role.id, role.name, role.duty ? tr(role.duty) : undefined),
      ),
    ),
    clauses: computed(() =>
      (document.value?.clauses ?? []).map((clause) => ({
        value: clause.id,
        label: clause.number === undefined ? clause.id : `${clause.number} ${clause.id}`,
        note: tr(clauseText(clause)),
      })),
    ),
    types,
    kinds: computed(() => [
      ...(document.value?.categories ?? []).map((category) =>
        choice(category.code, category.name, category.code),
      ),
      ...types.value,
    ]),
    levels: computed(() => levels.value.map(({ level, name }) => choice(String(level), name))),
    siteKinds: computed(() =>
      Object.entries(SITE_KINDS)
        .filter(([kind]) => kind !== 'all')
        .map(([kind, name]) => choice(kind, name)),
    ),
    plans: computed(() =>
      plansRead.value
        .filter(({ id }) => id !== draft.value.id)
        .map((plan) => choice(plan.id, plan.title, tr(plan.documentTitle))),
    ),
    steps: computed(() => draft.value.steps.map((step) => choice(step.id, step.title, step.id))),
    questions: computed(() =>
      Object.entries(draft.value.facts)
        .filter(([, { kind }]) => kind !== 'calendar')
        .map(([key, fact]) => ({
          key,
          kind: fact.kind,
          question: fact.question,
          unit: fact.unit ?? null,
          options: Object.entries(fact.options ?? USUAL_OPTIONS[fact.kind] ?? {}).map(
            ([value, label]) => ({ value, label }),
          ),
        })),
    ),
    otherQuestions: computed(() => together([...texts.values()])),
    readOthers,
    baseSteps: computed(() =>
      (texts.get(draft.value.extends ?? '')?.steps ?? []).map((step) =>
        choice(step.id, step.title, step.id),
      ),
    ),
    clause: (id) => document.value?.clauses.find((clause) => clause.id === id) ?? null,
    role: (id) => document.value?.roles.find((role) => role.id === id) ?? null,
    named: computed(() => namedIn(draft.value, document.value?.roles ?? [], levels.value)),
  }
}
