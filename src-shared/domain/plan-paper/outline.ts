/** Draws in short what is made of a paper: plans with their steps, posts, types, pages. */
import { mapOf, mapsIn, textOf, wordIn, type Json } from './json.ts'
import type { Made } from './standing.ts'

/** `title` in Chinese if it has that; empty while nobody has written it. */
export type OutlinePart = { path: string; title: string }
/** `timed`: it has a limit. `role`: the name of the post, else its id. */
export type OutlineStep = OutlinePart & { timed: boolean; prohibits: boolean; role: string }
export type OutlinePlan = {
  planId: string
  title: string
  incomplete: boolean
  steps: readonly OutlineStep[]
  questions: readonly OutlinePart[]
}
/** `incomplete`: the document, or one of the plans, is marked so. */
export type PaperOutline = {
  incomplete: boolean
  plans: readonly OutlinePlan[]
  posts: readonly OutlinePart[]
  types: readonly OutlinePart[]
  pages: readonly OutlinePart[]
}

const PAGES = [
  'definitions',
  'principles',
  'readiness',
  'supplies',
  'contacts',
  'aftermath',
] as const

function outlinePlan(plan: Json, roles: Json): OutlinePlan {
  const step = (part: Json): OutlineStep => ({
    path: `steps.${textOf(part['id'])}`,
    title: wordIn(part['title']) ?? '',
    timed: part['due'] !== undefined && part['due'] !== null,
    prohibits: part['prohibits'] === true,
    role: wordIn(mapOf(roles[textOf(part['role'])])['name']) ?? textOf(part['role']),
  })
  return {
    planId: textOf(plan['id']),
    title: wordIn(plan['title']) ?? textOf(plan['id']),
    incomplete: plan['completeness'] === 'incomplete',
    steps: mapsIn(plan['steps']).map(step),
    questions: Object.entries(mapOf(plan['facts'])).map(([key, fact]) => ({
      path: `facts.${key}`,
      title: wordIn(mapOf(fact)['question']) ?? '',
    })),
  }
}

const named = (parts: unknown, path: string): readonly OutlinePart[] =>
  Object.entries(mapOf(parts)).map(([id, part]) => ({
    path: `${path}.${id}`,
    title: wordIn(mapOf(part)['name']) ?? id,
  }))

/** What a person sees beside the paper. */
export function outlineOf({ document, plans }: Made): PaperOutline {
  const draft = mapOf(document)
  const paragraphs = (['purpose', 'scope'] as const).flatMap((path) => {
    const title = wordIn(mapOf(draft[path])['says'])
    return title === null ? [] : [{ path, title }]
  })
  const listed = PAGES.flatMap((page) =>
    mapsIn(draft[page]).map((part, index) => ({
      path: `${page}.${index}`,
      title: wordIn(part['term'] ?? part['what'] ?? part['who'] ?? part['says']) ?? '',
    })),
  )
  return {
    incomplete: [draft, ...plans].some((text) => text['completeness'] === 'incomplete'),
    plans: plans.map((plan) => outlinePlan(plan, mapOf(draft['roles']))),
    posts: named(draft['roles'], 'roles'),
    types: named(draft['types'], 'types'),
    pages: [...paragraphs, ...listed],
  }
}
