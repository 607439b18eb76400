/** The posts of a document, gathered from the paper: one for each name, its other names with it. */
import { POST_UNDECIDED } from '../plan/lint/document.ts'
import { kindOfHolder } from './numbers.ts'
import { formOf, isEndOf, type Filled } from './post-forms.ts'
import { postKindOf } from './posts.ts'
import type { PaperPost, WrittenJson } from './paper.ts'
import { localizedOnly } from './written.ts'

export type Role = { id: string; name: string; aliases: string[]; duty: string; clauses: string[] }

/**
 * `nobody`: the post for what the paper gives to nobody; a person names it once, and every step has
 * it.
 */
export type Roles = {
  all: readonly Role[]
  commander: string
  nobody: string
  idOf: (name: string) => string | null
}

/** Names that mean one post; `post`: of the register, by whose name it goes. */
type Named = { names: string[]; post: PaperPost | null }

const callsOf = ({ name, aliases }: PaperPost): readonly string[] => [name, ...(aliases ?? [])]

/** A post of the register by a name of it, else by a form of it; or by the only end that fits. */
function registered(name: string, posts: readonly PaperPost[]): PaperPost | null {
  const same = posts.find((post) => callsOf(post).includes(name))
  const alike = posts.filter((post) => callsOf(post).some((call) => formOf(call) === formOf(name)))
  const longer = posts.filter((post) => callsOf(post).some((call) => isEndOf(name, call)))
  return same ?? (alike.length === 1 ? alike[0] : longer.length === 1 ? longer[0] : null) ?? null
}

/** Two names mean one post unless the register has a post for each. */
function joined(all: readonly Named[], left: Named | undefined, right: Named | undefined): Named[] {
  if (!left || !right || left === right) return [...all]
  if (left.post && right.post && left.post.id !== right.post.id) return [...all]
  const both = { names: [...left.names, ...right.names], post: left.post ?? right.post }
  return all.flatMap((named) => (named === left ? [both] : named === right ? [] : [named]))
}

const withName = (all: readonly Named[], name: string): Named | undefined =>
  all.find(({ names }) => names.includes(name))

/** In the order of the paper; the first name of each is what the post is called. */
function posted(
  distinct: readonly string[],
  posts: readonly PaperPost[],
  filled: readonly Filled[],
): readonly Named[] {
  const exact = (name: string): PaperPost | null =>
    posts.find((post) => callsOf(post).includes(name)) ?? null
  let all: Named[] = distinct.map((name) => ({ names: [name], post: exact(name) }))
  for (const name of distinct) {
    const alike = distinct.find((other) => formOf(other) === formOf(name))
    const [left, right] = [withName(all, alike ?? name), withName(all, name)]
    all =
      /员$/.test(name) && !/员$/.test(left?.names[0] ?? '')
        ? joined(all, right, left)
        : joined(all, left, right)
  }
  for (const name of distinct) {
    const long = all.filter((named) => named.names.some((other) => isEndOf(name, other)))
    if (long.length === 1) all = joined(all, long[0], withName(all, name))
  }
  for (const { post, holder } of filled)
    all = joined(all, withName(all, holder), withName(all, post))
  const known = all.map(({ names, post }) => ({
    names,
    post:
      post ?? names.map((name) => registered(name, posts)).find((entry) => entry !== null) ?? null,
  }))
  return [...Map.groupBy(known, ({ post, names }) => post?.id ?? `\u0000${names[0]}`).values()].map(
    (same) => ({
      post: same[0]?.post ?? null,
      names: [
        ...new Set([
          ...(same[0]?.post ? [same[0].post.name] : []),
          ...same.flatMap(({ names }) => names),
        ]),
      ],
    }),
  )
}

/** How far up a post commands; the highest commands the document. 0: it does not. */
function commandOf(name: string): number {
  const forms = [
    /总指挥$|^总协调/,
    /指挥部$|指挥中心$/,
    /领导小组$/,
    /指挥长?$|组长$/,
    /总经理$|主任$|馆长$|院长$|校长$|园长$/,
    /经理$|负责人$/,
  ]
  const at = forms.findIndex((form) => form.test(name) && !/副/.test(name))
  return at < 0 ? 0 : forms.length - at
}

/** `names`: as often as the paper says them. `filled`: functions, by who fills them. */
export function rolesOf(
  names: readonly string[],
  { posts, documentId }: { posts: readonly PaperPost[]; documentId: string },
  filled: readonly Filled[] = [],
): Roles {
  const nobody = `${documentId}-p00`
  const all = posted([...new Set(names)], posts, filled).map(
    ({ names: [name = '', ...aliases], post }, index): Role => ({
      id: post?.id ?? `${documentId}-p${String(index + 1).padStart(2, '0')}`,
      name,
      aliases,
      duty: '',
      clauses: [],
    }),
  )
  const command = ({ name, aliases }: Role): number =>
    Math.max(...[name, ...aliases].map(commandOf))
  const [highest] = all.toSorted((left, right) => command(right) - command(left))
  return {
    all,
    commander: highest && command(highest) > 0 ? highest.id : nobody,
    nobody,
    idOf: (name) =>
      all.find((role) => role.name === name || role.aliases.includes(name))?.id ?? null,
  }
}

/** The posts as a document file has them. */
export function writtenRoles({ all, nobody }: Roles, needsNobody: boolean): WrittenJson {
  const entries = all.map(({ id, name, aliases, duty, clauses }): [string, WrittenJson] => [
    id,
    {
      name: localizedOnly(name),
      ...(aliases.length > 0 && { aliases }),
      ...(kindOfRole(name) !== 'person' && { kind: kindOfRole(name) }),
      ...(duty !== '' && { duty: localizedOnly(duty) }),
      ...(clauses.length > 0 && { clauses }),
    },
  ])
  const unsaid: [string, WrittenJson] = [
    nobody,
    { name: localizedOnly(POST_UNDECIDED), duty: localizedOnly('原文没有写由谁做') },
  ]
  return Object.fromEntries<WrittenJson>(needsNobody ? [...entries, unsaid] : entries)
}

const kindOfRole = (name: string): string => {
  const outside = ['fire', 'police', 'medical', 'power', 'gas', 'property', 'authority', 'media']
  return outside.includes(kindOfHolder(name)) &&
    !/保安|组$|部(?!门|队)|(?:经理|主管|主任|总监)$/.test(name)
    ? 'external'
    : postKindOf(name)
}
