/** All that hosts and adapters see of HQ. */
import type {
  BeatInput,
  BeatReply,
  HandUpRefused,
  PairInput,
  PairReply,
  PushInput,
  PushReply,
} from '#shared/contract/hand-up.ts'
import type { HandedOrder } from '#shared/domain/hand-up/order.ts'
import type { Head, Point } from '#shared/domain/hand-up/point.ts'

export type Answer<T> = ({ ok: true } & T) | ({ ok: false } & HandUpRefused)

/** How HQ is. `copies`: 1 is 只有一份; `stuck`: sites that cannot be folded. */
export type Health = {
  ok: boolean
  copies: 1 | 2 | null
  sites: number
  outOfTouch: number
  forks: number
  differences: number
  stuck: number
}

/** What stations ask of HQ. Whatever rejects has changed nothing. */
export interface HqForSites {
  pair(input: PairInput): Promise<Answer<PairReply>>
  /** The head held of the site, if this token is one of its; else null. */
  admit(site: string, token: string): Promise<Head | null>
  push(site: string, head: Head, input: PushInput): Promise<Answer<PushReply>>
  beat(site: string, input: BeatInput): Promise<Answer<BeatReply>>
  common(site: string, points: readonly Point[]): Promise<Point | null>
  orders(site: string, after: string): Promise<readonly (HandedOrder & { signature: string })[]>
  health(): Promise<Health>
}
