/**
 * Whether a revised plan has to go the whole road again (made, approved, published, filed) or a
 * simplified one, told by the difference of two of its texts. 国办发〔2024〕5号 art. 36 and 88号令 art. 37:
 * the whole road where organisation, procedure, main measures or levels change. A person may judge
 * otherwise, with a reason.
 */
import { describeRole } from '../plan/describe.ts'
import { diffPlans, type Change } from '../plan/diff.ts'
import type { Plan, Role } from '../plan/plan.ts'
import { localized, type LocalizedText } from '../text.ts'

export const ASPECTS = ['organisation', 'procedure', 'measures', 'levels'] as const
export type Aspect = (typeof ASPECTS)[number]
export const ASPECT_NAMES: Readonly<Record<Aspect, LocalizedText>> = {
  organisation: localized('组织指挥体系与职责', 'organisation and duties'),
  procedure: localized('应急处置程序', 'procedure'),
  measures: localized('主要处置措施', 'main measures'),
  levels: localized('响应分级', 'response levels'),
}

/** `certain` false: only words differ; whether the measure is another one is for a person. */
export type RefilingReason = { aspect: Aspect; change: Change; certain: boolean }
/** refile: the whole road; judge: only words differ, somebody must say; simple: neither. */
export type RefilingNeed = {
  verdict: 'refile' | 'judge' | 'simple'
  reasons: readonly RefilingReason[]
  others: readonly Change[]
}

type Part = { aspect: Aspect; certain: boolean } | null
const sure = (aspect: Aspect): Part => ({ aspect, certain: true })
const perhaps = (aspect: Aspect): Part => ({ aspect, certain: false })

const OF_PLAN: Readonly<Record<string, Part>> = {
  commander: sure('organisation'),
  activation: sure('organisation'),
  level: sure('levels'),
  extends: sure('procedure'),
  replaces: sure('procedure'),
  start: sure('procedure'),
  steps: sure('procedure'), // their order
}
const OF_FACT: Readonly<Record<string, Part>> = {
  kind: sure('procedure'),
  options: sure('procedure'),
  several: sure('procedure'),
  ask: sure('procedure'),
  inDoubt: sure('procedure'),
  from: sure('procedure'),
  sets: sure('procedure'),
  decidedBy: sure('organisation'),
  question: perhaps('procedure'),
  criterion: sure('procedure'),
  unit: perhaps('procedure'),
}
const OF_STEP: Readonly<Record<string, Part>> = {
  role: sure('organisation'),
  helpers: sure('organisation'),
  late: sure('organisation'),
  stage: sure('procedure'),
  when: sure('procedure'),
  after: sure('procedure'),
  due: sure('procedure'),
  urgency: sure('procedure'),
  starts: sure('procedure'),
  report: sure('procedure'),
  repeat: sure('procedure'),
  required: sure('procedure'),
  activates: sure('procedure'),
  confirms: sure('organisation'),
  everybody: sure('procedure'),
  title: perhaps('measures'),
  say: perhaps('measures'),
  announce: perhaps('measures'),
  lifeSafety: sure('measures'),
  prohibits: sure('measures'),
  discloses: sure('measures'),
  calls: sure('measures'),
  materials: sure('measures'),
  evidence: sure('measures'),
  list: sure('measures'),
  aftercare: sure('measures'),
}

/** A question that is only recorded decides nothing. */
const isRecordOnly = (key: string, plans: readonly Plan[]): boolean =>
  plans.every(({ facts }) => facts.every((fact) => fact.key !== key || fact.recordOnly))

/** What of a part changed: its id, which may have dots in it, and the field; null: all of it. */
function fieldOf(rest: string, ids: readonly string[]): { id: string; field: string | null } {
  const matching = ids.filter((known) => rest === known || rest.startsWith(`${known}.`))
  // of `a` and `a.b` the longer one is meant
  const id = matching.toSorted((a, b) => b.length - a.length)[0] ?? rest
  return { id, field: rest === id ? null : rest.slice(id.length + 1) }
}

