/** Says why a command is refused, in both languages, and what to do instead. */
import { refuse, type Refusal } from '../../decision.ts'
import { localized, type LocalizedText } from '../../text.ts'
import type { IncidentState } from './state.ts'
import { STATE_NAMES } from './names.ts'

const names = (states: readonly IncidentState[], language: keyof LocalizedText): string =>
  states.map((state) => STATE_NAMES[state][language]).join(language === 'zh' ? '、' : ', ')

const asWhat = (state: IncidentState): string =>
  state === 'falseReport' ? 'a false report' : STATE_NAMES[state].en.toLowerCase()

export const unknownIncident = (): Refusal =>
  refuse(
    'unknown-incident',
    localized(
      '没有这起事件，请刷新页面后重选',
      'There is no such incident: choose it again from the list',
    ),
  )
export const unknownPlan = (planId: string): Refusal =>
  refuse(
    'unknown-plan',
    localized(
      `没有预案“${planId}”，请从预案列表中选`,
      `There is no plan "${planId}": choose one from the list of plans`,
    ),
  )
export const unknownType = (code: string): Refusal =>
  refuse('unknown-type', localized(`没有事件类型“${code}”`, `There is no incident type "${code}"`))
export const alreadyReported = (): Refusal =>
  refuse('already-reported', localized('这起事件已经接报', 'This incident is already reported'))
export const placeNeeded = (): Refusal =>
  refuse(
    'bad-input',
    localized(
      '请写明地点；不知道就写“地点待核”',
      'Enter the place; if it is not known, write "place to be confirmed"',
    ),
  )
export const tooFarAhead = (): Refusal =>
  refuse(
    'bad-input',
    localized(
      '发生时间晚于现在24小时以上，请核对日期',
      'The time of occurrence is more than 24 hours ahead: check the date',
    ),
  )
export const notYetPast = (): Refusal =>
  refuse(
    'bad-input',
    localized(
      '补录的事件须已发生，有一个时间晚于现在，请核对日期',
      'An imported incident must be in the past, and one of its times is not: check the date',
    ),
  )
export const notImported = (): Refusal =>
  refuse(
    'not-imported',
    localized(
      '这起事件不是补录的，不能随补录撤回',
      'This incident was not imported: it cannot be withdrawn with an import',
    ),
  )
export const incidentOver = (state: IncidentState): Refusal =>
  refuse(
    'incident-over',
    localized(
      `事件${STATE_NAMES[state].zh}，不再接受处置记录`,
      `The incident is ${asWhat(state)}: nothing more can be recorded on its steps`,
    ),
  )
export const cannotActivate = (state: IncidentState): Refusal =>
  refuse(
    'bad-move',
    localized(
      `事件${STATE_NAMES[state].zh}，不能再启动预案；请另报一起`,
      `The incident is ${asWhat(state)}: no plan can be activated. Report a new one`,
    ),
  )
export const callOutOfTime = (): Refusal =>
  refuse(
    'bad-input',
    localized(
      '通话时间不能早于接报，也不能晚于现在',
      'A call cannot be before the report or in the future',
    ),
  )
export const unknownAnnouncement = (): Refusal =>
  refuse('unknown-item', localized('没有这条公告', 'There is no such announcement'))
export const announcementEnded = (): Refusal =>
  refuse('no-change', localized('这条公告已经撤下或到期', 'This announcement is over already'))
export const announcementChecked = (): Refusal =>
  refuse('no-change', localized('这条公告已经核对过', 'This announcement was checked already'))
export const announcementSent = (): Refusal =>
  refuse('no-change', localized('已经记过发到那里', 'It is recorded already that it went there'))
export const notOfOutlet = (): Refusal =>
  refuse(
    'unknown-outlet',
    localized('这条公告没有选这个渠道', 'This announcement was not meant for this channel'),
  )
export const announcementUnchecked = (): Refusal =>
  refuse(
    'bad-move',
    localized(
      '这条公告还没有核对，核对后再发',
      'This announcement is not checked yet: check it before it goes out',
    ),
  )
export const headOutOfTime = (): Refusal =>
  refuse(
    'bad-input',
    localized(
      '负责人得知的时间不能早于接报，也不能晚于现在',
      'The head cannot have been told before the report or in the future',
    ),
  )
export const unknownBulletin = (number: number): Refusal =>
  refuse('unknown-issue', localized(`没有第${number}报`, `There is no report no. ${number}`))
export const finalTooEarly = (): Refusal =>
  refuse(
    'bad-move',
    localized(
      '响应还没有解除，不能发终报；请先发续报',
      'The response is not lifted yet: send a follow-up report, not the final one',
    ),
  )
