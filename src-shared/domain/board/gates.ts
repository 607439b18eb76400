/** Draws what stands in the way of each move, so that a screen can list it beforehand. */
import { nameOfSubject, type PassedOver } from '../incident/record/gate-events.ts'
import { isOpen, type PlannedStep } from '../incident/record/select.ts'
import type { Incident } from '../incident/record/state.ts'
import type { World } from '../incident/record/world.ts'
import { gateItems, isGate } from '../incident/rules/gates.ts'
import { isNothingDone, movesFrom, stopping } from '../incident/rules/moves.ts'
import { shownOrNull, type Open } from '../sealed.ts'
import type { BoardGate, BoardPassedOver } from './gate-types.ts'

export const drawPassedOver = (entry: PassedOver | null, open: Open): BoardPassedOver | null =>
  entry && { at: entry.at, by: entry.by, reason: shownOrNull(entry.reason, open) }

/** `steps`: those of the plans that run; `blocks`: ids of the steps that block closing. */
export const drawGates = (
  incident: Incident,
  steps: readonly PlannedStep[],
  blocks: readonly string[],
  { world, open }: { world: World; open: Open },
): readonly BoardGate[] =>
  movesFrom(incident.state)
    .filter(isGate)
    .map((to) => {
      const items = gateItems(to, incident, world)
      const named = items.map(nameOfSubject)
      const stops = stopping(incident, to, world).map(({ stepId }) => stepId)
      return {
        to,
        items: items.map((item) => ({
          ...item,
          passedOver: drawPassedOver(item.passedOver, open),
        })),
        blocks: to === 'closed' ? blocks.filter((id) => !named.includes(id)) : [],
        needsReason: to === 'closed' && isNothingDone(incident),
        stops,
        open: steps
          .filter(
            ({ step, state }) =>
              isOpen(incident, state) && !state.assumed && !stops.includes(step.id),
          )
          .map(({ step }) => step.id),
      }
    })
