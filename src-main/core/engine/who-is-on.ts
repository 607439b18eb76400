/**
 * Keeps who is on duty at hand: it is asked for at every step of every incident, and worked out
 * again only when a shift changes or the record says something new of it.
 */
import type { DutyRoster } from '#shared/domain/duty/roster.ts'
import { namesOf, nextChange, presenceAt, type Presence } from '#shared/domain/duty/on-duty.ts'
import type { Roster } from '#shared/domain/incident/record/world.ts'
import type { Register } from '#shared/domain/roster/register.ts'

/** From `from` up to before `until` (UTC ms) nobody comes or goes; null: as far as is foreseen. */
export type WhoIsOn = {
  presence: Presence | null
  roster: Roster | null
  from: number
  until: number | null
}

type Basis = { register: Register | null; duty: DutyRoster | null; zone: string }

/** `basis` gives the same objects for as long as nothing of them has changed. */
export function createWhoIsOn(basis: () => Basis): (now: number) => WhoIsOn {
  let known: (Basis & WhoIsOn) | null = null

  return (now) => {
    const { register, duty, zone } = basis()
    if (
      known?.register === register &&
      known.duty === duty &&
      known.zone === zone &&
      known.from <= now &&
      now < (known.until ?? Infinity)
    )
      return known
    const presence = presenceAt(register, duty, zone, now)
    known = {
      ...{ register, duty, zone, presence, from: now },
      roster: namesOf(presence),
      until: nextChange(register, duty, zone, now),
    }
    return known
  }
}
