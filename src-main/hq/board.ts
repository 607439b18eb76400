/** Draws the live board of HQ: every site with its position and age, every incident by urgency. */
import { drawIncident } from '#shared/domain/board/board.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { undrawnIncident } from '#shared/domain/board/undrawn.ts'
import { byUrgency, urgencyOf, type Urgency } from '#shared/domain/board/urgency.ts'
import type { View } from '#shared/domain/board/view.ts'
import { isTerminal, type Incident } from '#shared/domain/incident/record/state.ts'
import { isDangerous } from '#shared/domain/plan/danger.ts'
import type { IncidentType } from '#shared/domain/plan/plan.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { isAway } from './beats.ts'
import type { BoardSite } from './hq-api.ts'
import type { SiteRow } from './hq-ports.ts'
import { readWorld, type SiteMemory } from './site-memory.ts'

/** An incident as its site draws it; what is sealed there is null or its area here. */
export type BoardRow = { site: string; region: string; incident: BoardIncident; urgency: Urgency }
export type HqBoard = {
  at: number
  sites: readonly BoardSite[]
  incidents: readonly BoardRow[]
}
export type NamedTypes = readonly (Pick<
  IncidentType,
  'code' | 'danger' | 'discreet' | 'accident'
> & {
  name: LocalizedText
})[]

const viewOf = (memory: SiteMemory, types: NamedTypes, now: number): View => ({
  world: readWorld(memory),
  now,
  types: () => types,
  typeName: (code) => types.find((type) => type.code === code)?.name ?? null,
  isDanger: (code) => isDangerous(code, types),
  open: () => null, // HQ has no personal value to show
  numberOf: () => undefined,
})

/** One that cannot be drawn stands there by its place: it hides no other. */
export function drawHere(
  memory: SiteMemory,
  incident: Incident,
  types: NamedTypes,
  now: number,
): BoardIncident {
  try {
    return drawIncident(incident, viewOf(memory, types, now))
  } catch {
    return undrawnIncident(incident.id, incident, now, () => null, true)
  }
}

/**
 * `now`: HQ's wall (UTC ms). `differing`: the sites with a month that is counted otherwise.
 * Incidents of all sites stand in the one order of every board; of one that was unpaired nobody
 * knows how they went on. A closed one is its site's to archive and asks nothing of HQ: it is left
 * out, as on every wall.
 */
export function drawBoard(
  sites: readonly SiteRow[],
  {
    memories,
    stuck,
  }: { memories: ReadonlyMap<string, SiteMemory>; stuck: ReadonlyMap<string, string> },
  types: NamedTypes,
  now: number,
  differing: ReadonlySet<string>,
): HqBoard {
  const placeOf = new Map<BoardIncident, SiteRow>()
  for (const site of sites) {
    const memory = site.unpairedAt === null ? memories.get(site.id) : undefined
    for (const incident of memory?.incidents.values() ?? [])
      if (memory && !isTerminal(incident.state))
        placeOf.set(drawHere(memory, incident, types, now), site)
  }
  return {
    at: now,
    sites: sites.map((site) => ({
      ...site,
      outOfTouch: isAway(site, now),
      stuck: stuck.has(site.id),
      differs: differing.has(site.id),
      early: (memories.get(site.id)?.uncountedUntil ?? '') !== '',
    })),
    incidents: byUrgency([...placeOf.keys()], now).flatMap((incident) => {
      const site = placeOf.get(incident)
      return site
        ? [{ site: site.id, region: site.region, incident, urgency: urgencyOf(incident, now) }]
        : []
    }),
  }
}
