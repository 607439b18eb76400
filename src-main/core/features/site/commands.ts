/** Handlers that change the site: what it is, its roster, its places, and who sits at a desk. */
import { decideArchiving } from '#shared/domain/archiving/decide.ts'
import { archivingStream } from '#shared/domain/archiving/stream.ts'
import { decideAttentionTimes } from '#shared/domain/attention/decide.ts'
import { attentionStream } from '#shared/domain/attention/stream.ts'
import type { Parsed } from '#shared/contract/contract.ts'
import { isRunning } from '#shared/domain/incident/record/select.ts'
import { isTerminal } from '#shared/domain/incident/record/state.ts'
import { decideOperator } from '#shared/domain/operator/decide.ts'
import { operatorStream } from '#shared/domain/operator/stream.ts'
import { decidePlaces } from '#shared/domain/places/decide.ts'
import { placesStream } from '#shared/domain/places/stream.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { decideRoster } from '#shared/domain/roster/decide.ts'
import { OUTSIDE_UNITS } from '#shared/domain/roster/outside-units.ts'
import { SITE_POSTS } from '#shared/domain/roster/site-posts.ts'
import { rosterStream, type Posts } from '#shared/domain/roster/stream.ts'
import { decideCalendar, decideSetUp } from '#shared/domain/site/decide.ts'
import { siteStream } from '#shared/domain/site/stream.ts'
import { recordDecision } from '../../engine/changes.ts'
import { sealer, type Handler, type Sealing, type StationContext } from '../handler.ts'

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

/** A telephone that nobody gave stays empty. */
const sealedPosts = (posts: Parsed<'roster/set'>['posts'], { seal }: Sealing): Posts =>
  Object.fromEntries(
    Object.entries(posts).map(([post, people]) => [
      post,
      people.map(({ person, phone }) => ({
        person: seal(person),
        phone: phone === '' ? '' : seal(phone),
      })),
    ]),
  )

const setRoster: Handler<'roster/set'> = async (input, { memory, library, meta, vault }) => {
  const { seals, ...sealing } = sealer(vault, rosterStream.nameOf(''))
  const posts = sealedPosts(input.posts, sealing)
  const roles = [...library.roles(), ...library.plans().flatMap((plan) => plan.roles)]
  const sitePosts = new Set([
    ...Object.keys(SITE_POSTS),
    ...Object.keys(OUTSIDE_UNITS),
    ...roles.map(({ id }) => id),
  ])
  const decision = decideRoster(memory.posts(), { type: 'SetRoster', posts }, { sitePosts })
  const changes = recordDecision(rosterStream, 'roster', memory.posts(), decision, meta)
  return changes.ok ? { ...changes, seals } : changes
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
  { days, reason },
  { memory, meta, vault },
) => {
  const { seal, seals } = sealer(vault, archivingStream.nameOf(''))
  const before = memory.documents.get('archiving', 'archiving')
  const decision = decideArchiving(before, { type: 'SetArchiving', days, reason: seal(reason) })
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
  'site/places-set': setPlaces,
  'site/attention-set': setAttention,
  'site/archive-set': setArchiving,
  'site/calendar-set': setCalendar,
  'roster/set': setRoster,
  'desk/sign-on': signOn,
}