export const nothingStarted = (): Refusal =>
  refuse(
    'bad-move',
    localized(
      '还没有启动预案，没有启动响应可报',
      'No plan was activated: there is no response to report',
    ),
  )
export const noteOutOfTime = (): Refusal =>
  refuse(
    'bad-input',
    localized(
      '记事的时间不能早于接报，也不能晚于现在',
      'A note cannot be of before the report or of the future',
    ),
  )
export const unknownEntry = (): Refusal =>
  refuse(
    'unknown-entry',
    localized('记录里没有这一条，请刷新后重选', 'The record has no such line: choose it again'),
  )
export const lifeSafetyAlert = (): Refusal =>
  refuse(
    'life-safety',
    localized(
      '关系人命的告警不能搁置，可以先确认',
      'A life-safety alert cannot be shelved: acknowledge it',
    ),
  )
export const oneAtATime = (): Refusal =>
  refuse(
    'life-safety',
    localized('关系人命的告警要逐条确认', 'Life-safety alerts must be acknowledged one by one'),
  )
export const alreadyRunning = (title: LocalizedText): Refusal =>
  refuse(
    'already-running',
    localized(`《${title.zh}》已经在执行`, `"${title.en}" is already running`),
  )
export const wasSuperseded = (title: LocalizedText): Refusal =>
  refuse(
    'plan-superseded',
    localized(
      `《${title.zh}》在这起事件中已被别的预案取代，不能再启动`,
      `"${title.en}" was replaced in this incident and cannot be activated again`,
    ),
  )
export const wasDeclined = (title: LocalizedText): Refusal =>
  refuse(
    'plan-superseded',
    localized(
      `《${title.zh}》先行启动后未获确认，在这起事件中不能再启动`,
      `The activation of "${title.en}" was declined in this incident: it cannot be activated again`,
    ),
  )
export const wasStopped = (title: LocalizedText): Refusal =>
  refuse(
    'plan-superseded',
    localized(
      `《${title.zh}》在这起事件中已停用，不能再启动`,
      `"${title.en}" was stopped in this incident and cannot be activated again`,
    ),
  )
export const baseMissing = (title: LocalizedText, baseId: string): Refusal =>
  refuse(
    'base-missing',
    localized(
      `《${title.zh}》以预案“${baseId}”为基础，预案库中没有这份预案，不能启动；请改用别的预案`,
      `"${title.en}" is an annex to the plan "${baseId}", which is not in the library, so it cannot be activated: choose another plan`,
    ),
  )
export const baseOver = (title: LocalizedText, base: LocalizedText): Refusal =>
  refuse(
    'plan-superseded',
    localized(
      `《${title.zh}》要与《${base.zh}》一并执行，后者在这起事件中已停用，不能再启动；请改用别的预案`,
      `"${title.en}" runs together with "${base.en}", which is over in this incident and cannot be activated again: choose another plan`,
    ),
  )
export const notProvisional = (planId: string): Refusal =>
  refuse(
    'not-provisional',
    localized(
      `预案“${planId}”不在待确认之列，无须确认`,
      `The plan "${planId}" is not waiting for confirmation`,
    ),
  )
export const notProposed = (planId: string): Refusal =>
  refuse(
    'not-proposed',
    localized(
      `没有启动预案“${planId}”的建议，请刷新页面`,
      `The plan "${planId}" is not proposed: look at the incident again`,
    ),
  )
export const stepIdsClash = (title: LocalizedText, stepIds: readonly string[]): Refusal =>
  refuse(
    'step-ids-clash',
    localized(
      `《${title.zh}》有步骤已随另一份预案在这起事件中记录，不能启动；请改用别的预案，并在预案库中更正步骤编号`,
      `"${title.en}" has steps that are already in this incident under another plan, so it cannot be activated: choose another plan, and give its steps their own ids in the library`,
    ),
    stepIds,
  )
export const planNotRunning = (planId: string): Refusal =>
  refuse(
    'plan-not-running',
    localized(
      `预案“${planId}”没有在这起事件中执行`,
      `The plan "${planId}" is not running in this incident`,
    ),
  )
export const badLevel = (levels: readonly number[]): Refusal =>
  refuse(
    'bad-level',
    localized(
      `该预案的响应级别只有：${levels.join('、')}`,
      `The response levels of this plan are: ${levels.join(', ')}`,
    ),
    levels.map(String),
  )
export const unknownFact = (key: string): Refusal =>
  refuse(
    'unknown-fact',
    localized(`执行中的预案没有这个问题：${key}`, `No running plan asks this question: ${key}`),
  )
export const factDerived = (key: string): Refusal =>
  refuse(
    'fact-derived',
    localized(
      `“${key}”由工作日历判断，不用回答`,
      `"${key}" is answered by the calendar, not by a person`,
    ),
  )
