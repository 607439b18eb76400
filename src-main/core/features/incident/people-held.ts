/** Whom of those told of at another place a number of people holds that somebody gives. */
import { countsAnswered } from '#shared/domain/incident/rules/answer.ts'
import { openNews, peopleCounted } from '#shared/domain/incident/rules/open-news.ts'
import type { HeardPeople } from '#shared/domain/incident/record/callers.ts'
import type { AnswerFact } from '#shared/domain/incident/record/commands.ts'
import type { Counts } from '#shared/domain/incident/record/slices.ts'
import { shown } from '#shared/domain/sealed.ts'
import type { LoadedIncident, StationContext } from '../handler.ts'

/**
 * `heard` for the command, absent where it is nobody. `counts`: null where no number is given;
 * `from`: the caller or merged incident whose news is recorded, null for a number by itself.
 */
export function peopleHeld(
  counts: Counts | null,
  from: string | null,
  { incident, world }: LoadedIncident,
  { memory: { value } }: StationContext,
): { heard?: readonly HeardPeople[] } {
  if (!counts) return {}
  const news = openNews(incident, shown(incident.place, value), value, world)
  const heard = peopleCounted(counts, incident, news, from)
  return heard.length > 0 ? { heard } : {}
}

/** As {@link peopleHeld}, of the number of people that an answer sets. */
export const peopleAnswered = (
  answer: Pick<AnswerFact, 'key' | 'planId' | 'value'>,
  loaded: LoadedIncident,
  context: StationContext,
): { heard?: readonly HeardPeople[] } =>
  peopleHeld(countsAnswered(loaded.incident, answer, loaded.world), null, loaded, context)
