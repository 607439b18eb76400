/** How a site stands, and in words how old that is, for its row and for its page. */
import { computed, type ComputedRef } from 'vue'
import type { BoardSite } from '#shared/contract/hq-replies.ts'
import { useGroupBoard } from './group-board.ts'
import { useHqWords } from './hq-words.ts'
import { ageOf, standingOf, type SiteStanding } from './site-standing.ts'

/** `age` counts on with the clock of the board: it is asked anew each second. */
export function useSiteStanding(site: () => BoardSite): {
  state: ComputedRef<SiteStanding>
  age: () => string
} {
  const t = useHqWords()
  const board = useGroupBoard()
  return {
    state: computed(() => standingOf(site())),
    age() {
      const { heard } = site()
      if (!heard) return t('site.unheard')
      const { word, count } = ageOf(board.now - heard.at)
      return t('site.age', { age: t(word, { count }) })
    },
  }
}
