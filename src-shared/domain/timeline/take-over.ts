/** The line of the record for an incident that was taken over, in both languages. */
import type { IncidentTakenOver } from '../incident/record/events.ts'
import { isDone } from '../incident/record/select.ts'
import { inSentence } from '../sealed.ts'
import { localized } from '../text.ts'
import { line, type Line } from './line.ts'

/** Says how much of it was done already; what its caller said comes with it. */
export function takenOverLine({ incident }: IncidentTakenOver): Line {
  const { drill, steps, narrative } = incident
  const place = inSentence(incident.place)
  const done = Object.values(steps).filter(isDone).length
  const [zh, en] = drill ? ['接管演练', 'Drill taken over'] : ['接管', 'Taken over']
  return line(
    localized(
      `${zh}：${place}（原记录损坏前已完成${done}项）`,
      `${en}: ${place} (${done} ${done === 1 ? 'step was' : 'steps were'} done before the record was damaged)`,
    ),
    null,
    narrative,
  )
}
