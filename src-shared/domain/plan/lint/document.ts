/**
 * Rules of one document of the site: everything that it names exists, nobody stands above himself,
 * and no name is longer than its place on wall, roster and report.
 */
import { localized, type LocalizedText } from '../../text.ts'
import type { PlanDocument } from '../document.ts'
import type { Plan } from '../plan.ts'
import { clausesCited, rolesNamed } from '../walk.ts'
import { error, warning, type FindingDraft } from './finding.ts'
import { unknownClause, unknownRole } from './references.ts'
import { fits } from './words.ts'

/** The most of each: what nobody reads would hold up the desk. */
const MOST = { roles: 300, categories: 60, types: 300, clauses: 2000 } as const
const MOST_NAMES: Readonly<Record<keyof typeof MOST, LocalizedText>> = {
  roles: localized('岗位', 'posts'),
  categories: localized('类别', 'categories'),
  types: localized('类型', 'types'),
  clauses: localized('条款', 'clauses'),
}

/** More than the rules are meant for; then none of them is worth running. */
export const tooMany = (document: PlanDocument): readonly FindingDraft[] =>
  (Object.keys(MOST) as (keyof typeof MOST)[]).flatMap((key) => {
    const { zh, en } = MOST_NAMES[key]
    return document[key].length > MOST[key]
      ? [
          error(
            'too-many',
            key,
            `${zh}最多${MOST[key]}个，现有${document[key].length}个`,
            `At most ${MOST[key]} ${en}, and there are ${document[key].length}`,
          ),
        ]
      : []
  })

/** Characters that a name may have on roster, wall and report. */
const ROOM = {
  title: { zh: 30, en: 80 },
  role: { zh: 20, en: 60 },
  category: { zh: 10, en: 40 },
  type: { zh: 20, en: 60 },
  level: { zh: 8, en: 24 },
} as const

function names(document: PlanDocument): readonly FindingDraft[] {
  const name = (kind: keyof typeof ROOM, words: LocalizedText, path: string) =>
    fits(words, ROOM[kind], path, 'name-too-long')
  return [
    ...name('title', document.title, 'title'),
    ...document.roles.flatMap((role) => name('role', role.name, `roles.${role.id}.name`)),
    ...document.categories.flatMap((category) =>
      name('category', category.name, `categories.${category.code}`),
    ),
    ...document.types.flatMap((type) => name('type', type.name, `types.${type.code}.name`)),
    ...document.levels.flatMap((level) => name('level', level.name, `levels.${level.level}`)),
  ]
}

/** Whether somebody lies under himself, by way of others. */
function isUnderItself(id: string, above: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>()
  for (let at = above.get(id); at !== undefined && !seen.has(at); at = above.get(at)) {
    if (at === id) return true
    seen.add(at)
  }
  return false
}

function posts({ roles, commander, level, levels }: PlanDocument): readonly FindingDraft[] {
  const known = new Set(roles.map(({ id }) => id))
  const above = new Map(roles.flatMap(({ id, under }) => (under ? [[id, under] as const] : [])))
  const role = (id: string | null | undefined, path: string): readonly FindingDraft[] =>
    !id || known.has(id) ? [] : [unknownRole(path, id)]
  const named = new Map<string, string>()
  const twice = roles.flatMap(({ id, name }) => {
    const other = named.get(name.zh)
    named.set(name.zh, other ?? id)
    return other === undefined
      ? []
      : [
          warning(
            'same-name',
            `roles.${id}.name`,
            `与岗位“${other}”同名，看的人分不清`,
            `Called like the post “${other}”: nobody can tell them apart`,
          ),
        ]
  })
  return [
    ...role(commander, 'commander'),
    ...(level === null || levels.some((candidate) => candidate.level === level)
      ? []
      : [
          error(
            'unknown-level',
            'level',
            `级别表中没有第${level}级`,
            `The level set has no level ${level}`,
          ),
        ]),
    ...roles.flatMap(({ id, substitutes, under }) => [
      ...substitutes.flatMap((other) => role(other, `roles.${id}.substitutes`)),
      ...role(under, `roles.${id}.under`),
      ...(isUnderItself(id, above)
        ? [
            error(
              'role-cycle',
              `roles.${id}.under`,
              '上级绕成了一圈，没有最上一级；请改其中一个的上级',
              'The posts above it lead back to it: nobody is at the top',
            ),
          ]
        : []),
    ]),
    ...twice,
  ]
}

type Named = { path: string; id: string }

