/** What a wall of the site is, by the name that the site gave it. */
import { localized, type LocalizedText } from '../text.ts'
import type { Night } from './night.ts'

/**
 * `incidents`: the board. `month`, `calm`: that page alone. `line`: the most urgent in a line.
 * `plan`: the floor plan of a place, lit where something is the matter.
 */
export const WALL_VIEWS = ['incidents', 'month', 'calm', 'line', 'plan'] as const
export type WallView = (typeof WALL_VIEWS)[number]

export const WALL_VIEW_NAMES: Readonly<Record<WallView, LocalizedText>> = {
  incidents: localized('事件', 'Incidents'),
  month: localized('本月统计', 'The month'),
  calm: localized('值守状态', 'Readiness'),
  line: localized('一行提示', 'One line'),
  plan: localized('平面图', 'Floor plan'),
}

/**
 * `categories`: codes of those it shows, `places`: ids of the register, with all that lies in them,
 * `level`: it shows so grave a level and graver ones (1 is the gravest); what is left out limits
 * nothing. `public`: it hangs where anybody sees it, so that its address is that of public walls.
 * `nameless`: it names nobody. `byType`: it shows of each type no more than public walls do. Its
 * size; `before`: the size that it had before this one. `night`: it is dim then. `still`: nothing
 * blinks. `voice`: it says aloud what happens, never where the public hears it.
 */
export type NamedWall = {
  id: string
  name: string
  view: WallView
  categories?: readonly string[]
  places?: readonly string[]
  level?: number
  planOf?: string // the place whose floor it shows
  public?: true
  nameless?: true
  byType?: true
  language: 'zh' | 'en'
  theme: 'dark' | 'light'
  night?: Night
  still?: true
  voice?: true
  before?: WallSize
} & Partial<WallSize>

/**
 * `distance`: the farthest reader, m; `width`: of the picture, mm: both or neither. `height`: of
 * the picture, mm: where it is known, what would be too small to be read is refused.
 */
export type WallSize = { distance: number; width: number; height?: number }

export const sizeOf = ({
  distance,
  width,
  height,
}: Pick<NamedWall, 'distance' | 'width' | 'height'>): WallSize | null =>
  distance === undefined || width === undefined
    ? null
    : { distance, width, ...(height === undefined ? {} : { height }) }
