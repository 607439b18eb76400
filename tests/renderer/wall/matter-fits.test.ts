/**
 * What the wall says in its right cell is never cut: every short name of every plan of the product
 * fits beside what is the matter with it, on every panel that has rails, in both languages.
 */
import { describe, expect, it } from 'vitest'
import { decidingFacts } from '#shared/domain/plan/walk.ts'
import { matterLines } from '#renderer/wall/incident-row.ts'
import { layoutOf } from '#renderer/wall/layout.ts'
import { matterRoom } from '#renderer/wall/text-room.ts'
import { allPlans } from '../../kit/library.ts'

const NOTES = {
  question: { zh: '没人答', en: 'Not answered' },
  step: { zh: '尚未计时', en: 'Not published' },
} as const
const PANELS = [
  [1920, 1080],
  [1080, 1920],
  [3840, 1080],
] as const
const params = { unit: null, distance: null, panel: null, unread: [] }

const names = allPlans().flatMap((plan) => [
  ...decidingFacts(plan).map((fact) => ({
    of: `${plan.id}/${fact.key}`,
    name: fact.short ?? fact.question,
    note: NOTES.question,
  })),
  ...plan.steps.map(({ id, short }) => ({ of: id, name: short, note: NOTES.step })),
])

describe.each(PANELS)('a panel of %i by %i', (width, height) => {
  it.each(['zh', 'en'] as const)('cuts nothing in %s', (lang) => {
    const layout = layoutOf(width, height, lang, params)
    const cut = [true, false].flatMap((lead) =>
      names.flatMap(({ of, name, note }) => {
        const { title } = matterLines(name[lang], note[lang], matterRoom(layout, lang, lead))
        return title === name[lang] ? [] : [`${of}: ${name[lang]} → ${title}`]
      }),
    )
    expect(cut).toEqual([])
  })
})
