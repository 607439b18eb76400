/**
 * Answers that a question has without writing them, and values that mean "none of these"
 * (docs/plan-format.md §3).
 */
import type { FactKind } from '#shared/domain/plan/plan.ts'
import { text, type Text } from '#shared/domain/text.ts'

export const USUAL_OPTIONS: Partial<Record<FactKind, Readonly<Record<string, Text>>>> = {
  bool: { yes: text('是', 'Yes'), no: text('否', 'No') },
}

export const OTHERWISE_OPTIONS: Readonly<Record<'other' | 'unclear', Text>> = {
  other: text('其他', 'Other'),
  unclear: text('不清楚', 'Not clear'),
}
