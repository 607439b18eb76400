/** Handlers that change the site: what it is, its roster, its places, and who sits at a desk. */
import { decideAttentionTimes } from '#shared/domain/attention/decide.ts'
import { attentionStream } from '#shared/domain/attention/stream.ts'
import { isRunning } from '#shared/domain/incident/record/select.ts'
import { isTerminal } from '#shared/domain/incident/record/state.ts'
import { decideOperator } from '#shared/domain/operator/decide.ts'
import { operatorStream } from '#shared/domain/operator/stream.ts'
import { decidePlaces } from '#shared/domain/places/decide.ts'
import { placesStream } from '#shared/domain/places/stream.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { decideRoster } from '#shared/domain/roster/decide.ts'
import { SITE_POSTS } from '#shared/domain/roster/site-posts.ts'
import { rosterStream } from '#shared/domain/roster/stream.ts'
import { decideSetUp } from '#shared/domain/site/decide.ts'
import { siteStream } from '#shared/domain/site/stream.ts'
import { recordDecision } from '../../engine/changes.ts'
import type { Handler, StationContext } from '../handler.ts'

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
const signOn: Handler<'desk/sign-on'> = async ({ person }, { meta, session }) => {
  const decision = decideOperator({ type: 'SignOn', person }, { session })
  return recordDecision(operatorStream, session ?? '', null, decision, meta)
}

const setRoster: Handler<'roster/set'> = async ({ posts }, { memory, library, meta }) => {
  const roles = [...library.roles(), ...library.plans().flatMap((plan) => plan.roles)]
  const sitePosts = new Set([...Object.keys(SITE_POSTS), ...roles.map(({ id }) => id)])
  const decision = decideRoster(memory.posts(), { type: 'SetRoster', posts }, { sitePosts })
  return recordDecision(rosterStream, 'roster', memory.posts(), decision, meta)
}

const setPlaces: Handler<'site/places-set'> = async ({ places }, { memory, meta }) => {
  const decision = decidePlaces({
    type: 'SetPlaces',
    places: places.map(({ name, size = null }) => ({ name, size })),
  })
  return recordDecision(placesStream, 'places', memory.places(), decision, meta)
}

const setAttention: Handler<'site/attention-set'> = async (
  { reason, ...times },
  { memory, meta },
) => {
  const before = memory.documents.get('attention', 'attention')
  const decision = decideAttentionTimes(before, {
    type: 'SetAttentionTimes',
    times: Object.fromEntries(Object.entries(times).filter(([, ms]) => ms !== undefined)),
    reason,
  })
  return recordDecision(attentionStream, 'attention', before, decision, meta)
}

export const siteCommands = {
  'site/set-up': setUp,
  'site/places-set': setPlaces,
  'site/attention-set': setAttention,
  'roster/set': setRoster,
  'desk/sign-on': signOn,
}
