/**
 * Words what a waiting step waits for: unanswered questions first, then the steps before it, then
 * what the incident lacks.
 */
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import type { BoardIncident, BoardStep } from '#shared/domain/board/types.ts'
import { STATE_NAMES } from '#shared/domain/incident/record/names.ts'

type Waiting = Pick<BoardStep, 'waitsFor'> &
  Partial<Pick<BoardStep, 'waitsForUnset' | 'waitsForCount' | 'waitsForState'>>

const UNSET = {
  type: localized('定事件类型', 'the type of the incident'),
  level: localized('定响应级别', 'the response level'),
} as const
const AFTER = {
  contained: localized('受控后', 'once contained'),
  lifted: localized('解除后', 'once lifted'),
  recovering: localized('善后时', 'in recovery'),
} as const
const COUNT = localized('报伤亡人数', 'the casualties')

/** After which state of the incident a waiting step comes; null where it waits for none. */
export const afterState = ({ waitsForState = null }: Waiting): LocalizedText | null =>
  waitsForState && AFTER[waitsForState]

const lacking = ({
  waitsForUnset = [],
  waitsForCount = false,
  waitsForState = null,
}: Waiting): readonly LocalizedText[] => [
  ...waitsForUnset.map((name) => UNSET[name]),
  ...(waitsForCount ? [COUNT] : []),
  ...(waitsForState ? [STATE_NAMES[waitsForState]] : []),
]

/** Does an answer keep it waiting, or another step? */
export const waitsForAnswer = (step: Waiting, incident: Pick<BoardIncident, 'facts'>): boolean =>
  lacking({ ...step, waitsForState: null }).length > 0 ||
  step.waitsFor.some((id) => incident.facts.some((fact) => fact.key === id))

export function waitsForWords(
  step: Waiting,
  incident: Pick<BoardIncident, 'facts' | 'steps'>,
  language: keyof LocalizedText,
): string {
  const words = step.waitsFor.map(
    (id) =>
      incident.facts.find((fact) => fact.key === id)?.question[language] ??
      incident.steps.find((other) => other.id === id)?.short[language] ??
      id,
  )
  return [...words, ...lacking(step).map((words) => words[language])].join(
    language === 'zh' ? '、' : ', ',
  )
}
