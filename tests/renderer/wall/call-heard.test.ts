/**
 * What is heard of an incident while its dispatcher is on the telephone: its attention sounds once
 * and is then shown, and sounds on once the call has ended.
 */
import { beforeEach, expect, it, vi } from 'vitest'
import { TONES } from '#renderer/ui/alarm.ts'
import { alert, board, incident, NOW, SECOND, step } from '../board-parts.ts'
import { played, Speaker } from '../speaker.ts'
import { live, push, show, shown, useWall, wall } from './wall-kit.ts'

useWall()
beforeEach(() => {
  played.length = 0
  vi.stubGlobal('AudioContext', Speaker)
})

/** How often the tone of the highest priority was heard. */
const heard = (): number =>
  played.filter((hertz) => TONES[1].hertz.includes(hertz)).length / TONES[1].beats

const life = step({ id: 'call', lifeSafety: true, nudgeAt: NOW - SECOND })
const member = { stepId: 'call', planId: 'plan-1', dueAt: NOW, lifeSafety: true, title: life.short }
const nudge = alert({ kind: 'nudge', priority: 1, stepId: null, members: [member] })
const late = alert({ id: 'late', kind: 'late', priority: 1, stepId: 'call' })
const fire = (callingSince: number | null, alerts = [nudge]) =>
  board({ incidents: [incident({ id: 'fire', steps: [life], alerts, callingSince })] })

it('without a call it is heard every ten seconds', async () => {
  await show(fire(null))
  await live(25)
  expect(heard()).toBe(3)
})

it('while a call is under way it is heard once, and stands inverse all the time', async () => {
  await show(fire(NOW - 5 * SECOND))
  await live(25)
  expect(heard()).toBe(1)
  expect(wall.get('.row').classes()).toContain('late')
})

it('is heard again once the call has ended', async () => {
  await show(fire(NOW - 5 * SECOND))
  await live(15)
  expect(heard()).toBe(1)
  push({ kind: 'board', board: { ...fire(null), position: shown.position } })
  await live(2)
  expect(heard()).toBe(2)
})

it('a limit that has passed is heard all the same: it is no attention', async () => {
  await show(fire(NOW - 5 * SECOND, [late]))
  await live(25)
  expect(heard()).toBe(3)
})
