/** Lines of the record for what became of a step: taken in hand, finished, late, put right. */
import type {
  StepAccepted,
  StepCorrected,
  StepExplained,
  StepFinished,
  StepLate,
} from '../incident/record/events.ts'
import { OUTCOME_NAMES } from '../incident/record/names.ts'
import { inSentence } from '../sealed.ts'
import { localized } from '../text.ts'
import { wholeMinutes } from '../wording/duration.ts'
import { withDoneAt } from './corrections.ts'
import { because, forPerson, line, type Line, type Names } from './line.ts'

type StepEvent = StepAccepted | StepFinished | StepLate | StepExplained | StepCorrected

/** What is noticed sooner than that after the limit is simply late. */
const AT_ONCE_MS = 2000

/** One line for an event of a step; reasons and words of people stand in it as their seals. */
export function stepLine(event: StepEvent, names: Names): Line {
  const { stepId } = event
  const title = names.title(stepId)
  switch (event.type) {
    case 'StepAccepted': {
      const text = localized(`签收：${title.zh}`, `Accepted: ${title.en}`)
      return line(
        forPerson(because(text, event.reason ?? null), event.onBehalfOf),
        stepId,
        event.onBehalfOf?.words ?? null,
      )
    }
    case 'StepFinished':
      return finishedLine(event, names)
    case 'StepLate': {
      const by = wholeMinutes(event.lateByMs)
      return line(
        event.lateByMs < AT_ONCE_MS
          ? localized(`超时：${title.zh}`, `Late: ${title.en}`)
          : localized(
              `超时：${title.zh}（发现时已晚${by.zh}）`,
              `Late: ${title.en} (late by ${by.en} when noticed)`,
            ),
        stepId,
      )
    }
    case 'StepExplained': {
      const reason = inSentence(event.reason)
      return line(
        localized(`说明“${title.zh}”：${reason}`, `Reason for "${title.en}": ${reason}`),
        stepId,
      )
    }
    case 'StepCorrected': {
      const text = localized(`更正，重新打开：${title.zh}`, `Corrected, open again: ${title.en}`)
      return line(because(text, event.reason), stepId)
    }
  }
}

/** By itself, by a person, or for somebody who told it; what he told is quoted if words follow. */
function finishedLine(event: StepFinished, names: Names): Line {
  const { stepId, automatic, onBehalfOf: behalf } = event
  const title = names.title(stepId)
  const outcome = OUTCOME_NAMES[event.outcome]
  if (automatic)
    return line(
      localized(
        `${title.zh}：${automatic.zh}，自动记为${outcome.zh}`,
        `${title.en}: ${automatic.en}, recorded automatically as ${outcome.en.toLowerCase()}`,
      ),
      stepId,
    )
  const text = localized(`${outcome.zh}：${title.zh}`, `${outcome.en}: ${title.en}`)
  const whole = forPerson(because(withDoneAt(text, event, names), event.reason), behalf)
  if (!behalf?.words || !event.words)
    return line(whole, stepId, event.words ?? behalf?.words ?? null)
  const quote = inSentence(behalf.words)
  return line(localized(`${whole.zh}：“${quote}”`, `${whole.en}: “${quote}”`), stepId, event.words)
}
