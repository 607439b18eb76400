/** Reads one sentence as steps where a person has said that it is that, whatever heading it has. */
import { outlineOf } from './outline.ts'
import type { PaperPost, WrittenJson } from './paper.ts'
import { planOf } from './plan-of-units.ts'
import { namesOf } from './post-names.ts'
import { rolesOf, writtenRoles } from './roles.ts'
import { unitsOf } from './units.ts'

/** What ids begin with that the sentence brings along: whoever takes it in gives them others. */
const HERE = 'new'

/**
 * `steps` and `questions` (by key) as plan files have them, with the ids of posts of the register.
 * `posts`: those that the sentence names and the register lacks, as document files have them, by
 * the ids that its steps have for them. `nobody`: the id where the sentence does not say who acts.
 */
export type SentenceSteps = {
  steps: readonly WrittenJson[]
  questions: Readonly<Record<string, WrittenJson>>
  posts: WrittenJson
  nobody: string
}

/** Null: it holds no act that the rules know. `posts`: those of the document that it goes into. */
export function stepsOfSentence(text: string, posts: readonly PaperPost[]): SentenceSteps | null {
  const units = unitsOf(outlineOf([{ text }], ''), () => true).map((unit) => ({
    ...unit,
    ...{ kind: 'step' as const, isHead: false },
  }))
  const known = posts.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])])
  const roles = rolesOf(namesOf(units, known), { posts, documentId: HERE })
  const plan = planOf({
    ...{ id: HERE, document: HERE, title: '', type: HERE, kind: null, base: null },
    ...{ units, roles, clauseOf: () => HERE },
  })
  if (!plan) return null
  const registered = new Set(posts.map(({ id }) => id))
  const added = roles.all.filter(({ id }) => !registered.has(id))
  return {
    steps: plan.json['steps'] as readonly WrittenJson[],
    questions: (plan.json['facts'] ?? {}) as SentenceSteps['questions'],
    posts: writtenRoles({ ...roles, all: added }, false),
    nobody: roles.nobody,
  }
}
