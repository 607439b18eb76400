/** How old what HQ has of a site is, in the words of its wall. */
import type { BoardSite } from '#shared/contract/hq-replies.ts'
import { useWords } from '../../i18n/index.ts'
import type { HqWallWords } from '../../i18n/hq-wall.zh.ts'
import { useGroupBoard } from '../group-board.ts'
import { ageOf } from '../site-standing.ts'

export function useAge(): (site: Pick<BoardSite, 'heard'> | null) => string {
  const t = useWords<HqWallWords>()
  const board = useGroupBoard()
  return (site) => {
    if (!site?.heard) return t('age.none')
    const { word, count } = ageOf(board.now - site.heard.at)
    return t(word, { count })
  }
}
