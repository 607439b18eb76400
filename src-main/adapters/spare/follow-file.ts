/**
 * What a spare keeps between its starts (mode 0600): whom it follows, and after a takeover from
 * whom it has taken over, until that machine has heard of it.
 */
import { join } from 'node:path'
import { Claim } from '#shared/contract/follow.ts'
import { readSmallFile, safeWrite } from '../safe-write.ts'
import type { Leader } from './follower.ts'

/** `claim` null: it follows. `heard`: the other machine has answered that it records no more. */
export type FollowFile = { leader: Leader; claim: Claim | null; heard: boolean }

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** Null: this folder is no spare's, or its file holds none. */
export function readFollow(dir: string): FollowFile | null {
  try {
    const { leader, claim, heard } = JSON.parse(
      readSmallFile(join(dir, 'follow.json')) ?? '',
    ) as Partial<FollowFile>
    if (!isText(leader?.host) || !isText(leader.fingerprint) || !isText(leader.token)) return null
    if (!Number.isInteger(leader.port)) return null
    const { host, port, fingerprint, token } = leader
    const taken = Claim.safeParse(claim)
    return {
      leader: { host, port, fingerprint, token },
      claim: taken.success ? taken.data : null,
      heard: heard === true,
    }
  } catch {
    return null
  }
}

export const writeFollow = (dir: string, follow: FollowFile): void =>
  safeWrite(join(dir, 'follow.json'), JSON.stringify(follow))
