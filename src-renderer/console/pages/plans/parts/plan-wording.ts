/**
 * Words of a plan that need more than the plan itself: the names of types, and a length of time in
 * figure and unit.
 */
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import type { Condition, Due, Duration } from '#shared/domain/plan/plan.ts'
import { describeAnchor, describeCondition, type Named } from '#shared/domain/plan/describe.ts'
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

/** The figures of a limit, one a kind of day, and what they count from. */
export function dueFigures(
  { within, from }: Due,
  named: Named,
): {
  figures: readonly { count: string; unit: LocalizedText; day: 'workday' | 'holiday' | null }[]
  from: LocalizedText
} {
  const figure = (ms: Duration, day: 'workday' | 'holiday' | null) => {
    const { count, unit } = exactParts(ms)
    return { count: String(count), unit, day }
  }
  return {
    figures:
      typeof within === 'number'
        ? [figure(within, null)]
        : [figure(within.workday, 'workday'), figure(within.holiday, 'holiday')],
    from: describeAnchor(from, named),
  }
}
