/** What statistics keep of one incident: codes, instants and its limits. No words, no names. */

/** One limit of one step. Instants in UTC ms; `doneAt` is a completion, `endedAt` any other end (skipped, not applicable, cancelled). */
export type LimitFact = {
  stepId: string
  planId: string
  clause: string
  startedAt: number
  dueAt: number
  doneAt: number | null
  endedAt: number | null
  lateAt: number | null // lateness once recorded stays, whatever a wrong clock says afterwards
  explained: boolean
}

/** What decides how a limit counts. */
export type LimitEnd = Pick<LimitFact, 'dueAt' | 'doneAt' | 'endedAt' | 'lateAt'>

/** One incident as the figures see it. `counted` is false for false reports and for those merged into another one. */
export type IncidentFact = {
  incidentId: string
  month: string // local calendar month of occurredAt, else receivedAt, in the site's zone: `2026-11`
  at: number // that instant
  drill: boolean
  counted: boolean
  falseReport: boolean
  category: string | null
  legalCategory: string | null
  type: string | null
  level: number | null
  place: string
  channel: string | null
  state: string
  moments: Readonly<Record<string, number>>
  limits: readonly LimitFact[]
}
