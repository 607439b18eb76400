/** What no source asks for bears its mark in every list of steps and questions at the desk. */
import { describe, expect, it } from 'vitest'
import { localized } from '#shared/domain/text.ts'
import type { BoardStep } from '#shared/domain/board/types.ts'
import AlertCard from '#renderer/console/pages/now/alerts/AlertCard.vue'
import LeftUndone from '#renderer/console/pages/now/plans/LeftUndone.vue'
import QuestionAction from '#renderer/console/pages/now/next/QuestionAction.vue'
import WhatStops from '#renderer/console/pages/now/incident/WhatStops.vue'
import { alert, fact, incident, step } from '../board-parts.ts'
import { mountConsole, read } from './desk.ts'

const patrol = step({ id: 'patrol', title: localized('巡查', 'Patrol'), proposed: true })
const call = step({ id: 'call', title: localized('拨打119', 'Call 119'), clause: 'S01-02' })
const fire = incident({ id: 'fire', steps: [patrol, call] })

describe('the alert over a step', () => {
  const shown = async ({ id, proposed, clause }: BoardStep) => {
    const over = alert({ stepId: id, clause: proposed ? '' : clause })
    const { page } = await mountConsole(AlertCard, {
      desk: { alert: over, incident: fire },
      top: true,
      keyed: true,
      off: false,
    })
    return read(page.get('article'))
  }

  it('says that it is a proposal, in the place of a clause', async () => {
    expect(await shown(patrol)).toMatch(/超时.*建议/)
    expect(await shown(call)).toMatch(/超时.*S01-02/)
    expect(await shown(call)).not.toContain('建议')
  })

  it('marks it among those that are asked for together', async () => {
    const member = { planId: 'plan-1', dueAt: 0, lifeSafety: true }
    const members = [patrol, call].map(({ id, title }) => ({ ...member, stepId: id, title }))
    const { page } = await mountConsole(AlertCard, {
      desk: { alert: alert({ kind: 'nudge', stepId: null, members, clause: '' }), incident: fire },
      top: true,
      keyed: true,
      off: false,
    })
    expect(page.findAll('.members li').map(read)).toEqual(['巡查（建议）', '拨打119'])
  })
})

it('a question that no source asks names no clause', async () => {
  const shown = async (proposed: boolean) => {
    const question = fact({ clause: 'S01-09', ...(proposed ? { proposed: true } : {}) })
    const { page } = await mountConsole(QuestionAction, {
      fact: question,
      incident: fire,
      firstKey: 1,
      off: false,
      meanwhile: patrol,
    })
    return read(page.get('.question'))
  }
  expect(await shown(true)).toMatch(/建议，非原文.*巡查（建议）/)
  expect(await shown(true)).not.toContain('S01-09')
  expect(await shown(false)).toContain('S01-09')
})

it('what stops with a move, and what a plan leaves undone, is marked', async () => {
  const gate = {
    to: 'lifted',
    items: [],
    needsReason: false,
    blocks: [],
    announcements: [],
    limits: ['patrol'],
    stops: ['call'],
    unregistered: [],
  }
  const stops = await mountConsole(WhatStops, { gate, incident: fire })
  expect(stops.page.findAll('dd span').map(read)).toEqual(['巡查（建议）', '拨打119'])
  const left = await mountConsole(LeftUndone, { steps: [patrol, call] })
  expect(left.page.findAll('li').map(read)).toEqual(['巡查（建议）', '拨打119'])
})