/** Every clause that the pages of a document name, and where. */
function clausesNamed(document: PlanDocument): readonly Named[] {
  const { purpose, scope, principles, legalBases, definitions, readiness } = document
  const each = (path: string, list: readonly { clause: string }[]): readonly Named[] =>
    list.map(({ clause }, index) => ({ path: `${path}.${index}.clause`, id: clause }))
  const all = (path: string, ids: readonly string[] = []): readonly Named[] =>
    ids.map((id) => ({ path: `${path}.clauses`, id }))
  return [
    ...all('purpose', purpose?.clauses),
    ...all('scope', scope?.clauses),
    ...document.roles.flatMap(({ id, clauses }) => all(`roles.${id}`, clauses)),
    ...each('principles', principles),
    ...each('legalBases', legalBases),
    ...each('definitions', definitions),
    ...readiness.map(({ id, clause }) => ({ path: `readiness.${id}.clause`, id: clause })),
    ...each('supplies', document.supplies),
    ...each('contacts', document.contacts),
    ...each('aftermath', document.aftermath),
    ...Object.keys(document.answers).map((id) => ({ path: `answers.${id}`, id })),
  ]
}

const rolesOfPages = ({ readiness, aftermath }: PlanDocument): readonly Named[] => [
  ...readiness.flatMap(({ id, role }) =>
    role === null ? [] : [{ path: `readiness.${id}.role`, id: role }],
  ),
  ...aftermath.flatMap(({ role }, index) =>
    role === null ? [] : [{ path: `aftermath.${index}.role`, id: role }],
  ),
]

function pages(document: PlanDocument, plans: readonly Plan[]): readonly FindingDraft[] {
  const roles = new Set(document.roles.map(({ id }) => id))
  const clauses = new Set(document.clauses.map(({ id }) => id))
  const named = clausesNamed(document)
  const cited = new Set([
    ...named.map(({ id }) => id),
    ...plans.flatMap((plan) => [...clausesCited(plan)]),
  ])
  return [
    ...named.flatMap(({ path, id }) => (clauses.has(id) ? [] : [unknownClause(path, id)])),
    ...rolesOfPages(document).flatMap(({ path, id }) =>
      roles.has(id) ? [] : [unknownRole(path, id)],
    ),
    ...document.clauses
      .filter(({ id }) => !cited.has(id))
      .map(({ id }) =>
        warning(
          'unused-clause',
          `clauses.${id}`,
          '没有预案引用这一条，预案文件里也没有用到',
          'No plan and no page of the document comes from this clause',
        ),
      ),
  ]
}

/** A post that no plan and no page needs, and that stands in for nobody. */
export const unusedRoles = (
  document: PlanDocument,
  plans: readonly Plan[],
): readonly FindingDraft[] => {
  const named = new Set([
    document.commander,
    ...plans.flatMap((plan) => [...rolesNamed(plan)]),
    ...rolesOfPages(document).map(({ id }) => id),
    ...document.roles.flatMap(({ substitutes, under }) => [
      ...substitutes,
      ...(under ? [under] : []),
    ]),
  ])
  return document.roles
    .filter(({ id }) => !named.has(id))
    .map(({ id }) =>
      warning(
        'unused-role',
        `roles.${id}`,
        '没有步骤、时限或问题用到这个岗位',
        'No step, ladder or question uses this role',
      ),
    )
}

/** What the post is called that takes the steps of which a paper does not say who does them. */
export const POST_UNDECIDED = '岗位待定'
const MOST_TITLES = 3

/**
 * A post that still has that name: its steps would reach nobody. What is forbidden binds everybody,
 * and needs no post.
 */
export const undecidedPosts = (
  { roles }: Pick<PlanDocument, 'roles'>,
  plans: readonly Plan[],
): readonly FindingDraft[] =>
  roles.flatMap(({ id, name }) => {
    const steps = plans
      .flatMap((plan) => plan.steps)
      .filter(({ role, prohibits }) => role === id && !prohibits)
    if (name.zh !== POST_UNDECIDED || steps.length === 0) return []
    const titles = steps.slice(0, MOST_TITLES).map(({ title }) => title)
    const more = steps.length > MOST_TITLES
    return [
      warning(
        'post-undecided',
        `roles.${id}`,
        `还没定由谁做：${titles.map(({ zh }) => zh).join('、')}${more ? `等${steps.length}步` : ''}`,
        `Nobody is set to do: ${titles.map(({ en }) => en).join('; ')}${more ? ` (${steps.length} steps in all)` : ''}`,
      ),
    ]
  })

/** `plans`: those of the document, in force or being written. */
export const lintDocument = (
  document: PlanDocument,
  plans: readonly Plan[],
): readonly FindingDraft[] => [...names(document), ...posts(document), ...pages(document, plans)]