/** Which important part a change concerns; null: none, and the simplified road is enough. */
function partOf({ path }: Change, plans: readonly Plan[]): Part {
  const dot = path.indexOf('.')
  if (dot < 0) return OF_PLAN[path] ?? null
  const [part, rest] = [path.slice(0, dot), path.slice(dot + 1)]
  if (part === 'roles') return sure('organisation')
  if (part === 'levels') return sure('levels')
  if (part === 'facts') {
    const { id, field } = fieldOf(
      rest,
      plans.flatMap(({ facts }) => facts.map(({ key }) => key)),
    )
    if (isRecordOnly(id, plans)) return null
    return field === null ? sure('procedure') : (OF_FACT[field] ?? null)
  }
  const { field } = fieldOf(
    rest,
    plans.flatMap(({ steps }) => steps.map((step) => step.id)),
  )
  // a step that came or went: what is done is another thing
  return field === null ? sure('measures') : (OF_STEP[field] ?? null)
}

const list = (texts: readonly LocalizedText[]): LocalizedText =>
  localized(texts.map(({ zh }) => zh).join('、'), texts.map(({ en }) => en).join(', '))

/** Who a post or group is, in a line: its name, whom it is under, who stands in, what it does. */
function roleLine(role: Role, plan: Plan): LocalizedText {
  const over = role.under ? describeRole(role.under, plan) : null
  const deputies = list(role.substitutes.map((id) => describeRole(id, plan)))
  const parts = [
    role.name,
    ...(over ? [localized(`隶属${over.zh}`, `under ${over.en}`)] : []),
    ...(role.substitutes.length > 0
      ? [localized(`由${deputies.zh}代`, `deputies ${deputies.en}`)]
      : []),
    ...(role.duty ? [role.duty] : []),
  ]
  return localized(parts.map(({ zh }) => zh).join('，'), parts.map(({ en }) => en).join('; '))
}

const isSameText = (a: LocalizedText | null, b: LocalizedText | null): boolean =>
  a?.zh === b?.zh && a?.en === b?.en

/**
 * Posts and groups that both texts have and that are not the same any more. Which steps are theirs
 * shows in the steps, so those that came or went are said there.
 */
function changedRoles(before: Plan, after: Plan): readonly Change[] {
  return after.roles.flatMap((role): readonly Change[] => {
    const earlier = before.roles.find(({ id }) => id === role.id)
    if (!earlier) return []
    const [was, is] = [roleLine(earlier, before), roleLine(role, after)]
    const isSameKind = (earlier.kind ?? 'person') === (role.kind ?? 'person')
    return isSameText(was, is) && isSameKind
      ? []
      : [
          {
            kind: 'changed',
            path: `roles.${role.id}`,
            what: localized(`“${role.name.zh}”的职责`, `Duties of “${role.name.en}”`),
            before: was,
            after: is,
          },
        ]
  })
}

function changedLevels(before: Plan, after: Plan): readonly Change[] {
  const textOf = ({ levels }: Plan): LocalizedText =>
    list(levels.map(({ level, name }) => localized(`${level} ${name.zh}`, `${level} ${name.en}`)))
  const [was, is] = [textOf(before), textOf(after)]
  return isSameText(was, is)
    ? []
    : [
        {
          kind: 'changed',
          path: 'levels.names',
          what: localized('级别', 'Levels'),
          before: was,
          after: is,
        },
      ]
}

/** From the text that was filed to the one in force. */
export function refilingNeed(before: Plan, after: Plan): RefilingNeed {
  const changes = [
    ...diffPlans(before, after),
    ...changedRoles(before, after),
    ...changedLevels(before, after),
  ]
  const reasons = changes.flatMap((change): readonly RefilingReason[] => {
    const aspect = partOf(change, [before, after])
    return aspect ? [{ ...aspect, change }] : []
  })
  const important = new Set(reasons.map(({ change }) => change))
  return {
    verdict: verdictOf(reasons),
    reasons: reasons.toSorted(
      (a, b) =>
        Number(b.certain) - Number(a.certain) ||
        ASPECTS.indexOf(a.aspect) - ASPECTS.indexOf(b.aspect),
    ),
    others: changes.filter((change) => !important.has(change)),
  }
}

const verdictOf = (reasons: readonly RefilingReason[]): RefilingNeed['verdict'] =>
  reasons.some(({ certain }) => certain) ? 'refile' : reasons.length > 0 ? 'judge' : 'simple'

/** Of several plans of a document: the gravest of them. */
export const gravestVerdict = (
  needs: readonly Pick<RefilingNeed, 'verdict'>[],
): RefilingNeed['verdict'] =>
  (['refile', 'judge'] as const).find((verdict) =>
    needs.some((need) => need.verdict === verdict),
  ) ?? 'simple'
