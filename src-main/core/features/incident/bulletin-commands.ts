/** Handlers of the reports to those above. */
import { decideReportCopies } from '#shared/domain/report-copies/decide.ts'
import { reportCopiesStream } from '#shared/domain/report-copies/stream.ts'
import { decideIncident, recordDecision } from '../../engine/changes.ts'
import { loadIncident, type Handler } from '../handler.ts'

const tellHead: Handler<'bulletin/head-informed'> = async ({ incidentId, at }, context) => {
  const loaded = await loadIncident(incidentId, context)
  return loaded.ok ? decideIncident(loaded, { type: 'TellHead', informedAt: at }) : loaded
}

const send: Handler<'bulletin/send'> = async (input, context) => {
  const { incidentId, series = 'authorities', number, final = false } = input
  const { text, signer, to, copies = [] } = input
  const loaded = await loadIncident(incidentId, context)
  if (!loaded.ok) return loaded
  const { seal } = loaded
  return decideIncident(loaded, {
    type: 'SendBulletin',
    ...{ series, number, final },
    ...{ text: seal(text), signer: seal(signer), to: seal(to) },
    copies: copies.map((copy) => seal(copy)),
  })
}

const setCopies: Handler<'bulletin/copies-set'> = async (copies, { memory, meta }) => {
  const before = memory.documents.get('report-copies', 'report-copies')
  const decision = decideReportCopies(before, { type: 'SetReportCopies', ...copies })
  return recordDecision(reportCopiesStream, 'report-copies', before, decision, meta)
}

export const bulletinCommands = {
  'bulletin/head-informed': tellHead,
  'bulletin/send': send,
  'bulletin/copies-set': setCopies,
}
