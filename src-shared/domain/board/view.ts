/** What drawing a board needs besides the record, and who holds a post by it. */
import type { IncidentType } from '../plan/plan.ts'
import type { Incident } from '../incident/record/state.ts'
import type { World } from '../incident/record/world.ts'
import { peopleOf } from '../roster/outside-units.ts'
import { shown, type Sealed } from '../sealed.ts'
import type { LocalizedText } from '../text.ts'

/** `open` gives a personal value, or null once it is purged. `now` in UTC ms. */
export type View = {
  world: World
  now: number
  typeName: (code: string) => LocalizedText | null
  /** `since`: when an incident was received, UTC ms: it keeps what was taken from types later. */
  isDanger: (code: string, since: number) => boolean
  types: (
    since: number,
  ) => readonly Pick<IncidentType, 'code' | 'danger' | 'discreet' | 'accident'>[] // also former ones
  open: (sealed: Sealed | null) => string | null
  /** The short number of an incident that has none in its record. */
  numberOf: (incident: Incident) => string | undefined
}

/** Who holds a post now. `name`: of the post. */
export const peopleAt = (
  role: string,
  name: LocalizedText,
  { world, open }: View,
): readonly string[] =>
  peopleOf(
    (world.roster?.[role] ?? []).map((person) => shown(person, open)),
    name,
  )
