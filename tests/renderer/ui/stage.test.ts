/** Tests at which stage an incident stands. */
import { describe, expect, it } from 'vitest'
import { leadStep, whereItStands } from '#renderer/ui/incident-stage.ts'
import { NOW, SECOND, incident, step } from '../board-parts.ts'

describe('where an incident stands', () => {
  const limited = step({ id: 'limited', dueAt: NOW + SECOND, stage: 'on-site' })
  const first = step({ id: 'first', lifeSafety: true, stage: 'report' })

  it('is at the step of its nearest limit, else at its next action, else at none', () => {
    expect(leadStep(incident({ steps: [first, limited] }))?.id).toBe('limited')
    expect(leadStep(incident({ steps: [first] }))?.id).toBe('first')
    expect(leadStep(incident())).toBeNull()
  })

  it('is one of the seven, beside the state', () => {
    const steps = [step({ stage: 'on-site' })]
    expect(whereItStands(incident({ state: 'responding', steps }))).toEqual({
      state: 'responding',
      stage: { name: { zh: '现场', en: 'On site' }, at: 4, of: 7 },
    })
    expect(whereItStands(incident({ state: 'verifying' }))).toEqual({
      state: 'verifying',
      stage: null,
    })
  })

  it.each(['recover', 'review'] as const)('is no response any more at the stage %s', (stage) => {
    const after = incident({ state: 'responding', steps: [step({ stage })] })
    expect(whereItStands(after).state).toBeNull()
    expect(whereItStands(after).stage?.at).toBe(stage === 'recover' ? 6 : 7)
    const contained = incident({ state: 'contained', steps: [step({ stage })] })
    expect(whereItStands(contained).state).toBe('contained')
  })

  it('is contained with a step of before left over, and that step is not its stage', () => {
    const steps = [step({ stage: 'inform' })]
    expect(whereItStands(incident({ state: 'contained', steps }))).toEqual({
      state: 'contained',
      stage: null,
    })
  })
})
