/**
 * The streams of purges: of each incident, whether it is held and when its values were purged; of
 * the site, what each purge took away, in numbers. Never a value.
 */
import type { Recorded } from '../decision.ts'
import { defineStream } from '../event-stream.ts'
import * as is from '../form.ts'
import type { Sealed } from '../sealed.ts'
import { localized } from '../text.ts'

/** rule: its days were over · request: somebody asked, for one person. */
export type PurgeWhy = 'rule' | 'request'

/** `reason`: why it is held. */
export type HoldPlaced = { type: 'HoldPlaced'; reason: Sealed }
export type HoldLifted = { type: 'HoldLifted'; reason: Sealed }
/** `values`, `files`: how many; `again`: an older record was restored that had them still. */
export type IncidentPurged = {
  type: 'IncidentPurged'
  why: PurgeWhy
  values: number
  files: number
  again?: true
}
export type PurgeEvent = HoldPlaced | HoldLifted | IncidentPurged

export type Hold = { reason: Sealed; at: number; by: string }
export type PurgeDone = Omit<IncidentPurged, 'type'> & { at: number; by: string }
/** `purged`: in their order; more than one where a person's values went before the rest. */
export type IncidentPurge = { hold: Hold | null; purged: readonly PurgeDone[] }

/** Null while nobody has held or purged anything of it. */
export const purgeStream = defineStream<IncidentPurge | null, PurgeEvent, { purge: IncidentPurge }>(
  {
    name: 'purge.',
    initial: () => null,
    evolve(state, event: Recorded<PurgeEvent>) {
      const before = state ?? { hold: null, purged: [] }
      const { at, by } = event
      switch (event.type) {
        case 'HoldPlaced':
          return { ...before, hold: { reason: event.reason, at, by } }
        case 'HoldLifted':
          return { ...before, hold: null }
        case 'IncidentPurged': {
          const { why, values, files, again } = event
          const done = { why, values, files, at, by, ...(again && { again }) }
          return { ...before, purged: [...before.purged, done] }
        }
      }
    },
    loading: 'on-demand',
    documents: {
      purge: {
        of: (state) => state,
        name: localized('一起事件的保留与清除', 'hold and purges of an incident'),
        hasForm: is.fields<IncidentPurge>({
          hold: is.orNull(is.fields<Hold>({ reason: is.sealed, at: is.number, by: is.words })),
          purged: is.list(
            is.fields<PurgeDone>({
              why: is.oneOf(['rule', 'request']),
              values: is.number,
              files: is.number,
              again: is.maybe(is.flag),
              at: is.number,
              by: is.words,
            }),
          ),
        }),
      },
    },
  },
)

/**
 * `purgeId`: of the order in the list beside the record. `incidents`: how many it was about;
 * `values`: how many were destroyed; `files`: the SHA-256 of those that went, which nobody misses
 * from now on. `reason`: as somebody said; null by rule.
 */
export type ValuesPurged = {
  type: 'ValuesPurged'
  purgeId: string
  why: PurgeWhy
  incidents: number
  values: number
  files: readonly string[]
  reason: Sealed | null
  again?: true
}
export type PurgesEvent = ValuesPurged

/** All that was ever purged, in numbers; `at`: the last time (UTC ms). */
export type Purges = { times: number; incidents: number; values: number; files: number; at: number }

export const purgesStream = defineStream<Purges | null, PurgesEvent, { purges: Purges }>({
  name: 'purges',
  initial: () => null,
  evolve(state, { incidents, values, files, at }: Recorded<PurgesEvent>) {
    const before = state ?? { times: 0, incidents: 0, values: 0, files: 0 }
    return {
      times: before.times + 1,
      incidents: before.incidents + incidents,
      values: before.values + values,
      files: before.files + files.length,
      at,
    }
  },
  documents: {
    purges: {
      of: (state) => state,
      name: localized('清除的数目', 'how much was purged'),
      hasForm: is.fields<Purges>({
        times: is.number,
        incidents: is.number,
        values: is.number,
        files: is.number,
        at: is.number,
      }),
    },
  },
})
