/**
 * Holds the incident and the step that the desk looks at. It stays where it is: a list that changes
 * its order never moves the ground under a key.
 */
import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import type { BoardIncident, BoardQuestion, BoardStep } from '#shared/domain/board/types.ts'
import { useBoard } from '../../stores/board.ts'
import { isTerminal } from '#shared/domain/incident/record/state.ts'
import { stepOf } from '#renderer/ui/incident-stage.ts'

/** The most urgent that runs; only where none does, one that is over. Null where there is none. */
const mostUrgent = (incidents: readonly BoardIncident[]): BoardIncident | null =>
  incidents.find(({ state }) => !isTerminal(state)) ?? incidents[0] ?? null

export const useSelection = defineStore('selection', () => {
  const board = useBoard()
  const incidentId = ref<string | null>(null)
  // chosen in place of the next action; null: the next action
  const stepId = ref<string | null>(null)
  const choices = ref(0)

  const incidents = computed<readonly BoardIncident[]>(() => board.board?.incidents ?? [])
  const incident = computed(() => incidents.value.find(({ id }) => id === incidentId.value) ?? null)
  const picked = computed(() => incident.value && stepOf(incident.value, stepId.value))
  // what decides comes before the next action; a step that somebody chose comes before it
  const question = computed<BoardQuestion | null>(() => {
    const { asks, facts } = incident.value ?? { asks: null, facts: [] }
    if (picked.value || !asks) return null
    return facts.find(({ key, planId }) => key === asks.key && planId === asks.planId) ?? null
  })
  const step = computed<BoardStep | null>(() => {
    if (picked.value || question.value) return picked.value
    return incident.value && stepOf(incident.value, incident.value.next)
  })

  function show(id: string, atStep: string | null = null): void {
    incidentId.value = id
    stepId.value = atStep
  }

  /** Leaves an incident that is over for one that runs. */
  function leaveOver(): void {
    const urgent = mostUrgent(incidents.value)
    if (urgent && !isTerminal(urgent.state) && incident.value && isTerminal(incident.value.state))
      show(urgent.id)
  }

  // A just reported incident may be chosen before its push has come, so only one that has been on
  // the board is given up.
  watch(
    incidents,
    (now, before) => {
      const gone =
        before?.some(({ id }) => id === incidentId.value) &&
        !now.some(({ id }) => id === incidentId.value)
      if (incidentId.value === null || gone) show(mostUrgent(now)?.id ?? '')
      if (now.length === 0) incidentId.value = null
      // nobody has chosen what lies open: it was there before anything ran
      if (choices.value === 0) leaveOver()
    },
    { immediate: true },
  )

  return {
    incidentId,
    incident,
    step,
    question,
    /** True while a step is shown that somebody chose, and not the next action. */
    apart: computed(
      () =>
        picked.value !== null &&
        (picked.value.id !== incident.value?.next || incident.value.asks !== null),
    ),
    /** How often somebody has chosen what to look at. */
    choices,
    /** For a desk that is come back to: one that is over is left where others run. */
    leaveOver,
    choose: (id: string, atStep: string | null = null): void => {
      choices.value++
      show(id, atStep)
    },
    chooseStep: (id: string | null): void => {
      choices.value++
      stepId.value = id
    },
  }
})
