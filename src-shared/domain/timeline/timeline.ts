/**
 * The record of an incident in words, one line an event, in both languages. It says what happened
 * and leaves nothing out that a person did.
 */
import type { FactAnswered, IncidentEvent } from '../incident/record/events.ts'
import { OUTCOME_NAMES, STATE_NAMES } from '../incident/record/names.ts'
import type { Plan } from '../plan/plan.ts'
import { inSentence } from '../sealed.ts'
import { localized, type LocalizedText } from '../text.ts'
import { attentionLine } from './attention.ts'
import { gateLine } from './gates.ts'
import { importLine } from './import.ts'
import { takenOverLine } from './take-over.ts'
import { judgingLine } from './assessment.ts'
import { correctionLine, withDoneAt } from './corrections.ts'
import { because, forPerson, line, type Line, type Names } from './line.ts'
import { wholeMinutes } from '../wording/duration.ts'
import { activationLine, planLine } from './plans.ts'

export type { Line, Names }

const NONE = localized('无', 'none')

/** An answer given for one plan is read in that plan's words. */
function answered(
  { key, planId, value, question }: FactAnswered,
  plans: readonly Plan[],
): LocalizedText {
  const asking = plans.filter((plan) => planId === null || plan.id === planId)
  const options =
    asking.flatMap((plan) => plan.facts).find((fact) => fact.key === key)?.options ?? []
  const values = Array.isArray(value) ? (value as readonly string[]) : [String(value)]
  const label = (language: keyof LocalizedText): string =>
    values.length === 0
      ? NONE[language]
      : values
          .map((item) => options.find((option) => option.value === item)?.label[language] ?? item)
          .join(language === 'zh' ? '、' : ', ')
  return localized(`${question.zh}——${label('zh')}`, `${question.en} ${label('en')}`)
}

/**
 * One line for an event, in which sealed values stand as their seals (`withValues` puts them
 * there); or null where another line already says it (steps that open, an alert that is raised over
 * a late step).
 */
export function lineOf(event: IncidentEvent, names: Names, plans: readonly Plan[]): Line | null {
  switch (event.type) {
    case 'IncidentReported': {
      const place = inSentence(event.place)
      return line(
        event.drill
          ? localized(`演练接报：${place}`, `Drill reported: ${place}`)
          : localized(`接报：${place}`, `Reported: ${place}`),
        null,
        event.narrative,
      )
    }
    case 'IncidentClassified':
      return null
    case 'PlanActivated':
      return activationLine(event, plans, names.plan(event.revision))
    case 'ActivationConfirmed':
    case 'ActivationDeclined':
    case 'PlanProposed':
    case 'ProposalDismissed':
    case 'PlanNotStarted':
    case 'StepRepeated':
    case 'StepsRestored':
      return planLine(event, names.title, plans)
    case 'FactAnswered':
      return line(answered(event, plans))
    case 'StepsChanged':
      return null
    case 'StepAccepted': {
      const title = names.title(event.stepId)
      const text = localized(`签收：${title.zh}`, `Accepted: ${title.en}`)
      return line(
        forPerson(because(text, event.reason ?? null), event.onBehalfOf),
        event.stepId,
        event.onBehalfOf?.words ?? null,
      )
    }
    case 'StepFinished': {
      const title = names.title(event.stepId)
      const outcome = OUTCOME_NAMES[event.outcome]
      if (event.automatic) {
        const { zh, en } = event.automatic
        return line(
          localized(
            `${title.zh}：${zh}，自动记为${outcome.zh}`,
            `${title.en}: ${en}, recorded automatically as ${outcome.en.toLowerCase()}`,
          ),
          event.stepId,
        )
      }
      const behalf = event.onBehalfOf
      const text = because(
        withDoneAt(
          localized(`${outcome.zh}：${title.zh}`, `${outcome.en}: ${title.en}`),
          event,
          names,
        ),
        event.reason,
      )
      const whole = forPerson(text, behalf)
      if (!behalf?.words || !event.words)
        return line(whole, event.stepId, event.words ?? behalf?.words ?? null)
      const quote = inSentence(behalf.words)
      return line(
        localized(`${whole.zh}：“${quote}”`, `${whole.en}: “${quote}”`),
        event.stepId,
        event.words,
      )
    }
    case 'StepLate': {
      const [title, by] = [names.title(event.stepId), wholeMinutes(event.lateByMs)]
      return line(
        event.lateByMs < 2000
          ? localized(`超时：${title.zh}`, `Late: ${title.en}`)
          : localized(
              `超时：${title.zh}（发现时已晚${by.zh}）`,
              `Late: ${title.en} (late by ${by.en} when noticed)`,
            ),
        event.stepId,
      )
    }
    case 'StepExplained': {
      const [title, reason] = [names.title(event.stepId), inSentence(event.reason)]
      return line(
        localized(`说明“${title.zh}”：${reason}`, `Reason for "${title.en}": ${reason}`),
        event.stepId,
      )
    }
    case 'StepCorrected': {
      const title = names.title(event.stepId)
      return line(
        because(
          localized(`更正，重新打开：${title.zh}`, `Corrected, open again: ${title.en}`),
          event.reason,
        ),
        event.stepId,
      )
    }
    case 'TimePassed':
      return null
    case 'AlertRaised': {
      const { kind, cause, stepId } = event.alert
      if (kind === 'late') return null
      return line(kind === 'not-recorded' ? names.marked(cause, stepId) : cause, stepId)
    }
    case 'AlertClimbed': {
      const role = names.role(event.told.role)
      const people = event.told.people.map(inSentence)
      return line(
        event.told.skipped.length > 0
          ? localized(`${role.zh}无人在岗，转报下一级`, `Nobody on duty as ${role.en}: passed on`)
          : localized(
              `已向${role.zh}告警${people.length > 0 ? `：${people.join('、')}` : ''}`,
              `Alert to ${role.en}${people.length > 0 ? `: ${people.join(', ')}` : ''}`,
            ),
      )
    }
    case 'AlertAcknowledged':
      return line(localized('确认告警', 'Alert acknowledged'))
    case 'AlertSilenced':
      return line(localized('告警静音', 'Alert silenced'))
    case 'AlertCleared':
      return null
    case 'IncidentMoved': {
      if (event.itself)
        return line(
          localized(
            '结案期满，自动归档',
            'Archived automatically: the set days after closing are over',
          ),
        )
      const [from, to] = [STATE_NAMES[event.from], STATE_NAMES[event.to]]
      return line(
        because(localized(`${from.zh}转为${to.zh}`, `${from.en} to ${to.en}`), event.reason),
      )
    }
    case 'GatePassed':
      return gateLine(event, names)
    case 'AlertChanged':
    case 'AlertRenewed':
    case 'AttentionChanged':
    case 'AttentionDue':
    case 'AlertShelved':
    case 'AnswerAssumed':
    case 'CallRecorded':
      return attentionLine(event, names, plans)
    case 'NoteAdded':
      return line(localized('记事', 'Note'), event.stepId ?? null, event.words)
    case 'IncidentImported':
    case 'IncidentWithdrawn':
      return importLine(event)
    case 'IncidentTakenOver':
      return takenOverLine(event)
    case 'ReportAmended':
    case 'IncidentMovedBack':
    case 'PlanStopped':
    case 'CommandUndone':
      return correctionLine(event, names, plans)
    case 'IncidentContinued':
      return line(
        localized(
          '在应急记录中接着处置，此处不再计入统计',
          'Continued in an emergency record, and counted there',
        ),
      )
    default:
      return judgingLine(event, names.title, plans)
  }
}
