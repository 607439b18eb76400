/**
 * Who was recorded where. The numbers of an incident name no place: people of whom somebody told at
 * another place than its own are other people, and whoever tells of that place is compared with
 * what was told of it and counted in, never with the sum.
 */
import type { Sealed } from '../../sealed.ts'
import { spelled } from '../../places/known.ts'
import { PLACE_UNKNOWN } from '../../wording/place-unknown.ts'
import { peopleLine, type CallerNews } from '../record/callers.ts'
import type { PeopleKind } from '../record/scales.ts'
import type { Counts } from '../record/slices.ts'
import type { Incident } from '../record/state.ts'

/** Who brought it: a caller or a merged incident, by its id. `at` in UTC ms. */
export type Source = {
  id: string
  at: number
  news: CallerNews
  dismissed: readonly string[]
  counted: readonly PeopleKind[]
}

/** In the order in which they came; those that were filed apart are none. */
export const sourcesOf = ({ callers = [], takenIn = [] }: Incident): readonly Source[] =>
  [
    ...callers.map(({ id, at, news, dismissed = [], counted = [], parted }) => ({
      ...{ id, at, dismissed, counted, news: parted ? undefined : news },
    })),
    ...takenIn.map(({ incidentId, at, news, dismissed = [], counted = [] }) => ({
      ...{ id: incidentId, at, dismissed, counted, news },
    })),
  ]
    .flatMap(({ news, ...source }) => (news ? [{ ...source, news }] : []))
    .toSorted((a, b) => a.at - b.at)

/** Whether a place says nothing that another one, as it is recorded, does not say. */
export const isPlaceKnown = (place: string, recorded: string): boolean =>
  spelled(recorded).includes(spelled(place)) || spelled(place) === ''

/** So many are recorded, wherever they are; of whom nobody has counted, one. */
export const recordedNumber = (
  { casualties, atLeastOne = [] }: Incident,
  kind: PeopleKind,
): number => casualties?.[kind] ?? (atLeastOne.includes(kind) ? 1 : 0)

/** People of one place that is not the incident's: so many of them its numbers hold. */
type Elsewhere = { place: string; counted: Counts }

/**
 * Places as they are compared: null is wherever it may be, compared with all that is recorded, and
 * so is the incident's own as long as nobody was told of elsewhere.
 */
export type Whereabouts = {
  place: string // of the incident, in clear
  /** Where people of a place that somebody names are. */
  at: (named: string | null) => string | null
  /** Where a source told of its people. */
  of: (sourceId: string) => string | null
  recordedAt: (at: string | null, kind: PeopleKind) => number
}

/** One of those told of before, unless the words say no more than the place of the incident. */
const known = (
  place: string,
  others: readonly Elsewhere[],
  recorded: string,
): Elsewhere | undefined =>
  others.find(
    (other) =>
      isPlaceKnown(other.place, place) ||
      (isPlaceKnown(place, other.place) && !isPlaceKnown(place, recorded)),
  )

/** What a source has told of a kind; of whom nobody knows how many there are, one. */
const toldOf = ({ casualties, atLeastOne = [] }: CallerNews, kind: PeopleKind): number =>
  casualties?.[kind] ?? (atLeastOne.includes(kind) ? 1 : 0)

function countIn(other: Elsewhere, { news, counted, dismissed }: Source): void {
  for (const kind of counted)
    if (!dismissed.includes(peopleLine(kind)))
      other.counted = {
        ...other.counted,
        [kind]: Math.max(other.counted[kind] ?? 0, toldOf(news, kind)),
      }
}

/**
 * `recorded`: the place of the incident, in clear; `open`: reads a sealed value, null once it is
 * purged. A place that was put right since is the incident's; one that was added to it stays
 * another one. What lies within the incident's place, or holds it, is not elsewhere.
 */
export function peopleWhere(
  incident: Incident,
  recorded: string,
  open: (sealed: Sealed) => string | null,
): Whereabouts {
  const others: Elsewhere[] = []
  const places = new Map<string, string>()
  const isNamed = (place: string): boolean =>
    ![recorded, place].includes(PLACE_UNKNOWN) && spelled(place) !== ''
  for (const source of sourcesOf(incident)) {
    const { place, peopleAt } = source.news
    const sealed = place ?? peopleAt
    const named = (sealed && open(sealed)) ?? ''
    if (!isNamed(named)) continue
    const before = known(named, others, recorded)
    const isHere = isPlaceKnown(recorded, named) || (!place && isPlaceKnown(named, recorded))
    if (!before && isHere) {
      places.set(source.id, recorded)
      continue
    }
    const other = before ?? { place: named, counted: {} }
    if (!before) others.push(other)
    places.set(source.id, other.place)
    countIn(other, source)
  }
  const here = others.length > 0 ? recorded : null
  return {
    place: recorded,
    at: (named) => {
      if (named === null || !isNamed(named)) return null
      const before = known(named, others, recorded)
      if (before) return before.place
      return isPlaceKnown(named, recorded) || isPlaceKnown(recorded, named) ? here : named
    },
    of: (id) => {
      const place = places.get(id) ?? null
      return place === recorded ? here : place
    },
    recordedAt: (at, kind) => {
      const all = recordedNumber(incident, kind)
      if (at === null) return all
      if (at === recorded)
        return others.reduce((left, { counted }) => Math.max(0, left - (counted[kind] ?? 0)), all)
      return others.find(({ place }) => place === at)?.counted[kind] ?? 0
    },
  }
}
