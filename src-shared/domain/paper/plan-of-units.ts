/** Writes the sentences of one part of the paper as a plan file. */
import { POST_UNDECIDED } from '../plan/lint/document.ts'
import { actsOf, type PaperAct } from './acts-of-sentence.ts'
import { isFinding, readCondition } from './conditions.ts'
import { inheritance, type Inherited } from './inheritance.ts'
import { bothOf, questions, whenOf, writtenQuestion } from './questions.ts'
import { limitIn } from './durations.ts'
import type { IncidentKind } from './kinds.ts'
import type { WrittenJson } from './paper.ts'
import { postKindOf, targetsOf } from './posts.ts'
import type { Roles } from './roles.ts'
import { cutTo, signCount } from './signs.ts'
import { dueOf, stepOf, type DraftStep } from './steps.ts'
import { holderOf, type Unit } from './units.ts'
import { localizedOnly } from './written.ts'

export type PlanParts = {
  id: string
  document: string
  title: string
  kind: IncidentKind | null
  type: string
  base: string | null
  units: readonly Unit[]
  roles: Roles
  clauseOf: (unit: Unit) => string
  /** An act of a duty that the procedure says, too. */
  isSaid?: (unit: Unit, act: PaperAct) => boolean
}
/** `uses`: by the id of a sentence, the paths in this plan that cite it. */
export type DraftPlan = {
  json: WrittenJson
  uses: ReadonlyMap<string, readonly string[]>
  steps: number
}

/** The fire brigade is called by the site's people, though the sentence before speaks of a firm. */
const isOurs = (name: string): boolean => postKindOf(name) !== 'external'

/** （三）夜间触发报警的: a heading that says when what stands under it is done. */
const SCENARIO = /(?:[^小临及同随]时|的|[^事善最前之]后|之后|以后|期间|情况下)$/
const LONGEST_SCENARIO = 30 // signs
const scenarioOf = ({ headings }: Unit): string =>
  headings.findLast((title) => SCENARIO.test(title) && signCount(title) <= LONGEST_SCENARIO) ?? ''

const ARRIVES = /到达|到场|赶到/
/** More than a person can follow, and than a request can carry; the rest stays open. */
const MOST_STEPS = 90

const shortsOf = (steps: readonly DraftStep[]): string =>
  steps.map(({ json }) => (json['short'] as { zh: string }).zh).join('、')

function openPoints(steps: readonly DraftStep[], roles: Roles, left: number): WrittenJson[] {
  const nobody = steps.filter(({ json }) => json['role'] === roles.nobody)
  const limited = steps.filter(({ limit }) => limit !== null)
  const unsaid = limited.filter(({ anchorSaid }) => !anchorSaid)
  const workdays = steps.filter(({ workdays: counts }) => counts)
  const commander = roles.all.find(({ id }) => id === roles.commander)?.name ?? POST_UNDECIDED
  return [
    ...(nobody.length > 0
      ? [`由谁做原文没有写，暂记“${POST_UNDECIDED}”：${shortsOf(nobody)}`]
      : []),
    ...(unsaid.length > 0 ? [`时限从何时起算原文没有写，暂按接报：${shortsOf(unsaid)}`] : []),
    ...(limited.length > 0 ? [`超时通知谁原文没有写，暂定${commander}：${shortsOf(limited)}`] : []),
    ...(workdays.length > 0
      ? [`原文按工作日计时，没有编成时限，请另行掌握：${shortsOf(workdays)}`]
      : []),
    ...(left > 0 ? ['步骤太多，后面的句子没有编入，仍是待处理'] : []),
  ].map(localizedOnly)
}

const shortName = (title: string, kind: IncidentKind | null): string =>
  kind && signCount(kind.name) <= 6
    ? kind.name
    : cutTo(title.replace(/^(?:突发|关于)|(?:应急|处置|处理)?(?:预案|方案|事件)$/g, '') || title, 6)

