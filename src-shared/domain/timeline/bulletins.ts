/** Lines of the record for reports to those above, and for when the head of the unit was told. */
import type { BulletinEvent, BulletinKind } from '../incident/record/bulletins.ts'
import type { ReportClockEvent, ReportClockKind } from '../incident/record/report-clocks.ts'
import { inSentence } from '../sealed.ts'
import { localized, type LocalizedText } from '../text.ts'
import { line, type Line, type Names } from './line.ts'

export const BULLETIN_NAMES: Readonly<Record<BulletinKind, LocalizedText>> = {
  first: localized('首报', 'First report'),
  'follow-up': localized('续报', 'Follow-up report'),
  final: localized('终报', 'Final report'),
  response: localized('启动响应报告', 'Report that response was started'),
  management: localized('书面报告', 'Written report'),
}

export function bulletinLine(event: BulletinEvent, { instant }: Names): Line {
  if (event.type === 'HeadInformed') {
    const at = instant(event.informedAt)
    return line(localized(`单位负责人${at}得知`, `The head of the unit knew at ${at}`))
  }
  const name = BULLETIN_NAMES[event.kind]
  const [signer, to] = [inSentence(event.signer), inSentence(event.to)]
  const copies = (event.copies ?? []).map(inSentence)
  const [zh, en] = [copies.join('、'), copies.join(', ')]
  return line(
    localized(
      `${name.zh}已报出（第${event.number}报，${signer}签发，报${to}${zh ? `，抄送${zh}` : ''}）`,
      `${name.en} sent (no. ${event.number}, signed by ${signer}, to ${to}${en ? `, copies to ${en}` : ''})`,
    ),
    null,
    event.text,
  )
}

export const CLOCK_NAMES: Readonly<Record<ReportClockKind, LocalizedText>> = {
  first: localized('首报', 'First report'),
  followUp: localized('续报', 'Follow-up report'),
  changes: localized('伤亡变化补报', 'Report of changed casualties'),
}

/** By when the law wants a report. What is met as it begins stands in the line of its report. */
export function reportClockLine(
  event: ReportClockEvent,
  { instant }: Pick<Names, 'instant'>,
): Line | null {
  const name = CLOCK_NAMES[event.kind]
  if (event.type === 'ReportClockDropped')
    return line(localized(`${name.zh}不再计时`, `${name.en}: no longer due`))
  const due = instant(event.dueAt)
  if (event.type === 'ReportLate')
    return line(
      localized(`${name.zh}应在${due}前报出，已超时`, `${name.en} was due by ${due}: late`),
    )
  if (event.doneAt !== null) return null
  return line(
    localized(
      `${name.zh}应在${due}前报出（${event.source.zh}）`,
      `${name.en} due by ${due} (${event.source.en})`,
    ),
  )
}
