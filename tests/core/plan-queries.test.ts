/**
 * Reading plans and documents, and trying a plan before it is approved: nothing of it changes the
 * record.
 */
import { afterEach, describe, expect, it } from 'vitest'
import { asRecorded } from '#shared/domain/event-stream.ts'
import type { IncidentEvent } from '#shared/domain/incident/record/events.ts'
import { describeRole } from '#shared/domain/plan/describe.ts'
import { MINUTE } from '../kit/plan.ts'
import { GAS, HOTLINE, openWithPlans, sourceOf, withStep } from '../kit/plans.ts'
import { HOLIDAY, WORKDAY } from '../kit/days.ts'
import type { Kit } from '../kit/station.ts'

let kit: Kit
afterEach(() => kit.stop())

describe('documents and types', () => {
  it('a site sees the documents of its kinds, each with its plans; any of the installation may be read whole', async () => {
    kit = await openWithPlans()
    const list = await kit.ask('documents/list', {})
    expect(list.map(({ id }) => id)).toEqual([GAS])
    expect(list[0]?.plans).toContain(HOTLINE)
    expect(await kit.ask('documents/read', { document: GAS })).toMatchObject({
      id: GAS,
      plans: list[0]?.plans,
      openPoints: list[0]?.openPoints,
      roles: expect.any(Array),
    })
    expect(await kit.ask('documents/read', { document: 'mall' })).toMatchObject({
      id: 'mall',
      plans: [],
    })
    expect(await kit.send('documents/read', { document: 'nothing' })).toMatchObject({
      ok: false,
      code: 'unknown-document',
    })
  })

  it('every type is listed with its category and the plans that answer it; one without a plan says so', async () => {
    kit = await openWithPlans()
    const types = await kit.ask('types/list', {})
    expect(types.find(({ code }) => code === 'system-failure.hotline')).toMatchObject({
      category: 'system-failure',
      categoryName: { zh: '系统故障' },
      danger: false,
      discreet: false,
      accident: false,
      plans: [HOTLINE],
    })
    expect(types.flatMap(({ code, danger }) => (danger ? [code] : []))).toEqual(
      expect.arrayContaining(['other.premises-fire']),
    )
    const before = types.filter(({ plans }) => plans.length === 0)
    await kit.ask('plans/abolish', { planId: HOTLINE, why: '不再使用', approvedBy: '李强' })
    const after = (await kit.ask('types/list', {})).filter(({ plans }) => plans.length === 0)
    expect(after.map(({ code }) => code)).toEqual(
      expect.arrayContaining([...before.map(({ code }) => code), 'system-failure.hotline']),
    )
  })

  it('the list of plans says what a plan page begins with', async () => {
    kit = await openWithPlans('memory', ['hotel'])
    const plans = await kit.ask('plans/list', {})
    expect(plans.find(({ id }) => id === 'hotel-fire')).toMatchObject({
      extends: 'generic-service',
      siteKinds: ['hotel'],
      own: false,
      draft: false,
      abolished: false,
      revision: expect.stringMatching(/^[0-9a-f]{64}$/),
      proposed: expect.any(Number),
    })
    await kit.ask('plans/draft-save', {
      planId: 'hotel-fire',
      draft: await sourceOf(kit, 'hotel-fire'),
    })
    expect(
      (await kit.ask('plans/list', {})).filter(({ draft }) => draft).map(({ id }) => id),
    ).toEqual(['hotel-fire'])
    expect(await kit.send('plans/read', { planId: HOTLINE })).toMatchObject({
      ok: false,
      code: 'unknown-plan',
    })
  })
})

type Line = { at: number; what: string; stepId: string | null; who?: string }
const sorted = (lines: readonly Line[]): Line[] =>
  [...lines].sort((a, b) => a.at - b.at || JSON.stringify(a).localeCompare(JSON.stringify(b)))

