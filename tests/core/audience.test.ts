/**
 * A wall may hang where anybody reads it: it is told what must be done, and nothing that a caller
 * or a witness said.
 */
import { describe, expect, it } from 'vitest'
import { plan, step } from '../kit/plan.ts'
import { openStation } from '../kit/station.ts'

describe('a wall hears nothing personal', () => {
  it('on its feed, on the board and on asking for the board, while the desk does', async () => {
    const kit = await openStation({ plans: [plan('p', [step('a')])] })
    const heard: Record<'desk' | 'wall', string[]> = { desk: [], wall: [] }
    kit.station.listen((_push, text) => void heard.desk.push(text), 'desk')
    kit.station.listen((_push, text) => void heard.wall.push(text), 'wall')
    const { incidentId } = await kit.ask('incident/report', {
      narrative: '张三说大厅冒烟',
      place: '大厅',
      reporter: '李四',
    })
    await kit.ask('incident/activate', { incidentId, planId: 'p' })
    await kit.ask('incident/step', {
      incidentId,
      stepId: 'a',
      outcome: 'done',
      onBehalfOf: { person: '赵六', channel: '电话', words: '我看到了王五' },
    })
    const reply = await kit.station.request({ name: 'board/read' }, { name: 'wall', role: 'wall' })
    const toWalls = [
      ...heard.wall,
      JSON.stringify(await kit.station.board('wall')),
      JSON.stringify(reply),
    ].join('\n')
    const toDesks = [...heard.desk, JSON.stringify(await kit.station.board())].join('\n')
    for (const name of ['张三', '李四', '王五', '赵六']) {
      expect(toWalls).not.toContain(name)
      expect(toDesks).toContain(name)
    }
    expect(toWalls).toContain('大厅')
    expect((await kit.station.board('wall')).incidents[0]?.steps[0]?.onBehalfOf).toEqual({
      person: null,
      channel: null,
      words: null,
    })
    await kit.stop()
  })
})
