/**
 * Takes announcements through their life: what lives hang on goes out at once and is checked after,
 * all else is checked before. The wall shows what is out; of other targets a person says so.
 */
import { accept, type Decision, type Refusal } from '../../decision.ts'
import { REACHED_STATES, type ReachedState } from '../../plan/plan.ts'
import type {
  AnnouncedOutlet,
  Announcement,
  AnnouncePlace,
  AnnouncementChecked,
  AnnouncementComposed,
  AnnouncementEnded,
  AnnouncementSent,
  AnnouncementTaken,
  AnnouncementTried,
  CheckAnnouncement,
  ComposeAnnouncement,
  EndAnnouncement,
  SendAnnouncement,
  TakeAnnouncement,
  TryAnnouncement,
} from '../record/announcements.ts'
import { hasReached } from '../record/condition.ts'
import type { Recorded } from '../record/events.ts'
import * as no from '../record/refusals.ts'
import { isTerminal, overAt, type Incident } from '../record/state.ts'

/** The one that goes on, or why there is none. */
function running({ announcements = [] }: Incident, id: string): Announcement | Refusal {
  const announcement = announcements.find((known) => known.id === id)
  if (!announcement) return no.unknownAnnouncement()
  return announcement.ended ? no.announcementEnded() : announcement
}

/** Nothing is refused: its words are whoever composes it answers for. */
export const composeAnnouncement = (
  { announcements = [] }: Incident,
  { text, targets, outlets = [], lifeSafety }: ComposeAnnouncement,
): Decision<AnnouncementComposed> =>
  accept({
    type: 'AnnouncementComposed',
    announcementId: `a${announcements.length + 1}`,
    text,
    targets: [...new Set(targets)],
    ...(outlets.length > 0 ? { outlets } : {}),
    lifeSafety,
  })

export const announcementComposed = (
  incident: Incident,
  { announcementId, text, targets, outlets, lifeSafety, at, by }: Recorded<AnnouncementComposed>,
): Incident => {
  const composedIn = REACHED_STATES.find((reached) => reached === incident.state)
  return {
    ...incident,
    announcements: [
      ...(incident.announcements ?? []),
      {
        ...{ id: announcementId, text, targets, lifeSafety, at, by },
        ...(outlets && { outlets }),
        ...(composedIn && { composedIn }),
        ...{ outAt: lifeSafety ? at : null, checked: null, sent: [], ended: null },
      },
    ],
  }
}

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

/**
 * Refused as {@link checkAnnouncement}, while it waits to be checked (`bad-move`), what it was not
 * meant for (`unknown-outlet`), and where it went already (`no-change`).
 */
export function sendAnnouncement(
  incident: Incident,
  { announcementId, target }: SendAnnouncement,
): Decision<AnnouncementSent> {
  const announcement = running(incident, announcementId)
  if ('ok' in announcement) return announcement
  if (announcement.outAt === null) return no.announcementUnchecked()
  if (!announcement.targets.includes(target)) return no.notOfOutlet()
  if (announcement.sent.some((act) => act.target === target)) return no.announcementSent()
  return accept({ type: 'AnnouncementSent', announcementId, target })
}

export const announcementSent = (
  incident: Incident,
  { announcementId, target, at, by }: Recorded<AnnouncementSent>,
): Incident =>
  withAnnouncement(incident, announcementId, ({ sent }) => ({
    sent: [...sent, { target, at, by }],
  }))

/**
 * Refused as {@link sendAnnouncement}, and a channel that it was not meant for (`unknown-outlet`).
 * It may be said again, as often as it was tried.
 */
export function tryAnnouncement(
  incident: Incident,
  { announcementId, to, failed, reason, itself = false }: TryAnnouncement,
): Decision<AnnouncementTried> {
  const announcement = running(incident, announcementId)
  if ('ok' in announcement) return announcement
  if (announcement.outAt === null) return no.announcementUnchecked()
  const outlet =
    'outletId' in to ? announcement.outlets?.find(({ id }) => id === to.outletId) : undefined
  if ('outletId' in to ? !outlet : !announcement.targets.includes(to.target))
    return no.notOfOutlet()
  const place: AnnouncePlace =
    'target' in to ? { target: to.target } : { outletId: to.outletId, name: outlet?.name ?? '' }
  return accept({
    ...{ type: 'AnnouncementTried', announcementId, place, failed, reason },
    ...(itself ? { itself: true } : {}),
  })
}

