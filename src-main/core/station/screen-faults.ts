/** Words the faults of walls: silent without a good-bye, or kept from sounding by their browser. */
import { localTime } from '#shared/domain/calendar.ts'
import type { WallSign } from '#shared/domain/board/wall-sign.ts'
import type { FaultWords } from '#shared/domain/station/faults.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'

/** As people find it in the room: by its size, if it says one. */
function wallNames(walls: readonly WallSign[]): LocalizedText {
  if (walls.length > 1) return localized(`${walls.length}块大屏`, `${walls.length} walls`)
  const size = /^\d{2,5}x\d{2,5}/.exec(walls[0]?.size ?? '')?.[0].replace('x', '×')
  return size ? localized(`大屏（${size}）`, `The wall (${size})`) : localized('大屏', 'The wall')
}

/** `all`: no other wall is left. `zone`: in which the instant is told. */
export function screensLost(walls: readonly WallSign[], all: boolean, zone: string): FaultWords {
  const names = wallNames(walls)
  const time = localTime(Math.min(...walls.map(({ lastSeen }) => lastSeen)), zone)
  const verb = walls.length > 1 ? 'have' : 'has'
  return {
    priority: all ? 2 : 3,
    tone: all ? 'fault' : null,
    cause: localized(
      `${names.zh}失去联系，${time}起${all ? '，没有其他大屏' : ''}。`,
      `${names.en} ${verb} not been heard since ${time}${all ? '; no other wall is left' : ''}.`,
    ),
    action: localized(
      '请到现场查看：屏幕是否亮着，浏览器是否开着，网线是否插好。必要时重新打开大屏。',
      'Go and check: is the screen on, is its browser open, is its cable plugged in? Open the wall again if necessary.',
    ),
  }
}

export function soundBlocked(walls: readonly WallSign[]): FaultWords {
  const names = wallNames(walls)
  return {
    priority: 3,
    tone: null,
    cause: localized(
      `${names.zh}的声音被浏览器阻止，告警没有声音。`,
      `${names.en} cannot be heard: the browser is blocking the sound.`,
    ),
    action: localized(
      '请在那块大屏上点一下鼠标，或按任意键。',
      'Click on that screen once, or press any key there.',
    ),
  }
}
