/**
 * Five invented papers, each in another numbering and format, against what a person read out of
 * them: steps, who does them, limits, numbers to call, prohibitions, questions.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DocumentFile } from '#shared/contract/document-file.ts'
import { PlanFile } from '#shared/contract/plan-file.ts'
import { inspect } from '#main/adapters/plans/inspect.ts'
import { readPaper } from '#main/adapters/paper/read-paper.ts'
import { draftOfPaper, titleOfPaper } from '#shared/domain/paper/draft.ts'
import type { PaperDraft } from '#shared/domain/paper/paper.ts'
import { inventedIn } from '../../domain/paper/invented.ts'

type Text = { zh: string }
type Step = {
  id: string
  title: Text
  short: Text
  role: string
  helpers?: string[]
  clause: string
  clauses?: string[]
  due?: { within: unknown }
  when?: object
  repeat?: { every: string }
  evidence?: { keep: string }
  calls?: { number?: string; role?: string }[]
  say?: Text
  prohibits?: true
  questions: Readonly<Record<string, { question: Text }>>
  quotes: string
}
/** What a person read: `quote` is of the sentence, `does` of the step's name. */
type Expected = {
  quote: string
  does: string
  by?: string
  limit?: unknown
  after?: string
  every?: string
  keep?: string
  calls?: string
  tells?: string[]
  asks?: string
  over?: number
  say?: string
  prohibits?: true
  /** What the step waits for having become late, by its name. */
  late?: string
}
/** `most`: steps of all plans; what a duty says again is none. */
type ByHand = {
  title: string
  plans: number
  titles?: string[]
  most?: number
  steps: Expected[]
  numbers: string[]
  pages: { supplies?: string[]; legalBases?: string[]; readiness?: number; principles?: number }
}

const FOLDER = 'tests/fixtures/papers'
const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.expected.json'))
  .map((name) => name.replace('.expected.json', ''))

const entryOf = (record: unknown, key: string): Record<string, unknown> =>
  (record as Record<string, Record<string, unknown>>)[key] ?? {}

async function draftOf(name: string): Promise<{ draft: PaperDraft; title: string }> {
  const file = readdirSync(FOLDER).find(
    (other) => other.startsWith(`${name}.`) && !other.endsWith('.json'),
  )
  const words = await readPaper(readFileSync(join(FOLDER, file ?? '')))
  if (!words.ok) throw new Error(words.code)
  const title = titleOfPaper(words.paragraphs)
  const options = { documentId: 'site', title, posts: [], siteKinds: ['company'] }
  return { draft: draftOfPaper(words.paragraphs, options), title }
}

function stepsOf({ plans, document }: PaperDraft): readonly Step[] {
  const clauses = document['clauses'] as Record<string, { quote: string }>
  return plans.flatMap((plan) =>
    (plan['steps'] as Step[]).map((step) => ({
      ...step,
      questions: (plan['facts'] ?? {}) as Step['questions'],
      quotes: [step.clause, ...(step.clauses ?? [])].map((id) => clauses[id]?.quote ?? '').join(''),
    })),
  )
}

/** What of an expectation the draft lacks. */
function lacksOf(expected: Expected, draft: PaperDraft, steps: readonly Step[]): readonly string[] {
  const nameOf = (id: string): string => {
    const role = entryOf(draft.document['roles'], id)
    return [
      (role['name'] as Text | undefined)?.zh,
      ...((role['aliases'] as string[] | undefined) ?? []),
    ].join('/')
  }
  const matching = steps.filter(
    (step) => step.quotes.includes(expected.quote) && step.title.zh.includes(expected.does),
  )
  if (matching.length === 0) return [`${expected.does}: no step`]
  const some = (holds: (step: Step) => boolean, what: string): string[] =>
    matching.some(holds) ? [] : [`${expected.does}: ${what}`]
  const written = (value: unknown): string => JSON.stringify(value ?? null)
  return [
    ...(expected.by === undefined
      ? []
      : some(
          ({ role, helpers = [] }) =>
            [role, ...helpers].some((id) => nameOf(id).includes(expected.by ?? '')),
          `by ${expected.by}`,
        )),
    ...(expected.limit === undefined
      ? []
      : some(
          ({ due }) => written(due?.within) === written(expected.limit),
          written(expected.limit),
        )),
    ...(expected.after === undefined
      ? []
      : some(
          ({ when }) => written(when).includes(`"elapsed":"${expected.after}"`),
          expected.after,
        )),
    ...(expected.every === undefined
      ? []
      : some(({ repeat }) => repeat?.every === expected.every, `every ${expected.every}`)),
    ...(expected.keep === undefined
      ? []
      : some(({ evidence }) => evidence?.keep === expected.keep, `kept ${expected.keep}`)),
    ...(expected.calls === undefined
      ? []
      : some(
          ({ calls = [] }) => calls.some(({ number }) => number === expected.calls),
          `calls ${expected.calls}`,
        )),
    ...(expected.tells ?? []).flatMap((name) =>
      some(
        ({ calls = [] }) =>
          calls.some(({ role }) => role !== undefined && nameOf(role).includes(name)),
        `tells ${name}`,
      ),
    ),
    ...(expected.asks === undefined
      ? []
      : some(
          ({ when, questions }) =>
            Object.entries(questions).some(
              ([key, { question }]) =>
                written(when).includes(`"${key}"`) && question.zh.includes(expected.asks ?? ''),
            ),
          `asks ${expected.asks}`,
        )),
    ...(expected.over === undefined
      ? []
      : some(({ when }) => written(when).includes(`"over":${expected.over}`), 'a number')),
    ...(expected.say === undefined
      ? []
      : some(({ say }) => say?.zh.includes(expected.say ?? '') ?? false, `says ${expected.say}`)),
    ...(expected.late === undefined
      ? []
      : some(
          ({ when }) =>
            steps.some(
              ({ id, title }) =>
                title.zh.includes(expected.late ?? '') &&
                written(when).includes(`{"step":"${id}","is":"late"}`),
            ),
          `late ${expected.late}`,
        )),
    ...(expected.prohibits ? some(({ prohibits }) => prohibits === true, 'prohibits') : []),
  ]
}

