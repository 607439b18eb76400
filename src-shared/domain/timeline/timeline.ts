/**
 * The record of an incident in words, one line an event, in both languages. It says what happened
 * and leaves nothing out that a person did.
 */
import type {
  FactAnswered,
  IncidentEvent,
  IncidentMoved,
  IncidentReported,
  NoteAdded,
  ThreeMinuteEnd,
} from '../incident/record/events.ts'
import { STATE_NAMES } from '../incident/record/names.ts'
import type { Plan } from '../plan/plan.ts'
import { inSentence } from '../sealed.ts'
import { localized, type LocalizedText } from '../text.ts'
import { aftermathLine } from './aftermath.ts'
import { alertLine } from './alerts.ts'
import { attentionLine } from './attention.ts'
import { callerLine } from './callers.ts'
import { gateLine } from './gates.ts'
import { announcementLine } from './announcements.ts'
import { bulletinLine, reportClockLine } from './bulletins.ts'
import { headquartersLine } from './headquarters.ts'
import { importLine } from './import.ts'
import { takenOverLine } from './take-over.ts'
import { commandLine } from './command.ts'
import { judgingLine } from './assessment.ts'
import { correctionLine } from './corrections.ts'
import { because, line, type Line, type Names } from './line.ts'
import { activationLine, planLine } from './plans.ts'
import { stepLine } from './steps.ts'
import { taskLine } from './tasks.ts'

export type { Line, Names }

/** When it was, where it is told only later. */
const toldLater = (
  text: LocalizedText,
  at: number | undefined,
  instant: Names['instant'],
): LocalizedText =>
  at === undefined
    ? text
    : localized(`${text.zh}（${instant(at)}，补记）`, `${text.en} (${instant(at)}, told later)`)

const NONE = localized('无', 'none')

/** An answer given for one plan is read in that plan's words. */
function answered(
  { key, planId, value, question, answeredAt }: FactAnswered,
  { instant }: Names,
  plans: readonly Plan[],
): LocalizedText {
  const asking = plans.filter((plan) => planId === null || plan.id === planId)
  const options =
    asking.flatMap((plan) => plan.facts).find((fact) => fact.key === key)?.options ?? []
  const values = Array.isArray(value) ? (value as readonly string[]) : [String(value)]
  const label = (language: keyof LocalizedText): string =>
    values.length === 0
      ? NONE[language]
      : values
          .map((item) => options.find((option) => option.value === item)?.label[language] ?? item)
          .join(language === 'zh' ? '、' : ', ')
  return toldLater(
    localized(`${question.zh}——${label('zh')}`, `${question.en} ${label('en')}`),
    answeredAt,
    instant,
  )
}

const THREE_MINUTE_ENDED: Readonly<Record<ThreeMinuteEnd, LocalizedText>> = {
  time: localized('三分钟到，演练结束', 'The three minutes are over: the drill has ended'),
  stopped: localized('三分钟演练由人停止', 'The three-minute drill was stopped'),
  'real-report': localized(
    '来了真实报警，三分钟演练中断',
    'A real report came: the three-minute drill was broken off',
  ),
}

function reportedLine({
  place: at,
  drill,
  threeMinute,
  narrative,
  source,
}: IncidentReported): Line {
  const from = source ? localized(`（${source.system}）`, ` (${source.system})`) : localized('', '')
  const place = inSentence(at)
  return line(
    threeMinute
      ? localized(`三分钟演练开始：${place}`, `Three-minute drill begun: ${place}`)
      : drill
        ? localized(`演练接报${from.zh}：${place}`, `Drill reported${from.en}: ${place}`)
        : localized(`接报${from.zh}：${place}`, `Reported${from.en}: ${place}`),
    null,
    narrative,
  )
}

function movedLine(
  { itself, from, to, reason, verifiedBy, movedAt }: IncidentMoved,
  { instant }: Names,
): Line {
  if (itself)
    return line(
      localized(
        '结案期满，自动归档',
        'Archived automatically: the set days after closing are over',
      ),
    )
  const [before, after] = [STATE_NAMES[from], STATE_NAMES[to]]
  const moved = because(
    toldLater(
      localized(`${before.zh}转为${after.zh}`, `${before.en} to ${after.en}`),
      movedAt,
      instant,
    ),
    reason,
  )
  if (!verifiedBy) return line(moved)
  const who = inSentence(verifiedBy)
  return line(localized(`${moved.zh}，核实人：${who}`, `${moved.en}, verified by ${who}`))
}

