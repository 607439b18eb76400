/** What a self-test is decided on: what it knows of the record, and what keeps it waiting. */
import { holdsBack, type SelfTestTimes } from '#shared/domain/self-test/due.ts'
import type { SelfTestWorld } from '#shared/domain/self-test/decide.ts'
import { NO_SELF_TEST, type SelfTests } from '#shared/domain/self-test/events.ts'
import { isTested } from '#shared/domain/self-test/self-test.ts'
import { stationStream, type StationState } from '#shared/domain/station/stream.ts'
import type { Memory } from '../../engine/memory.ts'
import type { StationContext } from '../handler.ts'

export const selfTestsIn = ({ documents }: Pick<Memory, 'documents'>): SelfTests =>
  documents.get('self-test', 'station') ?? NO_SELF_TEST

/** The state that events of a self-test follow; nothing else of it is theirs. */
export const stateOf = (memory: Pick<Memory, 'documents'>): StationState => ({
  ...stationStream.initial(''),
  selfTests: memory.documents.get('self-test', 'station'),
})

export const timesOf = (memory: Memory): SelfTestTimes => ({
  zone: memory.site.zone,
  duty: memory.duty(),
  openedAt: memory.documents.get('emergency', 'station')?.since ?? null,
})

/** What an alarm has gone on with in memory counts, too, and what nobody has taken over yet. */
export function worldOf({
  memory,
  screens,
  emergency,
  selfTestRun,
}: Pick<StationContext, 'memory' | 'screens' | 'emergency' | 'selfTestRun'>): SelfTestWorld {
  const unsaved = [...memory.unsaved.values()].map(({ incident }) => incident)
  const left = emergency.waiting().map(({ incident }) => incident)
  return {
    isHeldBack: [...memory.incidents.values(), ...unsaved, ...left].some(holdsBack),
    screens: screens.connected().filter(isTested).length,
    isRunning: selfTestRun.running() !== null,
  }
}
