/**
 * The headquarters of one incident (S01-04): formed of whoever is at hand, changed as it goes on,
 * and dissolved.
 */
import { accept, type Decision } from '../../decision.ts'
import type { Recorded } from '../record/events.ts'
import type { HeadquartersSet, SetHeadquarters } from '../record/headquarters.ts'
import type { Incident } from '../record/state.ts'

/** None is refused: who leads is for people to say. */
export const setHeadquarters = (
  _: Incident,
  { headquarters }: SetHeadquarters,
): Decision<HeadquartersSet> => accept({ type: 'HeadquartersSet', headquarters })

export const headquartersSet = (
  incident: Incident,
  { headquarters }: Recorded<HeadquartersSet>,
): Incident => ({ ...incident, headquarters })
