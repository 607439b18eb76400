/**
 * Whether a site can respond now, and what it lacks if it cannot. What the station
 * knows and what a screen knows of itself come together here and nowhere else: a screen that cannot
 * be heard must not say that all is well.
 */
import { HOUR_MS } from '../units.ts'
import type { NeededFor } from './required-posts.ts'

/** The last test of the way from a command to the loudspeaker; `at` in UTC ms. */
export type SelfTest = { at: number; passed: boolean }

/**
 * What the station knows. `posts`: who is there of those that are required, null without a roster.
 * `selfTest`: null as long as none was ever made. `backupAt`: of the last whole backup (UTC ms),
 * null: there is none. `isChainWhole`: as far as it was checked, the record is whole.
 */
export type Means = {
  posts: readonly RequiredPresence[] | null
  selfTest: SelfTest | null
  backupAt: number | null
  isChainWhole: boolean
}
/** `lacking`: how many people are missing at a post; `isEmpty`: nobody is there at all. */
export type RequiredPresence = {
  id: string
  neededFor: NeededFor
  lacking: number
  isEmpty: boolean
}
/** What the screen that asks knows: whether it can be heard, and whether the station can save. */
export type AtScreen = { isHeard: boolean; canSave: boolean }

export type Lack =
  | { kind: 'post'; id: string; neededFor: NeededFor; lacking: number; isEmpty: boolean }
  | { kind: 'sound' | 'saving' | 'chain' }
  | { kind: 'self-test'; why: 'none' | 'old' | 'failed' }
  | { kind: 'backup'; why: 'none' | 'old' }

/** `no-roster`: nobody can say who is there, so it is never said that all is well. */
export type CanRespond =
  { state: 'can' } | { state: 'cannot'; lacks: readonly Lack[] } | { state: 'no-roster' }

/** From this age on the last one is no longer of today, with two hours to spare. */
const SELF_TEST_OLD_MS = 26 * HOUR_MS
/** A daily backup was missed twice, with an hour to spare; as the alert on late backups has it. */
const BACKUP_OLD_MS = 49 * HOUR_MS

function selfTestLack(selfTest: SelfTest | null, now: number): readonly Lack[] {
  if (selfTest === null) return [{ kind: 'self-test', why: 'none' }]
  if (now - selfTest.at >= SELF_TEST_OLD_MS) return [{ kind: 'self-test', why: 'old' }]
  return selfTest.passed ? [] : [{ kind: 'self-test', why: 'failed' }]
}

function backupLack(backupAt: number | null, now: number): readonly Lack[] {
  if (backupAt === null) return [{ kind: 'backup', why: 'none' }]
  return now - backupAt >= BACKUP_OLD_MS ? [{ kind: 'backup', why: 'old' }] : []
}

const lackIf = (lacks: boolean, kind: 'sound' | 'saving' | 'chain'): readonly Lack[] =>
  lacks ? [{ kind }] : []

/**
 * At `now` (UTC ms). What is lacking in the order of its weight: people, then whether an alarm is
 * heard and a command saved, then what shows a fault before it hurts.
 */
export function canRespond(
  { posts, selfTest, backupAt, isChainWhole }: Means,
  { isHeard, canSave }: AtScreen,
  now: number,
): CanRespond {
  if (posts === null) return { state: 'no-roster' }
  const lacks: readonly Lack[] = [
    ...posts
      .filter(({ lacking }) => lacking > 0)
      .map(({ id, neededFor, lacking, isEmpty }) => ({
        kind: 'post' as const,
        ...{ id, neededFor, lacking, isEmpty },
      })),
    ...lackIf(!isHeard, 'sound'),
    ...lackIf(!canSave, 'saving'),
    ...lackIf(!isChainWhole, 'chain'),
    ...selfTestLack(selfTest, now),
    ...backupLack(backupAt, now),
  ]
  return lacks.length > 0 ? { state: 'cannot', lacks } : { state: 'can' }
}
