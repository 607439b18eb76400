/**
 * What happened in an incident, one line an event, in the words of the domain. HQ has no personal
 * value: where a sentence speaks of one, 〔略〕 stands there.
 */
import type { HqTimelineLine } from '#shared/contract/hq-replies.ts'
import { asRecorded } from '#shared/domain/event-stream.ts'
import type { IncidentEvent } from '#shared/domain/incident/record/events.ts'
import { occurrencesIn } from '#shared/domain/incident/record/occurrence.ts'
import { withLanguageTags } from '#shared/domain/language-tags.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { referredIn, withoutValues, withValues } from '#shared/domain/sealed.ts'
import { namesOf } from '#shared/domain/timeline/names.ts'
import { lineOf } from '#shared/domain/timeline/timeline.ts'
import type { NamedTypes } from './board.ts'
import type { HeldEvent } from './hq-ports.ts'
import { readEvent } from './site-memory.ts'

/** `events`: of one incident, in order; stubs have no line. */
export function timelineOf(
  events: readonly HeldEvent[],
  plans: readonly Plan[],
  types: NamedTypes,
  zone: string,
): readonly HqTimelineLine[] {
  const tagged = withLanguageTags(plans)
  const timeOf = occurrencesIn()
  const typeName = (code: string) =>
    withLanguageTags(types.find((type) => type.code === code)?.name) ?? null
  const read = events.flatMap((entry) => {
    const stored = readEvent(entry)
    return stored ? [{ seq: entry.seq, stored, event: asRecorded<IncidentEvent>(stored) }] : []
  })
  const undone = new Set(
    read.flatMap(({ event }) => (event.type === 'CommandUndone' ? [event.undone] : [])),
  )
  return read.flatMap(({ seq, stored, event }) => {
    const names = namesOf(tagged, timeOf(event), { zone, typeName })
    const line = lineOf(withLanguageTags(event), names, tagged)
    if (!line) return []
    const { at, by, commandId } = stored
    return [
      {
        ...{ seq, at, by, says: withValues(withoutValues(line.says), () => null) },
        sealed: line.words !== null || referredIn(line.says).length > 0,
        undone: commandId !== null && undone.has(commandId),
      },
    ]
  })
}
