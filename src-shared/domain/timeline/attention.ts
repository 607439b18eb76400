/** Lines of the record for attention: what is asked for, assumed, and sounds anew. */
import type { AlertChanged, AlertRenewed, AttentionEvent } from '../incident/record/events.ts'
import type { Plan } from '../plan/plan.ts'
import { localized, type LocalizedText } from '../text.ts'
import { line, type Line } from './line.ts'

const optionsOf = (
  key: string,
  planId: string,
  plans: readonly Plan[],
): Plan['facts'][number]['options'] =>
  plans.find(({ id }) => id === planId)?.facts.find((fact) => fact.key === key)?.options ?? []

/** Clocks that begin, end and come due stand in no line: what they bring has its own. */
export function attentionLine(
  event: AttentionEvent | AlertChanged | AlertRenewed,
  plans: readonly Plan[],
): Line | null {
  switch (event.type) {
    case 'AttentionChanged':
    case 'AttentionDue':
      return null
    case 'AlertChanged':
      return line(event.cause)
    case 'AlertRenewed':
      return line(localized(`再次催办：${event.cause.zh}`, `Asked for again: ${event.cause.en}`))
    case 'AnswerAssumed': {
      const options = optionsOf(event.key, event.planId, plans)
      const values = Array.isArray(event.value) ? event.value : [event.value]
      const label = (language: keyof LocalizedText): string =>
        values
          .map(
            (value) =>
              options.find((option) => option.value === String(value))?.label[language] ??
              String(value),
          )
          .join(language === 'zh' ? '、' : ', ')
      return line(
        localized(
          `没人回答“${event.question.zh}”：先按“${label('zh')}”打开保命步骤`,
          `Nobody has answered "${event.question.en}": life-safety steps open as for "${label('en')}"`,
        ),
      )
    }
  }
}
