/**
 * Words that name a type for which the site has no plan: nothing like it is offered, and what is
 * missing is said.
 */
import { expect, it } from 'vitest'
import { proposeAny } from '#shared/domain/match/match.ts'
import { sourcesAt as at } from './sources-at.ts'

const hall = at('government-hall')

it.each(['大厅系统被黑，勒索病毒', '电脑中病毒了，文件都加密了', '有黑客'])(
  '%s in a government hall is no disturbance: its widest plans say that there is none for it',
  (narrative) => {
    const proposals = proposeAny(narrative, hall)
    expect(proposals.map(({ reason }) => reason.zh)).toEqual(
      Array.from({ length: 3 }, () => '像“大厅系统遭网络攻击”，本单位没有这类预案：先接报'),
    )
    expect(proposals.some(({ type, preselected }) => type !== null || preselected)).toBe(false)
  },
)

it('what a plan has heard stands before it', () => {
  expect(proposeAny('大厅停电，系统被黑', hall)[0]).toMatchObject({
    planId: 'government-hall-power-cut',
  })
})

it('words that name nothing say so as before', () => {
  expect(proposeAny('嗯嗯啊啊', hall)[0]?.reason.zh).toBe('没有听出是哪一类')
})
