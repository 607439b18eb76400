/**
 * Words of a plan that need more than the plan itself: the names of types, and a length of time in
 * figure and unit.
 */
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { isByAnswer, isByDay } from '#shared/domain/plan/due.ts'
import type { Condition, DayKind, Due, Duration } from '#shared/domain/plan/plan.ts'
import {
  describeAnchor,
  describeCondition,
  lengthsByAnswer,
  type Named,
} from '#shared/domain/plan/describe.ts'
import { exactParts } from '#shared/domain/wording/duration.ts'

export type TypeName = (code: string) => LocalizedText

/** A condition in words, types by their names. */
export function sayWhen(
  condition: Condition,
  named: Named,
  typeName: TypeName,
  codes: readonly string[],
): LocalizedText {
  const text = describeCondition(condition, named)
  const put = (words: string, language: keyof LocalizedText): string =>
    [...codes]
      .sort((code, other) => other.length - code.length)
      .reduce((so, code) => so.replaceAll(code, typeName(code)[language]), words)
  return localized(put(text.zh, 'zh'), put(text.en, 'en'))
}

/**
 * The figures of a limit, one a kind of day or an answer, which `by` names, and what they count
 * from. `days`: the names of the kinds of day.
 */
export function dueFigures(
  { within, from }: Due,
  named: Named,
  days: Readonly<Record<DayKind, LocalizedText>>,
): {
  figures: readonly { count: string; unit: LocalizedText; by: LocalizedText | null }[]
  from: LocalizedText
} {
  const figure = (ms: Duration, by: LocalizedText | null) => {
    const { count, unit } = exactParts(ms)
    return { count: String(count), unit, by }
  }
  return {
    figures: isByAnswer(within)
      ? lengthsByAnswer(within, named).map(({ ms, answer }) => figure(ms, answer))
      : isByDay(within)
        ? [figure(within.workday, days.workday), figure(within.holiday, days.holiday)]
        : [figure(within, null)],
    from: describeAnchor(from, named),
  }
}
