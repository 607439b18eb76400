/**
 * Turns the paragraphs of a paper plan into a draft of a document and its plans, by rules alone.
 * English is left out, and what the paper does not say is an open point: the planner goes through
 * it sentence by sentence.
 */
import { withoutNumbersOfPersons } from '../person-numbers.ts'
import { LONGEST_QUOTE } from '../plan/clause.ts'
import { actsOf, type PaperAct } from './acts-of-sentence.ts'
import { saidInProcedure } from './duties.ts'
import { incidentKindIn } from './kinds.ts'
import { outlineOf } from './outline.ts'
import { pagesOf } from './pages.ts'
import type { DraftOptions, PaperDraft, PaperParagraph, WrittenJson } from './paper.ts'
import { planOf, type DraftPlan, type PlanParts } from './plan-of-units.ts'
import { filledBy } from './post-forms.ts'
import { isText, namesOf } from './post-names.ts'
import { rolesOf, writtenRoles, type Roles } from './roles.ts'
import { rootOfBlocks, rootsOf, type Root } from './roots.ts'
import { cutTo, signCount } from './signs.ts'
import { withoutHow } from './shorts.ts'
import { unitsOf, type Unit } from './units.ts'
import { localizedOnly } from './written.ts'

export { titleOfPaper } from './outline.ts'

function clausesOf(
  units: readonly Unit[],
  documentId: string,
): { ids: ReadonlyMap<string, string>; json: WrittenJson } {
  const ids = new Map<string, string>()
  const json: Record<string, unknown> = {}
  for (const unit of units.filter(isText)) {
    const id = `${documentId}-${String(ids.size + 1).padStart(2, '0')}`
    ids.set(unit.id, id)
    json[id] = {
      chapter: localizedOnly(cutTo(unit.headings.at(-1) ?? (unit.number || '正文'), 40)),
      ...(unit.number !== '' && { number: unit.number }),
      quote: cutTo(withoutNumbersOfPersons(unit.text), LONGEST_QUOTE),
    }
  }
  return { ids, json }
}

/** What the procedure says comes first: where a duty belongs among its steps, no rule knows. */
const dutiesLast = (units: readonly Unit[]): Unit[] => [
  ...units.filter(({ section }) => section !== 'duty'),
  ...units.filter(({ section }) => section === 'duty'),
]

type Part = { root: Root | null; units: Unit[] }

/**
 * The steps of each kind of incident, and those of every incident. Where each kind has its own
 * procedure, duties of posts (`isDuty`) alone make no plan for all of them.
 */
function partsOfPaper(
  units: readonly Unit[],
  roots: readonly (Root | null)[],
  isDuty: (unit: Unit) => boolean,
): readonly Part[] {
  const steps = units.filter(({ kind }) => kind === 'step' || kind === 'limit')
  const parts = Map.groupBy(steps, ({ block }) => roots[block] ?? null)
  return [...parts].flatMap(([root, of]) => {
    const isOfDuties =
      root === null && parts.size > 1 && of.every(({ section }) => section === 'duty')
    const left = isOfDuties ? of.filter((unit) => !isDuty(unit)) : dutiesLast(of)
    return left.length > 0 ? [{ root, units: left }] : []
  })
}

const LONGEST_DUTY = 16 // signs of one among the open points
const SHOWN_DUTIES = 12
const firstOf = (duties: readonly string[]): string =>
  duties.slice(0, SHOWN_DUTIES).join('、') +
  (duties.length > SHOWN_DUTIES ? `等${duties.length}件` : '')

/** Duties that no procedure says and no step asks for: a person decides whether they become one. */
function dutiesAside(
  units: readonly Unit[],
  plans: readonly DraftPlan[],
  left: (unit: Unit) => readonly PaperAct[],
): readonly string[] {
  const isStep = ({ id }: Unit): boolean => plans.some(({ uses }) => uses.has(id))
  return units
    .filter(({ kind, section }) => kind === 'step' && section === 'duty')
    .filter((unit) => !isStep(unit))
    .flatMap((unit) =>
      left(unit).map(({ names, words }) => {
        const post = names[0] ?? unit.lead
        return cutTo(`${post}${withoutHow(words)}`, LONGEST_DUTY)
      }),
    )
}

const generalFirst = (left: Part, right: Part): number =>
  (left.root?.block ?? -1) - (right.root?.block ?? -1)

function plansOf(
  parts: readonly Part[],
  options: DraftOptions,
  roles: Roles,
  { clauseOf, isSaid }: Pick<PlanParts, 'clauseOf' | 'isSaid'>,
): readonly (DraftPlan & { root: Root | null; type: string })[] {
  const ordered = [...parts].sort(generalFirst)
  const plans: (DraftPlan & { root: Root | null; type: string })[] = []
  let base: string | null = null
  for (const { root, units } of ordered) {
    const id = `${options.documentId}-${plans.length + 1}`
    const title = root?.title ?? options.title
    const kind = root ? root.kind : incidentKindIn(options.title)
    const type = `${options.documentId}-t${String(plans.length + 1).padStart(2, '0')}`
    const document = options.documentId
    const plan = planOf({ id, document, title, kind, type, base, units, roles, clauseOf, isSaid })
    if (!plan) continue
    if (!root && ordered.length > 1) base = id
    plans.push({ ...plan, root, type })
  }
  return plans
}

