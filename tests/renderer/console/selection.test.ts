/** Tests which incident the desk looks at. */
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { NOW } from '#renderer/console/base/links.ts'
import { useRoute } from '#renderer/console/base/route.ts'
import { useSelection } from '#renderer/console/base/selection.ts'
import { incident } from '../board-parts.ts'
import { read } from './desk.ts'
import { consoleShowing } from './fire-at-desk.ts'

const over = incident({ id: 'over', place: '旧事件', state: 'closed' })
const running = incident({ id: 'running', place: '新事件' })
const drill = incident({ id: 'drill', place: '演练处', drill: true })

describe('the desk opens', () => {
  it('on the most urgent incident that runs, a drill too, before one that is over', async () => {
    for (const [incidents, place] of [
      [[over, running, drill], '新事件'],
      [[over, drill], '演练处'],
      [[over], '旧事件'],
    ] as const) {
      const { page } = await consoleShowing({ incidents })
      expect(read(page.get('main h2'))).toContain(place)
      page.unmount()
    }
  })

  it('on one that is over only until anything runs, unless somebody has chosen it', async () => {
    const { page, show } = await consoleShowing({ incidents: [over] })
    await show({ incidents: [running, over] })
    expect(read(page.get('main h2'))).toContain('新事件')
    useSelection().choose('over')
    await show({ incidents: [running, drill, over] })
    expect(read(page.get('main h2'))).toContain('旧事件')
    page.unmount()
  })

  it('on what runs when somebody comes back from another page, but where that page led', async () => {
    const { page } = await consoleShowing({ incidents: [running, over] })
    const chosen = useSelection()
    const visit = async (hash: string) => {
      useRoute().go(hash)
      await flushPromises()
    }
    chosen.choose('over')
    await visit('#/history')
    await visit(NOW)
    expect(chosen.incidentId).toBe('running')
    await visit('#/history')
    chosen.choose('over')
    await visit(NOW)
    expect(chosen.incidentId).toBe('over')
    page.unmount()
  })
})
