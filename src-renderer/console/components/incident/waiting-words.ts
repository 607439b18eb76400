/**
 * Words what a waiting step waits for: unanswered questions first, then the steps before it, then
 * what the incident lacks.
 */
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import type { BoardIncident, BoardStep } from '#shared/domain/board/types.ts'

type Waiting = Pick<BoardStep, 'waitsFor'> &
  Partial<Pick<BoardStep, 'waitsForUnset' | 'waitsForCount'>>

const UNSET = {
  type: localized('定事件类型', 'the type of the incident'),
  level: localized('定响应级别', 'the response level'),
} as const
const COUNT = localized('报伤亡人数', 'the casualties')

const lacking = ({
  waitsForUnset = [],
  waitsForCount = false,
}: Waiting): readonly LocalizedText[] => [
  ...waitsForUnset.map((name) => UNSET[name]),
  ...(waitsForCount ? [COUNT] : []),
]

/** Does an answer keep it waiting, or another step? */
export const waitsForAnswer = (step: Waiting, incident: Pick<BoardIncident, 'facts'>): boolean =>
  lacking(step).length > 0 ||
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
