/** Lines of the record for further callers and for merged incidents, in both languages. */
import { unreachable } from '../decision.ts'
import type { CallerEvent } from '../incident/record/events.ts'
import { PEOPLE_NAMES, type PeopleKind } from '../incident/record/scales.ts'
import { localized, type LocalizedText } from '../text.ts'
import { because, line, type Line } from './line.ts'

/** What a line of news is about, without its words: they may be personal. */
function newsName(line: string): LocalizedText {
  const [kind = '', of = ''] = line.split(':')
  if (kind === 'people') return PEOPLE_NAMES[of as PeopleKind]
  if (kind === 'place') return localized('地点', 'the place')
  if (kind === 'severity') return localized('严重程度', 'the severity')
  if (kind === 'level') return localized('响应级别', 'the response level')
  if (kind === 'plan') return localized('像其他预案', 'what else it sounds like')
  return localized('回答', 'an answer')
}

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
    case 'NewsDismissed': {
      const { nth, number = '' } = event
      const name = newsName(event.line)
      return line(
        nth === undefined
          ? localized(
              `不采纳事件${number}带来的${name.zh}`,
              `Left out what incident ${number} brought: ${name.en}`,
            )
          : localized(
              `不采纳第${nth}个来电的${name.zh}`,
              `Left out what caller ${nth} told: ${name.en}`,
            ),
      )
    }
    case 'CallerAmended': {
      const { nth, reporter } = event
      return line(
        localized(`第${nth}个来电的来电人更正为`, `Caller ${nth} put right to`),
        null,
        reporter,
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
    case 'TakenInAmended': {
      const { number = '', nth } = event.left
      return line(
        nth === undefined
          ? localized(
              `事件${number}已拆开，不再计入本事件`,
              `Incident ${number} does not count here any more with one that was merged`,
            )
          : localized(
              `并入的事件${number}的第${nth}个来电已另立事件`,
              `Caller ${nth} of the merged incident ${number} was filed apart`,
            ),
      )
    }
    default:
      return unreachable(event)
  }
}