/** What a name of a type and of a category may have, in characters. */
const TYPE_NAME = 20
const CATEGORY_NAME = 10

/** The types of the plans; those of one kind of incident share its category. */
function kindsOf(plans: ReturnType<typeof plansOf>, { title }: DraftOptions): WrittenJson {
  const ids = new Map<string, string>()
  const entries = plans.map(({ root, type }) => {
    const kind = root ? root.kind : incidentKindIn(title)
    const name = root ? root.title : (kind?.name ?? '突发事件')
    const large =
      signCount(name) <= CATEGORY_NAME ? name : (kind?.name ?? cutTo(name, CATEGORY_NAME))
    const category = ids.get(large) ?? type.replace(/-t(\d+)$/, '-k$1')
    ids.set(large, category)
    return { type, category, name: cutTo(name, TYPE_NAME), kind }
  })
  return {
    categories: Object.fromEntries([...ids].map(([name, id]) => [id, localizedOnly(name)])),
    types: Object.fromEntries(
      entries.map(({ type, category, name, kind }) => [
        type,
        {
          name: localizedOnly(name),
          category,
          ...(kind?.legal && { legal: kind.legal }),
          words: kind?.triggers.filter((words) => !/[ |]/.test(words)) ?? [],
          ...(kind?.danger && { danger: true }),
          ...(kind?.discreet && { discreet: true }),
        },
      ]),
    ),
  }
}

/** 保安＝保安员: which names of the paper were taken for one post. */
const mergedOf = ({ all }: Roles): string =>
  all
    .flatMap(({ name, aliases }) => aliases.map((other) => `${other}＝${name}`))
    .slice(0, SHOWN_DUTIES)
    .join('、')

const documentPoints = (
  plans: ReturnType<typeof plansOf>,
  open: number,
  duties: readonly string[],
  merged: string,
): WrittenJson[] =>
  [
    '事件类型、类别和来电关键词是按标题归的，请核对',
    ...(merged === '' ? [] : [`这些名称当作同一个岗位，请核对：${merged}`]),
    ...(plans.some(({ json }) => 'extends' in json)
      ? ['各类事件以通用流程为基础预案：启动时一并启动，请核对']
      : []),
    ...(duties.length > 0
      ? [`职责里的这些事处置程序没有写，只记在岗位职责里，请核对要不要成为步骤：${firstOf(duties)}`]
      : []),
    ...(open > 0 ? ['有的句子没有归到步骤或预案文件的页上，仍是待处理'] : []),
  ].map(localizedOnly)

/**
 * The draft of a paper. Every sentence stands in it once, in its order, with the places that use
 * it; every sentence that is no heading is a clause with its words as `quote`.
 */
export function draftOfPaper(
  paragraphs: readonly PaperParagraph[],
  options: DraftOptions,
): PaperDraft {
  const blocks = outlineOf(paragraphs, options.title)
  const roots = rootsOf(blocks, options.title)
  const rootOf = rootOfBlocks(blocks, roots)
  const units = unitsOf(blocks, (block) => rootOf[block] !== null)
  const registered = options.posts.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])])
  const filled = filledBy(units)
  const names = [
    ...namesOf(units, registered),
    ...filled.flatMap((each) => [each.post, each.holder]),
  ]
  const roles = rolesOf(names, options, filled)
  const clauses = clausesOf(units, options.documentId)
  const clauseOf = (unit: Unit): string => clauses.ids.get(unit.id) ?? ''
  const pages = pagesOf({ units, roles, documentId: options.documentId, clauseOf })
  const isDuty = (unit: Unit): boolean => unit.section === 'duty' && pages.uses.has(unit.id)
  const known = roles.all.flatMap(({ name, aliases }) => [name, ...aliases])
  const isInProcedure = saidInProcedure(units, known, roles.idOf)
  const plans = plansOf(partsOfPaper(units, rootOf, isDuty), options, roles, {
    clauseOf,
    isSaid: (unit, act) => isDuty(unit) && isInProcedure(unit, act),
  })
  const usesOf = (unit: Unit): readonly string[] =>
    isText(unit)
      ? [
          ...(pages.uses.get(unit.id) ?? []),
          ...plans.flatMap(({ uses }) => uses.get(unit.id) ?? []),
        ]
      : []
  const sentences = units.map((unit) => {
    const { id, number, label, text, paragraph, kind } = unit
    return { id, number, label, text, paragraph, uses: usesOf(unit), kind }
  })
  const open = sentences.filter(({ kind, uses }) => kind === 'other' && uses.length === 0).length
  const duties = dutiesAside(units, plans, (unit) =>
    isDuty(unit) ? actsOf(unit, known).filter((act) => !isInProcedure(unit, act)) : [],
  )
  const needsNobody =
    roles.commander === roles.nobody ||
    plans.some(({ json }) => JSON.stringify(json).includes(`"${roles.nobody}"`))
  return {
    sentences,
    plans: plans.map(({ json }) => json),
    document: {
      id: options.documentId,
      title: localizedOnly(options.title),
      siteKinds: options.siteKinds,
      commander: roles.commander,
      roles: writtenRoles(roles, needsNobody),
      ...kindsOf(plans, options),
      clauses: clauses.json,
      openPoints: documentPoints(plans, open, duties, mergedOf(roles)),
      ...pages.json,
      completeness: 'incomplete',
    },
  }
}