/** What happened by itself in earnest, in the words of a dry run. */
function happened(
  events: readonly (IncidentEvent & { at: number })[],
  roleName: (id: string) => string,
): Line[] {
  const alerts = new Map(
    events.flatMap((event) =>
      event.type === 'AlertRaised' ? [[event.alert.id, event.alert.stepId] as const] : [],
    ),
  )
  const open = new Set<string>()
  return events.flatMap((event): Line[] => {
    if (event.type === 'StepLate') return [{ at: event.at, what: 'late', stepId: event.stepId }]
    if (event.type === 'AlertClimbed')
      return [
        {
          at: event.at,
          what: 'told',
          stepId: alerts.get(event.alertId) ?? null,
          who: roleName(event.told.role),
        },
      ]
    if (event.type !== 'StepsChanged') return []
    return event.changes.flatMap(({ stepId, standing, limit }): Line[] => {
      if (standing !== 'open') {
        open.delete(stepId)
        return []
      }
      const opens: Line[] = open.has(stepId) ? [] : [{ at: event.at, what: 'opens', stepId }]
      open.add(stepId)
      return limit ? [...opens, { at: limit.dueAt, what: 'limit', stepId }] : opens
    })
  })
}

describe('a dry run', () => {
  it.each<[string, string, string, Record<string, string | number>]>([
    ['S09-85: no calls come in', HOTLINE, WORKDAY, { fault_kind: 'no-calls' }],
    ['S09-74: no look-up', HOTLINE, HOLIDAY, { fault_kind: 'no-query', call_holds: 'yes' }],
    [
      'S09-90: a broken terminal on a workday',
      'gas-recharge-terminal-failure',
      WORKDAY,
      { urgent_recharge: 'yes' },
    ],
    [
      'S09-93: more than a day',
      'gas-recharge-terminal-failure',
      WORKDAY,
      { large_scale: 'yes', expected_hours: 30 },
    ],
    ['a counter that fails', 'gas-counter-system-failure', WORKDAY, {}],
    ['a power cut in the hall', 'gas-hall-power-cut', HOLIDAY, {}],
  ])(
    '%s: is what happens in earnest if nobody acts, instant by instant',
    async (_what, planId, at, facts) => {
      kit = await openWithPlans('memory', [GAS], at)
      const startsAt = kit.clock.wall()
      const run = await kit.ask('plans/dry-run', { planId, startsAt, facts })
      expect(await kit.events()).toHaveLength(1)
      const id = await kit.run([planId])
      for (const [fact, value] of Object.entries(facts))
        await kit.ask('incident/answer', { incidentId: id, fact, value })
      await kit.clock.advance(run.ends - startsAt + 10 * MINUTE)
      const plan = await kit.ask('plans/read', { planId })
      const events = (await kit.journal.events(`incident.${id}`)).map((event) =>
        asRecorded<IncidentEvent>(event),
      )
      const real = happened(events, (role) => describeRole(role, plan).zh)
      const dry = run.entries
        .filter(({ kind }) => kind !== 'question' && kind !== 'threshold')
        .map(({ at: when, kind, stepId, role }): Line => ({
          at: when,
          what: kind,
          stepId,
          ...(kind === 'told' ? { who: role?.zh ?? '' } : {}),
        }))
      expect(sorted(dry)).toEqual(sorted(real))
      expect(dry.length).toBeGreaterThan(5)
      expect(run.more).toBe(false)
    },
  )

  it('of an annex says what its base does, by the names of the base', async () => {
    kit = await openWithPlans('memory', ['hotel'])
    const run = await kit.ask('plans/dry-run', { planId: 'hotel-fire', startsAt: kit.clock.wall() })
    const base = await kit.ask('plans/read', { planId: 'generic-service' })
    const steps = run.entries.flatMap(({ stepId }) => stepId ?? [])
    expect(steps.some((id) => base.steps.some((step) => step.id === id))).toBe(true)
    const ids = [...base.roles.map(({ id }) => id)]
    expect(run.entries.filter(({ role }) => role && ids.includes(role.zh))).toEqual([])
  })

  it('of a draft: with its own limits; one with faults, or an answer that nobody knows, is refused', async () => {
    kit = await openWithPlans()
    const startsAt = kit.clock.wall()
    const draft = withStep(await sourceOf(kit, HOTLINE), 'hl-19', {
      due: { within: '7m', from: 'reported' },
    })
    const { entries } = await kit.ask('plans/dry-run', {
      draft,
      startsAt,
      facts: { fault_kind: 'no-query' },
    })
    expect(entries.find(({ kind, stepId }) => kind === 'late' && stepId === 'hl-19')?.at).toBe(
      startsAt + 7 * MINUTE,
    )
    expect(
      await kit.send('plans/dry-run', {
        draft: withStep(draft, 'hl-19', { role: 'nobody' }),
        startsAt,
      }),
    ).toMatchObject({ ok: false, code: 'draft-faulty' })
    expect(
      await kit.send('plans/dry-run', { draft, startsAt, facts: { fault_kind: 'purple' } }),
    ).toMatchObject({ ok: false, code: 'bad-value' })
    for (const both of [{}, { planId: HOTLINE, draft }])
      expect(await kit.send('plans/dry-run', { ...both, startsAt })).toMatchObject({
        ok: false,
        code: 'bad-input',
      })
    expect(
      await kit.send('plans/dry-run', { planId: HOTLINE, type: 'nothing', startsAt }),
    ).toMatchObject({ ok: false, code: 'unknown-type' })
    expect(await kit.events()).toHaveLength(1)
  })
})

