/** Makes drills of events, each at its instant, for the specs of drills. */
import { expect } from 'vitest'
import { localDate } from '#shared/domain/calendar.ts'
import { decideDrill, type DrillCommand } from '#shared/domain/drill/decide.ts'
import type { Drill } from '#shared/domain/drill/drill.ts'
import type { Inject } from '#shared/domain/drill/inject.ts'
import { drillStream, type DrillEvent } from '#shared/domain/drill/stream.ts'
import { localized } from '#shared/domain/text.ts'
import { META } from '../../kit/decider.ts'

export const ZONE = 'Asia/Shanghai'
export const on = (day: string, time = '10:00'): number => Date.parse(`${day}T${time}:00+08:00`)
export const DAY = on('2026-11-24')
export const MINUTE = 60_000
export const seal = (sealed: string) => ({ sealed })
const guard = { id: 'guard', name: localized('保安', 'Guard') }
const person = (name: string) => ({ post: null, person: seal(name), personId: null })

export const inject = (id: string, part: Partial<Inject> = {}): Inject => ({
  ...{ id, after: null, words: seal(`情景${id}`), to: null },
  ...{ expects: null, stepId: null, within: null },
  ...part,
})

export const arranged = (
  part: Partial<Extract<DrillEvent, { type: 'DrillArranged' }>> = {},
): DrillEvent => ({
  type: 'DrillArranged',
  ...{ planId: 'fire', planTitle: localized('火灾', 'Fire'), form: 'full' },
  ...{ purpose: 'verification', day: '2026-11-24', place: seal('一层'), narrative: seal('冒烟') },
  ...{ leader: person('周敏'), evaluator: person('王主任'), setBack: null },
  participants: [
    { id: 'p1', post: guard, person: seal('李强'), personId: 'li' },
    { id: 'p2', post: guard, person: null, personId: null },
  ],
  script: [inject('n1', { after: MINUTE }), inject('n2', { after: 3 * MINUTE }), inject('n3')],
  ...part,
})
export const started: DrillEvent = { type: 'DrillStarted', incidentId: 'i1', number: '演2026-001' }
export const ended = (
  part: Partial<Extract<DrillEvent, { type: 'DrillEnded' }>> = {},
): DrillEvent => ({
  type: 'DrillEnded',
  ...{ deliveries: [], planIds: ['fire'], brokenOff: null },
  ...part,
})
export const CONTENTS = {
  ...{ execution: seal('a'), usability: seal('b'), command: seal('c') },
  ...{ people: seal('d'), equipment: seal('e'), suggestions: seal('f') },
}
export const evaluated = (
  part: Partial<Extract<DrillEvent, { type: 'DrillEvaluated' }>> = {},
): DrillEvent => ({
  type: 'DrillEvaluated',
  ...{ person: seal('王主任'), items: [], contents: CONTENTS },
  ...{ points: 8, most: 10, grade: 'good', reason: null },
  ...part,
})

/** The drill after these events, each at its instant (UTC ms). */
export function after(...events: readonly (readonly [number, DrillEvent])[]): Drill {
  const { drill } = events.reduce(
    (state, [at, event]) => drillStream.evolve(state, { ...event, at, by: META.by }),
    drillStream.initial('d1'),
  )
  expect(drillStream.documents.drill.hasForm(drill, 'd1')).toBe(true)
  return drill as Drill
}
export const decide = (drill: Drill | null, command: DrillCommand, at = DAY) =>
  decideDrill(drill, command, { at, by: META.by }, { today: localDate(at, ZONE), zone: ZONE })
export const codeOf = (...args: Parameters<typeof decide>): string => {
  const decision = decide(...args)
  return decision.ok ? 'taken' : decision.code
}
