/** Lines of the record for further callers and for merged incidents, in both languages. */
import { unreachable } from '../decision.ts'
import type { CallerEvent } from '../incident/record/events.ts'
import { localized } from '../text.ts'
import { because, line, type Line } from './line.ts'

export function callerLine(event: CallerEvent): Line {
  switch (event.type) {
    case 'CallerJoined': {
      const { nth, channel, narrative } = event
      const by =
        channel === null ? { zh: '', en: '' } : { zh: `（${channel}）`, en: ` (${channel})` }
      return line(
        localized(`第${nth}个来电${by.zh}，并入本事件`, `Caller ${nth}${by.en}, joined to it`),
        null,
        narrative,
      )
    }
    case 'CallerParted': {
      const { nth, number = '', reason } = event
      return line(
        because(
          localized(
            `第${nth}个来电另立事件${number}`,
            `Caller ${nth} was filed as an incident of its own ${number}`.trim(),
          ),
          reason,
        ),
      )
    }
    case 'IncidentMerged': {
      const { number = '', reason } = event
      return line(
        because(localized(`并入事件${number}`, `Merged into incident ${number}`.trim()), reason),
      )
    }
    case 'IncidentTakenIn': {
      const { number = '', reason } = event
      return line(
        because(
          localized(`事件${number}并入本事件`, `Incident ${number} was merged into this one`),
          reason,
        ),
      )
    }
    case 'IncidentLetGo': {
      const { number = '' } = event
      return line(
        localized(
          `事件${number}不再并入本事件`,
          `Incident ${number} is not merged into this one any more`,
        ),
      )
    }
    default:
      return unreachable(event)
  }
}
