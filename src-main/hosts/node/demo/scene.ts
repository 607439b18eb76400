/** What a sample incident is made of, before anybody plays it. */
export type Scene = {
  type: string
  place: string
  narrative: string
  channel: string
  reporter: string
  by: string // the dispatcher on shift
  drill?: boolean
  /** The plan that is activated, and what is answered so many minutes after the report. */
  plan?: {
    id: string
    level?: number
    commander: string
    answers: readonly { after: number; fact: string; value: string | number | string[] }[]
  }
  /**
   * Steps that are finished so many minutes after the report, whatever the others do: beyond the
   * limit makes them late.
   */
  at?: Readonly<Record<string, number>>
  /** Reasons for late steps, and for steps that are skipped with them. */
  late?: string
  skip?: Readonly<Record<string, string>>
  /** Said by somebody else, over the telephone. */
  onBehalf?: Readonly<Record<string, { person: string; words: string }>>
  note?: string
  /** Without a plan: why it is closed, or why it was none at all. */
  closedBecause?: string
  falseBecause?: string
}
