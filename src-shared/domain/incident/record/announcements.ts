/**
 * What is recorded of announcements that somebody composes: the words, where they go, who checked
 * them, where they went when by whom, and how they ended.
 */
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
export const ANNOUNCE_ENDS = ['withdrawn', 'expired'] as const
export type AnnounceEnd = (typeof ANNOUNCE_ENDS)[number]

export type ComposeAnnouncement = {
  type: 'ComposeAnnouncement'
  text: Sealed
  targets: readonly AnnounceTarget[]
  lifeSafety: boolean
}
export type CheckAnnouncement = { type: 'CheckAnnouncement'; announcementId: string }
export type SendAnnouncement = {
  type: 'SendAnnouncement'
  announcementId: string
  target: AnnounceTarget
}
export type EndAnnouncement = {
  type: 'EndAnnouncement'
  announcementId: string
  why: AnnounceEnd
  reason: Guarded | null
}
export type AnnouncementCommand =
  ComposeAnnouncement | CheckAnnouncement | SendAnnouncement | EndAnnouncement

/** With `lifeSafety` it is out at once; else once somebody has checked it. */
export type AnnouncementComposed = {
  type: 'AnnouncementComposed'
  announcementId: string
  text: Sealed
  targets: readonly AnnounceTarget[]
  lifeSafety: boolean
}
export type AnnouncementChecked = { type: 'AnnouncementChecked'; announcementId: string }
export type AnnouncementSent = {
  type: 'AnnouncementSent'
  announcementId: string
  target: AnnounceTarget
}
export type AnnouncementEnded = {
  type: 'AnnouncementEnded'
  announcementId: string
  why: AnnounceEnd
  reason: Guarded | null
}
export type AnnouncementEvent =
  AnnouncementComposed | AnnouncementChecked | AnnouncementSent | AnnouncementEnded

type Act = { at: number; by: string }
/** `outAt` (UTC ms): null while it waits to be checked. */
export type Announcement = Act & {
  id: string
  text: Sealed
  targets: readonly AnnounceTarget[]
  lifeSafety: boolean
  outAt: number | null
  checked: Act | null
  sent: readonly (Act & { target: AnnounceTarget })[]
  ended: (Act & { why: AnnounceEnd; reason: Guarded | null }) | null
}
