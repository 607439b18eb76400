/**
 * Answers that a question has without writing them, and values that mean "none of these"
 * (docs/plan-format.md §3).
 */
import type { FactKind } from '#shared/domain/plan/plan.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'

export const USUAL_OPTIONS: Partial<Record<FactKind, Readonly<Record<string, LocalizedText>>>> = {
  bool: { yes: localized('是', 'Yes'), no: localized('否', 'No') },
}

export const OTHERWISE_OPTIONS: Readonly<Record<'other' | 'unclear', LocalizedText>> = {
  other: localized('其他', 'Other'),
  unclear: localized('不清楚', 'Not clear'),
}
