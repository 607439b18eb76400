/** Why a command on the register of people or on the duty roster is refused, in words. */
import { refuse, type Refusal } from '../decision.ts'
import { localized, type LocalizedText } from '../text.ts'

export const unknownPosts = (ids: readonly string[]): Refusal =>
  refuse(
    'unknown-post',
    localized(
      `本单位的预案没有这些岗位：${ids.join('、')}`,
      `No plan of this site has these posts: ${ids.join(', ')}`,
    ),
    ids,
  )
export const unknownPersons = (ids: readonly string[]): Refusal =>
  refuse(
    'unknown-person',
    localized(
      `人员登记里没有：${ids.join('、')}`,
      `The register of people does not have: ${ids.join(', ')}`,
    ),
    ids,
  )
export const unknownGroup = (id: string): Refusal =>
  refuse('unknown-group', localized(`没有这个小组：${id}`, `There is no such group: ${id}`))
export const unknownLeave = (id: string): Refusal =>
  refuse('unknown-leave', localized(`没有这条请假：${id}`, `There is no such leave: ${id}`))
export const unknownShifts = (ids: readonly string[]): Refusal =>
  refuse(
    'unknown-shift',
    localized(`没有这些班次：${ids.join('、')}`, `There are no such shifts: ${ids.join(', ')}`),
    ids,
  )
/** `shifts`: those that name the post. */
export const postInUse = (shifts: readonly LocalizedText[]): Refusal =>
  refuse(
    'post-in-use',
    localized(
      `这个岗位还排在班次里：${shifts.map(({ zh }) => zh).join('、')}。先从班次里去掉`,
      `Shifts still name this post: ${shifts.map(({ en }) => en).join(', ')}. Take it out of them first`,
    ),
    shifts.map(({ zh }) => zh),
  )
/** `dates`: those on which somebody stands already. */
export const wouldOverwrite = (dates: readonly string[]): Refusal =>
  refuse(
    'would-overwrite',
    localized(
      `这些天已经排了班：${dates.join('、')}`,
      `Somebody is on duty already on: ${dates.join(', ')}`,
    ),
    dates,
  )
export const nothingToCopy = (): Refusal =>
  refuse(
    'nothing-changed',
    localized('要复制的那几天没有排班', 'Nobody is on duty on the days to be copied'),
  )
