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
import type { Copies, HqWallRow } from '#shared/contract/hq-replies.ts'
import type { HqInput, HqRefusalCode, HqRequestName } from '#shared/contract/hq.ts'
import type { DeedKind } from '#shared/domain/hq/deeds.ts'
import type { HqPerson } from '#shared/domain/hq/scope.ts'
import type { HandedOrder } from '#shared/domain/hand-up/order.ts'
import type { Head, Point } from '#shared/domain/hand-up/point.ts'

export type Answer<T> = ({ ok: true } & T) | ({ ok: false } & HandUpRefused)

/** How HQ is. `copies`: 1 is 只有一份; `stuck`: sites that cannot be folded. */
export type Health = {
  ok: boolean
  copies: Copies
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

/** People, as routes and the command line see them. */
export interface HqPeople {
  /** Null: no such name and password. */
  signIn(name: string, password: string): Promise<{ token: string; person: HqPerson } | null>
  /** Whether this is the password; it takes as long for a name that is unknown. */
  verify(name: string, password: string): Promise<HqPerson | null>
  signOut(token: string): Promise<void>
  /** Who has this token; null: nobody, or it was not used for a session lasts. */
  who(token: string): Promise<HqPerson | null>
  /** Makes or changes somebody. With a password, all their sessions end. */
  appoint(person: HqPerson, password: string | null, by: string): Promise<void>
  /** Of one's own; all one's sessions end. */
  changePassword(person: HqPerson, password: string): Promise<void>
  dismiss(name: string, by: string): Promise<void>
  deed(person: string, deed: DeedKind, detail?: Readonly<Record<string, unknown>>): Promise<void>
}

/** Walls: screens that may see the board of their regions, and nothing else. */
export interface HqWalls {
  /** The code for the screen, valid once and for a day. */
  add(wall: { name: string; regions: readonly string[] | null }, by: string): Promise<string>
  /** Null: there is no such code any more. */
  enter(code: string): Promise<{ token: string; wall: Pick<HqPerson, 'regions'> } | null>
  who(token: string): Promise<Pick<HqPerson, 'regions'> | null>
  all(): Promise<readonly HqWallRow[]>
  end(id: string): Promise<void>
}

export type { BoardFrame, BoardSeen, BoardSite } from '#shared/contract/hq-replies.ts'

export type DeskAnswer = { ok: true; reply: unknown } | { ok: false; code: HqRefusalCode }
/** `input` has the form that the contract asks for, and `person` the role. */
export interface HqDesk {
  answer<N extends HqRequestName>(name: N, input: HqInput<N>, person: HqPerson): Promise<DeskAnswer>
}

/** `take` gets each frame as JSON, the first one whole. */
export type FrameReader = { person: Pick<HqPerson, 'regions'>; take: (frame: string) => void }

export type BoardFrames = {
  /** Returns how to leave. The first frame comes with the next {@link BoardFrames.send}. */
  join(reader: FrameReader): () => void
  /** Draws and sends one frame to everybody. */
  send(): Promise<void>
  readers(): number
}
