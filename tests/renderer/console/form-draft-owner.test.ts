/** Tests whose the unsaved words of a form are, and for how long. */
import { describe, expect, it } from 'vitest'
import {
  DRAFT_LIFE_MS,
  dropOtherDrafts,
  readDraft,
  writeDraft,
  type DraftOwner,
} from '#renderer/console/base/form-drafts.ts'
import { NOW } from '../board-parts.ts'

const drafts = (): string[] =>
  Object.keys(sessionStorage).filter((key) => key.startsWith('vigil.draft '))

describe('whose a draft is', () => {
  const zhou = { seat: '坐席1', person: '周敏' }
  const keep = (owner: DraftOwner = zhou): void => writeDraft('roster', owner, NOW, { a: '陈军' })

  it('nobody else sees it: neither who signs on next, nor another seat, nor a signed-out console', () => {
    // given
    keep()
    // when, then
    expect(readDraft('roster', zhou, NOW)).toEqual({ a: '陈军' })
    for (const other of [
      { seat: '坐席1', person: '李娜' },
      { seat: '坐席1', person: null },
      { seat: '坐席2', person: '周敏' },
      { seat: '', person: null },
    ])
      expect(readDraft('roster', other, NOW)).toBeNull()
  })

  it('what was typed before anybody signed on goes to whoever sits there; signed out, nothing is kept', () => {
    // given
    keep({ ...zhou, person: null })
    // when, then
    expect(readDraft('roster', zhou, NOW)).toEqual({ a: '陈军' })
    sessionStorage.clear()
    keep({ seat: '', person: null })
    expect(drafts()).toEqual([])
  })

  it('is over with the shift, and goes when somebody else signs on', () => {
    // given
    keep()
    // when, then
    expect(readDraft('roster', zhou, NOW + DRAFT_LIFE_MS)).not.toBeNull()
    expect(readDraft('roster', zhou, NOW + DRAFT_LIFE_MS + 1)).toBeNull()
    dropOtherDrafts(zhou, NOW)
    expect(drafts()).toHaveLength(1)
    dropOtherDrafts({ ...zhou, person: '李娜' }, NOW)
    expect(drafts()).toEqual([])
    keep()
    dropOtherDrafts(zhou, NOW + DRAFT_LIFE_MS + 1)
    expect(drafts()).toEqual([])
  })
})
