/** Lines of the record for alerts: raised, passed up, heard, silenced. */
import type {
  AlertAcknowledged,
  AlertCleared,
  AlertClimbed,
  AlertRaised,
  AlertSilenced,
} from '../incident/record/events.ts'
import { inSentence } from '../sealed.ts'
import { localized } from '../text.ts'
import { line, type Line, type Names } from './line.ts'

type AlertEvent = AlertRaised | AlertClimbed | AlertAcknowledged | AlertSilenced | AlertCleared

/** Null for an alert over a late step, which the step's line says, and for one that is over. */
export function alertLine(event: AlertEvent, names: Pick<Names, 'marked' | 'role'>): Line | null {
  switch (event.type) {
    case 'AlertRaised': {
      const { kind, cause, stepId } = event.alert
      if (kind === 'late') return null
      return line(kind === 'not-recorded' ? names.marked(cause, stepId) : cause, stepId)
    }
    case 'AlertClimbed':
      return climbedLine(event, names)
    case 'AlertAcknowledged':
      return line(localized('确认告警', 'Alert acknowledged'))
    case 'AlertSilenced':
      return line(localized('告警静音', 'Alert silenced'))
    case 'AlertCleared':
      return null
  }
}

function climbedLine({ told }: AlertClimbed, names: Pick<Names, 'role'>): Line {
  const role = names.role(told.role)
  if (told.skipped.length > 0)
    return line(
      localized(`${role.zh}无人在岗，转报下一级`, `Nobody on duty as ${role.en}: passed on`),
    )
  const people = told.people.map(inSentence)
  const [zh, en] =
    people.length > 0 ? [`：${people.join('、')}`, `: ${people.join(', ')}`] : ['', '']
  return line(localized(`已向${role.zh}告警${zh}`, `Alert to ${role.en}${en}`))
}
