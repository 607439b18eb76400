/** Words the fault that a self-test has found: which screen, which stage, what a person does. */
import type {
  ScreenResult,
  ScreenStage,
  SelfTestResult,
} from '#shared/domain/self-test/self-test.ts'
import type { FaultWords } from '#shared/domain/station/faults.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import type { NamedWall } from '#shared/domain/walls/wall.ts'

/** The name of the fault that the last self-test was not passed. */
export const SELF_TEST = 'self-test'

const STAGES: Readonly<Record<ScreenStage, { name: LocalizedText; action: LocalizedText }>> = {
  stream: {
    name: localized('没有回应', 'no answer'),
    action: localized(
      '没有回应的屏：看网线和浏览器，重新打开大屏。',
      'No answer: check the cable and the browser, and open the wall again.',
    ),
  },
  dom: {
    name: localized('页面没显示', 'the page does not show it'),
    action: localized(
      '页面没显示的屏：刷新页面，关掉挡住它的窗口和提示。',
      'Not on the page: reload it, and close what covers it.',
    ),
  },
  picture: {
    name: localized('画面没画出', 'the picture is not painted'),
    action: localized(
      '画面没画出的屏：把浏览器窗口放到最前，取消最小化，再不行就重启浏览器。',
      'Not painted: bring the browser window to the front, undo minimising, else restart the browser.',
    ),
  },
  tone: {
    name: localized('没有声音', 'no sound'),
    action: localized(
      '没有声音的屏：点一下那块屏，检查声音输出设备。',
      'No sound: click on that screen once, and check its sound output.',
    ),
  },
}
/** Whatever it has failed in: one cause, and it is put right by itself. */
const SAFE = {
  name: localized('在用简易页面', 'its plain page stands in'),
  action: localized(
    '在用简易页面的屏：会自己再试，老不好就重启浏览器。',
    'Plain page: it tries again by itself; if it does not come back, restart the browser.',
  ),
}
const stagesOf = ({ safe, failed }: ScreenResult) =>
  safe ? [SAFE] : failed.map((stage) => STAGES[stage])
const ENGINE: LocalizedText = localized('时限引擎慢了', 'the deadline engine was late')

/** As people find it in the room: by its name, else by its size. */
function screenName(
  { named, size }: Pick<ScreenResult, 'named' | 'size'>,
  walls: readonly Pick<NamedWall, 'id' | 'name'>[],
): LocalizedText {
  const name = walls.find(({ id }) => id === named)?.name
  if (name !== undefined) return localized(name, name)
  const panel = /^\d{2,5}x\d{2,5}/.exec(size)?.[0].replace('x', '×')
  return panel
    ? localized(`没起名的大屏（${panel}）`, `the wall without a name (${panel})`)
    : localized('没起名的大屏', 'a wall without a name')
}

/** What a result that was not passed is told as. */
export function notPassed(
  { engineInTime, screens }: Pick<SelfTestResult, 'engineInTime' | 'screens'>,
  walls: readonly Pick<NamedWall, 'id' | 'name'>[],
): FaultWords {
  const failing = screens.filter(({ failed }) => failed.length > 0)
  const parts = [
    ...(engineInTime ? [] : [ENGINE]),
    ...failing.map((screen) => {
      const name = screenName(screen, walls)
      const stages = stagesOf(screen).map((stage) => stage.name)
      return localized(
        name.zh + stages.map(({ zh }) => zh).join('、'),
        `${name.en}: ${stages.map(({ en }) => en).join(', ')}`,
      )
    }),
  ]
  const actions = [...new Set(failing.flatMap(stagesOf))].map(({ action }) => action)
  return {
    priority: 3,
    tone: null,
    cause: localized(
      `自检未通过：${parts.map(({ zh }) => zh).join('；')}。`,
      `The self-test was not passed. ${parts.map(({ en }) => en).join('; ')}.`,
    ),
    action: localized(
      `${actions.map(({ zh }) => zh).join('')}半小时后自动再测，也可在“设置”的“大屏”里按“现在自检”。`,
      `${actions.map(({ en }) => `${en} `).join('')}It is tested again by itself in half an hour, or at once by “Test now” in Settings, Walls.`,
    ),
  }
}
