/**
 * A small client to the wire between station and HQ, for suites of HQ: it hands a journal up, push
 * by push, and takes every answer as it comes.
 */
import type { Journal } from '#main/core/ports.ts'
import {
  HAND_UP_PATHS,
  PairReply,
  type HandedEvent,
  type HandUpRefused,
  type StatedTally,
} from '#shared/contract/hand-up.ts'
import { NOWHERE, type Head, type Point } from '#shared/domain/hand-up/point.ts'

/** A refusal of HQ. */
export class Refused extends Error {
  readonly body: HandUpRefused
  readonly status: number
  constructor(status: number, body: HandUpRefused) {
    super(body.code)
    this.status = status
    this.body = body
  }
}

/** Rejects with {@link Refused}, or whatever the network does. */
export async function ask(
  url: string,
  path: string,
  input: unknown,
  token: string | null = null,
): Promise<unknown> {
  const answer = await fetch(url + path, {
    method: input === null ? 'GET' : 'POST',
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      'content-type': 'application/json',
    },
    ...(input === null ? {} : { body: JSON.stringify(input) }),
  })
  const body = (await answer.json()) as unknown
  if (!answer.ok) throw new Refused(answer.status, body as HandUpRefused)
  return body
}

export type PairedSite = PairReply & { url: string }
export async function pairSite(
  url: string,
  code: string,
  part: { first: string; name?: string; zone?: string },
): Promise<PairedSite> {
  const name = part.name ?? '一号站'
  const reply = await ask(url, HAND_UP_PATHS.pair, {
    ...{ code, first: part.first, name: { zh: name, en: name } },
    ...{ zone: part.zone ?? 'Asia/Shanghai', kinds: ['mall'], program: '0.1.0' },
  })
  return { ...PairReply.parse(reply), url }
}

export type Record = Pick<Journal, 'links' | 'tally' | 'streams'>
export const firstOf = async (journal: Pick<Journal, 'links'>): Promise<string> =>
  (await journal.links(0, 1))[0]?.hash ?? ''

export const eventsBehind = async (
  journal: Pick<Journal, 'links'>,
  after: number,
  limit: number,
): Promise<HandedEvent[]> =>
  (await journal.links(after, limit)).map(({ seq, hash, type, line }) => ({
    seq,
    hash,
    type,
    line,
  }))

export const pushTo = (
  { url, site, token }: Pick<PairedSite, 'url' | 'site' | 'token'>,
  input: {
    epoch?: number
    after: Point
    events: readonly HandedEvent[]
    tallies?: readonly StatedTally[]
    at?: number
  },
): Promise<{ head: Head }> =>
  ask(
    url,
    HAND_UP_PATHS.events(site),
    { epoch: 1, tallies: [], at: 0, ...input },
    token,
  ) as Promise<{
    head: Head
  }>

/**
 * Hands up what HQ lacks, `portion` events at a time, with the tallies of these months where a push
 * ends at the record's head. `from`: what HQ answered last.
 */
export async function handUp(
  to: PairedSite,
  journal: Pick<Journal, 'links' | 'tally'>,
  months: readonly string[],
  { from = NOWHERE, portion = 200 } = {},
): Promise<Point> {
  let after = from
  for (;;) {
    const events = await eventsBehind(journal, after.seq, portion)
    if (events.length === 0) return after
    const more = await journal.links(events.at(-1)!.seq, 1)
    const tallies =
      more.length > 0
        ? []
        : await Promise.all(
            months.map(async (month) => ({ month, tally: await journal.tally(month) })),
          )
    const { head } = await pushTo(to, { after, events, tallies })
    after = { seq: head.seq, hash: head.hash }
  }
}

export const beatOf = (
  to: Pick<PairedSite, 'url' | 'site' | 'token'>,
  head: Head,
  at: number,
  waiting = 0,
): Promise<unknown> => ask(to.url, HAND_UP_PATHS.beat(to.site), { head, at, waiting }, to.token)
