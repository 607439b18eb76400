/**
 * Takes announcements through their life: what lives hang on goes out at once and is checked after,
 * all else is checked before. The wall shows what is out; of other targets a person says so.
 */
import { accept, type Decision, type Refusal } from '../../decision.ts'
import type {
  Announcement,
  AnnouncementChecked,
  AnnouncementComposed,
  AnnouncementEnded,
  AnnouncementSent,
  CheckAnnouncement,
  ComposeAnnouncement,
  EndAnnouncement,
  SendAnnouncement,
} from '../record/announcements.ts'
import { hasReached } from '../record/condition.ts'
import type { Recorded } from '../record/events.ts'
import * as no from '../record/refusals.ts'
import type { Incident } from '../record/state.ts'

/** The one that goes on, or why there is none. */
function running({ announcements = [] }: Incident, id: string): Announcement | Refusal {
  const announcement = announcements.find((known) => known.id === id)
  if (!announcement) return no.unknownAnnouncement()
  return announcement.ended ? no.announcementEnded() : announcement
}

/** Nothing is refused: its words are whoever composes it answers for. */
export const composeAnnouncement = (
  { announcements = [] }: Incident,
  { text, targets, lifeSafety }: ComposeAnnouncement,
): Decision<AnnouncementComposed> =>
  accept({
    type: 'AnnouncementComposed',
    announcementId: `a${announcements.length + 1}`,
    text,
    targets: [...new Set(targets)],
    lifeSafety,
  })

export const announcementComposed = (
  incident: Incident,
  { announcementId, text, targets, lifeSafety, at, by }: Recorded<AnnouncementComposed>,
): Incident => ({
  ...incident,
  announcements: [
    ...(incident.announcements ?? []),
    {
      ...{ id: announcementId, text, targets, lifeSafety, at, by },
      ...{ outAt: lifeSafety ? at : null, checked: null, sent: [], ended: null },
    },
  ],
})

const withAnnouncement = (
  incident: Incident,
  id: string,
  change: (announcement: Announcement) => Partial<Announcement>,
): Incident => ({
  ...incident,
  announcements: (incident.announcements ?? []).map((known) =>
    known.id === id ? { ...known, ...change(known) } : known,
  ),
})

/** Refused: one that is not there (`unknown-item`), is over or was checked (`no-change`). */
export function checkAnnouncement(
  incident: Incident,
  { announcementId }: CheckAnnouncement,
): Decision<AnnouncementChecked> {
  const announcement = running(incident, announcementId)
  if ('ok' in announcement) return announcement
  if (announcement.checked) return no.announcementChecked()
  return accept({ type: 'AnnouncementChecked', announcementId })
}

export const announcementChecked = (
  incident: Incident,
  { announcementId, at, by }: Recorded<AnnouncementChecked>,
): Incident =>
  withAnnouncement(incident, announcementId, ({ outAt }) => ({
    checked: { at, by },
    outAt: outAt ?? at,
  }))

/** Refused as {@link checkAnnouncement}, and while it waits to be checked (`bad-move`). */
export function sendAnnouncement(
  incident: Incident,
  { announcementId, target }: SendAnnouncement,
): Decision<AnnouncementSent> {
  const announcement = running(incident, announcementId)
  if ('ok' in announcement) return announcement
  if (announcement.outAt === null) return no.announcementUnchecked()
  return accept({ type: 'AnnouncementSent', announcementId, target })
}

export const announcementSent = (
  incident: Incident,
  { announcementId, target, at, by }: Recorded<AnnouncementSent>,
): Incident =>
  withAnnouncement(incident, announcementId, ({ sent }) => ({
    sent: [...sent, { target, at, by }],
  }))

/** Refused as {@link checkAnnouncement}. */
export function endAnnouncement(
  incident: Incident,
  { announcementId, why, reason }: EndAnnouncement,
): Decision<AnnouncementEnded> {
  const announcement = running(incident, announcementId)
  if ('ok' in announcement) return announcement
  return accept({ type: 'AnnouncementEnded', announcementId, why, reason })
}

export const announcementEnded = (
  incident: Incident,
  { announcementId, why, reason, at, by }: Recorded<AnnouncementEnded>,
): Incident =>
  withAnnouncement(incident, announcementId, () => ({ ended: { why, reason, at, by } }))

/**
 * Those that walls show: out, meant for them and not over; as those of steps they come down once
 * the response is lifted, those of life safety once the incident is contained.
 */
export const shownOnWalls = ({
  announcements = [],
  state,
}: Pick<Incident, 'announcements' | 'state'>): readonly Announcement[] =>
  announcements.filter(
    ({ outAt, ended, targets, lifeSafety }) =>
      outAt !== null &&
      !ended &&
      targets.includes('wall') &&
      !hasReached({ state }, lifeSafety ? 'contained' : 'lifted'),
  )
