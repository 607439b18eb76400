/** Draws the parts of the board from memory: incidents, figures of the month, who is on duty. */
import { drawIncident } from '#shared/domain/board/board.ts'
import type { View } from '#shared/domain/board/view.ts'
import { isDangerous } from '#shared/domain/plan/danger.ts'
import { describeRole } from '#shared/domain/plan/describe.ts'
import { undrawnIncident } from '#shared/domain/board/undrawn.ts'
import type { Board, BoardIncident, MonthFigures } from '#shared/domain/board/types.ts'
import { isOnBoard, type Incident } from '#shared/domain/incident/record/state.ts'
import type { Roster } from '#shared/domain/incident/record/world.ts'
import { monthOfTally } from '#shared/domain/statistics/month.ts'
import { disclosureOf, OPEN, type Disclosure } from '#shared/domain/privacy/disclosure.ts'
import { coarsePlace } from '#shared/domain/places/coarse.ts'
import { inSentence, shown } from '#shared/domain/sealed.ts'
import { inDutyOrder } from '#shared/domain/roster/duty-order.ts'
import { isOutsideUnit } from '#shared/domain/roster/outside-units.ts'
import { categoryNames, knownRoles, knownType, typesKnownSince } from './known-names.ts'
import type { Memory } from './memory.ts'
import type { Library, Log } from '../ports.ts'

/** `now` and `at` in UTC ms. */
export type BoardDrawing = {
  /** Of the board; null if it is not there. */
  onBoard: (incidentId: string, now: number) => BoardIncident | null
  /**
   * The same for what is kept: with the seals of personal values in place of these. `guard` gives
   * the incident of an older record without any in clear.
   */
  sealed: (
    incidentId: string,
    now: number,
    guard: (incident: Incident) => Incident,
  ) => BoardIncident | null
  /** Of any incident. Beside one that has left the board stands nobody who is on duty today. */
  any: (incident: Incident, now: number) => BoardIncident
  /** As it was drawn at an instant of the past, with the roster of that time. */
  past: (incident: Incident, at: number, roster: Roster | null) => BoardIncident
  month: (now: number) => MonthFigures
  /** The figures of the month without incidents of which no public wall may know. */
  publicMonth: (now: number) => MonthFigures
  /** How much of it public walls may show. */
  disclosure: (incident: Incident) => Disclosure
  /**
   * Who is on duty, post by post, in the order of the roster, without units outside; empty without
   * one.
   */
  duty: (now: number) => Board['duty']
}

export function createBoardDrawing(memory: Memory, library: Library, log: Log): BoardDrawing {
  const logged = new Map<string, number>() // by incident, the version that could not be drawn

  const view = (now: number): View => ({
    world: memory.world(now),
    now,
    open: memory.value,
    isDanger: (typeCode, since) => isDangerous(typeCode, typesKnownSince(library, since)),
    types: (since) => typesKnownSince(library, since),
    numberOf: memory.numbering.of,
    typeName: (typeCode) => knownType(library, typeCode)?.name ?? null,
  })

  const disclosure = (incident: Incident): Disclosure =>
    disclosureOf(
      incident,
      memory.documents.get('privacy', 'privacy') ?? OPEN,
      typesKnownSince(library, incident.receivedAt),
      incident.runs.flatMap(({ revision }) => memory.plan(revision) ?? []),
    )

  /** With what public walls may show of it; of what is discreet every screen knows. */
  function withDisclosure(drawn: BoardIncident, incident: Incident): BoardIncident {
    const allowed = disclosure(incident)
    if (allowed === 'full' || drawn.discreet) return drawn
    const place = allowed === 'area' ? coarsePlace(incident, memory.places()) : null
    return { ...drawn, disclosure: allowed, ...(place === null ? {} : { coarsePlace: place }) }
  }

  /**
   * Counted by the function that the statistics page uses. While a month that has just begun is
   * being read, the last one stands under its own name: never a zero that nobody has counted.
   */
  function figuresOf({ month, tally }: ReturnType<Memory['month']>, now: number): MonthFigures {
    const figures = monthOfTally(month, tally, now)
    const nameOf = categoryNames(library)
    const ofSite = library.categories().map(({ code }) => code)
    const others = Object.keys(figures.byCategory).filter((code) => !ofSite.includes(code))
    return {
      month: figures.month,
      incidents: figures.incidents,
      limits: figures.limits,
      drills: figures.drills,
      byCategory: [...ofSite, ...others].map((code) => ({
        code,
        name: nameOf(code),
        count: figures.byCategory[code] ?? 0,
      })),
    }
  }

  /**
   * One that cannot be drawn keeps nobody from seeing the others: it stands there by its place,
   * and the log says why.
   */
  function drawn(
    id: string,
    now: number,
    open: View['open'],
    guard: (incident: Incident) => Incident,
  ): BoardIncident | null {
    const incident = memory.unsaved.get(id)?.incident ?? memory.incidents.get(id)
    if (!incident) return memory.lost.has(id) ? undrawnIncident(id, null, now, open, true) : null
    try {
      return withDisclosure(drawIncident(guard(incident), { ...view(now), open }), incident)
    } catch (error) {
      if (logged.get(id) !== incident.version)
        log.error('incident-not-drawn', error, { incidentId: id })
      logged.set(id, incident.version)
      const isDiscreet = disclosure(incident) === 'never'
      return undrawnIncident(id, incident, now, open, isDiscreet)
    }
  }

  return {
    onBoard: (id, now) => drawn(id, now, memory.value, (incident) => incident),
    sealed: (id, now, guard) => drawn(id, now, (sealed) => sealed && inSentence(sealed), guard),

    any(incident, now) {
      const seen = view(now)
      return drawIncident(
        incident,
        isOnBoard(incident.state) ? seen : { ...seen, world: { ...seen.world, roster: null } },
      )
    },

    past: (incident, at, roster) =>
      drawIncident(incident, { ...view(at), world: { ...memory.world(null), roster } }),

    month: (now) => figuresOf(memory.month(), now),
    publicMonth: (now) =>
      figuresOf(
        memory.monthWithout(
          [...memory.incidents.values()]
            .filter((incident) => disclosure(incident) === 'never')
            .map(({ id }) => id),
        ),
        now,
      ),
    disclosure,

    duty(now) {
      const roles = knownRoles(library, memory.register())
      const isPost = (id: string): boolean =>
        !isOutsideUnit(id) && roles.find((role) => role.id === id)?.kind !== 'anyone'
      const posts = Object.entries(memory.whoIsOn(now).roster ?? {})
        .filter(([post, people]) => people.length > 0 && isPost(post))
        .map(([post, people]) => ({
          roleId: post,
          role: describeRole(post, { roles }),
          people: people.map((person) => shown(person, memory.value)),
        }))
      return inDutyOrder(
        posts,
        library.plans().map(({ commander }) => commander),
      )
    },
  }
}
