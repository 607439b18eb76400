/**
 * Tells the machine before, as often as it takes, that this one has taken the record over: it may
 * be frozen, or off for days.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { FOLLOW_PATHS, type Claim } from '#shared/contract/follow.ts'
import type { Log } from '#main/core/ports.ts'
import type { Door } from './door.ts'
import { readFollow, writeFollow } from './follow-file.ts'
import type { Leader } from './follower.ts'
import { askMachine } from './machine-line.ts'

const AGAIN_MS = 2_000
const PATIENCE_MS = 5_000
/** Whoever has not answered for so long is frozen, or out of reach, and asks before it goes on. */
const FENCED_MS = 3_500

/** Whether the machine before has answered that it records no more. */
async function tell(
  { leader, claim }: { leader: Leader; claim: Claim },
  patience: number,
  giveUp?: AbortSignal,
): Promise<boolean> {
  const { token } = leader
  const input = { input: claim, token, patience }
  return (await askMachine(leader, FOLLOW_PATHS.claim, input, giveUp))?.status === 200
}

/**
 * At the takeover, before this machine takes its first command: the machine before has heard of it,
 * or has been silent for longer than it goes on without asking.
 */
export async function claimFirst(dir: string, door: Pick<Door, 'tookOver'>): Promise<void> {
  const follow = readFollow(dir)
  if (!follow?.claim) return
  const { leader, claim } = follow
  door.tookOver(claim, leader.token)
  const since = performance.now()
  const isHeard = await tell({ leader, claim }, FENCED_MS)
  if (isHeard) writeFollow(dir, { leader, claim, heard: true })
  else await wait(Math.max(0, FENCED_MS - (performance.now() - since)))
}

/** Nothing where this folder has taken nothing over. Answers how to stop. */
export function keepClaiming(dir: string, door: Pick<Door, 'tookOver'>, log: Log): () => void {
  const follow = readFollow(dir)
  if (!follow?.claim) return () => undefined
  const { leader, claim, heard } = follow
  door.tookOver(claim, leader.token)
  const giveUp = new AbortController()
  let timer: NodeJS.Timeout | undefined
  async function tellAgain(taken: Claim): Promise<void> {
    const isHeard = await tell({ leader, claim: taken }, PATIENCE_MS, giveUp.signal)
    if (giveUp.signal.aborted) return
    if (isHeard) {
      log.info('claim-heard')
      writeFollow(dir, { leader, claim: taken, heard: true })
      return
    }
    timer = setTimeout(() => void tellAgain(taken), AGAIN_MS).unref()
  }
  if (!heard) void tellAgain(claim)
  return () => {
    clearTimeout(timer)
    giveUp.abort()
  }
}
