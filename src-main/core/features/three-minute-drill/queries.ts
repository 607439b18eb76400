/** Reads the three-minute drill that runs, and what the last one came to. */
import type { ThreeMinuteRead } from '#shared/contract/three-minute-drill.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { isCalm } from '#shared/domain/three-minute-drill/decide.ts'
import type { QueryHandler } from '../handler.ts'

const read: QueryHandler<'practice/read'> = async (_input, { memory, library }) => {
  const { running = null, last = null } =
    memory.documents.get('three-minute-drill', 'three-minute-drill') ?? {}
  const ids = new Set(
    [...(last?.times?.limits ?? []), ...(last?.past?.limits ?? [])].map(({ stepId }) => stepId),
  )
  const steps: Record<string, LocalizedText> = {}
  for (const { id, title } of library.plans().flatMap((plan) => plan.steps))
    if (ids.has(id)) steps[id] = title
  const reply: ThreeMinuteRead = {
    isCalm: running === null && isCalm(memory.incidents.values()),
    ...{ running, last, steps },
  }
  return { ok: true, reply }
}

export const threeMinuteQueries = { 'practice/read': read }
