/**
 * Ids are promises: of every plan, step and question that was ever shipped, each is still in the
 * library or stands among the withdrawn in docs/sources.md, and none of those comes back.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { library, resources } from './shipped-library.ts'

const LIST = join(import.meta.dirname, 'shipped-ids.txt')
const page = readFileSync(join(resources, '..', 'docs', 'sources.md'), 'utf8')

/** `plan`, `plan step` and `plan: question`, in order. */
const present = library
  .plans()
  .flatMap(({ id, steps, facts }) => [
    id,
    ...steps.map((step) => `${id} ${step.id}`),
    ...facts.map(({ key }) => `${id}: ${key}`),
  ])
  .sort()

/** Rows `| id | plan | revision | why |`; a question as `prefix: key`. */
const withdrawn = [
  ...(page.split('## 撤下的步骤和问题')[1] ?? '')
    .split('\n## ')[0]!
    .matchAll(/^\| ([a-z][\w:. -]*) \| ([a-z][\w-]*) \| ([0-9a-f]{12}) \| \S/gm),
].map(([, id = '', plan = '']) =>
  id.includes(': ') ? `${plan}: ${id.split(': ')[1] ?? ''}` : `${plan} ${id}`,
)

const shipped = existsSync(LIST) ? readFileSync(LIST, 'utf8').split('\n').filter(Boolean) : []
// a new id is added by `VIGIL_ADD_IDS=1`, and never taken out again
if (process.env.VIGIL_ADD_IDS)
  writeFileSync(LIST, `${[...new Set([...shipped, ...present, ...withdrawn])].sort().join('\n')}\n`)

describe('the ids of plans, steps and questions', () => {
  it('that are there are in the list', () => {
    expect(present.filter((id) => !shipped.includes(id))).toEqual([])
  })

  it('that were ever there are there still, or withdrawn with revision and reason', () => {
    const gone = shipped.filter((id) => !present.includes(id))
    expect(gone.sort()).toEqual([...withdrawn].sort())
  })

  it('that were withdrawn are not used again', () => {
    expect(withdrawn.filter((id) => present.includes(id))).toEqual([])
  })

  it('of a step are used once in the library', () => {
    const steps = library.plans().flatMap((plan) => plan.steps.map(({ id }) => id))
    expect(new Set(steps).size).toBe(steps.length)
  })
})
