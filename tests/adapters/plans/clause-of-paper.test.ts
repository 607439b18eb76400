/** A clause of a site's own paper: its number, its sentence, and what a plan keeps of them. */
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { explain } from '#main/adapters/plans/explain.ts'
import { mergePlan } from '#main/adapters/plans/merge.ts'
import { libraryFiles, readFiles } from '#main/adapters/plans/read.ts'
import { DocumentFile, LONGEST_QUOTE } from '#shared/contract/document-file.ts'

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'resources', 'plans')
const { documents, plans } = readFiles(
  libraryFiles(FOLDER).filter((file) => file.includes('government-hall')),
)
const hall = documents[0]!.raw as { clauses: Record<string, unknown> }
const withClause = (clause: object): Record<string, unknown> => ({
  ...hall,
  clauses: { ...hall.clauses, 'S03-06': clause },
})
const chapter = { zh: '第三条' }
const faultsOf = (clause: object): string[] => {
  const raw = withClause(clause)
  return explain(DocumentFile.safeParse(raw).error?.issues ?? [], raw).map(
    ({ path, code }) => `${path} ${code}`,
  )
}

it('says it in other words, or has the sentence of the paper', () => {
  expect(faultsOf({ chapter, quote: '应当立即拨打119。', number: '第三条（二）' })).toEqual([])
  expect(faultsOf({ chapter, number: '第三条（二）' })).toEqual(['clauses.S03-06.says missing'])
  expect(faultsOf({ chapter, quote: '长'.repeat(LONGEST_QUOTE + 1) })).toEqual([
    'clauses.S03-06.quote bad-value',
  ])
})

it('comes with the plan that cites it, and changes the revision of no plan without it', () => {
  const { data } = plans.find((plan) => plan.data.id === 'government-hall-fire')!
  const before = mergePlan(documents[0]!.data, data)
  expect(before.clauses.every((clause) => Object.keys(clause).join() === 'id,chapter,says')).toBe(
    true,
  )
  const clause = { chapter, number: '第三条（二）', quote: '应当立即拨打119。' }
  const after = mergePlan(DocumentFile.parse(withClause(clause)), data)
  expect(after.clauses.find(({ id }) => id === 'S03-06')).toMatchObject({
    number: '第三条（二）',
    quote: '应当立即拨打119。',
  })
  expect(after.revision).not.toBe(before.revision)
})
