/** Tests at which stage an incident stands. */
import { describe, expect, it } from 'vitest'
import { leadStep, stageName } from '#renderer/ui/incident-stage.ts'
import { NOW, SECOND, incident, step } from '../board-parts.ts'

describe('where an incident stands', () => {
  const limited = step({ id: 'limited', dueAt: NOW + SECOND, stage: 'on-site' })
  const first = step({ id: 'first', lifeSafety: true, stage: 'report' })

  it('is at the step of its nearest limit, else at its next action, else at none', () => {
    expect(leadStep(incident({ steps: [first, limited] }))?.id).toBe('limited')
    expect(leadStep(incident({ steps: [first] }))?.id).toBe('first')
    expect(leadStep(incident())).toBeNull()
  })

  it('is said by the name of that stage, which a column head bears too', () => {
    expect(stageName(incident({ steps: [first, limited] }))).toEqual({ zh: '现场', en: 'On site' })
    expect(stageName(incident())).toBeNull()
  })
})
