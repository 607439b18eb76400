/** What a board entry says of a question of its plans. Instants in UTC ms. */
import type { FactKind, FactValue, Option, SetValue } from '../plan/plan.ts'
import type { LocalizedText } from '../text.ts'
import type { BoardPassedOver } from './gate-types.ts'

export type BoardQuestion = {
  key: string
  planId: string
  kind: FactKind
  question: LocalizedText
  short: LocalizedText // for the wall: the question itself where its plan gives none
  options: readonly Option[]
  several: boolean
  unit: LocalizedText | null
  value: FactValue | null // null: unknown
  answeredAt: number | null
  answeredBy: string | null
  decidedBy: LocalizedText
  people: readonly string[] // on duty at that post, empty without a roster
  criterion: LocalizedText | null
  clause: string
  number?: string // of the clause in its own paper
  proposed?: true // no source asks it: its clause says nothing of it
  decides: readonly string[] // ids of the steps whose condition reads it
  limits?: readonly string[] // ids of the steps whose limit is long or short by it
  source: 'person' | 'report' | null // who gave the value; null while there is none
  assumed: FactValue | null // what is assumed while nobody answers; it is no value
  // what the report says, shown as chosen, where only a person may answer
  suggested: string | null
  nudgeAt: number | null // when it is asked for; null where no clock runs
  later?: true // not to be asked yet: its plan says from when
  passedOver: BoardPassedOver | null // at a gate, until somebody answers
  sets: SetValue | null // the value of the incident that its answer sets
}
