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
import type { HqInput, HqRefusalCode, HqRequestName } from '#shared/contract/hq.ts'
import type { IncidentLine } from '#shared/domain/hq/incident-line.ts'
import type { HqPerson } from '#shared/domain/hq/scope.ts'
import type { HandedOrder } from '#shared/domain/hand-up/order.ts'
import type { Head, Point } from '#shared/domain/hand-up/point.ts'
import type { SiteRow } from './hq-ports.ts'

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
  dismiss(name: string, by: string): Promise<void>
  deed(person: string, deed: string, detail?: Readonly<Record<string, unknown>>): Promise<void>
}

/** `early`: some events of it came without their text, 早期记录未上交正文. */
export type BoardSite = SiteRow & { outOfTouch: boolean; stuck: boolean; early: boolean }
/** The board as one sees it: sites that need somebody first, incidents by urgency. */
export type BoardSeen = {
  at: number
  copies: Health['copies']
  sites: readonly BoardSite[]
  incidents: readonly IncidentLine[]
}

export type DeskAnswer = { ok: true; reply: unknown } | { ok: false; code: HqRefusalCode }
/** `input` has the form that the contract asks for, and `person` the role. */
export interface HqDesk {
  answer<N extends HqRequestName>(name: N, input: HqInput<N>, person: HqPerson): Promise<DeskAnswer>
}

/**
 * `order`: the ids of all that stand there, in their order; `sites` and `incidents`: those that are
 * new or have changed. A frame without them says that HQ is there.
 */
export type BoardFrame = {
  at: number
  copies: Health['copies']
  order: { sites: readonly string[]; incidents: readonly string[] } | null
  sites: readonly BoardSite[]
  incidents: readonly IncidentLine[]
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
