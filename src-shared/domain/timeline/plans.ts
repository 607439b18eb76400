/**
 * Lines of the record for plans that come and go: annexes, hand-overs, confirmations, proposals. In
 * both languages.
 */
import { unreachable } from '../decision.ts'
import type {
  ActivationConfirmed,
  ActivationDeclined,
  PlanActivated,
  PlanNotStarted,
  PlanProposed,
  ProposalDismissed,
  StepRepeated,
  StepsRestored,
} from '../incident/record/events.ts'
import type { Stated } from '../incident/record/stated.ts'
import type { Plan } from '../plan/plan.ts'
import { inSentence } from '../sealed.ts'
import { localized, type LocalizedText } from '../text.ts'
import { MINUTE_MS } from '../units.ts'
import { spanText } from '../wording/duration.ts'
import { because, line, type Line } from './line.ts'

export type PlanEvent =
  | ActivationConfirmed
  | ActivationDeclined
  | PlanProposed
  | ProposalDismissed
  | PlanNotStarted
  | StepRepeated
  | StepsRestored

/** In words of the plan, not of a person. */
const asThePlanSays = (text: LocalizedText, why: LocalizedText | undefined): LocalizedText =>
  why ? localized(`${text.zh}，原因：${why.zh}`, `${text.en}, because: ${why.en}`) : text

/** Behind it what whoever activated it said of it. */
function withStated(text: LocalizedText, stated: Stated | undefined): LocalizedText {
  if (!stated) return text
  const { matter, lastsMinutes, measures } = stated
  const lasts = lastsMinutes === null ? null : spanText(lastsMinutes * MINUTE_MS)
  const parts = [
    ...(matter ? [localized(`事项：${inSentence(matter)}`, `matter: ${inSentence(matter)}`)] : []),
    ...(lasts ? [localized(`预计${lasts.zh}`, `expected to last ${lasts.en}`)] : []),
    ...(measures
      ? [localized(`措施：${inSentence(measures)}`, `measures: ${inSentence(measures)}`)]
      : []),
  ]
  const all = [text, ...parts]
  return localized(all.map(({ zh }) => zh).join('，'), all.map(({ en }) => en).join('; '))
}

/** An activation, by anyone. A base is named together with the annex that brought it. */
export function activationLine(
  { planId, provisional, broughtBy, supersedes, why, stated }: PlanActivated,
  plans: readonly Plan[],
  known: Plan | null,
): Line {
  const named = (id: string): LocalizedText =>
    plans.find((plan) => plan.id === id)?.title ?? localized(id, id)
  const title = known?.title ?? localized(planId, planId)
  if (broughtBy) {
    const annex = named(broughtBy)
    return line(
      localized(`随《${annex.zh}》启动《${title.zh}》`, `Activated with ${annex.en}: ${title.en}`),
    )
  }
  const text = provisional
    ? localized(`先行启动《${title.zh}》`, `Provisionally activated: ${title.en}`)
    : localized(`启动《${title.zh}》`, `Activated: ${title.en}`)
  const before = supersedes ? named(supersedes) : null
  const whole = before
    ? localized(`${text.zh}，取代《${before.zh}》`, `${text.en}, in place of ${before.en}`)
    : text
  return line(withStated(asThePlanSays(whole, why), stated))
}

/** One line for an event; null for one that another line says already. `title` names a step. */
export function planLine(
  event: PlanEvent,
  title: (stepId: string) => LocalizedText,
  plans: readonly Plan[],
): Line | null {
  const named = (planId: string): LocalizedText =>
    plans.find(({ id }) => id === planId)?.title ?? localized(planId, planId)
  switch (event.type) {
    case 'ActivationConfirmed': {
      const { zh, en } = named(event.planId)
      return line(localized(`确认启动《${zh}》`, `Activation confirmed: ${en}`), event.stepId)
    }
    case 'ActivationDeclined': {
      const { zh, en } = named(event.planId)
      return line(
        because(
          localized(`不确认启动《${zh}》，预案终止`, `Activation declined, the plan ends: ${en}`),
          event.reason,
        ),
      )
    }
    case 'PlanProposed':
      return line(
        asThePlanSays(
          localized(`建议启动《${event.title.zh}》`, `Proposed: ${event.title.en}`),
          event.why,
        ),
      )
    case 'ProposalDismissed':
      return line(
        because(
          localized(
            `不采纳启动《${event.title.zh}》的建议`,
            `Proposal dismissed: ${event.title.en}`,
          ),
          event.reason,
        ),
      )
    case 'PlanNotStarted':
      return line(
        asThePlanSays(
          localized(`没有启动预案（${event.what.zh}）`, `No plan was started (${event.what.en})`),
          event.why,
        ),
        event.stepId,
      )
    case 'StepRepeated':
      return null
    case 'StepsRestored': {
      const steps = event.stepIds.map(title)
      return line(
        localized(
          `恢复被代替的步骤：${steps.map(({ zh }) => zh).join('、')}`,
          `Replaced steps restored: ${steps.map(({ en }) => en).join(', ')}`,
        ),
      )
    }
    default:
      return unreachable(event)
  }
}
