/**
 * Keeps the words of a report that is not yet sent over a reload of the page: in this tab only, and
 * no longer than the tab.
 */
import { fields, flag, list, map, maybe, words } from '#shared/domain/form.ts'
import type { Count } from '#shared/domain/match/heard.ts'

/**
 * `counts`: of people, as a person put them right. `byTelephone`: the `reporter` came with a call;
 * `waiting`: numbers of calls for the next reports.
 */
export type IntakeDraft = {
  narrative: string
  place: string
  drill: boolean
  counts?: Readonly<Record<Count, string>>
  reporter?: string
  byTelephone?: boolean
  waiting?: readonly string[]
}
export type IntakeDrafts = {
  read: () => IntakeDraft | null
  write: (draft: IntakeDraft) => void
}

const NAME = 'vigil.intake'
const isDraft = fields<IntakeDraft>({
  narrative: words,
  place: words,
  drill: flag,
  counts: maybe(map(words)),
  reporter: maybe(words),
  byTelephone: maybe(flag),
  waiting: maybe(list(words)),
})

export const tabDrafts: IntakeDrafts = {
  read() {
    try {
      const draft: unknown = JSON.parse(sessionStorage.getItem(NAME) ?? 'null')
      return isDraft(draft) ? (draft as IntakeDraft) : null
    } catch {
      return null // switched off, or not ours
    }
  },
  write(draft) {
    try {
      const { narrative, place, drill, reporter = '', waiting = [] } = draft
      if (`${narrative}${place}${reporter}` === '' && !drill && waiting.length === 0)
        sessionStorage.removeItem(NAME)
      else sessionStorage.setItem(NAME, JSON.stringify(draft))
    } catch {
      // full or switched off: the words stand in the field all the same
    }
  },
}
