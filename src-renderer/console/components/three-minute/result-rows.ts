/** The lines of the result of a three-minute drill: this time, the limit, and the past. */
import type { ThreeMinuteRead } from '#shared/contract/three-minute-drill.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import type { DrillTimes, LimitTime } from '#shared/domain/three-minute-drill/times.ts'

export const MOMENTS = ['activated', 'firstStep', 'firstCall'] as const
/** `drill`, `past`, `within` in ms; null: not done, or there is none. */
export type ResultRow = {
  id: string
  name: (typeof MOMENTS)[number] | LocalizedText
  drill: number | null
  past: number | null
  within: number | null
  result: LimitTime['result'] | null
}

const limitIn = (times: DrillTimes | null, stepId: string): LimitTime | undefined =>
  times?.limits.find((limit) => limit.stepId === stepId)

export function resultRows({ last, steps }: Pick<ThreeMinuteRead, 'last' | 'steps'>): ResultRow[] {
  const [times, past] = [last?.times ?? null, last?.past ?? null]
  if (!times) return []
  return [
    ...MOMENTS.map((id): ResultRow => ({
      ...{ id, name: id, drill: times[id], past: past?.[id] ?? null },
      ...{ within: null, result: null },
    })),
    ...times.limits.map(({ stepId, took, within, result }): ResultRow => ({
      ...{ id: stepId, name: steps[stepId] ?? { zh: stepId, en: stepId } },
      ...{ drill: took, past: limitIn(past, stepId)?.took ?? null, within, result },
    })),
  ]
}
