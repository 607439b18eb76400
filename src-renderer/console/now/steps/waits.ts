/** What a waiting step waits for, in words: unanswered questions first, then the steps before it. Pure. */
import type { Text } from '#shared/domain/text.ts'
import type { BoardIncident, BoardStep } from '#shared/domain/board/types.ts'

/** Does an answer keep it waiting, or another step? */
export const waitsForAnswer = (step: Pick<BoardStep, 'waitsFor'>, incident: Pick<BoardIncident, 'facts'>): boolean =>
  step.waitsFor.some((id) => incident.facts.some((fact) => fact.key === id))

export function waitsForWords(step: Pick<BoardStep, 'waitsFor'>, incident: Pick<BoardIncident, 'facts' | 'steps'>, language: keyof Text): string {
  const words = step.waitsFor.map((id) =>
    incident.facts.find((fact) => fact.key === id)?.question[language] ?? incident.steps.find((one) => one.id === id)?.short[language] ?? id)
  return words.join(language === 'zh' ? '、' : ', ')
}
