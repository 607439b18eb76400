/** How many persons a shift of the fire control room needs at least, by the site's policy. */
import { policyFor, type Policy } from '#shared/domain/policies/policy.ts'

/** 0 where no policy rules it. */
export const controlRoomPersons = (policies: readonly Policy[]): number =>
  policyFor(policies, 'control-room')?.value ?? 0
