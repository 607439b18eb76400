/** Lines of the record for numbers, scales, lists and evidence, in both languages. */
import { unreachable } from '../decision.ts'
import type { Counts, ImpactNumbers } from '../incident/record/slices.ts'
import type {
  EvidenceRecorded,
  AssessmentEvent,
  ListAdded,
  ListMarked,
  LossEstimated,
} from '../incident/record/events.ts'
import {
  CASUALTIES,
  EVIDENCE_KIND_NAMES,
  LIST_OUTCOME_NAMES,
  LOSS_PART_NAMES,
  LOSS_PARTS,
  MEETING_EFFECT_NAMES,
  OPERATING_NAMES,
  PEOPLE,
  PEOPLE_NAMES,
  SEVERITY_NAMES,
  WARNING_NAMES,
  type PeopleKind,
} from '../incident/record/scales.ts'
import type { Plan } from '../plan/plan.ts'
import { inSentence, isSealed } from '../sealed.ts'
import { localized, type LocalizedText } from '../text.ts'
import { because, line, type Line } from './line.ts'
import { fileLine } from './files.ts'
import { wholeMinutes } from '../wording/duration.ts'

type Titles = (stepId: string) => LocalizedText

const joined = (parts: readonly LocalizedText[]): LocalizedText =>
  localized(parts.map(({ zh }) => zh).join('、'), parts.map(({ en }) => en).join(', '))

const was = (text: LocalizedText, before: number | string | null | undefined): LocalizedText =>
  before === null || before === undefined
    ? text
    : localized(`${text.zh}（原${before}）`, `${text.en} (was ${before})`)

function counted(counts: Counts, before: Counts): LocalizedText {
  const kinds = PEOPLE.filter((kind) => counts[kind] !== undefined)
  const { zh, en } = joined(
    kinds.map((kind) => {
      const [count, name] = [counts[kind], PEOPLE_NAMES[kind]]
      return was(localized(`${name.zh}${count}人`, `${count} ${name.en}`), before[kind])
    }),
  )
  const harmed: readonly PeopleKind[] = CASUALTIES
  return kinds.every((kind) => harmed.includes(kind))
    ? localized(`伤亡：${zh}`, `Casualties: ${en}`)
    : localized(`人员：${zh}`, `People: ${en}`)
}

function lossWords({ yuan, parts = {} }: LossEstimated): LocalizedText {
  const each = joined(
    LOSS_PARTS.flatMap((part) => {
      const { zh, en } = LOSS_PART_NAMES[part]
      const count = parts[part]
      return count === undefined
        ? []
        : [localized(`${zh}${count}元`, `${en.toLowerCase()} ${count}`)]
    }),
  )
  return each.zh === ''
    ? localized(`${yuan}元`, `${yuan} yuan`)
    : localized(`${yuan}元（${each.zh}）`, `${yuan} yuan (${each.en})`)
}

/** As it stands within a sentence. */
const lowered = ({ zh, en }: LocalizedText): LocalizedText => localized(zh, en.toLowerCase())

const impactWords = ({
  staff,
  customers,
  serviceInterruptedMs,
  operating,
  meeting,
}: ImpactNumbers): LocalizedText => {
  const down = serviceInterruptedMs === undefined ? null : wholeMinutes(serviceInterruptedMs)
  return joined([
    ...(staff === undefined ? [] : [localized(`员工${staff}人`, `${staff} staff`)]),
    ...(customers === undefined ? [] : [localized(`顾客${customers}人`, `${customers} customers`)]),
    ...(down ? [localized(`服务中断${down.zh}`, `service down ${down.en}`)] : []),
    ...(operating ? [lowered(OPERATING_NAMES[operating])] : []),
    ...(meeting ? [lowered(MEETING_EFFECT_NAMES[meeting])] : []),
  ])
}

/** A level in the words of a plan that has it. */
const levelName = (level: number, plans: readonly Plan[]): LocalizedText =>
  plans.flatMap((plan) => plan.levels).find((plan) => plan.level === level)?.name ??
  localized(`${level}级`, `level ${level}`)

function levelled(from: number | null, to: number, plans: readonly Plan[]): LocalizedText {
  const after = levelName(to, plans)
  if (from === null)
    return localized(`响应级别定为${after.zh}`, `Response level set to ${after.en}`)
  const before = levelName(from, plans)
  return to < from
    ? localized(
        `响应级别由${before.zh}升为${after.zh}`,
        `Response level raised from ${before.en} to ${after.en}`,
      )
    : localized(
        `响应级别由${before.zh}降为${after.zh}`,
        `Response level lowered from ${before.en} to ${after.en}`,
      )
}

/** Places by name and size; persons by number only, for their names are personal. */
function listed({ stepId, items }: ListAdded, title: Titles): Line {
  const places = items.flatMap(({ name, size }) =>
    isSealed(name)
      ? []
      : [
          size === null
            ? localized(name, name)
            : localized(`${name}（${size}）`, `${name} (${size})`),
        ],
  )
  const what =
    places.length > 0
      ? joined(places)
      : localized(`${items.length}人`, items.length === 1 ? '1 person' : `${items.length} people`)
  return line(
    localized(
      `“${title(stepId).zh}”的名单加入${what.zh}`,
      `Added to the list of "${title(stepId).en}": ${what.en}`,
    ),
    stepId,
  )
}

