/**
 * The digits that questions were given in this sitting, by incident: whoever looks elsewhere and
 * comes back finds them where they were.
 */
import { defineStore } from 'pinia'
import {
  answerKeys,
  type Keys,
  type Question,
} from '#renderer/console/components/incident/questions.ts'

export const useDigits = defineStore('digits', () => {
  // not reactive: it follows what is shown, and is no cause of it
  const given = new Map<string, Keys>()
  return {
    /**
     * The keys for the questions of an incident as they are shown now; remembered for the next
     * time.
     */
    give(incidentId: string, shown: readonly Question[]): Keys {
      const keys = answerKeys(shown, given.get(incidentId))
      given.set(incidentId, keys)
      return keys
    },
  }
})
