/**
 * The texts that the plans of an incident have for announcements: what their steps announce or say
 * aloud, with the blanks filled from the record. What is not known stays a gap in brackets.
 */
import type { Plan } from '#shared/domain/plan/plan.ts'
import type { Language } from '#shared/domain/text.ts'
import { fillSay, type SayValues } from '#renderer/console/components/spoken-text.ts'

export type Template = { key: string; title: string; text: string; lifeSafety: boolean }

/** `gap`: how a blank is written. */
export function templatesOf(
  plans: readonly Plan[],
  language: Language,
  values: SayValues,
  gap: (label: string) => string,
): readonly Template[] {
  const fill = (template: string): string =>
    fillSay(template, values)
      .map(({ kind, text }) => (kind === 'unknown' ? gap(text) : text))
      .join('')
  const all = plans.flatMap((plan) =>
    plan.steps.flatMap((step): Template[] =>
      [step.announce, step.say].flatMap((words, index) =>
        words
          ? [
              {
                key: `${plan.id} ${step.id} ${index}`,
                title: step.short[language],
                text: fill(words[language]),
                lifeSafety: step.lifeSafety,
              },
            ]
          : [],
      ),
    ),
  )
  // of life safety first; a text that two steps share is offered once
  const byText = new Map(all.map((template) => [template.text, template]))
  return [...byText.values()].sort((a, b) => Number(b.lifeSafety) - Number(a.lifeSafety))
}
