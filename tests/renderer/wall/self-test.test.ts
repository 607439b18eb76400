/** What a wall does with the self-test that a beat brings, and the code of its mark. */
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, test } from 'vitest'
import { codeOf, shadesOf } from '#renderer/wall/self-test-code.ts'
import { NOW, board } from '../board-parts.ts'
import { cycle, live, push, sent, show, shown, useWall } from './wall-kit.ts'

describe('the mark', () => {
  it('has 64 fields, other ones for another test', () => {
    const ids = Array.from({ length: 200 }, (_, n) => `01a20e99-cb38-7ae1-a5a6-${n}`)
    expect(ids.every((id) => codeOf(id).length === 64)).toBe(true)
    expect(new Set(ids.map((id) => codeOf(id).join())).size).toBe(200)
    expect(codeOf(ids[0]!)).toEqual(codeOf(ids[0]!))
  })

  test.each([
    ['rgb(0, 0, 0)', [0, 0, 0], [8, 8, 8]],
    ['rgb(255, 255, 255)', [247, 247, 247], [255, 255, 255]],
    ['rgb(18, 20, 22)', [18, 20, 22], [26, 28, 30]],
    ['', [0, 0, 0], [8, 8, 8]],
  ])('on %s differs from the ground by what no eye sees', (ground, dark, light) => {
    expect(shadesOf(ground)).toEqual({ dark, light })
  })
})

/** A beat with a self-test, and the time that a page takes to go through it. */
async function tested(testId: string): Promise<void> {
  push({
    ...{ kind: 'beat', cycle: cycle + 1, position: shown.position, now: NOW, walls: [] },
    ...{ storageFailed: false, head: shown.head, selfTest: { testId, aloud: false } },
  })
  await flushPromises()
}
const answers = () => sent.filter(({ name }) => name === 'wall/self-test')

describe('a page that paints and sounds nothing', () => {
  useWall()

  it('says so, once a test, and nothing without a test', async () => {
    await show(board())
    await live(3)
    expect(answers()).toEqual([])
    await tested('t1')
    await live(5)
    await tested('t1')
    await live(5)
    expect(answers()).toMatchObject([
      { input: { testId: 't1', dom: false, picture: false, level: null } },
    ])
    await tested('t2')
    await live(5)
    expect(answers()).toHaveLength(2)
  })
})
