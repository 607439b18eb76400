/**
 * The board entry of an incident that cannot be drawn: its place and what stands of its alarms,
 * without plans and steps. Every screen shows it as it shows an incident without a plan, and its
 * kind says what is wrong.
 */
import type { Alert, Incident } from '../incident/record/state.ts'
import { shown, shownOrNull, type Open } from '../sealed.ts'
import { localized } from '../text.ts'
import { HEAD_ONLY } from './head-only.ts'
import type { BoardAlert, BoardIncident } from './types.ts'

const KIND = localized('无法显示', 'Cannot be shown')
const NOTICE = localized(
  '有一起事件无法显示，请按纸质预案处置，并告诉管理员',
  'One incident cannot be shown: handle it by the paper plan and tell the administrator',
)
const UNREADABLE = localized('无法读出', 'unreadable')

/** It is shown by its place alone: nothing else of it could be drawn. */
export const isUndrawn = ({ kind }: Pick<BoardIncident, 'kind'>): boolean =>
  kind.zh === KIND.zh && kind.en === KIND.en

const drawAlert = ({ owner, told, ...alert }: Alert, open: Open): BoardAlert => ({
  id: alert.id,
  kind: alert.kind,
  priority: alert.priority,
  stepId: alert.stepId,
  cause: alert.cause,
  action: alert.action,
  owner: localized(owner, owner),
  people: [],
  actor: { role: localized(owner, owner), people: [] },
  repeats: 1,
  members: [],
  clause: '',
  dueAt: alert.dueAt,
  raisedAt: alert.raisedAt,
  soundedAt: alert.soundedAt ?? alert.raisedAt,
  acknowledgedAt: alert.acknowledged?.at ?? null,
  acknowledgedBy: alert.acknowledged?.by ?? null,
  silencedUntil: alert.silencedUntil,
  shelved: null,
  told: told.map(({ role, at, people, skipped }) => ({
    role: localized(role, role),
    at,
    people: people.map((person) => shown(person, open)),
    skipped: skipped.map((id) => localized(id, id)),
  })),
  next: null,
})

function alertsOf(incident: Incident | null, open: Open): readonly BoardAlert[] {
  try {
    return incident?.alerts.map((alert) => drawAlert(alert, open)) ?? []
  } catch {
    return []
  }
}

/**
 * `incident` is null if not even its record can be read; `now` in UTC ms stands for the instant of
 * a report that cannot be read. `discreet`: one of which nobody knows what it is counts as such.
 */
export const undrawnIncident = (
  id: string,
  incident: Incident | null,
  now: number,
  open: Open,
  discreet: boolean,
): BoardIncident => ({
  ...HEAD_ONLY,
  id,
  version: incident?.version ?? 0,
  place: shownOrNull(incident?.place, open) ?? `${UNREADABLE.zh} ${UNREADABLE.en}`,
  type: null,
  typeName: null,
  category: null,
  danger: false,
  discreet,
  kind: KIND,
  state: incident?.state ?? 'reported',
  level: null,
  levelName: null,
  drill: incident?.drill ?? false,
  receivedAt: incident?.receivedAt ?? now,
  closedAt: null,
  alerts: alertsOf(incident, open),
  notices: [NOTICE],
})
