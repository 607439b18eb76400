/** Handlers of announcements that people compose. */
import { unknownOutlet } from '#shared/domain/outlets/decide.ts'
import { decideIncident } from '../../engine/changes.ts'
import { loadIncident, type Handler } from '../handler.ts'

const compose: Handler<'announcement/compose'> = async (input, context) => {
  const { incidentId, text, targets, lifeSafety = false } = input
  const loaded = await loadIncident(incidentId, context)
  if (!loaded.ok) return loaded
  const ids = new Set(input.outlets)
  const outlets = (context.memory.documents.get('outlets', 'outlets') ?? [])
    .filter(({ id }) => ids.has(id))
    .map(({ id, name, kind, way }) => ({ id, name, kind, way }))
  if (outlets.length < ids.size) return unknownOutlet()
  return decideIncident(loaded, {
    ...{ type: 'ComposeAnnouncement', text: loaded.seal(text), targets, outlets, lifeSafety },
  })
}

const check: Handler<'announcement/check'> = async ({ incidentId, announcementId }, context) => {
  const loaded = await loadIncident(incidentId, context)
  return loaded.ok ? decideIncident(loaded, { type: 'CheckAnnouncement', announcementId }) : loaded
}

const sent: Handler<'announcement/sent'> = async (input, context) => {
  const { incidentId, announcementId, target, outletId, failed } = input
  const loaded = await loadIncident(incidentId, context)
  if (!loaded.ok) return loaded
  if (target && !failed)
    return decideIncident(loaded, { type: 'SendAnnouncement', announcementId, target })
  return decideIncident(loaded, {
    ...{ type: 'TryAnnouncement', announcementId, failed: Boolean(failed) },
    to: target ? { target } : { outletId: outletId ?? '' },
    reason: loaded.sealOrNull(failed),
  })
}

const taken: Handler<'announcement/taken'> = async (input, context) => {
  const { incidentId, announcementId, way } = input
  const loaded = await loadIncident(incidentId, context)
  return loaded.ok
    ? decideIncident(loaded, { type: 'TakeAnnouncement', announcementId, way })
    : loaded
}

const end: Handler<'announcement/end'> = async (input, context) => {
  const { incidentId, announcementId, why, reason } = input
  const loaded = await loadIncident(incidentId, context)
  return loaded.ok
    ? decideIncident(loaded, {
        ...{ type: 'EndAnnouncement', announcementId, why, reason: loaded.sealOrNull(reason) },
      })
    : loaded
}

export const announcementCommands = {
  'announcement/compose': compose,
  'announcement/check': check,
  'announcement/sent': sent,
  'announcement/taken': taken,
  'announcement/end': end,
}
