/** Handlers of the reports to those above. */
import { decideIncident } from '../../engine/changes.ts'
import { loadIncident, type Handler } from '../handler.ts'

const tellHead: Handler<'bulletin/head-informed'> = async ({ incidentId, at }, context) => {
  const loaded = await loadIncident(incidentId, context)
  return loaded.ok ? decideIncident(loaded, { type: 'TellHead', informedAt: at }) : loaded
}

const send: Handler<'bulletin/send'> = async (input, context) => {
  const { incidentId, number, final = false, text, signer, to } = input
  const loaded = await loadIncident(incidentId, context)
  if (!loaded.ok) return loaded
  const { seal } = loaded
  const sealed = { text: seal(text), signer: seal(signer), to: seal(to) }
  return decideIncident(loaded, { type: 'SendBulletin', number, final, ...sealed })
}

export const bulletinCommands = { 'bulletin/head-informed': tellHead, 'bulletin/send': send }
