/**
 * Says which running incidents a caller may be calling about. Joining comes first only where the
 * registered place is the same or lies within it, the type is the same and somebody acted on it in
 * the last half hour; whoever names another place is asked.
 */
import { placesIn, spelled, spelledCalls } from '../places/known.ts'
import type { RegisteredPlace } from '../places/place.ts'
import { liesUnder } from '../plan/type-tree.ts'
import { MINUTE_MS } from '../units.ts'

const RECENT_MS = 30 * MINUTE_MS
const MOST = 3

/** A running incident. `lastWordAt` in UTC ms; `types`: its own, else those of its plans. */
export type Joinable = {
  incidentId: string
  place: string
  placeId?: string
  types: readonly string[]
  planIds: readonly string[]
  lastWordAt: number
}

/**
 * What the words tell: `place` as they name it, `type` and `planId` of the first proposal.
 * `typedPlace`: as a person has put it beside the words; it goes before what these name.
 */
export type CallerTold = {
  narrative: string
  place: string | null
  typedPlace?: string
  type: string | null
  planId: string | null
}

/**
 * `first`: before a new incident; `second`: after it; `apart`: the words name a place that it
 * lacks, which is `elsewhere`, and Enter asks.
 */
export type Join = {
  incidentId: string
  standing: 'first' | 'second' | 'apart'
  elsewhere: string | null
}

/** The place and all that it lies in, by their ids. */
function chainOf(
  place: RegisteredPlace | undefined,
  register: readonly RegisteredPlace[],
): readonly string[] {
  const ids: string[] = []
  for (
    let at = place;
    at && !ids.includes(at.id);
    at = register.find(({ id }) => id === at?.within)
  )
    ids.push(at.id)
  return ids
}

/** More than the registered place: a room in it that nobody has registered. */
const saysMore = (words: string, place: RegisteredPlace): boolean =>
  !spelledCalls(place).some(
    (call) => spelled(words).endsWith(call) || call.includes(spelled(words)),
  )

/** The whole of the registered place, with all that is in it. */
const isWhole = ({ place, placeId }: Joinable, register: readonly RegisteredPlace[]): boolean =>
  register.some((known) => known.id === placeId && spelledCalls(known).includes(spelled(place)))

const isOfType = ({ types, planIds }: Joinable, { type, planId }: CallerTold): boolean =>
  (planId !== null && planIds.includes(planId)) ||
  (type !== null && types.some((code) => liesUnder(code, type) || liesUnder(type, code)))

/** The place of the register that is meant: of the words only as far as the typed one agrees. */
function heardPlace(
  { narrative, typedPlace }: CallerTold,
  register: readonly RegisteredPlace[],
): RegisteredPlace | undefined {
  const inWords = placesIn(narrative, register)[0]?.place
  if (typedPlace === undefined) return inWords
  const typed = placesIn(typedPlace, register)[0]?.place
  return (
    typed ?? (inWords && spelled(inWords.name).includes(spelled(typedPlace)) ? inWords : undefined)
  )
}

/** Those that may be meant, the likeliest first, at most three. `now` in UTC ms. */
export function joinsFor(
  words: CallerTold,
  open: readonly Joinable[],
  register: readonly RegisteredPlace[],
  now: number,
): readonly Join[] {
  const heard = heardPlace(words, register)
  const chain = chainOf(heard, register)
  const place = words.typedPlace ?? words.place
  const named = place ?? heard?.name ?? null
  const isMore = place !== null && heard !== undefined && saysMore(place, heard)

  function joinOf(incident: Joinable): (Join & { lastWordAt: number }) | null {
    const { incidentId, place, placeId, lastWordAt } = incident
    const isRecent = now - lastWordAt < RECENT_MS
    const sameType = isOfType(incident, words)
    const isThere = placeId !== undefined && chain.includes(placeId)
    const isNamed =
      named !== null &&
      (spelled(place).includes(spelled(named)) || spelled(named).includes(spelled(place)))
    const join = { incidentId, lastWordAt, elsewhere: null }
    const isLacking = isThere && isMore && !isNamed && !isWhole(incident, register)
    if (sameType && isRecent && isLacking) return { ...join, standing: 'apart', elsewhere: named }
    if (sameType && isRecent && isThere) return { ...join, standing: 'first' }
    if (isThere || isNamed) return isRecent || sameType ? { ...join, standing: 'second' } : null
    if (!sameType || !isRecent) return null
    return named === null
      ? { ...join, standing: 'second' }
      : { ...join, standing: 'apart', elsewhere: named }
  }

  const ORDER = ['first', 'second', 'apart']
  return open
    .flatMap((incident) => joinOf(incident) ?? [])
    .sort(
      (a, b) =>
        ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing) || b.lastWordAt - a.lastWordAt,
    )
    .slice(0, MOST)
    .map(({ incidentId, standing, elsewhere }) => ({ incidentId, standing, elsewhere }))
}
