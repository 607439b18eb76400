/**
 * Writes the plain page that stands in for a console that keeps failing: running incidents and
 * their alerts, faults of the station, without script, with its own alarm.
 */
import type { Board, BoardAlert, BoardFault, BoardIncident } from '#shared/domain/board/types.ts'
import { STATE_NAMES } from '#shared/domain/incident/record/names.ts'
import type { Priority } from '#shared/domain/incident/record/state.ts'
import type { Language } from '#shared/contract/bridge.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { attentionOf } from './attention.ts'
import { safeText, page } from './plain-html.ts'
import { inLanguage, WORDS } from './desktop-words.ts'

/** The tone of each priority as a `data:` address; without it the page is silent. */
export type Tones = Readonly<Partial<Record<Priority, string>>>

const timeOf = (at: number, zone: string, withDate: boolean): string =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hour12: false,
    ...(withDate && { month: '2-digit', day: '2-digit' }),
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).format(at)

/** `now`: UTC ms, the station's. Times are shown in the site's zone. */
export function plainPage(board: Board, now: number, language: Language, tones: Tones): string {
  const words = (text: LocalizedText): string => safeText(inLanguage(text, language))
  const time = (at: number): string =>
    safeText(timeOf(at, board.site.zone, Math.abs(now - at) > 43_200_000))

  const alertLine = (alert: BoardAlert): string => {
    const open = alert.acknowledgedAt === null
    const people = [inLanguage(alert.owner, language), ...alert.people].map(safeText).join(' ')
    return (
      `<li${open ? ' class="open"' : ''}>${words(open ? WORDS.unacknowledged : WORDS.acknowledged)} · ${words(alert.cause)} · ` +
      `${words(WORDS.due)} ${time(alert.dueAt)} · ${people}</li>`
    )
  }

  const faultLine = (fault: BoardFault): string =>
    `<li${fault.acknowledgedAt === null ? ' class="open"' : ''}>${words(fault.cause)} ${words(fault.action)}</li>`

  const incidentPart = (incident: BoardIncident): string => {
    const mark = incident.drill ? `<span class="mark">${words(WORDS.drill)}</span>` : ''
    return (
      `<section><h2>${mark}${safeText(incident.place)} · ${words(incident.kind)}</h2><p class="quiet">${words(STATE_NAMES[incident.state])}</p>` +
      `<ul>${incident.alerts.map(alertLine).join('')}</ul></section>`
    )
  }

  const { sounding } = attentionOf(board, now)
  const tone = sounding === null ? undefined : tones[sounding]
  return page(
    inLanguage(WORDS.plainTitle, language),
    language,
    [
      `<h1>${words(WORDS.plainTitle)}</h1><p>${words(WORDS.plainWhy)}</p>`,
      board.storageFailed ? `<p class="bad">${words(WORDS.storageFailed)}</p>` : '',
      `<p class="quiet">${words(WORDS.asOf)} ${time(now)}</p>`,
      board.alerts.length === 0 ? '' : `<ul>${board.alerts.map(faultLine).join('')}</ul>`,
      board.incidents.length === 0
        ? `<p>${words(WORDS.noIncidents)}</p>`
        : board.incidents.map(incidentPart).join(''),
      tone === undefined ? '' : `<audio autoplay loop src="${safeText(tone)}"></audio>`,
    ].join(''),
  )
}

/**
 * The page with the reason why the program does not run, and what happens next, in both languages.
 */
export function stoppedPage(code: string, why: LocalizedText, next: LocalizedText): string {
  const both = ({ zh, en }: LocalizedText): string =>
    `<p>${safeText(zh)}</p><p class="quiet" lang="en">${safeText(en)}</p>`
  const title = WORDS.stopped
  return page(
    title.zh,
    'zh-CN',
    `<h1>${safeText(title.zh)}</h1><p class="quiet" lang="en">${safeText(title.en)}</p>${both(why)}${both(next)}<p class="quiet">${safeText(code)}</p>`,
  )
}
