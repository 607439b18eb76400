/**
 * What the wall is by its name: its language, its colours, its panel and its job, as the site has
 * set them up, in place of what the address says; and the board through it.
 */
import { computed, watchEffect, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { boardByType } from '#shared/domain/board/public.ts'
import type { Board } from '#shared/domain/board/types.ts'
import type { NamedWall, WallView } from '#shared/domain/walls/wall.ts'
import { useWords } from '../i18n/index.ts'
import type { WallMessages } from '../i18n/wall.zh.ts'
import { useBoard } from '../stores/board.ts'
import { onWall } from './on-wall.ts'
import type { WallParams } from './params.ts'
import { boardThrough, withNamed, withPlaces } from './through-name.ts'

export type WallJob = {
  params: ComputedRef<WallParams>
  /** Null: it goes by no name, or by one that the site does not have any more. */
  wall: ComputedRef<NamedWall | null>
  view: ComputedRef<WallView>
  /** It shows of each incident what its type allows, and nothing of some. */
  isReduced: ComputedRef<boolean>
  /** How many incidents run that are none of this wall's. */
  elsewhere: ComputedRef<number>
}

export function useNamedWall(address: WallParams): WallJob {
  const board = useBoard()
  const { locale } = useI18n()
  const t = useWords<WallMessages>()
  const asOpened = locale.value
  const namedIn = (whole: Board | null): NamedWall | null =>
    whole?.namedWalls.find(({ id }) => id === address.wall) ?? null
  board.lens = (whole) => {
    const named = namedIn(whole)
    return withPlaces(named ? boardThrough(named, whole) : whole, t('row.placeHidden'))
  }
  const wall = computed<NamedWall | null>((before) => {
    const named = namedIn(board.whole)
    // each board brings it anew: the same is no change
    return before && JSON.stringify(before) === JSON.stringify(named) ? before : named
  })
  watchEffect(() => {
    const named = wall.value
    locale.value = named ? (named.language === 'en' ? 'en' : 'zh-CN') : asOpened
    document.documentElement.lang = locale.value
  })
  return {
    params: computed(() => withNamed(address, wall.value)),
    wall,
    view: computed(() => wall.value?.view ?? 'incidents'),
    isReduced: computed(() => board.whole?.public === true || wall.value?.byType === true),
    elsewhere: computed(() => {
      const known = board.whole && (wall.value?.byType ? boardByType(board.whole) : board.whole)
      return onWall(known?.incidents ?? []).length - onWall(board.board?.incidents ?? []).length
    }),
  }
}
