/**
 * What is recorded of announcements that somebody composes: the words, where they go, who checked
 * them, where they went when by whom, and how they ended.
 */
import type { Outlet } from '../../outlets/outlet.ts'
import type { ReachedState } from '../../plan/plan.ts'
import type { Guarded, Sealed } from '../../sealed.ts'

/** The wall shows them by itself; of all others a person says that they went there. */
export const ANNOUNCE_TARGETS = [
  'wall',
  'loudspeaker',
  'chat-group',
  'text-message',
  'notice-board',
] as const
export type AnnounceTarget = (typeof ANNOUNCE_TARGETS)[number]
/** How its text leaves the desk by a person's hand. */
export const ANNOUNCE_WAYS = ['print', 'copy'] as const
export type AnnounceWay = (typeof ANNOUNCE_WAYS)[number]
export const ANNOUNCE_ENDS = ['withdrawn', 'expired'] as const
export type AnnounceEnd = (typeof ANNOUNCE_ENDS)[number]

/** A channel of the site's own as it was when the announcement was composed. */
export type AnnouncedOutlet = Pick<Outlet, 'id' | 'name' | 'kind' | 'way'>

/**
 * Where it went, or should have: a target of the program, or a channel of the site by its id and
 * the name that it had then.
 */
export type AnnouncePlace = { target: AnnounceTarget } | { outletId: string; name: string }

export type ComposeAnnouncement = {
  type: 'ComposeAnnouncement'
  text: Sealed
  targets: readonly AnnounceTarget[]
  outlets?: readonly AnnouncedOutlet[]
  lifeSafety: boolean
}
export type CheckAnnouncement = { type: 'CheckAnnouncement'; announcementId: string }
export type SendAnnouncement = {
  type: 'SendAnnouncement'
  announcementId: string
  target: AnnounceTarget
}
/** It went there, or it did not: then with the reason. `itself`: the station tried, no person. */
export type TryAnnouncement = {
  type: 'TryAnnouncement'
  announcementId: string
  to: { target: AnnounceTarget } | { outletId: string }
  failed: boolean
  reason: Guarded | null
  itself?: boolean
}
/** Its text was printed, or copied to be sent by hand. */
export type TakeAnnouncement = {
  type: 'TakeAnnouncement'
  announcementId: string
  way: AnnounceWay
}
export type EndAnnouncement = {
  type: 'EndAnnouncement'
  announcementId: string
  why: AnnounceEnd
  reason: Guarded | null
}
export type AnnouncementCommand =
  | ComposeAnnouncement
  | CheckAnnouncement
  | SendAnnouncement
  | TryAnnouncement
  | TakeAnnouncement
  | EndAnnouncement

/** With `lifeSafety` it is out at once; else once somebody has checked it. */
export type AnnouncementComposed = {
  type: 'AnnouncementComposed'
  announcementId: string
  text: Sealed
  targets: readonly AnnounceTarget[]
  outlets?: readonly AnnouncedOutlet[]
  lifeSafety: boolean
}
export type AnnouncementChecked = { type: 'AnnouncementChecked'; announcementId: string }
export type AnnouncementSent = {
  type: 'AnnouncementSent'
  announcementId: string
  target: AnnounceTarget
}
/** What became of it at a channel of the site, or that it did not go where the program says. */
export type AnnouncementTried = {
  type: 'AnnouncementTried'
  announcementId: string
  place: AnnouncePlace
  failed: boolean
  reason: Guarded | null
  itself?: true
}
/** Somebody has its text on paper, or at hand to send it; where it then went is said apart. */
export type AnnouncementTaken = {
  type: 'AnnouncementTaken'
  announcementId: string
  way: AnnounceWay
}
export type AnnouncementEnded = {
  type: 'AnnouncementEnded'
  announcementId: string
  why: AnnounceEnd
  reason: Guarded | null
}
export type AnnouncementEvent =
  | AnnouncementComposed
  | AnnouncementChecked
  | AnnouncementSent
  | AnnouncementTried
  | AnnouncementTaken
  | AnnouncementEnded

type Act = { at: number; by: string }
/**
 * `outAt` (UTC ms): null while it waits to be checked. `tries`, `taken`: in their order.
 * `composedIn`: the state that the incident had come to by then, absent before it was contained.
 */
export type Announcement = Act & {
  id: string
  text: Sealed
  targets: readonly AnnounceTarget[]
  outlets?: readonly AnnouncedOutlet[]
  tries?: readonly (Act & { place: AnnouncePlace; failed: boolean; reason: Guarded | null })[]
  taken?: readonly (Act & { way: AnnounceWay })[]
  lifeSafety: boolean
  composedIn?: ReachedState
  outAt: number | null
  checked: Act | null
  sent: readonly (Act & { target: AnnounceTarget })[]
  ended: (Act & { why: AnnounceEnd; reason: Guarded | null }) | null
}
