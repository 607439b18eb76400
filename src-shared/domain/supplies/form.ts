/** The form that the stored document of a supply must have. */
import type { ActionOwner } from '../corrective-action/action.ts'
import * as is from '../form.ts'
import {
  DISPOSALS,
  SUPPLY_CLASSES,
  type Batch,
  type IssueFor,
  type Movement,
  type Part,
  type Supply,
  type SupplyCheck,
  type SupplyIssue,
  type SupplyPlace,
} from './supply.ts'

const KINDS = ['entered', 'received', 'issued', 'returned', 'consumed', 'disposed', 'booked']

export const isOwner = is.fields<ActionOwner>({
  post: is.orNull(is.fields<NonNullable<ActionOwner['post']>>({ id: is.words, name: is.text })),
  person: is.orNull(is.sealed),
  personId: is.orNull(is.words),
})
const parts = is.list(is.fields<Part>({ batchId: is.words, count: is.number }))
const turn = { id: is.words, at: is.number, by: is.words }
export const isIssueFor = is.fields<IssueFor>({
  incidentId: is.words,
  planId: is.orNull(is.words),
  stepId: is.orNull(is.words),
  drill: is.flag,
})

export const isSupply: is.Form = is.fields<Supply>({
  id: is.words,
  version: is.number,
  number: is.words,
  enteredAt: is.number,
  enteredBy: is.words,
  name: is.words,
  class: is.oneOf(SUPPLY_CLASSES),
  model: is.orNull(is.words),
  unit: is.words,
  place: is.fields<SupplyPlace>({ id: is.orNull(is.words), name: is.words }),
  spot: is.orNull(is.words),
  keeper: is.orNull(isOwner),
  minimum: is.orNull(is.number),
  checkMonths: is.orNull(is.number),
  conditions: is.orNull(is.words),
  batches: is.list(
    is.fields<Batch>({
      id: is.words,
      number: is.orNull(is.words),
      expiry: is.orNull(is.words),
      count: is.number,
    }),
  ),
  issues: is.list(
    is.fields<SupplyIssue>({
      ...turn,
      parts,
      returned: parts,
      consumed: is.number,
      to: is.sealed,
      words: is.orNull(is.sealed),
      for: is.orNull(isIssueFor),
    }),
  ),
  movements: is.list(
    is.fields<Movement>({
      ...turn,
      kind: is.oneOf(KINDS),
      parts,
      count: is.number,
      issueId: is.orNull(is.words),
      disposal: is.orNull(is.oneOf(DISPOSALS)),
      drill: is.flag,
    }),
  ),
  checks: is.list(
    is.fields<SupplyCheck>({
      ...turn,
      ok: is.flag,
      person: is.sealed,
      words: is.orNull(is.sealed),
    }),
  ),
  withdrawn: is.orNull(is.number),
})
