/** Decides what becomes of the site's walls. */
import { isSame } from '../canonical.ts'
import { accept, refuse, type Decision, type Refusal } from '../decision.ts'
import { unknownPlace } from '../places/refusals.ts'
import { localized } from '../text.ts'
import { readingOf } from './calibration.ts'
import { tooFarText } from './reading-words.ts'
import type { WallsEvent } from './stream.ts'
import { sizeOf, type NamedWall } from './wall.ts'

export type SetWall = { type: 'SetWall'; wall: NamedWall; isNew: boolean }
export type RemoveWall = { type: 'RemoveWall'; wallId: string }
export type WallsCommand = SetWall | RemoveWall

/** Ids of the places of the register, codes of the categories that this site has. */
export type WallsWorld = { places: ReadonlySet<string>; categories: ReadonlySet<string> }

/** A wall gets every board with all of them, so that there are no more than can be told apart. */
export const MOST_NAMED_WALLS = 64

const unknownWall = (id: string): Refusal =>
  refuse('unknown-wall', localized('没有这块大屏', 'There is no such wall'), [id])
const nameTaken = (name: string): Refusal =>
  refuse(
    'name-taken',
    localized(`已有一块大屏叫“${name}”`, `Another wall is called “${name}” already`),
    [name],
  )
const tooMany = (): Refusal =>
  refuse(
    'bad-input',
    localized(
      `最多${MOST_NAMED_WALLS}块大屏，请先删掉不用的`,
      `There can be ${MOST_NAMED_WALLS} walls at most. Remove one that is not used first`,
    ),
  )
const unknownCategory = (code: string): Refusal =>
  refuse('bad-input', localized(`没有这个类别：${code}`, `There is no category ${code}`), [code])
const noFloor = (): Refusal =>
  refuse(
    'bad-input',
    localized('请选哪个地点的平面图', 'Choose the place whose floor plan it shows'),
    ['planOf'],
  )
const half = (): Refusal =>
  refuse(
    'bad-input',
    localized(
      '最远的人离屏多少米和屏宽要一起填',
      'The distance of the farthest reader and the width of the panel belong together',
    ),
  )

const noNight = (): Refusal =>
  refuse(
    'bad-input',
    localized('变暗和变亮的时间不能一样', 'A night that ends when it begins is none'),
  )
const spokenInPublic = (): Refusal =>
  refuse(
    'bad-input',
    localized('公众听得到的大屏不播报', 'A wall that the public can hear says nothing aloud'),
  )
/**
 * With a picture of known size: text for its farthest reader does not fit. A line fills whatever
 * panel it has.
 */
function tooFar({ view, distance, width, height, language }: NamedWall): Refusal | null {
  if (view === 'line') return null
  if (distance === undefined || width === undefined || height === undefined) return null
  const { fault } = readingOf({ width, height }, distance, language)
  return fault && refuse('bad-input', tooFarText(fault), [String(fault.metres)])
}

/** With the size that it had before, where that is another one. */
function withBefore(wall: NamedWall, before: NamedWall | undefined): NamedWall {
  const [size, former] = [sizeOf(wall), before ? sizeOf(before) : null]
  const earlier = former === null || isSame(size, former) ? before?.before : former
  return earlier ? { ...wall, before: earlier } : wall
}

/** What it asks for once more and does not have yet is refused; what has gone meanwhile is not. */
function setWall(
  walls: readonly NamedWall[],
  { wall, isNew }: SetWall,
  { places, categories }: WallsWorld,
): Decision<WallsEvent> {
  const before = walls.find(({ id }) => id === wall.id)
  if (!before && !isNew) return unknownWall(wall.id)
  if (!before && walls.length >= MOST_NAMED_WALLS) return tooMany()
  if (walls.some(({ id, name }) => id !== wall.id && name === wall.name))
    return nameTaken(wall.name)
  const place = wall.places?.find((id) => !places.has(id) && !before?.places?.includes(id))
  if (place !== undefined) return unknownPlace(place)
  const { planOf } = wall
  if (wall.view === 'plan' && planOf === undefined) return noFloor()
  if (planOf !== undefined && !places.has(planOf) && planOf !== before?.planOf)
    return unknownPlace(planOf)
  const category = wall.categories?.find(
    (code) => !categories.has(code) && !before?.categories?.includes(code),
  )
  if (category !== undefined) return unknownCategory(category)
  if ((wall.distance === undefined) !== (wall.width === undefined)) return half()
  const far = tooFar(wall)
  if (far) return far
  if (wall.night && wall.night.from === wall.night.to) return noNight()
  if (wall.voice && wall.public) return spokenInPublic()
  const set = withBefore(wall, before)
  return before && isSame(set, before) ? accept() : accept({ type: 'WallSet', wall: set })
}

/**
 * Refuses `unknown-wall`, `name-taken`, `unknown-place`, and as `bad-input` a category that the
 * site does not have, more than `MOST_NAMED_WALLS`, a distance without a width, a reader so far
 * away that the text for him does not fit, a night of no length, and a voice in public.
 */
export function decideWalls(
  walls: readonly NamedWall[] | null,
  command: WallsCommand,
  world: WallsWorld,
): Decision<WallsEvent> {
  const named = walls ?? []
  if (command.type === 'SetWall') return setWall(named, command, world)
  return named.some(({ id }) => id === command.wallId)
    ? accept({ type: 'WallRemoved', wallId: command.wallId })
    : unknownWall(command.wallId)
}
