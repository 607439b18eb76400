/** Lines of the record for attention: what is asked for, assumed, and sounds anew. */
import { CALL_OUTCOME_NAMES } from '../incident/record/names.ts'
import { exactDuration } from '../wording/duration.ts'
import type {
  AlertChanged,
  AlertRenewed,
  AlertShelved,
  AttentionEvent,
} from '../incident/record/events.ts'
import type { Plan } from '../plan/plan.ts'
import { inSentence } from '../sealed.ts'
import { localized, type LocalizedText } from '../text.ts'
import { line, type Line, type Names } from './line.ts'

const NOBODY_IN_PARTICULAR = localized('其他', 'others')

const optionsOf = (
  key: string,
  planId: string,
  plans: readonly Plan[],
): Plan['facts'][number]['options'] =>
  plans.find(({ id }) => id === planId)?.facts.find((fact) => fact.key === key)?.options ?? []

/** Clocks that begin, end and come due stand in no line: what they bring has its own. */
export function attentionLine(
  event: AttentionEvent | AlertChanged | AlertRenewed | AlertShelved,
  { title, role }: Pick<Names, 'title' | 'role'>,
  plans: readonly Plan[],
): Line | null {
  switch (event.type) {
    case 'AttentionChanged':
    case 'AttentionDue':
      return null
    case 'AlertChanged':
      return line(event.cause)
    case 'AlertRenewed':
      return line(localized(`再次催办：${event.cause.zh}`, `Reminder again: ${event.cause.en}`))
    case 'AlertShelved': {
      const until = exactDuration(event.forMs)
      return line(
        localized(`搁置告警${until.zh}`, `Alert shelved for ${until.en}`),
        null,
        event.reason,
      )
    }
    case 'CallRecorded': {
      const outcome = CALL_OUTCOME_NAMES[event.outcome]
      const whom =
        event.stepId !== null
          ? title(event.stepId)
          : event.to.role !== null
            ? role(event.to.role)
            : NOBODY_IN_PARTICULAR
      const callee = event.to.who ?? event.to.number
      const text = localized(`通话·${outcome.zh}：${whom.zh}`, `Call, ${outcome.en}: ${whom.en}`)
      // what was heard is quoted behind whom it was heard from
      return event.words && callee
        ? line(
            localized(`${text.zh}（${inSentence(callee)}）`, `${text.en} (${inSentence(callee)})`),
            event.stepId,
            event.words,
          )
        : line(text, event.stepId, event.words ?? callee)
    }
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
          `没人回答“${event.question.zh}”：先按“${label('zh')}”列出保命步骤`,
          `Nobody has answered "${event.question.en}": life-safety steps open as if the answer were "${label('en')}"`,
        ),
      )
    }
  }
}
