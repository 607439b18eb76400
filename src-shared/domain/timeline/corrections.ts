/** Lines of the record for what was put right or taken back, in both languages. */
import { unreachable } from '../decision.ts'
import type {
  CorrectionEvent,
  ReportAmended,
  ReportedPart,
  StepFinished,
} from '../incident/record/events.ts'
import { STATE_NAMES } from '../incident/record/names.ts'
import type { Plan } from '../plan/plan.ts'
import { inSentence } from '../sealed.ts'
import { localized, type LocalizedText } from '../text.ts'
import { because, line, type Line, type Names } from './line.ts'

const NOTHING = localized('未登记', 'not recorded')
const same = (text: string): LocalizedText => localized(text, text)

type Part = { name: LocalizedText; show: (part: Partial<ReportedPart>) => LocalizedText | null }

/** In the order in which they are asked; what has no name of its own comes with another. */
const partsOf = ({ type, instant }: Names): Readonly<Record<string, Part>> => ({
  place: {
    name: localized('地点', 'place'),
    show: ({ place }) => (place === undefined ? null : same(inSentence(place))),
  },
  incidentType: {
    name: localized('类型', 'type'),
    show: ({ incidentType }) => (incidentType ? type(incidentType) : null),
  },
  occurredAt: {
    name: localized('发生时间', 'time of occurrence'),
    show: ({ occurredAt }) => (typeof occurredAt === 'number' ? same(instant(occurredAt)) : null),
  },
  channel: {
    name: localized('接报渠道', 'channel'),
    show: ({ channel }) => (channel ? same(channel) : null),
  },
  reporter: {
    name: localized('报告人', 'caller'),
    show: ({ reporter }) => (reporter ? same(inSentence(reporter)) : null),
  },
  narrative: {
    name: localized('来电原话', 'words'),
    show: ({ narrative }) => (narrative ? same(inSentence(narrative)) : null),
  },
})

function amended({ now, before, reason }: ReportAmended, names: Names): Line {
  const changes = Object.entries(partsOf(names)).flatMap(([part, { name, show }]) => {
    if (!(part in now)) return []
    const [is, was] = [show(now) ?? NOTHING, show(before) ?? NOTHING]
    return [
      localized(
        `${name.zh}由“${was.zh}”改为“${is.zh}”`,
        `${name.en} from "${was.en}" to "${is.en}"`,
      ),
    ]
  })
  return line(
    because(
      localized(
        `更正接报：${changes.map(({ zh }) => zh).join('；')}`,
        `Report amended: ${changes.map(({ en }) => en).join('; ')}`,
      ),
      reason,
    ),
  )
}

/** Of a step that was done earlier and is told only now: when. */
export function withDoneAt(
  text: LocalizedText,
  { doneAt }: StepFinished,
  { instant }: Names,
): LocalizedText {
  if (doneAt === undefined) return text
  return localized(
    `${text.zh}（${instant(doneAt)}完成，补记）`,
    `${text.en} (done at ${instant(doneAt)}, told later)`,
  )
}

/** What was taken back, as its own line says it; null: that says nothing. */
export const takenBackLine = (undone: Line | null): Line =>
  line(
    undone
      ? localized(`撤回：${undone.says.zh}`, `Undone: ${undone.says.en}`)
      : localized('撤回刚才的记录', 'Undone: what was recorded just before'),
    undone?.stepId ?? null,
  )

export function correctionLine(event: CorrectionEvent, names: Names, plans: readonly Plan[]): Line {
  switch (event.type) {
    case 'ReportAmended':
      return amended(event, names)
    case 'IncidentMovedBack': {
      const [from, to] = [STATE_NAMES[event.from], STATE_NAMES[event.to]]
      return line(
        because(
          localized(
            `撤回“${from.zh}”，恢复为${to.zh}`,
            `Moved back from "${from.en}": the incident is ${to.en.toLowerCase()} again`,
          ),
          event.reason,
        ),
      )
    }
    case 'PlanStopped': {
      const title =
        plans.find(({ id }) => id === event.planId)?.title ?? localized(event.planId, event.planId)
      return line(
        because(localized(`停用《${title.zh}》`, `Plan stopped: ${title.en}`), event.reason),
      )
    }
    case 'CommandUndone':
      return takenBackLine(null)
    default:
      return unreachable(event)
  }
}
