/**
 * What the wall is by its name: its language, its colours, its panel and its job, as the site has
 * set them up, in place of what the address says; and the board through it.
 */
import { computed, watchEffect, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { boardByType } from '#shared/domain/board/public.ts'
import type { Board } from '#shared/domain/board/types.ts'
import { shows } from '#shared/domain/walls/shows.ts'
import type { NamedWall, WallView } from '#shared/domain/walls/wall.ts'
import { useWords } from '../i18n/index.ts'
import type { WallMessages } from '../i18n/wall.zh.ts'
import { useBoard } from '../stores/board.ts'
import { onWall } from './on-wall.ts'
import type { WallParams } from './params.ts'

/** The board with the incidents that this wall is there for, and what it may show of each. */
export function boardThrough(wall: NamedWall, board: Board): Board {
  const mine = {
    ...board,
    incidents: board.incidents.filter((incident) => shows(wall, incident)),
  }
  return wall.byType ? boardByType(mine) : mine
}

/** `words` stand for the place of an incident whose place is not shown. */
export const withPlaces = (board: Board, words: string): Board =>
  board.incidents.every(({ place }) => place !== '')
    ? board
    : {
        ...board,
        incidents: board.incidents.map((incident) =>
          incident.place === '' ? { ...incident, place: words } : incident,
        ),
      }

/** What a named wall is comes before its address; what it leaves open the address may say. */
export const withNamed = (params: WallParams, wall: NamedWall | null): WallParams =>
  wall
    ? {
        ...params,
        theme: wall.theme,
        privacy: wall.nameless ?? params.privacy,
        ...(wall.distance === undefined || wall.width === undefined
          ? {}
          : { unit: null, unread: [], distance: wall.distance, panel: wall.width }),
      }
    : params

export type WallJob = {
  params: ComputedRef<WallParams>
  /** Null: it goes by no name, or by one that the site does not have any more. */
  wall: ComputedRef<NamedWall | null>
  view: ComputedRef<WallView>
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
    elsewhere: computed(() => {
      const known = board.whole && (wall.value?.byType ? boardByType(board.whole) : board.whole)
      return onWall(known?.incidents ?? []).length - onWall(board.board?.incidents ?? []).length
    }),
  }
}
