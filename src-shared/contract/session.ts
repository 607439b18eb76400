/** The requests for the pages that are signed in: which there are, and end one. */
import { z } from 'zod'
import { Nothing, reply, type Empty } from './parts.ts'
import { defineRequest } from './request.ts'

/**
 * `person`: who has signed on there. `device`: its browser, empty if nobody knows; `since`: null of
 * one that is older than the list; `ends`: null, a wall's does not end by itself; `own`: of whoever
 * asks. Instants in UTC ms.
 */
export type SessionLine = {
  session: string
  role: 'dispatcher' | 'wall'
  device: string
  person: string | null
  since: number | null
  seen: number
  ends: number | null
  public?: true // a wall that learns nothing of discreet incidents
  own: boolean
}

export const sessions = {
  'session/list': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    code: true,
    input: Nothing,
    reply: reply<{ sessions: readonly SessionLine[] }>(),
  }),
  'session/end': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    code: true,
    input: z.strictObject({ session: z.string().regex(/^[0-9a-f]{16}$/) }),
    reply: reply<Empty>(),
  }),
}
