/**
 * Makes a copy of a record the record that goes on: everything that is folded from its events is
 * folded, and a new epoch begins, by which the machine before is known as the older writer.
 */
import type { Personal } from '#shared/contract/personal.ts'
import { decideHandUp } from '#shared/domain/hand-up/decide.ts'
import { handUpStream } from '#shared/domain/hand-up/stream.ts'
import { STATION } from '#shared/domain/station/names.ts'
import { streamChanges } from '../../engine/changes.ts'
import type { SearchIndexer } from '../../engine/search-index.ts'
import type { Clock, Journal, Vault } from '../../ports.ts'
import { foldAll } from '../../verify/reproject.ts'
import { sealer } from '../handler.ts'

/**
 * Answers the new epoch, and the last event before it. `by`: which machine takes over, for people.
 * Rejects if it cannot be saved: then nobody has taken over.
 */
export async function takeOverRecord(
  journal: Journal,
  { by, clock, vault, find }: { by: string; clock: Clock; vault: Vault; find: SearchIndexer },
): Promise<{ epoch: number; position: number }> {
  const position = await journal.position()
  await foldAll(journal, find)
  const name = handUpStream.nameOf('')
  const state = handUpStream.replay('', await journal.events(name))
  const { seals, seal } = sealer(vault, name)
  const reason = seal(by as Personal)
  const decision = decideHandUp(state, { type: 'BeginEpoch', hqEpoch: 0, reason })
  if (!decision.ok) throw new Error(decision.code)
  const meta = { at: clock.wall(), by: STATION }
  const changes = streamChanges(handUpStream, 'hand-up', state, { events: decision.events, meta })
  const [saved] = await journal.commit([
    {
      command: null,
      ...{ expect: changes.expect, events: changes.events, documents: changes.documents },
      ...{ seals, rows: [] },
    },
  ])
  if (!saved?.ok) throw new Error('the new epoch could not be saved')
  return { epoch: state.epoch + 1, position }
}