/** Of what was told later: when it was. */
const noteWords = ({ notedAt }: NoteAdded, { instant }: Names): LocalizedText =>
  notedAt === undefined
    ? localized('记事', 'Note')
    : localized(
        `记事（${instant(notedAt)}的事，补记）`,
        `Note (of ${instant(notedAt)}, told later)`,
      )

/**
 * One line for an event, in which sealed values stand as their seals (`withValues` puts them
 * there); or null where another line already says it (steps that open, an alert that is raised over
 * a late step).
 */
export function lineOf(event: IncidentEvent, names: Names, plans: readonly Plan[]): Line | null {
  switch (event.type) {
    case 'IncidentReported':
      return reportedLine(event)
    case 'IncidentClassified':
      return null
    case 'PlanActivated':
      return activationLine(event, plans, names.plan(event.revision))
    case 'ActivationConfirmed':
    case 'ActivationDeclined':
    case 'PlanProposed':
    case 'ProposalDismissed':
    case 'PlanNotStarted':
    case 'StepRepeated':
    case 'StepsRestored':
      return planLine(event, names.title, plans)
    case 'FactAnswered':
      return line(answered(event, names, plans))
    case 'StepsChanged':
    case 'LineStarred':
      return null
    case 'StepAccepted':
    case 'StepFinished':
    case 'StepLate':
    case 'StepExplained':
    case 'StepCorrected':
      return stepLine(event, names)
    case 'TimePassed':
      return null
    case 'AlertRaised':
    case 'AlertClimbed':
    case 'AlertAcknowledged':
    case 'AlertSilenced':
    case 'AlertCleared':
      return alertLine(event, names)
    case 'CallerJoined':
    case 'CallerParted':
    case 'NewsDismissed':
    case 'CallerAmended':
    case 'IncidentMerged':
    case 'IncidentTakenIn':
    case 'IncidentLetGo':
    case 'TakenInAmended':
      return callerLine(event)
    case 'IncidentMoved':
      return movedLine(event, names)
    case 'GatePassed':
      return gateLine(event, names)
    case 'AlertChanged':
    case 'AlertRenewed':
    case 'AttentionChanged':
    case 'AttentionDue':
    case 'AlertShelved':
    case 'AnswerAssumed':
    case 'CallRecorded':
      return attentionLine(event, names, plans)
    case 'NoteAdded':
      return line(noteWords(event, names), event.stepId ?? null, event.words)
    case 'ThreeMinuteDrillEnded':
      return line(THREE_MINUTE_ENDED[event.why])
    case 'CommandHandedOver':
    case 'WatchSet':
    case 'WatchOver':
    case 'IncidentTransferred':
      return commandLine(event, names)
    case 'AftercareAdded':
    case 'AftercareChanged':
    case 'AftercareDone':
    case 'AftercareWithdrawn':
    case 'AftercareCorrected':
    case 'InquiryRecorded':
    case 'ReviewRecorded':
    case 'ReviewPassedOver':
    case 'ResultRecorded':
      return aftermathLine(event, names)
    case 'TaskAdded':
    case 'TaskHeard':
    case 'StepNamed':
      return taskLine(event, names)
    case 'HeadquartersSet':
      return headquartersLine(event)
    case 'BulletinSent':
    case 'HeadInformed':
      return bulletinLine(event, names)
    case 'ReportClockSet':
    case 'ReportClockDropped':
    case 'ReportLate':
      return reportClockLine(event, names)
    case 'AnnouncementComposed':
    case 'AnnouncementChecked':
    case 'AnnouncementSent':
    case 'AnnouncementTried':
    case 'AnnouncementTaken':
    case 'AnnouncementEnded':
      return announcementLine(event)
    case 'IncidentImported':
    case 'IncidentWithdrawn':
      return importLine(event)
    case 'IncidentTakenOver':
      return takenOverLine(event)
    case 'ReportAmended':
    case 'IncidentMovedBack':
    case 'PlanStopped':
    case 'CommandUndone':
      return correctionLine(event, names, plans)
    case 'IncidentContinued':
      return line(
        localized(
          '在应急记录中接着处置，此处不再计入统计',
          'Continued in an emergency record, and counted there',
        ),
      )
    default:
      return judgingLine(event, names.title, plans)
  }
}
