/**
 * Remembers the digits of questions by incident: they stand where they were when an incident is
 * selected again.
 */
import { defineStore } from 'pinia'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import {
  answerKeys,
  type Keys,
  type Question,
} from '#renderer/console/components/incident/questions.ts'

export const useDigits = defineStore('digits', () => {
  // not reactive: it follows what is shown, and is no cause of it
  const byIncident = new Map<string, Keys>()
  return {
    /**
     * The keys for the questions of an incident as they are shown now; remembered for the next
     * time. The question to ask now has one in any case.
     */
    give({ id, asks }: Pick<BoardIncident, 'id' | 'asks'>, shown: readonly Question[]): Keys {
      const keys = answerKeys(shown, byIncident.get(id), asks?.key ?? null)
      byIncident.set(id, keys)
      return keys
    },
  }
})
