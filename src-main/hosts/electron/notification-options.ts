/** How a notice looks as the system's own notification. Pure; it is shown in notifier.ts. */
import type { NotificationConstructorOptions } from 'electron'
import type { Notice } from '#main/core/ports.ts'
import { localized } from '#shared/domain/text.ts'
import type { Language } from '#shared/contract/bridge.ts'
import { inLanguage } from './desktop-words.ts'

const DRILL = localized('【演练】', 'EXERCISE: ')

/** A drill is marked first of all, whoever wrote the title. */
function titleOf(notice: Notice, language: Language): string {
  const title = inLanguage(notice.title, language)
  const mark = inLanguage(DRILL, language)
  return notice.drill && !title.startsWith(mark) ? `${mark}${title}` : title
}

/**
 * Life safety and limits of the plan stay until somebody has seen them; the sound is the screens'
 * own.
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
