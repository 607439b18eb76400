/**
 * Follows the record of another machine: asks for what is new, again and again, and appends it to
 * the copy. A machine that cannot be reached is asked again by itself; nothing here decides who
 * goes on.
 */
import { hash } from 'node:crypto'
import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  FOLLOW_PATHS,
  FollowPaired,
  FollowPortion,
  FollowValuesThere,
  PORTION_WAIT_MS,
  type MachineDoor,
} from '#shared/contract/follow.ts'
import { parsePairing } from '#shared/domain/hand-up/pairing-text.ts'
import type { Head, Point } from '#shared/domain/hand-up/point.ts'
import type { Clock, Log } from '#main/core/ports.ts'
import { readSmallFile, safeWrite } from '../safe-write.ts'
import type { RecordCopy } from './copy.ts'
import { jsonIn } from './door.ts'
import { askMachine, type OtherMachine } from './machine-line.ts'

/** The machine that is followed, and the token by which it lets this one in. */
export type Leader = OtherMachine & { token: string }

/**
 * `leader`: how far the other machine was when it answered last, at `heardAt` (UTC ms); null: it
 * has not answered since the start. `trouble`: it has another record (fork), or lets this one in no
 * more.
 */
export type FollowStatus = {
  copied: Point
  leader: Head | null
  heardAt: number | null
  trouble: 'fork' | 'not-paired' | null
}
export type Follower = { status: () => FollowStatus; stop: () => Promise<void> }

const AGAIN_MS = 500
const FILE_PATIENCE_MS = 60_000

/** Null: that is no pairing text, nobody answers there, or the code is used up. */
export async function pairWith(text: string, door: MachineDoor): Promise<Leader | null> {
  const parsed = parsePairing(text)
  const [, host = '', port = '443'] = /^https:\/\/(.+?)(?::(\d+))?$/.exec(parsed?.url ?? '') ?? []
  if (!parsed?.fingerprint || host === '') return null
  const leader = {
    host: host.replace(/^\[|\]$/g, ''),
    port: Number(port),
    fingerprint: parsed.fingerprint,
  }
  const input = { code: parsed.code, door }
  const answer = await askMachine(leader, FOLLOW_PATHS.pair, {
    input,
    token: null,
    patience: 10_000,
  })
  const paired = answer?.status === 200 ? FollowPaired.safeParse(jsonIn(answer.body)) : null
  return paired?.success ? { ...leader, token: paired.data.token } : null
}

type Parts = {
  dir: string
  copy: RecordCopy
  leader: Leader
  door: MachineDoor
  clock: Pick<Clock, 'wall'>
  log: Log
}

export function follow({ dir, copy, leader, door, clock, log }: Parts): Follower {
  const giveUp = new AbortController()
  const { signal } = giveUp
  const { token } = leader
  const fileIds = new Set<string>(copy.files())
  let status: FollowStatus = { copied: copy.head(), leader: null, heardAt: null, trouble: null }

  const ask = (path: string, input: unknown, patience: number) =>
    askMachine(leader, path, { input, token, patience }, signal)

  /** It is the record's: whoever goes on with it hands it up. */
  function keepPairing(text: string | null): void {
    const file = join(dir, 'hq-pairing.json')
    if (text !== null && readSmallFile(file) !== text) safeWrite(file, text)
  }

  /** Values that were purged there go here, too. */
  async function forgetPurged(): Promise<void> {
    for (let page = copy.seals(''); page.length > 0; page = copy.seals(page.at(-1) ?? '')) {
      const answer = await ask(FOLLOW_PATHS.values, { sealed: page }, PORTION_WAIT_MS)
      const there = answer && FollowValuesThere.safeParse(jsonIn(answer.body))
      if (!there?.success) throw new Error('values are not known')
      const present = new Set(there.data.there)
      copy.forget(page.filter((sealed) => !present.has(sealed)))
    }
  }

  async function fetchFiles(): Promise<void> {
    for (const id of fileIds) {
      const path = copy.missing(id)
      if (path !== null) {
        const answer = await ask(FOLLOW_PATHS.file(id), undefined, FILE_PATIENCE_MS)
        if (!answer) return
        const isWhole = answer.status === 200 && hash('sha256', answer.body, 'hex') === id
        if (isWhole) {
          writeFileSync(`${path}.part`, answer.body, { mode: 0o600, flush: true })
          renameSync(`${path}.part`, path)
        }
      }
      fileIds.delete(id)
    }
  }

  let purges = false
  /** Whether the other machine has answered. */
  async function step(): Promise<boolean> {
    const input = { after: copy.head(), door }
    const answer = await ask(FOLLOW_PATHS.next, input, 3 * PORTION_WAIT_MS)
    if (!answer) return false
    if (answer.status === 401 || answer.status === 409) {
      status = { ...status, trouble: answer.status === 401 ? 'not-paired' : 'fork' }
      return false
    }
    const portion = answer.status === 200 ? FollowPortion.safeParse(jsonIn(answer.body)) : null
    if (!portion?.success) return false
    const appended = copy.append(portion.data)
    if (!appended.ok) {
      status = { ...status, trouble: 'fork' }
      return false
    }
    purges ||= appended.purges
    for (const id of appended.files) fileIds.add(id)
    status = {
      copied: copy.head(),
      leader: portion.data.head,
      heardAt: clock.wall(),
      trouble: null,
    }
    keepPairing(portion.data.pairing)
    if (purges) {
      await forgetPurged()
      purges = false
    }
    await fetchFiles()
    return true
  }

  async function work(): Promise<void> {
    while (!signal.aborted) {
      const isHeard = await step().catch((error: unknown) => {
        log.error('follow-failed', error)
        return false
      })
      if (!isHeard && !signal.aborted)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, AGAIN_MS)
          signal.addEventListener(
            'abort',
            () => {
              clearTimeout(timer)
              resolve()
            },
            { once: true },
          )
        })
    }
  }
  const working = work()

  return {
    status: () => status,
    async stop() {
      giveUp.abort()
      await working
    },
  }
}
