/**
 * Answers that a question has without writing them, and those that mean "none of these"
 * (docs/plan-format.md, section 3).
 */
import { localized, type LocalizedText } from '../text.ts'
import type { FactKind } from './plan.ts'

type Options = Readonly<Record<string, LocalizedText>>

export const USUAL_OPTIONS: Readonly<Partial<Record<FactKind, Options>>> = {
  bool: { yes: localized('是', 'Yes'), no: localized('否', 'No') },
  calendar: { workday: localized('工作日', 'Workday'), holiday: localized('假日', 'Holiday') },
}

export const OTHERWISE_OPTIONS = {
  other: localized('其他', 'Other'),
  unclear: localized('不清楚', 'Not clear'),
} satisfies Options

/** Whether an answer means "none of the others" or "cannot say". */
export const isOtherwise = (value: string): boolean => Object.hasOwn(OTHERWISE_OPTIONS, value)
