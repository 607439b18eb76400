/** Draws the announcements that people composed in an incident, and those of them for walls. */
import type {
  AnnouncedOutlet,
  AnnounceEnd,
  Announcement,
  AnnouncePlace,
  AnnounceTarget,
  AnnounceWay,
} from '../incident/record/announcements.ts'
import type { Incident, IncidentState } from '../incident/record/state.ts'
import { isOver, shownOnWalls, takenDownAt } from '../incident/rules/announcements.ts'
import { shown, shownOrNull, type Open } from '../sealed.ts'
import { localized, type LocalizedText } from '../text.ts'

type Opening = { open: Open }
type Act = { at: number; by: string }
/**
 * `outAt` (UTC ms): null while it waits to be checked. `text`, the reason of its end and channels
 * of the site's own: for walls there are none; what they show stands in `notices`. `tries`: what
 * became of it at these channels, and where else it did not go, in their order; `taken`: when it
 * was printed or copied. `over`: nobody ended it, the incident did (UTC ms; null where its record
 * does not say when).
 */
export type BoardAnnouncement = Act & {
  id: string
  text: string | null
  targets: readonly AnnounceTarget[]
  outlets?: readonly AnnouncedOutlet[]
  tries?: readonly (Act & { place: AnnouncePlace; failed: boolean; reason: string | null })[]
  taken?: readonly (Act & { way: AnnounceWay })[]
  lifeSafety: boolean
  outAt: number | null
  checked: Act | null
  sent: readonly (Act & { target: AnnounceTarget })[]
  ended: (Act & { why: AnnounceEnd; reason: string | null }) | null
  over?: { at: number | null }
}
/** Absent until somebody composes one. */
export type BoardAnnouncements = { announcements?: readonly BoardAnnouncement[] }

function drawAnnouncement(
  announcement: Announcement,
  incident: Incident,
  { open }: Opening,
): BoardAnnouncement {
  const { id, text, targets, outlets, tries, lifeSafety, at, by, outAt, checked, sent, ended } =
    announcement
  const { taken } = announcement
  return {
    ...{ id, text: shown(text, open), targets, lifeSafety, at, by, outAt, checked, sent },
    ...(outlets && { outlets }),
    ...(tries && {
      tries: tries.map((tried) => ({ ...tried, reason: shownOrNull(tried.reason, open) })),
    }),
    ...(taken && { taken }),
    ended: ended && { ...ended, reason: shownOrNull(ended.reason, open) },
    ...(!ended && isOver(announcement, incident)
      ? { over: { at: takenDownAt(announcement, incident) } }
      : {}),
  }
}

export const drawAnnouncements = (incident: Incident, opening: Opening): BoardAnnouncements =>
  incident.announcements
    ? {
        announcements: incident.announcements.map((announcement) =>
          drawAnnouncement(announcement, incident, opening),
        ),
      }
    : {}

/** Written in one language, they stand in both. */
export const wallTexts = (
  incident: Pick<Incident, 'announcements' | 'state'>,
  { open }: Opening,
): readonly LocalizedText[] =>
  shownOnWalls(incident).map(({ text }) => {
    const words = shown(text, open)
    return localized(words, words)
  })

/** Those that come down when the incident moves there. */
export const comingDown = (
  incident: Incident,
  to: IncidentState,
  opening: Opening,
): readonly LocalizedText[] => {
  const left = shownOnWalls({ ...incident, state: to }).map(({ id }) => id)
  const now = shownOnWalls(incident).filter(({ id }) => !left.includes(id))
  return wallTexts({ state: incident.state, announcements: now }, opening)
}
