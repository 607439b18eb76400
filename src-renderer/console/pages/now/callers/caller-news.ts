/** What of a caller's words is new, as lines with what a person may do with each. */
import type { BoardCaller, BoardCallerNews } from '#shared/domain/board/caller-types.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import type { PeopleKind, Severity } from '#shared/domain/incident/record/scales.ts'

/** `assess`, `answer`, `plan`: what records it; a place is put right in its own dialog. */
export type NewsLine =
  | { kind: 'place'; caller: BoardCaller; place: string }
  | { kind: 'people'; caller: BoardCaller; of: PeopleKind; count: number; counted: boolean }
  | { kind: 'severity'; caller: BoardCaller; severity: Severity }
  | { kind: 'plan'; caller: BoardCaller; planId: string }
  | {
      kind: 'answer'
      caller: BoardCaller
      answer: NonNullable<BoardCallerNews['answers']>[number]
    }

function linesOf(caller: BoardCaller, news: BoardCallerNews): readonly NewsLine[] {
  const { place, casualties = {}, atLeastOne = [], severity, planId, answers = [] } = news
  return [
    ...(place === undefined ? [] : [{ kind: 'place' as const, caller, place }]),
    ...Object.entries(casualties).map(([of, count]) => ({
      ...{ kind: 'people' as const, caller, of: of as PeopleKind, count, counted: true },
    })),
    ...atLeastOne.map((of) => ({
      ...{ kind: 'people' as const, caller, of, count: 1, counted: false },
    })),
    ...(severity === undefined ? [] : [{ kind: 'severity' as const, caller, severity }]),
    ...(planId === undefined ? [] : [{ kind: 'plan' as const, caller, planId }]),
    ...answers.map((answer) => ({ kind: 'answer' as const, caller, answer })),
  ]
}

/** Those of the last caller first. */
export const newsLines = ({ callers = [] }: BoardIncident): readonly NewsLine[] =>
  callers.toReversed().flatMap((caller) => (caller.news ? linesOf(caller, caller.news) : []))
