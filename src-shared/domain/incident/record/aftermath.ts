/**
 * What is recorded of the aftermath of an incident (善后): what is owed to people, the inquiry, the
 * review, and what came of it all. Past tense, plain JSON, as every event. Whatever names or quotes
 * somebody is sealed.
 */
import type { AftercareKind } from '../../plan/aftercare-kinds.ts'
import type { Guarded, Sealed } from '../../sealed.ts'
import type { Operating } from './scales.ts'
import type { Counts } from './slices.ts'
import type { TaskOwner } from './tasks.ts'

/** Fen: whole hundredths of a yuan, so that sums are exact. 100 billion yuan at most. */
export const MOST_FEN = 10_000_000_000_000

/** What may still be put right of an entry that is open. `dueOn`: a date of the site. */
export type AftercareTerms = {
  owner: TaskOwner
  dueOn: string
  words: Sealed | null
  agreedFen: number | null // of a compensation
}
/** What is said when it is done; which parts are needed depends on the kind. */
export type AftercareOutcome = {
  words: Sealed | null
  paidFen?: number // of a compensation
  finding?: Sealed // of an accountability
  measure?: Sealed
}
/** `whom`: whom it concerns. `stepId`: of the step that asked for it. */
export type Aftercare = AftercareTerms & {
  id: string // the n-th of its incident
  kind: AftercareKind
  whom: Sealed
  stepId: string | null
  at: number
  by: string
  done?: AftercareOutcome & { at: number; toldAt?: number; by: string }
  withdrawn?: { reason: Sealed; at: number; by: string }
  corrected?: readonly AftercareCorrection[] // what was put right since it was done, in order
}
/** What an entry that is done said until it was put right, and why. `at` in UTC ms. */
export type AftercareCorrection = {
  before: AftercareSettled
  reason: Sealed
  at: number
  by: string
}
/** What can be put right once it is done; only what is changed is there. */
export type AftercareSettled = {
  agreedFen?: number | null
  paidFen?: number
  finding?: Sealed
  measure?: Sealed
}

export type AftercareAdded = {
  type: 'AftercareAdded'
  aftercareId: string
  kind: AftercareKind
  whom: Sealed
  stepId: string | null
} & AftercareTerms
/** Only what has changed. */
export type AftercareChanged = {
  type: 'AftercareChanged'
  aftercareId: string
  kind: AftercareKind
} & Partial<AftercareTerms>
/** `doneAt` (UTC ms): it was done then, and is told only now. */
export type AftercareDone = {
  type: 'AftercareDone'
  aftercareId: string
  kind: AftercareKind
  whom: Sealed
  doneAt?: number
} & AftercareOutcome
export type AftercareWithdrawn = {
  type: 'AftercareWithdrawn'
  aftercareId: string
  kind: AftercareKind
  whom: Sealed
  reason: Sealed
}

/** An entry that was done said something wrong: what it says now, and what it said `before`. */
export type AftercareCorrected = {
  type: 'AftercareCorrected'
  aftercareId: string
  kind: AftercareKind
  whom: Sealed
  before: AftercareSettled
  reason: Sealed
} & AftercareSettled

/** Null: nobody has written it yet. `opinion`: how it is to be handled (处理意见). */
export type InquiryWords = {
  course: Sealed | null
  cause: Sealed | null
  opinion: Sealed | null
}
/** To whom its opinion went. `at` in UTC ms. */
export type Handed = { to: Sealed; at: number }
/** It takes the place of what was written before; both stay in the record. */
export type InquiryRecorded = { type: 'InquiryRecorded'; handed: Handed | null } & InquiryWords
export type Inquiry = InquiryWords & { handed: Handed | null; at: number; by: string }

/** Of the incident as a whole, or only of how a plan that ran has worked (88号令 art. 40). */
export const REVIEW_KINDS = ['review', 'evaluation'] as const
export type ReviewKind = (typeof REVIEW_KINDS)[number]
export type Lesson = { id: string; text: Sealed }
/**
 * `plans`: ids of those whose working is evaluated by it. `people`: who took part. `reviewedAt` in
 * UTC ms.
 */
export type ReviewParts = {
  kind: ReviewKind
  cause: Sealed | null
  well: Sealed | null
  poor: Sealed | null
  lessons: readonly Lesson[]
  people: Sealed | null
  plans: readonly string[]
  reviewedAt: number
}
export type ReviewRecorded = { type: 'ReviewRecorded'; reviewId: string } & ReviewParts
export type Review = ReviewParts & { id: string; at: number; by: string }
/** It is archived without the review that its level asks for. */
export type ReviewPassedOver = { type: 'ReviewPassedOver'; reason: Guarded }

export const CAUSE_KNOWN = ['known', 'under-inquiry', 'unknown'] as const
export type CauseKnown = (typeof CAUSE_KNOWN)[number]
/** What came of it, as it stood at closing. Null: nobody has said. */
export type ResultParts = {
  cause: CauseKnown | null
  handedTo: Sealed | null
}
export type ResultRecorded = {
  type: 'ResultRecorded'
  casualties: Counts
  loss: number | null // yuan
  operating: Operating | null
} & ResultParts
export type Result = Omit<ResultRecorded, 'type'> & { at: number; by: string }

export type AftermathEvent =
  | AftercareAdded
  | AftercareChanged
  | AftercareDone
  | AftercareWithdrawn
  | AftercareCorrected
  | InquiryRecorded
  | ReviewRecorded
  | ReviewPassedOver
  | ResultRecorded

export type AddAftercare = {
  type: 'AddAftercare'
  kind: AftercareKind
  whom: Sealed
  stepId: string | null
} & AftercareTerms
export type ChangeAftercare = {
  type: 'ChangeAftercare'
  aftercareId: string
} & Partial<AftercareTerms>
/** `doneAt` null: now. */
export type FinishAftercare = {
  type: 'FinishAftercare'
  aftercareId: string
  doneAt: number | null
  words: Sealed | null
  paidFen: number | null
  finding: Sealed | null
  measure: Sealed | null
}
export type WithdrawAftercare = { type: 'WithdrawAftercare'; aftercareId: string; reason: Sealed }
/** What is left out stays as it is. */
export type CorrectAftercare = {
  type: 'CorrectAftercare'
  aftercareId: string
  reason: Sealed
} & AftercareSettled
export type RecordInquiry = { type: 'RecordInquiry'; handed: Handed | null } & InquiryWords
/** `reviewedAt` null: now. */
export type RecordReview = {
  type: 'RecordReview'
  lessons: readonly Sealed[]
  reviewedAt: number | null
} & Omit<ReviewParts, 'lessons' | 'reviewedAt'>

export type AftermathCommand =
  | AddAftercare
  | ChangeAftercare
  | FinishAftercare
  | WithdrawAftercare
  | CorrectAftercare
  | RecordInquiry
  | RecordReview

export const isOpenAftercare = ({ done, withdrawn }: Aftercare): boolean => !done && !withdrawn
