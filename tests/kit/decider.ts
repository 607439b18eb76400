/** Tests a decider: makes a state of events, and says who commands when. */
import type { Meta } from '#shared/domain/decision.ts'
import type { EventStream } from '#shared/domain/event-stream.ts'

export const AT = Date.parse('2026-11-24T14:00:00+08:00')
export const META: Meta = { at: AT, by: '周敏' }

/** The state after these events, each a minute after the one before, by one person. */
export function stateAfter<S, E extends { type: string }, D extends object>(
  stream: EventStream<S, E, D>,
  ...events: readonly E[]
): S {
  return events.reduce<S>((state, event, index) => {
    const at = AT - (events.length - index) * 60_000
    return stream.evolve(state, { ...event, at, by: stream.author?.(event, META.by) ?? META.by })
  }, stream.initial('test'))
}

/** A decision that these events follow from; none: nothing has to be recorded. */
export const recorded = <E>(...events: readonly E[]): { ok: true; events: readonly E[] } => ({
  ok: true,
  events,
})
