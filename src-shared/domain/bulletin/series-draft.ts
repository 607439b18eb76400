/**
 * Drafts what is reported besides 首报、续报、终报: that the response was started
 * (生产安全事故应急预案管理办法, 88号令 art. 39), and the written report to those who manage the site.
 */
import type { BoardIncident } from '../board/types.ts'
import type { BulletinSeries } from '../incident/record/bulletins.ts'
import { SEVERITY_NAMES } from '../incident/record/scales.ts'
import { localized, type Language, type LocalizedText } from '../text.ts'
import { minuteText } from '../wording/instant.ts'
import { draftBulletin, type BulletinItem } from './draft.ts'

type Drawing = { zone: string; language: Language; site: LocalizedText }

/** What says that a response runs: no loss, no telephone call of the head. */
const OF_RESPONSE: readonly string[] = [
  ...['unit', 'number', 'occurredAt', 'receivedAt', 'place', 'type', 'course', 'casualties'],
  ...['level', 'stated', 'commander', 'measures', 'contact'],
]

/** Each plan with the instant at which it was activated. */
function startedWords({ plans }: BoardIncident, { zone, language }: Drawing): string | null {
  const lines = plans.map(
    ({ activatedAt, title }) => `${minuteText(activatedAt, zone)} ${title[language]}`,
  )
  return lines.length === 0 ? null : lines.join('\n')
}

function severityWords(incident: BoardIncident, language: Language): string | null {
  const { severity, severitySuggested } = incident
  if (severity !== null) return SEVERITY_NAMES[severity][language]
  if (severitySuggested === null) return null
  const name = SEVERITY_NAMES[severitySuggested][language]
  return language === 'zh'
    ? `${name}（按伤亡和损失，待判定）`
    : `${name} (by casualties and loss, to be judged)`
}

/** How many steps were late, as far as anybody has recorded. */
function lateWords({ steps }: BoardIncident, language: Language): string | null {
  const late = steps.filter((step) => step.late).map(({ title }) => title[language])
  if (late.length === 0) return null
  return language === 'zh'
    ? `${late.length}项：${late.join('、')}`
    : `${late.length}: ${late.join('; ')}`
}

const started = (incident: BoardIncident, drawing: Drawing): BulletinItem => ({
  id: 'started',
  name: localized('启动响应', 'Response started'),
  words: startedWords(incident, drawing),
})

function ofManagement(incident: BoardIncident, drawing: Drawing): readonly BulletinItem[] {
  const { language } = drawing
  const late = lateWords(incident, language)
  const severity: BulletinItem = {
    id: 'severity',
    name: localized('事件等级', 'Severity'),
    words: severityWords(incident, language),
    asks: 'severity',
  }
  const handling: readonly BulletinItem[] = [
    ...(late === null
      ? []
      : [{ id: 'late', name: localized('超时步骤', 'Late steps'), words: late }]),
    {
      id: 'opinion',
      name: localized('处理情况和意见', 'Handling and opinion'),
      words: null,
      written: true,
    },
  ]
  return draftBulletin(incident, drawing).flatMap((item) => {
    if (item.id === 'level') return [item, severity]
    if (item.id === 'next') return [...handling, item]
    return item.id === 'contact' ? [] : [item]
  })
}

/** Every item of a report of this series, blanks among them, in the order in which it is read. */
export function draftOf(
  series: BulletinSeries,
  incident: BoardIncident,
  drawing: Drawing,
): readonly BulletinItem[] {
  if (series === 'authorities') return draftBulletin(incident, drawing)
  if (series === 'management') return ofManagement(incident, drawing)
  return draftBulletin(incident, drawing)
    .filter(({ id }) => OF_RESPONSE.includes(id))
    .flatMap((item) => (item.id === 'level' ? [started(incident, drawing), item] : [item]))
}

/** Whether there is anything to report in it: that a response was started, once a plan was. */
export const hasSeries = (
  series: BulletinSeries,
  { plans }: Pick<BoardIncident, 'plans'>,
): boolean => series !== 'response' || plans.length > 0
