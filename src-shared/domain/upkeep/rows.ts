/**
 * Makes commands of a row of a table of upkeep dates: an issue, a filing with its receipt, two
 * makings-known, an evaluation. What is recorded with the same day already is not recorded again.
 */
import type { Sealed } from '../sealed.ts'
import type { UpkeepCommand } from './decide.ts'
import { issueOn, valid, type PlanUpkeep, type TextRef } from './upkeep.ts'

/** As a table has it: what a row leaves out is not recorded. Days are local. */
export type UpkeepRow = {
  number?: string | null | undefined
  issued?: string | null | undefined
  effective?: string | null | undefined
  signatory?: Sealed | null
  filed?: string | null | undefined
  authority?: string | null | undefined
  receipt?: string | null | undefined
  staff?: string | null | undefined
  affected?: string | null | undefined
  how: Sealed
  evaluated?: string | null | undefined
  evaluator?: Sealed | null
}
/** `unnamed`, `why`: where the table says nothing. `textsOn`: those in force on a local day. */
export type RowAround = {
  textsOn: (day: string) => readonly TextRef[]
  newId: () => string
  unnamed: () => Sealed
  why: () => Sealed
}

const hasDay = (
  entries: readonly { day: string; withdrawn: PlanUpkeep['issues'][number]['withdrawn'] }[],
  day: string,
): boolean => valid(entries).some((entry) => entry.day === day)

function issueOf(row: UpkeepRow, upkeep: PlanUpkeep, around: RowAround): readonly UpkeepCommand[] {
  const { issued, number, effective, signatory } = row
  if (!issued || hasDay(upkeep.issues, issued)) return []
  const nth = valid(upkeep.issues).length + 1
  return [
    {
      type: 'IssuePlan',
      ...{
        id: around.newId(),
        kind: issueOn(upkeep, issued) ? 'revised' : 'made',
        number: number ?? String(nth),
      },
      ...{ day: issued, effective: effective ?? issued },
      ...{ signatory: signatory ?? around.unnamed(), person: null, approvedBy: null },
      ...{ why: around.why(), texts: around.textsOn(issued) },
    },
  ]
}

function filingOf(row: UpkeepRow, upkeep: PlanUpkeep, around: RowAround): readonly UpkeepCommand[] {
  const { filed, authority, receipt } = row
  if (!filed || hasDay(upkeep.filings, filed)) return []
  const id = around.newId()
  return [
    {
      type: 'FilePlan',
      ...{ id, day: filed, authority: authority ?? '', person: null, texts: around.textsOn(filed) },
    },
    ...(receipt ? [{ type: 'ReceiveFiling' as const, id, day: filed, number: receipt }] : []),
  ]
}

const knownOf = (
  { staff, affected, how }: UpkeepRow,
  { known }: PlanUpkeep,
  around: RowAround,
): readonly UpkeepCommand[] =>
  [['staff', staff] as const, ['affected', affected] as const].flatMap(([to, day]) =>
    !day || known.some((entry) => entry.to === to && hasDay([entry], day))
      ? []
      : [
          {
            type: 'MakeKnown' as const,
            ...{ id: around.newId(), to, day, nobody: false, whom: around.unnamed(), how },
          },
        ],
  )

const evaluationOf = (
  { evaluated, evaluator }: UpkeepRow,
  { evaluations }: PlanUpkeep,
  around: RowAround,
): readonly UpkeepCommand[] =>
  !evaluated || hasDay(evaluations, evaluated)
    ? []
    : [
        {
          type: 'EvaluatePlan',
          ...{ id: around.newId(), day: evaluated, person: evaluator ?? around.unnamed() },
          ...{ result: 'fit', words: around.why(), actionId: null },
        },
      ]

/** In the order in which they must be decided. */
export const commandsOfRow = (
  row: UpkeepRow,
  upkeep: PlanUpkeep,
  around: RowAround,
): readonly UpkeepCommand[] => [
  ...issueOf(row, upkeep, around),
  ...filingOf(row, upkeep, around),
  ...knownOf(row, upkeep, around),
  ...evaluationOf(row, upkeep, around),
]
