/** What callers and merged incidents tell that is new, in lines, with what each may lead to. */
import type { BoardCallerNews } from '#shared/domain/board/caller-types.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { answerLine, peopleLine } from '#shared/domain/incident/record/callers.ts'
import type { PeopleKind, Severity } from '#shared/domain/incident/record/scales.ts'

/** Who brought it, by id: a caller (`nth`) or a merged incident (`number`). */
export type NewsSource = { id: string; at: number; nth: number | null; number: string | null }

/** `line`: its name, by which it is left out. */
type Line = { from: NewsSource; line: string }
/** `assess`, `answer`, `plan`: what records it; a place is put right in its own dialog. */
export type NewsLine = Line &
  (
    | { kind: 'place'; place: string }
    | {
        kind: 'people'
        of: PeopleKind
        count: number
        counted: boolean
        at: string | null // where they are, if that is not the incident's place
        total: number | null // with those that are recorded, where that is another number
      }
    | { kind: 'severity'; severity: Severity }
    | { kind: 'level'; level: number }
    | { kind: 'plan'; planId: string }
    | { kind: 'answer'; answer: NonNullable<BoardCallerNews['answers']>[number] }
  )

function linesOf(from: NewsSource, news: BoardCallerNews): readonly NewsLine[] {
  const { place, casualties = {}, atLeastOne = [], severity, level, planId, answers = [] } = news
  const people = (kind: PeopleKind, count: number, counted: boolean): NewsLine => ({
    ...{ kind: 'people', from, line: peopleLine(kind), of: kind, count, counted },
    ...{ at: news.peopleAt ?? null, total: news.totals?.[kind] ?? null },
  })
  return [
    ...(place === undefined ? [] : [{ kind: 'place' as const, from, line: 'place', place }]),
    ...Object.entries(casualties).map(([kind, count]) => people(kind as PeopleKind, count, true)),
    ...atLeastOne.map((kind) => people(kind, 1, false)),
    ...(severity === undefined
      ? []
      : [{ kind: 'severity' as const, from, line: 'severity', severity }]),
    ...(level === undefined ? [] : [{ kind: 'level' as const, from, line: 'level', level }]),
    ...(planId === undefined ? [] : [{ kind: 'plan' as const, from, line: 'plan', planId }]),
    ...answers.map((answer) => ({
      ...{ kind: 'answer' as const, from, line: answerLine(answer), answer },
    })),
  ]
}

/** Those that came last first. */
export const newsLines = ({
  callers = [],
  takenIn = [],
}: Pick<BoardIncident, 'callers' | 'takenIn'>): readonly NewsLine[] =>
  [
    ...callers.map(({ id, at, nth, news }) => ({ from: { id, at, nth, number: null }, news })),
    ...takenIn.map(({ incidentId, at, number, news }) => ({
      ...{ from: { id: incidentId, at, nth: null, number }, news },
    })),
  ]
    .toSorted((a, b) => b.from.at - a.from.at)
    .flatMap(({ from, news }) => (news ? linesOf(from, news) : []))
