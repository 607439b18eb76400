/**
 * Draws the organisation of a document as lines of a tree. A post whose group is missing, or
 * that stands above itself, is at the top.
 */
import type { Role } from '#shared/domain/plan/plan.ts'

/**
 * What is drawn before a name, one a level: the line goes through, branches off, ends here, or
 * there is none.
 */
export type Rule = 'through' | 'branch' | 'end' | 'none'
export type TreeLine = { role: Role; rules: readonly Rule[]; under: Role | null }

/** A post and all above it. */
function chainOf(
  role: Role | null | undefined,
  above: (role: Role) => Role | null,
): readonly Role[] {
  const chain: Role[] = []
  for (let post = role ?? null; post !== null && !chain.includes(post); post = above(post))
    chain.push(post)
  return chain
}

/**
 * Posts and groups of the site: the branch of who commands first, then other branches, then posts
 * that stand alone; then the units outside, which are under nobody here.
 */
export function treeOf(
  roles: readonly Role[],
  commander: string,
): { inside: readonly TreeLine[]; outside: readonly TreeLine[] } {
  const byId = new Map(roles.map((role) => [role.id, role]))
  const above = (role: Role): Role | null => byId.get(role.under ?? '') ?? null
  const lines: TreeLine[] = []
  const drawn = new Set<string>()

  function draw(role: Role, before: readonly Rule[], rule: Rule | null): void {
    if (drawn.has(role.id)) return
    drawn.add(role.id)
    lines.push({ role, rules: rule ? [...before, rule] : before, under: above(role) })
    const below = roles.filter(({ id, under }) => under === role.id && !drawn.has(id))
    const further: readonly Rule[] = rule
      ? [...before, rule === 'end' ? 'none' : 'through']
      : before
    below.forEach((post, index) =>
      draw(post, further, index === below.length - 1 ? 'end' : 'branch'),
    )
  }

  const external = (role: Role): boolean => role.kind === 'external' && above(role) === null
  const tops = roles.filter((role) => above(role) === null && !external(role))
  const leads = (role: Role): boolean => chainOf(byId.get(commander), above).includes(role)
  const has = (role: Role): boolean => roles.some(({ under }) => under === role.id)
  const rank = (role: Role): number => (leads(role) ? 0 : has(role) ? 1 : 2)
  for (const role of [...tops].sort((a, b) => rank(a) - rank(b))) draw(role, [], null)
  // a ring of posts has no top
  for (const role of roles.filter((role) => !external(role))) draw(role, [], null)
  const inside = [...lines]
  lines.length = 0
  for (const role of roles.filter(external)) draw(role, [], null)
  return { inside, outside: lines }
}
