/**
 * The requests by which a site is set up, and by which a person says who sits at a desk. Part of
 * the contract; the same rules hold.
 */
import { z } from 'zod'
import { SITE_KINDS, type SiteKind } from '../domain/site.ts'
import type { RoleKind } from '../domain/plan/plan.ts'
import type { LocalizedText } from '../domain/text.ts'
import { Nothing, reply, Short, type Empty } from './parts.ts'

const KINDS = Object.keys(SITE_KINDS) as SiteKind[]

/** `name` in both languages, or one text for both. `zone`: IANA name; left out, it stays. */
const setUp = z.strictObject({
  name: z.union([Short, z.strictObject({ zh: Short, en: Short })]),
  kinds: z.array(z.enum(KINDS)).min(1).max(KINDS.length),
  zone: Short.nullish(),
})
const signOn = z.strictObject({ person: Short.nullable() })

/**
 * A post that plans of the site name, or that is left in the roster. `documents`: the titles of
 * those plans' documents.
 */
export type Post = {
  id: string
  name: LocalizedText
  kind: RoleKind
  documents: readonly LocalizedText[]
}
export type SiteRead = {
  name: LocalizedText
  zone: string
  kinds: readonly string[]
  setUp: boolean
  kindsOffered: readonly { kind: string; name: LocalizedText; plans: number }[]
  canChangeZone: boolean // no incident was reported yet
  loaded: {
    plans: number
    types: number
    documents: readonly {
      id: string
      title: LocalizedText
      plans: number
      levels: readonly LocalizedText[]
    }[]
  }
  posts: readonly Post[] // in the order of the documents
}

export const siteRequests = {
  'site/read': { kind: 'query', who: ['dispatcher'], input: Nothing, reply: reply<SiteRead>() },
  'site/set-up': { kind: 'command', who: ['dispatcher'], input: setUp, reply: reply<Empty>() },
  /**
   * Where walls are opened on this machine, with the key that lets them in; null while nothing is
   * served.
   */
  'site/wall-link': {
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<{ url: string | null }>(),
  },
  'desk/sign-on': { kind: 'command', who: ['dispatcher'], input: signOn, reply: reply<Empty>() },
  'desk/read': {
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<{ person: string | null }>(),
  },
} as const
