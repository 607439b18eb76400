/** Lists every personal value that the record of an incident speaks of, still sealed. */
import { sealedIn, type Sealed } from '../../sealed.ts'
import type { Incident } from './state.ts'

export const sealsOf = (incident: Incident): readonly Sealed[] => sealedIn(incident)
