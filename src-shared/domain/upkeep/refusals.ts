/** Why something is not recorded of a plan document, and what to do instead. */
import { refuse, type Refusal } from '../decision.ts'
import { localized } from '../text.ts'

export const dayAhead = (): Refusal =>
  refuse('bad-input', localized('日期不能晚于今天', 'The day must not lie ahead of today'))
export const notIssued = (): Refusal =>
  refuse(
    'not-issued',
    localized(
      '还没有登记印发：先登记印发的日期和签发人',
      'It has not been issued yet: record its issue, with day and signatory, first',
    ),
  )
export const abolishedBy = (day: string): Refusal =>
  refuse(
    'not-issued',
    localized(
      `${day}已经废止，废止以后不用备案、告知；重新印发的，先登记新的印发`,
      `It was abolished on ${day}, after which nothing is filed or made known: if it was issued anew, record that first`,
    ),
  )
export const revisedFirst = (): Refusal =>
  refuse(
    'not-issued',
    localized(
      '在这之前没有登记过制定：第一次印发登记为“制定”，以后的才是“修订”',
      'Nothing was issued before: record the first issue as made, only later ones are revisions',
    ),
  )
export const madeTwice = (day: string): Refusal =>
  refuse(
    'bad-input',
    localized(
      `${day}印发的还在施行：这一次登记为“修订”`,
      `What was issued on ${day} is still in force: record this as a revision`,
    ),
  )
export const effectiveFirst = (day: string): Refusal =>
  refuse(
    'bad-input',
    localized(`施行日期不能早于印发日期${day}`, `It cannot hold before it is issued, on ${day}`),
  )
export const abolishedNothing = (): Refusal =>
  refuse(
    'not-issued',
    localized(
      '那一天没有现行的文本可以废止：先登记它的印发',
      'There was nothing in force to abolish on that day: record its issue first',
    ),
  )
export const beforeIssue = (day: string): Refusal =>
  refuse(
    'bad-input',
    localized(`不能早于印发日期${day}`, `It must not lie before the day of issue, ${day}`),
  )
export const beforeFiling = (day: string): Refusal =>
  refuse(
    'bad-input',
    localized(`回执日期不能早于报送日期${day}`, `The receipt must not lie before ${day}`),
  )
export const unknownEntry = (): Refusal =>
  refuse('unknown-entry', localized('没有这条记录', 'There is no such entry'))
export const alreadySettled = (): Refusal =>
  refuse('no-change', localized('这项修订要求已经了结', 'This demand is settled already'))
export const settledByNothing = (): Refusal =>
  refuse(
    'reason-needed',
    localized(
      '没有修订就了结，要说明为什么不必修订',
      'To settle it without a revision, say why none is needed',
    ),
  )
export const saysSo = (): Refusal =>
  refuse('no-change', localized('内容没有变', 'It says this already'))
export const reasonless = (): Refusal =>
  refuse(
    'reason-needed',
    localized('改动是否须备案，要说明理由', 'To change whether it has to be filed, say why'),
  )
export const unknownSubject = (id: string): Refusal =>
  refuse('unknown-document', localized(`没有预案文件“${id}”`, `There is no document "${id}"`))
export const isWithdrawn = (): Refusal =>
  refuse('no-change', localized('这条已经作废', 'This entry is withdrawn already'))