/** Null: the sentences ask for nothing. */
export function planOf(parts: PlanParts): DraftPlan | null {
  const { roles } = parts
  const known = roles.all.flatMap(({ name, aliases }) => [name, ...aliases])
  const posed = questions()
  const steps: DraftStep[] = []
  const uses = new Map<string, string[]>()
  const use = (unit: Unit, path: string): void => {
    uses.set(unit.id, [...(uses.get(unit.id) ?? []), `${parts.id}:${path}`])
  }
  const handed = inheritance()
  // a plan for several kinds branches by them
  const sole = /[、或及和]/.test(parts.title) ? null : (parts.kind?.form ?? null)
  let left = 0
  for (const unit of parts.units) {
    if (steps.length >= MOST_STEPS) left += 1
    else if (unit.kind === 'limit') limitSteps(unit)
    else draftSteps(unit)
  }

  /** 完成时限为… is about the steps of the same part of the paper that stand before it. */
  function limitSteps(unit: Unit): void {
    const limit = limitIn(unit.plain)
    const meant = steps.filter(
      ({ block, limit: has }) => block === unit.path.join('/') && has === null,
    )
    if (!limit || meant.length === 0) return
    for (const step of meant) {
      Object.assign(step, { limit, anchorSaid: limit.from !== null })
      const { clause, clauses, lifeSafety, ...json } = step.json
      step.json = {
        ...json,
        ...dueOf(limit, roles),
        ...(lifeSafety !== undefined && { lifeSafety }),
        clause,
        clauses: [...((clauses as string[] | undefined) ?? []), parts.clauseOf(unit)],
      }
      use(unit, `steps.${String(json['id'])}`)
    }
  }

  /** Who acts: as the sentence says, as the one before it did, as its heading or head names. */
  function actors(unit: Unit, names: readonly string[]): readonly string[] {
    if (names.length > 0) return names
    const titles = [unit.lead, ...unit.headings.toReversed()].map(holderOf)
    const named = titles.find((title) => roles.idOf(title) !== null)
    if (named !== undefined) return [named]
    const before = handed.here(unit)
    return before.length > 0 ? before : (handed.above(unit)?.names ?? [])
  }

  function draftSteps(unit: Unit): void {
    const acts = actsOf(unit, known)
    if (unit.isHead) {
      const [first] = acts
      const condition = first?.condition || (first ? '' : unit.plain.replace(/：$/, ''))
      handed.set(unit, first?.names ?? [], condition)
      return
    }
    const above = handed.above(unit)
    const [opening] = acts
    /** What is found is why the plan was started, and opens no branch of it. */
    const discovery =
      steps.length === 0 && opening?.act === 'report' && isFinding(opening.condition)
        ? opening.condition
        : null
    let informed: readonly string[] = []
    for (const act of acts) {
      if (parts.isSaid?.(unit, act)) continue
      const arrives = act.act === 'organise' && act.names.length === 0 && ARRIVES.test(act.words)
      const heirs = arrives && informed.length > 0 ? informed : actors(unit, act.names)
      const names = act.act === 'call' && act.names.length === 0 ? heirs.filter(isOurs) : heirs
      if (!arrives) handed.set(unit, names, '')
      informed = act.act === 'report' ? targetsOf(act.words) : informed
      const condition = act.condition === discovery ? '' : act.condition || (above?.condition ?? '')
      addStep(unit, { ...act, condition }, names, above)
    }
  }

  function addStep(
    unit: Unit,
    act: PaperAct,
    names: readonly string[],
    above: Inherited | null,
  ): void {
    const [role = null, ...others] = names.flatMap((name) => roles.idOf(name) ?? [])
    const clause = parts.clauseOf(unit)
    const full = readCondition(act.condition, sole, parts.title)
    // what is forbidden until something is done is forbidden from the first
    const inSentence =
      act.act === 'prohibit' && /未|尚|没有?/.test(act.condition) ? { ...full, tests: [] } : full
    const around = readCondition(scenarioOf(unit), sole, parts.title)
    const read = { ...inSentence, lead: inSentence.lead || around.lead }
    const timed = (within: string): string | null => {
      const last = steps.findLast(({ limit }) => limit?.within === within)
      return last ? String(last.json['id']) : null
    }
    const ask: Parameters<typeof whenOf>[1] = (test) =>
      posed.ask(test, role ?? roles.commander, clause)
    const opened = [whenOf(around, ask, timed), whenOf(inSentence, ask, timed)] as const
    const when = bothOf(opened[0].when, opened[1].when)
    const reads = opened.flatMap((each) => each.reads)
    const id = `${parts.id}-${String(steps.length + 1).padStart(2, '0')}`
    const helpers = others.filter((helper) => helper !== role)
    const step = stepOf({ id, clause, unit, act, read, when, role, helpers, roles })
    if (above?.head) {
      step.json['clauses'] = [parts.clauseOf(above.head)]
      use(above.head, `steps.${id}`)
    }
    reads.forEach((question) => question.steps.push(step))
    steps.push(step)
    use(unit, `steps.${id}`)
  }

  if (steps.length === 0) return null
  const used = posed.all().filter(({ steps: readers }) => readers.length > 0)
  return {
    steps: steps.length,
    uses,
    json: {
      id: parts.id,
      document: parts.document,
      title: localizedOnly(parts.title),
      short: localizedOnly(shortName(parts.title, parts.kind)),
      types: [parts.type],
      ...(parts.kind && { triggers: parts.kind.triggers }),
      completeness: 'incomplete',
      openPoints: openPoints(steps, roles, left),
      ...(parts.base !== null && { extends: parts.base }),
      ...(used.length > 0 && {
        facts: Object.fromEntries(
          used.map((question) => [question.key, writtenQuestion(question)]),
        ),
      }),
      steps: steps.map(({ json }) => json),
    },
  }
}
