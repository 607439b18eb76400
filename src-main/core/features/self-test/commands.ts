/** Handlers that begin a self-test by hand and set when it is made. */
import { decideSelfTest } from '#shared/domain/self-test/decide.ts'
import { stationStream } from '#shared/domain/station/stream.ts'
import { recordDecision } from '../../engine/changes.ts'
import type { Handler } from '../handler.ts'
import { selfTestsIn, stateOf, worldOf } from './world.ts'

const begin: Handler<'walls/self-test'> = async (_input, context) => {
  const { memory, vault, meta } = context
  const command = {
    ...({ type: 'BeginSelfTest', testId: vault.id(meta.at) } as const),
    ...({ reason: 'person', aloud: false } as const),
  }
  const decision = decideSelfTest(selfTestsIn(memory), command, worldOf(context))
  return recordDecision(stationStream, '', stateOf(memory), decision, meta)
}

const set: Handler<'walls/self-test-set'> = async ({ time, aloud }, context) => {
  const { memory, meta } = context
  const command = { type: 'SetSelfTest', time, aloud } as const
  const decision = decideSelfTest(selfTestsIn(memory), command, worldOf(context))
  return recordDecision(stationStream, '', stateOf(memory), decision, meta)
}

export const selfTestCommands = { 'walls/self-test': begin, 'walls/self-test-set': set }