describe('before it is approved', () => {
  it('a draft is checked without being saved', async () => {
    kit = await openWithPlans()
    const draft = withStep(await sourceOf(kit, HOTLINE), 'hl-06', { late: [] })
    expect(await kit.ask('plans/check', { draft })).toMatchObject({
      findings: [{ code: 'no-ladder', path: 'steps.hl-06.late' }],
      plan: { id: HOTLINE },
    })
    expect(await kit.ask('plans/check', { draft: {} })).toMatchObject({
      findings: expect.arrayContaining([expect.objectContaining({ code: 'missing', path: 'id' })]),
      plan: null,
    })
    expect(await kit.ask('plans/drafts', {})).toEqual([])
  })

  it('shows what it would change, also while it has faults, unless it is no plan at all', async () => {
    kit = await openWithPlans()
    const { revision } = await kit.ask('plans/read', { planId: HOTLINE })
    const diff = (): ReturnType<Kit['send']> =>
      kit.send('plans/diff', { planId: HOTLINE, from: revision, to: 'draft' })
    expect(await diff()).toMatchObject({ ok: false, code: 'no-draft' })
    const source = await sourceOf(kit, HOTLINE)
    await kit.ask('plans/draft-save', {
      planId: HOTLINE,
      draft: withStep(source, 'hl-06', { role: 'nobody' }),
    })
    expect(await diff()).toMatchObject({
      ok: true,
      reply: { changes: [{ kind: 'changed', path: 'steps.hl-06.role', after: { zh: 'nobody' } }] },
    })
    await kit.ask('plans/draft-save', {
      planId: HOTLINE,
      draft: withStep(source, 'hl-06', { role: 6 }),
    })
    expect(await diff()).toMatchObject({
      ok: false,
      code: 'draft-faulty',
      details: [expect.stringContaining('steps.hl-06.role')],
    })
  })

  it('a wall may read none of it', async () => {
    kit = await openWithPlans()
    for (const name of ['plans/list', 'plans/draft-read', 'documents/list'] as const)
      expect(
        await kit.send(name, { planId: HOTLINE }, { by: { name: '大屏', role: 'wall' } }),
      ).toMatchObject({ ok: false, code: 'forbidden' })
  })
})
