/** Why a place is refused, in both languages, and what to do instead. */
import { refuse, type Refusal } from '../decision.ts'
import { localized } from '../text.ts'

export const unknownPlace = (id: string): Refusal =>
  refuse('unknown-place', localized('没有登记这个地点', 'There is no such place'), [id])
export const unknownPost = (id: string): Refusal =>
  refuse('unknown-post', localized('没有这个岗位', 'There is no such post'), [id])
export const nameTaken = (names: readonly string[]): Refusal =>
  refuse(
    'name-taken',
    localized(
      `${names.map((name) => `“${name}”`).join('、')}已是别的地点的名称或别名`,
      `Another place already goes by ${names.map((name) => `“${name}”`).join(', ')}`,
    ),
    names,
  )
export const withinItself = (): Refusal =>
  refuse('bad-input', localized('一个地点不能位于它自己里面', 'A place cannot lie within itself'))
export const tooManyAliases = (name: string, most: number): Refusal =>
  refuse(
    'bad-input',
    localized(
      `“${name}”的别名超过${most}个（改名后，原名也算一个），请先删去一些`,
      `"${name}" has more than ${most} aliases (a former name is one, too): remove some first`,
    ),
  )
export const placeInUse = (names: readonly string[]): Refusal =>
  refuse(
    'place-in-use',
    localized(
      `还有地点位于它里面：${names.join('、')}，请先移出或删除`,
      `Other places lie within it: ${names.join(', ')}. Move or remove them first`,
    ),
    names,
  )
