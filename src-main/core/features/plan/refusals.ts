/** Says why a question about plans is not answered, and what to do instead. */
import { refuse, type Refusal } from '#shared/domain/decision.ts'
import { localized } from '#shared/domain/text.ts'

/** `id`: of a plan or a document. */
export const unknownRevision = (id: string, revision: string): Refusal =>
  refuse(
    'unknown-revision',
    localized(
      `记录中没有“${id}”的这一版（${revision.slice(0, 12)}）`,
      `The record has no such revision of "${id}" (${revision.slice(0, 12)})`,
    ),
  )

export const oneOfBoth = (): Refusal =>
  refuse(
    'bad-input',
    localized('planId和draft须写一个，且只写一个', 'Give either planId or draft, not both'),
  )