it('writes no limit for workdays, and says so among the open points', async () => {
  const { draft } = await draftOf('canteen-poisoning')
  const step = stepsOf(draft).find(({ title }) => title?.zh.includes('提交调查报告'))
  expect(step).toBeDefined()
  expect(step?.due).toBeUndefined()
  expect(JSON.stringify(draft.plans.map((plan) => plan['openPoints']))).toContain('工作日')
})

describe.each(names)('the paper %s', (name) => {
  const reading = JSON.parse(readFileSync(join(FOLDER, `${name}.expected.json`), 'utf8')) as ByHand

  it('becomes the steps that a person read in it, with posts, limits and numbers', async () => {
    const { draft, title } = await draftOf(name)
    expect(title).toBe(reading.title)
    expect(draft.plans).toHaveLength(reading.plans)
    const steps = stepsOf(draft)
    expect(reading.steps.flatMap((expected) => lacksOf(expected, draft, steps))).toEqual([])
    if (reading.titles)
      expect(draft.plans.map((plan) => (plan['title'] as Text).zh)).toEqual(reading.titles)
    expect(steps.length).toBeLessThanOrEqual(reading.most ?? steps.length)
    const contacts = (draft.document['contacts'] ?? []) as { number: string }[]
    expect(contacts.map(({ number }) => number)).toEqual(expect.arrayContaining(reading.numbers))
  })

  it('names no step by its limit, and cuts no short name within a word', async () => {
    const words = new Intl.Segmenter('zh', { granularity: 'word' })
    for (const { due, title, short } of stepsOf((await draftOf(name)).draft)) {
      if (due) expect(title.zh).not.toMatch(/(?:\d+|半)(?:个)?(?:分钟|小时|秒钟?|日|天)之?以?内/)
      const start = title.zh.indexOf(short.zh)
      const end = start + short.zh.length
      if (start < 0) continue
      const ends = [...words.segment(title.zh)].map(({ index, segment }) => index + segment.length)
      expect(ends, `${short.zh} of ${title.zh}`).toContain(end)
    }
  })

  it('fills the pages of the document', async () => {
    const { draft } = await draftOf(name)
    const list = (key: string): Record<string, Text>[] =>
      (draft.document[key] ?? []) as Record<string, Text>[]
    const { supplies = [], legalBases = [], readiness = 0, principles = 0 } = reading.pages
    expect(list('supplies').map(({ what }) => what?.zh)).toEqual(expect.arrayContaining(supplies))
    expect(list('legalBases').map((entry) => entry['name']?.zh)).toEqual(legalBases)
    expect(list('readiness').length).toBeGreaterThanOrEqual(readiness)
    expect(list('principles').length).toBeGreaterThanOrEqual(principles)
  })

  it('has no number that its sentences do not have', async () => {
    expect(inventedIn((await draftOf(name)).draft)).toEqual([])
  })

  it('passes the schema and the check of plans without an error', async () => {
    const { draft } = await draftOf(name)
    const { findings } = inspect({
      documents: [{ file: 'site/document', data: DocumentFile.parse(draft.document), raw: {} }],
      plans: draft.plans.map((plan) => ({
        file: String(plan['id']),
        data: PlanFile.parse(plan),
        raw: plan,
      })),
      findings: [],
    })
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})
