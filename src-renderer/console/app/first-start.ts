/**
 * A site that nobody has set up: its page opens by itself, once a console, unless there is
 * something better to do. It can be left at any time.
 */
import { watch } from 'vue'
import { useBoard } from '../../stores/board.ts'
import { siteLink } from '../base/links.ts'
import { useRoute } from '../base/route.ts'

const SHOWN = 'vigil.set-up-shown'

export function useFirstStart(): void {
  const board = useBoard()
  const route = useRoute()
  watch(
    () => board.board,
    (first) => {
      if (
        !first ||
        first.site.setUp ||
        first.incidents.length > 0 ||
        route.place.path.length > 0 ||
        sessionStorage.getItem(SHOWN)
      )
        return
      sessionStorage.setItem(SHOWN, 'yes')
      route.go(siteLink())
    },
    { once: true },
  )
}
