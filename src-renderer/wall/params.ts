/**
 * Reads the address of a wall: `?lang=en&theme=light&privacy=1&unit=1.4` or `d` (farthest reader,
 * m) and `w` (panel width, mm); `replay` names an incident to play again, `wall` the wall of the
 * site that it is; `calibrate=1` measures its panel by a card.
 */
export type WallParams = {
  theme: 'dark' | 'light'
  privacy: boolean // a public hall: place and kind, no names
  unit: number | null // CSS px a unit, given outright
  distance: number | null // m
  panel: number | null // mm
  unread: readonly string[] // parameters of size that are there and no number above 0
  replay: string | null // id of the incident
  wall: string | null // id of the wall of the site that this is
  calibrate: boolean
}

const positive = (value: string | null): number | null => {
  const number = Number(value)
  return value !== null && Number.isFinite(number) && number > 0 ? number : null
}

/** What an id may be, as the station takes it. */
const idIn = (value: string | null): string | null =>
  /^[\w.:-]{1,80}$/.exec(value ?? '')?.[0] ?? null

const SIZES = ['unit', 'd', 'w'] as const

/** What cannot be read is not taken: a wall never fails for its address. */
export function readParams(search: string): WallParams {
  const query = new URLSearchParams(search)
  return {
    theme: query.get('theme') === 'light' ? 'light' : 'dark',
    privacy: query.get('privacy') === '1',
    unit: positive(query.get('unit')),
    distance: positive(query.get('d')),
    panel: positive(query.get('w')),
    unread: SIZES.filter((name) => query.has(name) && positive(query.get(name)) === null),
    replay: idIn(query.get('replay')),
    wall: idIn(query.get('wall')),
    calibrate: query.get('calibrate') === '1',
  }
}
