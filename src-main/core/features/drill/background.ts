/**
 * Holds the injects of the drills that run as soon as a real incident is reported: nobody at a desk
 * hears of a made-up fire while there is a real one. Whoever leads the drill goes on when it suits.
 */
import { localDate } from '#shared/domain/calendar.ts'
import { decideDrill } from '#shared/domain/drill/decide.ts'
import { stateOfDrill, type Drill } from '#shared/domain/drill/drill.ts'
import { drillStream } from '#shared/domain/drill/stream.ts'
import { isTerminal } from '#shared/domain/incident/record/state.ts'
import { recordDecision } from '../../engine/changes.ts'
import type { CommandQueue } from '../../engine/command-queue.ts'
import type { Clock, Log } from '../../ports.ts'
import type { StationContext } from '../handler.ts'
import { allDrills } from './decided.ts'

type Parts = {
  context: Pick<StationContext, 'memory' | 'vault'>
  commandQueue: Pick<CommandQueue, 'submit'>
  clock: Pick<Clock, 'wall'>
  log: Log
  /** The name in the record of what the station does by itself. */
  by: string
}
/** `poll`: after every commit. */
export type DrillHoldWork = { poll: () => void; stop: () => Promise<void> }

const isPlaying = (drill: Drill): boolean =>
  stateOfDrill(drill) === 'running' && drill.play !== null && !drill.play.isOnHold

export function createDrillHoldWork({ context, commandQueue, clock, log, by }: Parts) {
  const { memory, vault } = context
  const realIds = (): readonly string[] =>
    [...memory.incidents.values()]
      .filter(({ drill, state }) => !drill && !isTerminal(state))
      .map(({ id }) => id)
  // what ran before the start is known to whoever leads the drill
  let known: ReadonlySet<string> | null = null
  let working: Promise<void> = Promise.resolve()

  async function hold(drillId: string): Promise<void> {
    const at = clock.wall()
    const meta = { at, by }
    await commandQueue.submit({
      command: { id: vault.id(at), content: `HoldInjects ${drillId} ${at}` },
      exclusive: true,
      async decide() {
        const drill = memory.documents.get('drill', drillId)
        const { zone } = memory.site
        const decision = decideDrill(drill, { type: 'HoldInjects', isOnHold: true }, meta, {
          ...{ today: localDate(at, zone), zone },
        })
        return recordDecision(drillStream, drillId, { id: drillId, drill }, decision, meta)
      },
    })
  }

  return {
    poll() {
      const real = realIds()
      const isNew = known !== null && real.some((id) => !known?.has(id))
      known = new Set(real)
      if (!isNew) return
      for (const { id } of allDrills({ memory }).filter(isPlaying))
        working = working
          .then(() => hold(id))
          .catch((error: unknown) => log.error('drill-not-held', error))
    },
    stop: () => working,
  } satisfies DrillHoldWork
}
