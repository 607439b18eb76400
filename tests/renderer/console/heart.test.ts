/** The pages of these tests are in contact, however long a test takes. */
import { expect, it } from 'vitest'
import { defineComponent } from 'vue'
import { useBoard } from '#renderer/stores/board.ts'
import { until } from '../../kit/until.ts'
import { board, NOW } from '../board-parts.ts'
import { mountConsole } from './desk.ts'

it('a page hears beats after its first board, with all that the board says, and asks for nothing', async () => {
  let store: ReturnType<typeof useBoard> | undefined
  const probe = defineComponent({
    setup() {
      store = useBoard()
      return () => null
    },
  })
  const { station, show } = await mountConsole(probe)
  const shown = board({ storageFailed: true })
  await show(shown)
  await until(() => expect(store?.heardAt).toBeGreaterThan(NOW))
  expect(store).toMatchObject({ board: shown, storageFailed: true, walls: shown.walls, live: true })
  expect(station.asked).toEqual([])
})
