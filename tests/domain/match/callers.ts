/**
 * Shapes the lists of callers, and writes them out flat with the plans that are right for each.
 * Data for the tests of matching, no test itself.
 */
import type { SITE_KINDS } from '#shared/domain/site/site.ts'

/** Danger first; from `power` on it is inconvenience. */
export const DANGERS = [
  'fire',
  'gas',
  'explosion',
  'weapon',
  'trapped',
  'injury',
  'illness',
  'weather',
  'power',
  'system',
  'fault',
  'order',
  'loss',
] as const
export type Danger = (typeof DANGERS)[number]

/** kind of danger → plan (or two that are equally right, joined by “ or ”) → what is spoken. */
export type CallersAt = {
  site: string
  kind: keyof typeof SITE_KINDS
  says: Partial<Record<Danger, Readonly<Record<string, readonly string[]>>>>
}

export type Call = {
  site: string
  kind: keyof typeof SITE_KINDS
  danger: Danger
  says: string
  plans: readonly string[]
}

export const calls = (sites: readonly CallersAt[]): readonly Call[] =>
  sites.flatMap(({ site, kind, says }) =>
    Object.entries(says).flatMap(([danger, plans]) =>
      Object.entries(plans).flatMap(([plan, sentences]) =>
        sentences.map((sentence) => ({
          site,
          kind,
          danger: danger as Danger,
          says: sentence,
          plans: plan.split(' or '),
        })),
      ),
    ),
  )
