/**
 * The requests of the administrator's code of this machine: set it, unlock a console with it, lock
 * it again. None of them is a command, so that no code comes near the record.
 */
import { z } from 'zod'
import { LONGEST_CODE } from '../domain/admin-code.ts'
import { Nothing, reply, type Empty } from './parts.ts'
import { defineRequest } from './request.ts'

/** A code that somebody tries; whether it is a good one is asked only where it is set. */
const Code = z.string().min(1).max(LONGEST_CODE)

/** `until`: UTC ms at which this console is locked again by itself; null: it is locked. */
export type CodeRead = { set: boolean; until: number | null }

export const adminCode = {
  'desk/code': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<CodeRead>(),
  }),
  /** A console may set the first one; after that it has to be unlocked. */
  'desk/code-set': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    code: true,
    input: z.strictObject({ code: Code }),
    reply: reply<Empty>(),
  }),
  'desk/unlock': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: z.strictObject({ code: Code }),
    reply: reply<{ until: number }>(),
  }),
  'desk/lock': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<Empty>(),
  }),
}
