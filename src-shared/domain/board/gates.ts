/** Draws what stands in the way of each move, so that a screen can list it beforehand. */
import { comingDown } from './announcements.ts'
import { nameOfSubject } from '../incident/record/gate-events.ts'
import { answerFor, isOpen, planOf, running, type PlannedStep } from '../incident/record/select.ts'
import type { Incident, PassedOver } from '../incident/record/state.ts'
import type { World } from '../incident/record/world.ts'
import { isUnregistered } from '../incident/rules/evidence.ts'
import { gateItems, isGate } from '../incident/rules/gates.ts'
import { isNothingDone, movesFrom } from '../incident/rules/moves.ts'
import { whatStops } from '../incident/rules/what-stops.ts'
import { shownOrNull, type Open } from '../sealed.ts'
import type { BoardGate, BoardPassedOver } from './gate-types.ts'

export const drawPassedOver = (entry: PassedOver | null, open: Open): BoardPassedOver | null =>
  entry && { at: entry.at, by: entry.by, reason: shownOrNull(entry.reason, open) }

/** Who has answered that it is contained, and when; a later no takes it back. */
function toldContained(incident: Incident, world: World): BoardGate['told'] {
  const answers = running(incident).flatMap((run) =>
    planOf(run, world)
      .facts.filter(({ sets }) => sets === 'contained')
      .flatMap(({ key }) => answerFor(incident, run, key, world) ?? []),
  )
  const latest = answers.toSorted((a, b) => b.at - a.at)[0]
  return latest?.value === 'yes' ? { at: latest.at, by: latest.by } : null
}

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
      const { steps: stops, limits, announcements } = whatStops(incident, to, world)
      return {
        to,
        items: items.map((item) => ({
          ...item,
          taken: item.taken && {
            at: item.taken.at,
            by: shownOrNull(item.taken.onBehalfOf?.person, open) ?? item.taken.by,
          },
          passedOver: drawPassedOver(item.passedOver, open),
        })),
        blocks: to === 'closed' ? blocks.filter((id) => !named.includes(id)) : [],
        told: to === 'contained' ? toldContained(incident, world) : null,
        needsReason: to === 'closed' && isNothingDone(incident),
        unregistered:
          to === 'closed'
            ? steps
                .filter((planned) => isUnregistered(planned, incident))
                .map(({ step }) => step.id)
            : [],
        stops,
        limits,
        announcements: [...comingDown(incident, to, { open }), ...announcements],
        open: steps
          .filter(
            ({ step, state }) =>
              isOpen(incident, state) && !state.assumed && !stops.includes(step.id),
          )
          .map(({ step }) => step.id),
      }
    })
