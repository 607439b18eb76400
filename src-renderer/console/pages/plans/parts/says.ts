/**
 * Words of a plan that need more than the plan itself: the names of types, and a length of time in
 * figure and unit. Pure.
 */
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import type { Condition, Due, Duration } from '#shared/domain/plan/plan.ts'
import { sayAnchor, sayCondition, sayDuration, type Named } from '#shared/domain/plan/says.ts'

export type TypeName = (code: string) => LocalizedText

/** A condition in words, types by their names. */
export function sayWhen(
  condition: Condition,
  named: Named,
  typeName: TypeName,
  codes: readonly string[],
): LocalizedText {
  const said = sayCondition(condition, named)
  const put = (words: string, language: keyof LocalizedText): string =>
    [...codes]
      .sort((one, other) => other.length - one.length)
      .reduce((so, code) => so.replaceAll(code, typeName(code)[language]), words)
  return localized(put(said.zh, 'zh'), put(said.en, 'en'))
}

const UNITS = {
  zh: { d: '天', h: '时', m: '分', s: '秒' },
  en: { d: ' d', h: ' h', m: ' min', s: ' s' },
} as const
const MS = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000 } as const

/** A length of time where there is little room: `15分`, `4 h`. */
export function shortDuration(ms: Duration, language: keyof LocalizedText): string {
  const unit =
    (['d', 'h', 'm', 's'] as const).find((one) => ms >= MS[one] && ms % MS[one] === 0) ?? 's'
  return `${ms / MS[unit]}${UNITS[language][unit]}`
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
    const said = sayDuration(ms)
    const count = /^[\d.]+/.exec(said.zh)?.[0] ?? ''
    return {
      count,
      unit: localized(said.zh.slice(count.length), said.en.slice(count.length).trim()),
      day,
    }
  }
  return {
    figures:
      typeof within === 'number'
        ? [figure(within, null)]
        : [figure(within.workday, 'workday'), figure(within.holiday, 'holiday')],
    from: sayAnchor(from, named),
  }
}
