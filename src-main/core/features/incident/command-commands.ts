/** Handlers of command: who takes it over, how long is watched, to which body an incident goes. */
import type { Personal } from '#shared/contract/personal.ts'
import type { Commander } from '#shared/domain/incident/record/command.ts'
import { unknownPersons, unknownPosts } from '#shared/domain/roster/refusals.ts'
import { personIn } from '#shared/domain/roster/register.ts'
import { MINUTE_MS } from '#shared/domain/units.ts'
import { decideIncident } from '../../engine/changes.ts'
import { loadIncident, type Handler } from '../handler.ts'
import { postNames } from '../people/names.ts'
import { opened, sitePostIds, staffPostIds } from '../people/register.ts'

const hand: Handler<'incident/command'> = async (input, context) => {
  const { incidentId, to, reason } = input
  const loaded = await loadIncident(incidentId, context)
  if (!loaded.ok) return loaded
  const { seal, sealOrNull } = loaded
  const registered = to.personId ? personIn(context.memory.register(), to.personId) : undefined
  if (to.personId && !registered) return unknownPersons([to.personId])
  const posts = new Set([...sitePostIds(context), ...staffPostIds(context)])
  if (to.postId && !posts.has(to.postId)) return unknownPosts([to.postId])
  const name = to.person ?? (registered ? (opened(registered.name, context) as Personal) : null)
  const commander: Commander = to.postId
    ? {
        post: { id: to.postId, name: postNames(context)(to.postId) },
        person: null,
        personId: null,
      }
    : { post: null, person: name && seal(name), personId: to.personId ?? null }
  return decideIncident(loaded, {
    type: 'HandCommand',
    to: commander,
    reason: sealOrNull(reason),
  })
}

const setWatch: Handler<'incident/watch'> = async ({ incidentId, minutes, reason }, context) => {
  const loaded = await loadIncident(incidentId, context)
  return loaded.ok
    ? decideIncident(loaded, {
        type: 'SetWatch',
        forMs: minutes * MINUTE_MS,
        reason: loaded.sealOrNull(reason),
      })
    : loaded
}

const transfer: Handler<'incident/transfer'> = async (input, context) => {
  const { incidentId, body, person, at = null, reason } = input
  const loaded = await loadIncident(incidentId, context)
  if (!loaded.ok) return loaded
  const { seal, sealOrNull } = loaded
  return decideIncident(loaded, {
    type: 'TransferIncident',
    body: seal(body),
    person: sealOrNull(person),
    handedAt: at,
    reason: sealOrNull(reason),
  })
}

export const commandCommands = {
  'incident/command': hand,
  'incident/watch': setWatch,
  'incident/transfer': transfer,
}
