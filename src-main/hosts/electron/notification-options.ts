/** Turns a notice into the options of the system's own notification. */
import type { NotificationConstructorOptions } from 'electron'
import type { Notice } from '#main/core/ports.ts'
import { localized } from '#shared/domain/text.ts'
import type { Language } from '#shared/contract/bridge.ts'
import { inLanguage } from './desktop-words.ts'

const DRILL = localized('【演练】', 'EXERCISE: ')

/** A drill is marked at the beginning of the title. */
function titleOf(notice: Notice, language: Language): string {
  const title = inLanguage(notice.title, language)
  const mark = inLanguage(DRILL, language)
  return notice.drill && !title.startsWith(mark) ? `${mark}${title}` : title
}

/**
 * Life safety and limits of the plan stay until somebody closes them; the screens make the sound.
 */
export function notificationOptions(
  notice: Notice,
  language: Language,
): NotificationConstructorOptions {
  const urgent = notice.priority <= 2
  return {
    title: titleOf(notice, language),
    body: inLanguage(notice.body, language),
    silent: true,
    urgency: urgent ? 'critical' : 'normal',
    timeoutType: urgent ? 'never' : 'default',
  }
}
