/**
 * Fits the steps of a sentence into drafts: what it brings along – steps, questions, posts – gets
 * ids that are free there, and what it leaves unsaid is as the draft has it.
 */
import type { SentenceSteps } from '../paper/sentence-steps.ts'
import type { PlanDraft } from '../site-plan/draft.ts'
import { mapOf, textOf, wordIn, type Json } from './json.ts'

/** `prefix-01`, `prefix-02` … behind all that are taken. */
export function nextId(prefix: string, taken: readonly string[]): string {
  const numbers = taken.flatMap((id) => {
    const digits = id.startsWith(`${prefix}-`) ? id.slice(prefix.length + 1) : ''
    return /^\d+$/.test(digits) ? [Number(digits)] : []
  })
  return `${prefix}-${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`
}

/** Every text that is one of these ids becomes the other. */
function renamed(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return ids.get(value) ?? value
  if (Array.isArray(value)) return value.map((part) => renamed(part, ids))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, renamed(part, ids)]))
}

const SHORTEST_END = 3 // signs: 综合科 is the end of 中心综合科

/** A post of the document that goes by this name, or whose name ends in it and no other's does. */
function postNamed(name: string, roles: Json): string | null {
  const named = Object.entries(roles).map(
    ([id, role]) => [id, wordIn(mapOf(role)['name'])] as const,
  )
  const ends = named.filter(([, other]) => name.length >= SHORTEST_END && other?.endsWith(name))
  return ends.length === 1 ? (ends[0]?.[0] ?? null) : null
}

type Fitted = { document: PlanDraft; plan: PlanDraft; steps: readonly Json[] }

/** `p-01` … of posts that a document gets by its papers (`jxgc-p01`). */
function nextPost(document: PlanDraft, roles: Json): string {
  const prefix = `${textOf(document['id'])}-p`
  const taken = Object.keys(roles).map((id) => id.replace(prefix, `${prefix}-`))
  return nextId(prefix, taken).replace(`${prefix}-`, prefix)
}

/** The posts that the sentence names: those of the document, and new ones for what it lacks. */
function withPosts(
  document: PlanDraft,
  posts: SentenceSteps['posts'],
): { document: PlanDraft; ids: ReadonlyMap<string, string> } {
  let roles = mapOf(document['roles'])
  const ids = new Map<string, string>()
  for (const [here, post] of Object.entries(posts)) {
    const id = postNamed(wordIn(mapOf(post)['name']) ?? '', roles) ?? nextPost(document, roles)
    ids.set(here, id)
    if (!(id in roles)) roles = { ...roles, [id]: post }
  }
  const isSame = Object.keys(roles).length === Object.keys(mapOf(document['roles'])).length
  return { document: isSame ? document : { ...document, roles }, ids }
}

const wordsOf = (question: unknown): string => wordIn(mapOf(question)['question']) ?? ''

/** The questions of the plan and the sentence; what is asked already is asked once. */
function withQuestions(
  plan: PlanDraft,
  questions: SentenceSteps['questions'],
): { facts: Json; keys: ReadonlyMap<string, string> } {
  let facts = mapOf(plan['facts'])
  const keys = new Map<string, string>()
  for (const [here, question] of Object.entries(questions)) {
    const known = Object.entries(facts).find(([, other]) => wordsOf(other) === wordsOf(question))
    let free = Object.keys(facts).length + 1
    while (`q-${free}` in facts) free += 1
    const key = known?.[0] ?? `q-${free}`
    keys.set(here, key)
    if (!known) facts = { ...facts, [key]: question }
  }
  return { facts, keys }
}

/**
 * `clause`: its id in the document. `role`: who acts where the sentence does not say. The steps
 * have no ids yet.
 */
export function fitSteps(
  { document: before, plan }: { document: PlanDraft; plan: PlanDraft },
  read: SentenceSteps,
  { clause, role }: { clause: string; role: unknown },
): Fitted {
  const { document, ids } = withPosts(before, read.posts)
  const { facts, keys } = withQuestions(plan, read.questions)
  const commander = textOf(plan['commander'] ?? document['commander'])
  const posts = new Map([...ids, [read.nobody, textOf(role)]])
  const written = Object.fromEntries(
    Object.entries(facts).map(([key, question]) => [
      key,
      key in mapOf(plan['facts']) ? question : { ...(renamed(question, posts) as Json), clause },
    ]),
  )
  const steps = read.steps.map((step) => {
    const { late, ...rest } = renamed(step, new Map([...posts, ...keys])) as Json
    const alerts = Array.isArray(late)
      ? late.map((level: unknown) => ({ ...mapOf(level), notify: commander }))
      : null
    return { ...rest, ...(alerts && { late: alerts }), clause }
  })
  return {
    document,
    plan: Object.keys(written).length > 0 ? { ...plan, facts: written } : plan,
    steps,
  }
}