function marked({ stepId, item, name, outcome, reason }: ListMarked): Line {
  const { zh, en } = LIST_OUTCOME_NAMES[outcome]
  const who = isSealed(name)
    ? localized(`名单第${item}项`, `entry ${item} of the list`)
    : localized(name, name)
  return line(
    because(localized(`${zh}：${who.zh}`, `${en}: ${who.en}`), reason),
    stepId,
    isSealed(name) ? name : null,
  )
}

/** The keeper's name comes last, since it is personal and stands apart. */
function evidence({ kind, keeper, stepId, ...event }: EvidenceRecorded): Line {
  const { zh, en } = EVIDENCE_KIND_NAMES[kind]
  const [what, place] = [inSentence(event.what), inSentence(event.place)]
  const text = localized(
    `留存证据：${what}（${zh}），存放${place}`,
    `Evidence kept: ${what} (${en.toLowerCase()}), at ${place}`,
  )
  return line(
    keeper ? localized(`${text.zh}，保管人：`, `${text.en}, keeper: `) : text,
    stepId,
    keeper,
  )
}

/** One line for an event. `title` names a step; `plans` are those of the incident. */
export function judgingLine(event: AssessmentEvent, title: Titles, plans: readonly Plan[]): Line {
  switch (event.type) {
    case 'CasualtiesCounted':
      return line(because(counted(event.counts, event.before), event.reason))
    case 'CasualtiesAnswered': {
      const { zh, en } = PEOPLE_NAMES[event.kind]
      return line(
        event.some
          ? localized(`${zh}至少1人，人数待核`, `At least 1 ${en}, not counted yet`)
          : localized(`未接到${zh}报告`, `No ${en} known`),
      )
    }
    case 'LossEstimated': {
      const { zh, en } = was(lossWords(event), event.before)
      return line(because(localized(`损失估计：${zh}`, `Loss estimated: ${en}`), event.reason))
    }
    case 'SeverityJudged': {
      const { zh, en } = SEVERITY_NAMES[event.severity]
      const hint =
        event.suggested && event.suggested !== event.severity
          ? SEVERITY_NAMES[event.suggested]
          : null
      const text = hint
        ? localized(
            `${zh}（按人数和损失建议${hint.zh}）`,
            `${en} (suggested by the figures: ${hint.en.toLowerCase()})`,
          )
        : localized(zh, en)
      return line(
        because(localized(`事件等级判为${text.zh}`, `Severity assessed: ${text.en}`), event.reason),
      )
    }
    case 'AccidentKindJudged': {
      const { code, name, standard } = event.accident
      const { zh, en } = was(
        localized(`${name.zh}（${standard} ${code}）`, `${name.en} (${standard} ${code})`),
        event.before,
      )
      return line(because(localized(`事故类型：${zh}`, `Kind of accident: ${en}`), event.reason))
    }
    case 'ImpactRecorded': {
      const { zh, en } = impactWords(event.impact)
      return line(because(localized(`影响：${zh}`, `Impact: ${en}`), event.reason))
    }
    case 'LevelChanged':
      return line(because(levelled(event.from, event.to, plans), event.reason))
    case 'PrealertSet': {
      const [now, before] = [
        WARNING_NAMES[event.warning],
        event.before && WARNING_NAMES[event.before],
      ]
      return line(
        because(
          before
            ? localized(
                `预警由${before.zh}调整为${now.zh}`,
                `Pre-alert changed from ${before.en.toLowerCase()} to ${now.en.toLowerCase()}`,
              )
            : localized(`预警启动：${now.zh}`, `Pre-alert: ${now.en.toLowerCase()}`),
          event.reason,
        ),
      )
    }
    case 'PrealertEnded': {
      const ended = event.warning && WARNING_NAMES[event.warning]
      return line(
        because(
          ended
            ? localized(`预警解除：${ended.zh}`, `Pre-alert ended: ${ended.en.toLowerCase()}`)
            : localized('预警解除', 'Pre-alert ended'),
          event.reason,
        ),
      )
    }
    case 'ListAdded':
      return listed(event, title)
    case 'ListMarked':
      return marked(event)
    case 'EvidenceRecorded':
      return evidence(event)
    case 'EvidenceMayGo': {
      const what = inSentence(event.what)
      return line(localized(`证据保存期满，可以处理：${what}`, `Evidence retention over: ${what}`))
    }
    case 'EvidenceReleased': {
      const [what, to] = [inSentence(event.what), inSentence(event.to)]
      const text = event.before
        ? localized(
            `证据移出（保存期未满）：${what}，交给${to}`,
            `Evidence handed out before its retention was over: ${what}, to ${to}`,
          )
        : localized(`证据移出：${what}，交给${to}`, `Evidence handed out: ${what}, to ${to}`)
      return line(because(text, event.reason))
    }
    case 'FileAttached':
    case 'FileWithdrawn':
      return fileLine(event)
    default:
      return unreachable(event)
  }
}