export const announcementTried = (
  incident: Incident,
  { announcementId, place, failed, reason, at, by }: Recorded<AnnouncementTried>,
): Incident =>
  withAnnouncement(incident, announcementId, ({ tries = [] }) => ({
    tries: [...tries, { place, failed, reason, at, by }],
  }))

/** Refused: one that is not there (`unknown-item`). What is over may be printed for the file. */
export const takeAnnouncement = (
  { announcements = [] }: Incident,
  { announcementId, way }: TakeAnnouncement,
): Decision<AnnouncementTaken> =>
  announcements.some(({ id }) => id === announcementId)
    ? accept({ type: 'AnnouncementTaken', announcementId, way })
    : no.unknownAnnouncement()

export const announcementTaken = (
  incident: Incident,
  { announcementId, way, at, by }: Recorded<AnnouncementTaken>,
): Incident =>
  withAnnouncement(incident, announcementId, ({ taken = [] }) => ({
    taken: [...taken, { way, at, by }],
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

/** What became of it at a channel of the site; null: nobody has tried yet, or said so. */
export const lastTry = (
  { tries = [] }: { tries?: readonly { place: AnnouncePlace; failed: boolean }[] },
  outletId: string,
): { failed: boolean } | null =>
  tries.findLast(({ place }) => 'outletId' in place && place.outletId === outletId) ?? null

type Ends = Pick<Announcement, 'lifeSafety' | 'composedIn' | 'ended'>

/** The states that take it down: those that the incident came to after it was composed. */
const takenDownBy = ({ lifeSafety, composedIn }: Ends): readonly ReachedState[] =>
  (lifeSafety ? (['contained', 'lifted'] as const) : (['lifted'] as const)).filter(
    (reached) => !composedIn || !hasReached({ state: composedIn }, reached),
  )

/**
 * Whether it goes nowhere any more: a person ended it, or the incident did. As those of steps it
 * comes down once the response is lifted, what lives hang on once the incident is contained, and
 * all of them with the incident. What is composed afterwards (all clear) stays for the next of
 * these. A move that is taken back takes this back, too.
 */
export const isOver = (announcement: Ends, { state }: Pick<Incident, 'state'>): boolean =>
  announcement.ended !== null ||
  isTerminal(state) ||
  takenDownBy(announcement).some((reached) => hasReached({ state }, reached))

/** When the incident took it down (UTC ms): the first of its moments; null where none says so. */
export function takenDownAt(
  announcement: Ends & Pick<Announcement, 'at'>,
  incident: Pick<Incident, 'state' | 'moments'>,
): number | null {
  const ends = [
    ...takenDownBy(announcement).map((reached) => incident.moments[reached]),
    overAt(incident),
  ].flatMap((end) => (typeof end === 'number' && end >= announcement.at ? [end] : []))
  return ends.length > 0 ? Math.min(...ends) : null
}

/** The channels for which the station still has to put its text into a folder. */
export const filesToPut = (
  announcement: Ends & Pick<Announcement, 'outAt' | 'outlets' | 'tries'>,
  incident: Pick<Incident, 'state'>,
): readonly AnnouncedOutlet[] =>
  announcement.outAt === null || isOver(announcement, incident)
    ? []
    : (announcement.outlets ?? []).filter(
        ({ id, way }) => way === 'file' && (lastTry(announcement, id)?.failed ?? true),
      )

/** Those that walls show: out, meant for them and not over. */
export const shownOnWalls = ({
  announcements = [],
  state,
}: Pick<Incident, 'announcements' | 'state'>): readonly Announcement[] =>
  announcements.filter(
    (announcement) =>
      announcement.outAt !== null &&
      announcement.targets.includes('wall') &&
      !isOver(announcement, { state }),
  )
