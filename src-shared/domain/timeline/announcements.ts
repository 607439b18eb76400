/** Lines of the record for announcements: composed, checked, where they went, how they ended. */
import type {
  AnnounceEnd,
  AnnouncementEvent,
  AnnouncePlace,
  AnnounceTarget,
  AnnounceWay,
} from '../incident/record/announcements.ts'
import { localized, type LocalizedText } from '../text.ts'
import { because, line, type Line } from './line.ts'

export const TARGET_NAMES: Readonly<Record<AnnounceTarget, LocalizedText>> = {
  wall: localized('大屏', 'Walls'),
  loudspeaker: localized('广播', 'Loudspeakers'),
  'chat-group': localized('微信群', 'Chat group'),
  'text-message': localized('短信', 'Text message'),
  'notice-board': localized('张贴', 'Notice board'),
}
export const WAY_NAMES: Readonly<Record<AnnounceWay, LocalizedText>> = {
  print: localized('已打印', 'printed'),
  copy: localized('已复制', 'copied'),
}
export const END_NAMES: Readonly<Record<AnnounceEnd, LocalizedText>> = {
  withdrawn: localized('撤下', 'withdrawn'),
  expired: localized('到期', 'expired'),
}

/** `a3` → 3 */
const numberIn = (announcementId: string): string => announcementId.slice(1)

/** Where it went, in words: a channel of the site by the name that it had then. */
export const placeWords = (place: AnnouncePlace): LocalizedText =>
  'target' in place ? TARGET_NAMES[place.target] : localized(place.name, place.name)

export function announcementLine(event: AnnouncementEvent): Line {
  const number = numberIn(event.announcementId)
  switch (event.type) {
    case 'AnnouncementComposed': {
      const places = [
        ...event.targets.map((target) => TARGET_NAMES[target]),
        ...(event.outlets ?? []).map(({ name }) => localized(name, name)),
      ]
      const zh = places.map((place) => place.zh).join('、')
      const en = places.map((place) => place.en).join(', ')
      return line(
        event.lifeSafety
          ? localized(
              `公告${number}发布（保命，先发后核）：${zh}`,
              `Announcement ${number} out (life safety, checked after): ${en}`,
            )
          : localized(
              `公告${number}待核对：${zh}`,
              `Announcement ${number} waits to be checked: ${en}`,
            ),
        null,
        event.text,
      )
    }
    case 'AnnouncementChecked':
      return line(localized(`公告${number}已核对`, `Announcement ${number} checked`))
    case 'AnnouncementSent': {
      const { zh, en } = TARGET_NAMES[event.target]
      return line(localized(`公告${number}已发到${zh}`, `Announcement ${number} sent: ${en}`))
    }
    case 'AnnouncementTried': {
      const { zh, en } = placeWords(event.place)
      return line(
        event.failed
          ? because(
              localized(
                `公告${number}没能发到${zh}`,
                `Announcement ${number} did not go out: ${en}`,
              ),
              event.reason,
            )
          : localized(`公告${number}已发到${zh}`, `Announcement ${number} sent: ${en}`),
      )
    }
    case 'AnnouncementTaken': {
      const { zh, en } = WAY_NAMES[event.way]
      return line(localized(`公告${number}${zh}`, `Announcement ${number} ${en}`))
    }
    case 'AnnouncementEnded': {
      const { zh, en } = END_NAMES[event.why]
      return line(
        because(localized(`公告${number}${zh}`, `Announcement ${number} ${en}`), event.reason),
      )
    }
  }
}
