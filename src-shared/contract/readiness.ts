/** The requests of readiness: what comes due, worst first, and the policies that say when. */
import { z } from 'zod'
import type { Policy } from '../domain/policies/policy.ts'
import type { ObligationRead } from '../domain/readiness/draw.ts'
import type { ObligationCounts } from '../domain/readiness/obligation.ts'
import { Id, Nothing, reply } from './parts.ts'
import { personal } from './personal.ts'
import { defineRequest } from './request.ts'

const Reason = personal(2_000)

/** `today`: local date of the site. Worst first. */
export type ReadinessReply = ObligationCounts & {
  obligations: readonly ObligationRead[]
  today: string
}

/** `siteValue`: set in place of what comes with the product, which is `shipped`. */
export type PolicyRead = Omit<Policy, 'siteValue'> & {
  shipped: { value: number; remindDays: number }
  siteValue: { reason: string; at: number; by: string } | null
}

export const readinessRequests = {
  'readiness/list': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<ReadinessReply>(),
  }),
  /** How many are critical (要紧), and how many have come due (到期); one may be both. */
  'readiness/counts': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<ObligationCounts>(),
  }),
  /** Those that concern the kinds of the site. */
  'policy/list': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<{ policies: readonly PolicyRead[] }>(),
  }),
  /**
   * `value` in the unit of the policy; `remindDays`: days before the due day. `checklists`: how
   * many lists in use go by another interval from now on.
   */
  'policy/set': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    exclusive: true,
    input: z.strictObject({
      policyId: Id,
      value: z.int(),
      remindDays: z.int(),
      reason: Reason,
    }),
    reply: reply<{ checklists: number }>(),
  }),
  /** What comes with the product holds again. */
  'policy/reset': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    exclusive: true,
    input: z.strictObject({ policyId: Id, reason: Reason }),
    reply: reply<{ checklists: number }>(),
  }),
}
