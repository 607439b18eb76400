/**
 * Whether the wall is dim: in the night that the site has set for it, and never while life hangs
 * on something or an incident is of the gravest level.
 */
import { computed, shallowRef, watch, type Ref } from 'vue'
import { openQuestion } from '#shared/domain/board/matter.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import type { IncidentState } from '#shared/domain/incident/record/state.ts'
import { MINUTE_MS } from '#shared/domain/units.ts'
import { isNight } from '#shared/domain/walls/night.ts'
import { useDisplayClock } from '../ui/display-clock.ts'
import { useSettled } from '../ui/settled.ts'
import { useBoard } from '../stores/board.ts'
import { useNow } from '../stores/tick.ts'
import type { WallJob } from './named-wall.ts'

/** It stays bright for so long after the last of it: steps come and go, the light does not. */
const BRIGHT_MS = 5 * MINUTE_MS
const GRAVEST = 1
const RUNS: ReadonlySet<IncidentState> = new Set([
  'reported',
  'verifying',
  'assessing',
  'responding',
])

const hangsOnQuestion = (incident: BoardIncident): boolean =>
  openQuestion(incident)?.decides.some((id) =>
    incident.steps.some((step) => step.id === id && step.lifeSafety),
  ) ?? false

/** A step of life safety that nobody has taken, or a question that decides one. */
export const needsLife = (incident: BoardIncident): boolean =>
  incident.steps.some((step) => step.state === 'open' && step.lifeSafety) ||
  hangsOnQuestion(incident)

/**
 * Needs all the light at `now` (UTC ms): of the gravest level, or a step of life safety that nobody
 * has taken, a question that decides one, or an alert of the highest priority that nobody has
 * acknowledged nor put off. Drills do not, nor what nobody may notice.
 */
export function needsLight(incident: BoardIncident, now: number): boolean {
  const { drill, discreet, state, level, alerts } = incident
  if (drill || discreet || !RUNS.has(state)) return false
  return (
    level === GRAVEST ||
    needsLife(incident) ||
    alerts.some(
      ({ priority, acknowledgedAt, shelved }) =>
        priority === 1 && acknowledgedAt === null && (shelved?.until ?? 0) <= now,
    )
  )
}

/** Dim, as of this second. */
export function useDim({ wall }: Pick<WallJob, 'wall'>): Readonly<Ref<boolean>> {
  const board = useBoard()
  const now = useNow()
  const { zone } = useDisplayClock()
  const litAt = shallowRef(-Infinity) // UTC ms
  const minute = useSettled(() => Math.floor(now.value / MINUTE_MS) * MINUTE_MS)
  const night = computed(() => {
    const times = wall.value?.night
    return times !== undefined && minute.value > 0 && isNight(times, minute.value, zone.value)
  })
  watch(
    [night, () => (night.value ? now.value : 0), () => board.board?.incidents],
    () => {
      if (!night.value) return
      if (board.board?.incidents.some((incident) => needsLight(incident, now.value)))
        litAt.value = now.value
    },
    { immediate: true },
  )
  // a clock that was set back is no reason to stay bright
  return useSettled(() => night.value && Math.abs(now.value - litAt.value) >= BRIGHT_MS)
}