export const planNeeded = (planIds: readonly string[]): Refusal =>
  refuse(
    'plan-needed',
    localized(
      '几份预案对这个问题的选项不同，请指明是哪份预案',
      'Several running plans use this question differently: say which plan you mean',
    ),
    planIds,
  )
/** `most`: the highest number that it takes; null: any. */
export const badValue = (allowed: readonly string[], most: number | null = null): Refusal =>
  refuse(
    'bad-value',
    allowed.length > 0
      ? localized(
          `答案只能是：${allowed.join('、')}`,
          `The answer must be one of: ${allowed.join(', ')}`,
        )
      : most === null
        ? localized('答案须是不小于零的数', 'The answer must be a number, 0 or more')
        : localized(`答案须是0到${most}的数`, `The answer must be a number from 0 to ${most}`),
    allowed,
  )
export const unknownStep = (stepId: string): Refusal =>
  refuse(
    'unknown-step',
    localized(`这起事件没有步骤“${stepId}”`, `This incident has no step "${stepId}"`),
  )
export const stepHidden = (title: LocalizedText): Refusal =>
  refuse(
    'step-hidden',
    localized(
      `“${title.zh}”在目前情况下不适用；情况有变请先改答问题`,
      `"${title.en}" does not apply as things stand; if that has changed, answer the question again first`,
    ),
  )
export const stepFinished = (title: LocalizedText, by: string): Refusal =>
  refuse(
    'step-finished',
    localized(
      `“${title.zh}”已由${by}记录；有误请用“更正”`,
      `"${title.en}" was already recorded by ${by}; if that is wrong, use Correct`,
    ),
  )
export const stepAccepted = (title: LocalizedText, by: string): Refusal =>
  refuse(
    'step-accepted',
    localized(`“${title.zh}”已由${by}签收`, `"${title.en}" was already accepted by ${by}`),
  )
export const stepNotFinished = (title: LocalizedText): Refusal =>
  refuse(
    'step-not-finished',
    localized(
      `“${title.zh}”还没有完成，无须更正`,
      `"${title.en}" is not finished: there is nothing to correct`,
    ),
  )
export const noReasonNeeded = (title: LocalizedText): Refusal =>
  refuse(
    'no-reason-needed',
    localized(
      `“${title.zh}”没有超时也没有跳过，无须说明`,
      `"${title.en}" is neither late nor skipped: no reason is needed`,
    ),
  )
export const reasonNeeded = (what: LocalizedText): Refusal =>
  refuse('reason-needed', localized(`${what.zh}须写明原因`, `${what.en}: give a reason`))
/** A state as `incident/move` takes it. */
const wireName = (state: IncidentState): string =>
  state === 'falseReport' ? 'false-report' : state
/** The move itself is allowed, but not without a reason. */
export const moveNeedsReason = (what: LocalizedText, allowed: readonly IncidentState[]): Refusal =>
  refuse(
    'bad-move',
    localized(`${what.zh}须写明原因`, `${what.en} needs a reason: enter one`),
    allowed.map(wireName),
  )
export const badMove = (from: IncidentState, allowed: readonly IncidentState[]): Refusal =>
  refuse(
    'bad-move',
    allowed.length === 0
      ? localized(
          `事件${STATE_NAMES[from].zh}，不能再变更`,
          `The incident is ${asWhat(from)} and cannot be moved any more`,
        )
      : localized(
          `事件目前${STATE_NAMES[from].zh}，只能转为：${names(allowed, 'zh')}`,
          `The incident is ${asWhat(from)}; it can only become: ${names(allowed, 'en')}`,
        ),
    allowed.map(wireName),
  )
export const closeBlocked = (steps: readonly { id: string; title: LocalizedText }[]): Refusal =>
  refuse(
    'close-blocked',
    localized(
      `还不能结案，请先完成或说明：${steps.map((step) => step.title.zh).join('、')}`,
      `It cannot be closed yet. First finish these steps or give a reason: ${steps.map((step) => step.title.en).join('; ')}`,
    ),
    steps.map((step) => step.id),
  )
export const unknownAlert = (): Refusal =>
  refuse(
    'unknown-alert',
    localized('这条告警已解除或不存在', 'This alert has been cleared or does not exist'),
  )
export const alertAcknowledged = (by: string): Refusal =>
  refuse(
    'alert-acknowledged',
    localized(`这条告警已由${by}确认`, `This alert was already acknowledged by ${by}`),
  )

export const noThreeMinuteDrill = (): Refusal =>
  refuse(
    'no-three-minute-drill',
    localized('现在没有三分钟演练', 'No three-minute drill is running'),
  )
