/** Tests what a person records of a step: what became of it, by whom and why. */
import { describe, expect, it } from 'vitest'
import { outcomesOf, recordFrom } from '#renderer/console/pages/now/next/outcome.ts'
import { step } from '../board-parts.ts'
import { draft } from './outcome-draft.ts'

describe('recording a step', () => {
  it('needs a reason to skip, and person, channel and words on behalf of somebody', () => {
    expect(recordFrom(draft({ outcome: 'skipped', reason: ' ' }), step())).toBeNull()
    expect(recordFrom(draft({ outcome: 'skipped', reason: '无此设备' }), step())).toEqual({
      outcome: 'skipped',
      reason: '无此设备',
      onBehalfOf: null,
    })
    expect(
      recordFrom(draft({ behalf: true, person: '李强', channel: '对讲机' }), step()),
    ).toBeNull()
    expect(
      recordFrom(
        draft({ behalf: true, person: '李强', channel: '对讲机', words: '已撤出' }),
        step(),
      ),
    ).toEqual({
      outcome: 'done',
      reason: null,
      onBehalfOf: { person: '李强', channel: '对讲机', words: '已撤出' },
    })
  })
  it('asks why a life-safety step does not apply, and leaves it open for any other', () => {
    const record = draft({ outcome: 'not-applicable' })
    expect(recordFrom(record, step({ lifeSafety: true }))).toBeNull()
    expect(recordFrom({ ...record, reason: '楼内无人' }, step({ lifeSafety: true }))).toEqual({
      outcome: 'not-applicable',
      reason: '楼内无人',
      onBehalfOf: null,
    })
    expect(recordFrom(record, step())).toEqual({
      outcome: 'not-applicable',
      reason: null,
      onBehalfOf: null,
    })
  })
  it('is accepted once only', () => {
    expect(outcomesOf(step())).toContain('accepted')
    expect(outcomesOf(step({ acceptedBy: '王磊' }))).not.toContain('accepted')
  })
})
