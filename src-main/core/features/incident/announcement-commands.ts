/** Handlers of announcements that people compose. */
import { decideIncident } from '../../engine/changes.ts'
import { loadIncident, type Handler } from '../handler.ts'

const compose: Handler<'announcement/compose'> = async (input, context) => {
  const { incidentId, text, targets, lifeSafety = false } = input
  const loaded = await loadIncident(incidentId, context)
  return loaded.ok
    ? decideIncident(loaded, {
        ...{ type: 'ComposeAnnouncement', text: loaded.seal(text), targets, lifeSafety },
      })
    : loaded
}

const check: Handler<'announcement/check'> = async ({ incidentId, announcementId }, context) => {
  const loaded = await loadIncident(incidentId, context)
  return loaded.ok ? decideIncident(loaded, { type: 'CheckAnnouncement', announcementId }) : loaded
}

const sent: Handler<'announcement/sent'> = async (input, context) => {
  const { incidentId, announcementId, target } = input
  const loaded = await loadIncident(incidentId, context)
  return loaded.ok
    ? decideIncident(loaded, { type: 'SendAnnouncement', announcementId, target })
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
  'announcement/end': end,
}
