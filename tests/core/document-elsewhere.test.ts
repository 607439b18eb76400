/**
 * Documents and plans of the site's own that are for other kinds of site: in force, offered to
 * nobody here, and still found, read, changed and taken back. And how desks hear that the library
 * has changed.
 */
import { afterEach, describe, expect, it } from 'vitest'
import { BY, LIFT, liftApproved, liftDocument, liftPlan, TRAPPED } from '../kit/lift.ts'
import { GAS, openWithPlans } from '../kit/plans.ts'
import type { Kit } from '../kit/station.ts'

let kit: Kit
afterEach(() => kit.stop())

const lift = async () => (await kit.ask('documents/list', {})).find(({ id }) => id === LIFT)
const OTHER = { id: TRAPPED, title: { zh: '电梯困人处置预案' } }

describe('for other kinds of site', () => {
  it('a document is found in the list with its plans after its approval, and none of it is offered', async () => {
    kit = await openWithPlans()
    await liftApproved(kit, liftDocument({ siteKinds: ['hotel'] }))
    expect((await kit.ask('documents/list', {})).map(({ id }) => id)).toEqual([GAS, LIFT])
    expect(await lift()).toMatchObject({
      ...{ own: true, elsewhere: true, abolished: false, putAway: false },
      ...{ plans: [], otherPlans: [OTHER] },
    })
    expect(await kit.ask('documents/read', { document: LIFT })).toMatchObject({
      elsewhere: true,
      otherPlans: [OTHER],
    })
    expect((await kit.ask('plans/list', {})).map(({ id }) => id)).not.toContain(TRAPPED)
    expect((await kit.ask('types/list', {})).map(({ code }) => code)).not.toContain('lift.trapped')
    expect(await kit.ask('plans/read', { planId: TRAPPED })).toMatchObject({ id: TRAPPED })
  })

  it('it is written again from the text in force, and stands among the others once its kinds say so', async () => {
    kit = await openWithPlans()
    const first = await liftApproved(kit, liftDocument({ siteKinds: ['hotel'] }))
    await kit.ask('documents/draft-save', {
      document: LIFT,
      draft: liftDocument(),
      basedOn: first.revision,
    })
    await kit.ask('documents/approve', { document: LIFT, ...BY })
    expect(await lift()).toMatchObject({ elsewhere: false, plans: [TRAPPED], otherPlans: [] })
    expect((await kit.ask('plans/list', {})).at(-1)).toMatchObject({ id: TRAPPED })
  })

  it('a plan alone stands beside the plans of its document; the site that becomes such a one has both', async () => {
    kit = await openWithPlans()
    await liftApproved(kit, liftDocument(), liftPlan({ siteKinds: ['hotel'] }))
    expect(await lift()).toMatchObject({ elsewhere: false, plans: [], otherPlans: [OTHER] })
    await kit.ask('site/set-up', {
      ...{ name: '本店', zone: 'Asia/Shanghai' },
      kinds: ['gas-customer-service', 'hotel'],
    })
    expect(await lift()).toMatchObject({ plans: [TRAPPED], otherPlans: [] })
  })

  it('abolished it is abolished, and for no other kind any more', async () => {
    kit = await openWithPlans()
    await liftApproved(kit, liftDocument({ siteKinds: ['hotel'] }))
    await kit.ask('documents/abolish', { document: LIFT, ...BY })
    expect(await lift()).toMatchObject({ abolished: true, elsewhere: false, otherPlans: [] })
  })
})

it('the types of an abolished plan are listed by their names', async () => {
  kit = await openWithPlans()
  await liftApproved(kit)
  await kit.ask('documents/abolish', { document: LIFT, ...BY })
  kit = await kit.restart()
  expect((await kit.ask('plans/list', {})).at(-1)).toMatchObject({
    ...{ id: TRAPPED, abolished: true },
    ...{ types: ['lift.trapped'], typeNames: [{ zh: '电梯困人' }] },
  })
})

it('the board says that the library has changed: by an approval, an abolishing, a document put away, other kinds; not by a draft or a report', async () => {
  kit = await openWithPlans()
  const mark = async () => (await kit.station.board()).library
  expect(await mark()).toBeUndefined()
  await kit.ask('documents/draft-save', { document: LIFT, draft: liftDocument() })
  await kit.ask('plans/draft-save', { planId: TRAPPED, draft: liftPlan() })
  await kit.ask('incident/report', { narrative: '热线故障', place: '客服中心' })
  expect(await mark()).toBeUndefined()
  const marks: (number | undefined)[] = []
  const changed = async (): Promise<void> => void marks.push(await mark())
  await kit.ask('documents/approve', { document: LIFT, ...BY, plans: [TRAPPED] })
  await changed()
  await kit.ask('plans/abolish', { planId: TRAPPED, ...BY })
  await changed()
  await kit.ask('documents/put-away', { document: GAS, why: '用不到' })
  await changed()
  await kit.ask('site/set-up', { name: '本店', zone: 'Asia/Shanghai', kinds: ['hotel'] })
  await changed()
  expect(marks).toEqual([...new Set(marks)].toSorted((a, b) => Number(a) - Number(b)))
  expect(marks.every((at) => at !== undefined)).toBe(true)
  expect(await mark()).toBe(marks.at(-1))
})
