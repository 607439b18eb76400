/** The console with a fire in the hall, on a board that the test chooses. */
import App from '#renderer/console/app/App.vue'
import { PAGES } from '#renderer/console/page-table.ts'
import { localized } from '#shared/domain/text.ts'
import type { Board } from '#shared/domain/board/types.ts'
import { incident, step } from '../board-parts.ts'
import { mountConsole } from './desk.ts'

export const call = step({
  id: 'call',
  title: localized('拨打119', 'Call 119'),
  lifeSafety: true,
  calls: [{ number: '119', who: localized('火警', 'Fire') }],
  say: localized('{place}着火，我是{reporter}', 'Fire at {place}'),
})

export const fire = (part = {}) =>
  incident({
    id: 'fire',
    place: '大厅二楼',
    steps: [call, step({ id: 'power', title: localized('切断电源', 'Power off') })],
    ...part,
  })

export async function consoleShowing(board: Partial<Board>, answers = {}) {
  const mounted = await mountConsole(App, { pages: PAGES }, answers)
  await mounted.show(board)
  return mounted
}
