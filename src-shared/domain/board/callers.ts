/** Draws who called about an incident, what of their words is new, and what was merged into it. */
import { callerCount, type Caller, type TakenIn } from '../incident/record/callers.ts'
import type { Incident } from '../incident/record/state.ts'
import type { FreshWords } from '../incident/rules/caller-news.ts'
import { openNews } from '../incident/rules/open-news.ts'
import { shown } from '../sealed.ts'
import type { BoardCaller, BoardCallers, BoardTakenIn } from './caller-types.ts'
import type { View } from './view.ts'

type News = ReadonlyMap<string, FreshWords>

function drawCaller(caller: Caller, news: News, { open }: View): BoardCaller {
  const { id, nth, at, by, channel, narrative, reporter, parted } = caller
  return {
    ...{ id, nth, at, by, channel },
    reporter: open(reporter),
    words: open(narrative),
    news: news.get(id) ?? null,
    parted: parted
      ? { incidentId: parted.incidentId, number: parted.number ?? null, at: parted.at }
      : null,
  }
}

function drawTakenIn(merged: TakenIn, all: News): BoardTakenIn {
  const { incidentId, number = null, at, by, reports } = merged
  const news = all.get(incidentId)
  return {
    ...{ incidentId, number, at, by },
    ...(news ? { news } : {}),
    ...(reports?.sent ? { sent: reports.sent } : {}),
  }
}

export function drawCallers(incident: Incident, view: View): BoardCallers {
  const { callers, takenIn, mergedInto } = incident
  const count = callerCount(incident)
  const { open, world } = view
  const news: News =
    callers || takenIn
      ? openNews(incident, shown(incident.place, open), open, world)
      : new Map<string, FreshWords>()
  return {
    ...(callers && callers.length > 0
      ? { callers: callers.map((caller) => drawCaller(caller, news, view)) }
      : {}),
    ...(count > 1 ? { callerCount: count } : {}),
    ...(takenIn && takenIn.length > 0
      ? { takenIn: takenIn.map((merged) => drawTakenIn(merged, news)) }
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
