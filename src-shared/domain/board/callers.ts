/** Draws who called about an incident, what of their words is new, and what was merged into it. */
import { callerCount, type Caller } from '../incident/record/callers.ts'
import type { Incident } from '../incident/record/state.ts'
import { stillNew } from '../incident/rules/caller-news.ts'
import { shown } from '../sealed.ts'
import type { BoardCaller, BoardCallers } from './caller-types.ts'
import type { View } from './view.ts'

function drawCaller(caller: Caller, incident: Incident, { open, world }: View): BoardCaller {
  const { id, nth, at, by, channel, narrative, reporter, news, parted } = caller
  const place = news?.place && open(news.place)
  const words = { ...news, place: place ?? '' }
  return {
    ...{ id, nth, at, by, channel },
    reporter: open(reporter),
    words: open(narrative),
    news: news && !parted ? stillNew(words, incident, shown(incident.place, open), world) : null,
    parted: parted
      ? { incidentId: parted.incidentId, number: parted.number ?? null, at: parted.at }
      : null,
  }
}

export function drawCallers(incident: Incident, view: View): BoardCallers {
  const { callers, takenIn, mergedInto } = incident
  const count = callerCount(incident)
  return {
    ...(callers && callers.length > 0
      ? { callers: callers.map((caller) => drawCaller(caller, incident, view)) }
      : {}),
    ...(count > 1 ? { callerCount: count } : {}),
    ...(takenIn && takenIn.length > 0
      ? {
          takenIn: takenIn.map(({ incidentId, number = null, at, by }) => ({
            ...{ incidentId, number, at, by },
          })),
        }
      : {}),
    ...(mergedInto
      ? {
          mergedInto: {
            incidentId: mergedInto.incidentId,
            number: mergedInto.number ?? null,
            at: mergedInto.at,
          },
        }
      : {}),
  }
}
