/** Draws the reports to those above that an incident has sent. */
import type { BulletinKind } from '../incident/record/bulletins.ts'
import type { ReportClock, ReportRule } from '../incident/record/report-clocks.ts'
import type { Incident } from '../incident/record/state.ts'
import type { World } from '../incident/record/world.ts'
import { reportRuleFor } from '../incident/rules/report-clocks.ts'
import { shown } from '../sealed.ts'
import type { View } from './view.ts'

/** `text`, `signer`, `to`: null for walls; `copies`: absent there, and where nobody got one. */
export type BoardBulletin = {
  number: number
  kind: BulletinKind
  at: number
  by: string
  text: string | null
  signer: string | null
  to: string | null
  copies?: readonly string[]
}

/** What the law wants of the incident as it is now. Spans in ms; `everyMs` null: no follow-up. */
export type BoardReportRule = Pick<ReportRule, 'id' | 'source' | 'withinMs'> & {
  everyMs: number | null
}

/**
 * Absent until the first is sent, until somebody has said when the head came to know, where no rule
 * of the law is about it, and until the first of its clocks began.
 */
export type BoardBulletins = {
  reportRule?: BoardReportRule
  reportClocks?: readonly ReportClock[]
  bulletins?: readonly BoardBulletin[]
  headInformedAt?: number
}

function drawRule(incident: Incident, world: World): Pick<BoardBulletins, 'reportRule'> {
  const rule = reportRuleFor(incident, world)
  if (!rule) return {}
  const { id, source, withinMs, everyMs = null } = rule
  return { reportRule: { id, source, withinMs, everyMs } }
}

const drawSent = ({ bulletins, headInformedAt }: Incident, { open }: View): BoardBulletins => ({
  ...(bulletins
    ? {
        bulletins: bulletins.map(({ number, kind, at, by, text, signer, to, copies }) => ({
          ...{ number, kind, at, by },
          text: shown(text, open),
          signer: shown(signer, open),
          to: shown(to, open),
          ...(copies ? { copies: copies.map((copy) => shown(copy, open)) } : {}),
        })),
      }
    : {}),
  ...(headInformedAt === undefined ? {} : { headInformedAt }),
})

export const drawBulletins = (incident: Incident, view: View): BoardBulletins => ({
  ...drawSent(incident, view),
  ...drawRule(incident, view.world),
  ...(incident.reportClocks ? { reportClocks: incident.reportClocks } : {}),
})
