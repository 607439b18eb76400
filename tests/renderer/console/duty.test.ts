/** Tests whom the desk lists as on duty, and who of them stands first. */
import { describe, expect, it } from 'vitest'
import { dutyFor, dutyRows } from '#renderer/console/base/duty.ts'
import { localized } from '#shared/domain/text.ts'
import { incident, step } from '../board-parts.ts'

describe('who is on duty', () => {
  const rows = dutyRows(
    ['duty-officer', 'it', 'guard'].map((roleId) => ({
      roleId,
      role: localized(roleId, roleId),
      people: ['周敏'],
    })),
    null,
  )
  const shown = (...states: ('open' | 'done')[]) => {
    const steps = states.map((state) => step({ roleId: 'guard', state }))
    const { near, others } = dutyFor(rows, incident({ steps }))
    return [near, others].map((part) => part.map(({ roleId }) => roleId))
  }

  it('stands first by the open steps of the incident that is looked at, after the desk; the others are folded', () => {
    expect(shown('open', 'done')).toEqual([['duty-officer', 'guard'], ['it']])
    expect(shown('done')).toEqual([['duty-officer'], ['it', 'guard']])
  })

  it('a unit outside that is filed under its own name is named once, with its number', () => {
    const role = localized('物业', 'Property company')
    const posts = { property: [{ person: '物业', phone: '8800' }] }
    expect(
      dutyRows([{ roleId: 'property', role, people: ['物业', '云小丁'] }], posts),
    ).toMatchObject([
      { person: '', phone: '8800' },
      { person: '云小丁', phone: '' },
    ])
  })

  it('is listed whole without an incident, and where nobody of them is concerned', () => {
    expect(dutyFor(rows, null)).toEqual({ near: rows, others: [] })
    expect(dutyFor(rows.slice(1, 2), incident({ steps: [] })).near).toEqual(rows.slice(1, 2))
  })
})
