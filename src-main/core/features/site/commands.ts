/** Handlers that change the site: what it is, its places, and who sits at a desk. */
import { decideArchiving } from '#shared/domain/archiving/decide.ts'
import { archivingStream } from '#shared/domain/archiving/stream.ts'
import { decideAttentionTimes } from '#shared/domain/attention/decide.ts'
import { attentionStream } from '#shared/domain/attention/stream.ts'
import { isRunning } from '#shared/domain/incident/record/select.ts'
import { isTerminal } from '#shared/domain/incident/record/state.ts'
import { decideOperator } from '#shared/domain/operator/decide.ts'
import { operatorStream } from '#shared/domain/operator/stream.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { decideCalendar, decideSetUp } from '#shared/domain/site/decide.ts'
import { siteStream } from '#shared/domain/site/stream.ts'
import { recordDecision } from '../../engine/changes.ts'
import { sealer, type Handler, type StationContext } from '../handler.ts'

/** The plans that open incidents run now. */
const runningPlans = ({ memory }: StationContext): readonly Plan[] =>
  [...memory.incidents.values()]
    .filter(({ state }) => !isTerminal(state))
    .flatMap(({ runs }) => runs.filter(isRunning))
    .flatMap(({ revision }) => memory.plan(revision) ?? [])

const setUp: Handler<'site/set-up'> = async ({ name, zone = null, kinds }, context) => {
  const { memory, meta } = context
  const site = memory.site
  const world = { hasIncidents: memory.hasIncidents, running: runningPlans(context) }
  const decision = decideSetUp(site, { type: 'SetUpSite', name, zone, kinds }, world)
  return recordDecision(siteStream, 'site', site, decision, meta)
}

/** Who sat at the desk before is not looked at. */
const signOn: Handler<'desk/sign-on'> = async ({ person }, { meta, session, vault }) => {
  const id = session ?? ''
  const { sealOrNull, seals } = sealer(vault, operatorStream.nameOf(id))
  const decision = decideOperator(
    { type: 'SignOn', person, sealed: sealOrNull(person) },
    { session },
  )
  const author = { ...meta, by: person ?? meta.by }
  const changes = recordDecision(operatorStream, id, null, decision, author)
  return changes.ok ? { ...changes, seals } : changes
}

const setAttention: Handler<'site/attention-set'> = async (
  { reason, ...times },
  { memory, meta, vault },
) => {
  const { seal, seals } = sealer(vault, attentionStream.nameOf(''))
  const before = memory.documents.get('attention', 'attention')
  const decision = decideAttentionTimes(before, {
    type: 'SetAttentionTimes',
    times: Object.fromEntries(Object.entries(times).filter(([, ms]) => ms !== undefined)),
    reason: seal(reason),
  })
  const changes = recordDecision(attentionStream, 'attention', before, decision, meta)
  return changes.ok ? { ...changes, seals } : changes
}

const setArchiving: Handler<'site/archive-set'> = async (
  { days, reviewFrom, reason },
  { memory, meta, vault },
) => {
  const { seal, seals } = sealer(vault, archivingStream.nameOf(''))
  const before = memory.documents.get('archiving', 'archiving')
  const decision = decideArchiving(before, {
    type: 'SetArchiving',
    days,
    ...(reviewFrom === undefined ? {} : { reviewFrom }),
    reason: seal(reason),
  })
  const changes = recordDecision(archivingStream, 'archiving', before, decision, meta)
  return changes.ok ? { ...changes, seals } : changes
}

const setCalendar: Handler<'site/calendar-set'> = async (notice, { memory, meta }) =>
  recordDecision(
    siteStream,
    'site',
    memory.site,
    decideCalendar(memory.site, { type: 'SetCalendar', ...notice }),
    meta,
  )

export const siteCommands = {
  'site/set-up': setUp,
  'site/attention-set': setAttention,
  'site/archive-set': setArchiving,
  'site/calendar-set': setCalendar,
  'desk/sign-on': signOn,
}
